import type { Cycle, Policy } from '../policy/types.js';
import { MAX_BOUGHT_DAYS } from './bounds.js';
import { offerStepFor } from './offer.js';

/** Days of one cycle: a year has 365, a month 31, so that twelve months are 372 days and not a year (SPEC §2). */
export function cycleDays(cycle: Cycle): number {
  return cycle === 'year' ? 365 : 31;
}

/** The most cycles one order may buy: 5 years or 58 months. */
export function maxCycles(cycle: Cycle): number {
  return Math.floor(MAX_BOUGHT_DAYS / cycleDays(cycle));
}

/** Days that the offer adds to `cycles` bought; 0 without a gift. */
export function giftDays(policy: Policy, cycles: number): number {
  const step = offerStepFor(policy, cycles);
  return step !== null && 'days' in step ? step.days : 0;
}

/** Days of the whole term that `cycles` buy, gift included. */
export function termDays(policy: Policy, cycles: number): number {
  return cycles * cycleDays(policy.cycle) + giftDays(policy, cycles);
}
