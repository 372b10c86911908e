import type { Draft, StepDraft } from './draft.js';
import { digitsOf, tidyAmount, tidyCount } from './text.js';

/**
 * The same draft with its amounts and counts printed in full, for when a field is left. A text that is no number stays as typed,
 * and nothing is ever rounded or brought within limits.
 */
export function tidy(draft: Draft): Draft {
  const digits = digitsOf(draft.currency);
  const amount = (text: string) => tidyAmount(text, digits);
  const step = (each: StepDraft): StepDraft => ({ ...each, minCycles: tidyCount(each.minCycles) });
  return {
    ...draft,
    currency: draft.currency.trim().toUpperCase(),
    trialDays: tidyCount(draft.trialDays),
    extraDays: tidyCount(draft.extraDays),
    unitAmount: amount(draft.unitAmount),
    tiers: draft.tiers.map((tier) => ({
      ...tier,
      upTo: tidyCount(tier.upTo),
      flatAmount: amount(tier.flatAmount),
      unitAmount: amount(tier.unitAmount),
    })),
    discountSteps: draft.discountSteps.map(step),
    giftSteps: draft.giftSteps.map((each) => ({ ...step(each), benefit: tidyCount(each.benefit) })),
    minSeats: tidyCount(draft.minSeats),
    maxSeats: tidyCount(draft.maxSeats),
    capAmount: amount(draft.capAmount),
  };
}
