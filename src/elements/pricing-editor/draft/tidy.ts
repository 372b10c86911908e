import type { Draft, StepDraft, TierDraft } from './draft.js';
import { tidyAmount, tidyCount, tidyPercent } from './text.js';

/**
 * The same draft with its amounts and counts printed in full, for when a field is left. A text that is no number stays as typed,
 * and nothing is ever rounded or brought within limits. What was in full already stays the very same object.
 */
export function tidy(draft: Draft): Draft {
  const amount = (text: string) => tidyAmount(text, draft.currency);
  const tier = (each: TierDraft) =>
    merge(each, {
      upTo: tidyCount(each.upTo),
      flatAmount: amount(each.flatAmount),
      unitAmount: amount(each.unitAmount),
    });
  const step = (benefit: (text: string) => string) => (each: StepDraft) =>
    merge(each, { minCycles: tidyCount(each.minCycles), benefit: benefit(each.benefit) });
  return merge(draft, {
    currency: draft.currency.trim().toUpperCase(),
    trialDays: tidyCount(draft.trialDays),
    extraDays: tidyCount(draft.extraDays),
    unitAmount: amount(draft.unitAmount),
    tiers: mapSame(draft.tiers, tier),
    discountSteps: mapSame(draft.discountSteps, step(tidyPercent)),
    giftSteps: mapSame(draft.giftSteps, step(tidyCount)),
    minSeats: tidyCount(draft.minSeats),
    maxSeats: tidyCount(draft.maxSeats),
    capAmount: amount(draft.capAmount),
  });
}

function merge<Whole extends object>(whole: Whole, part: Partial<Whole>): Whole {
  const keys = Object.keys(part) as (keyof Whole)[];
  return keys.every((key) => part[key] === whole[key]) ? whole : { ...whole, ...part };
}

function mapSame<Entry>(list: readonly Entry[], change: (entry: Entry) => Entry): readonly Entry[] {
  const changed = list.map(change);
  return changed.every((entry, index) => entry === list[index]) ? list : changed;
}
