import { ratio } from '../money.js';
import type { DiscountStep, GiftStep, Policy } from '../policy/types.js';

/** The step that `cycles` earn: the one with the highest `minCycles` not above them; null when none is reached (SPEC §2 "which step"). */
export function offerStepFor(policy: Policy, cycles: number): DiscountStep | GiftStep | null {
  let reached: DiscountStep | GiftStep | null = null;
  for (const step of policy.offer?.steps ?? []) {
    if (step.minCycles <= cycles) reached = step;
  }
  return reached;
}

/** What is paid of an amount at `payPercent` (90 = 9折), half up to the minor unit. */
export function discounted(amount: number, payPercent: number): number {
  // Two decimals at most, so hundredths of a percent are whole: 88.5 % is 8850 of 10 000.
  return ratio(amount, Math.round(payPercent * 100), 10_000);
}
