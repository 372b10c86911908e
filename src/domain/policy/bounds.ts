import { MAX_SEATS } from '../pricing/bounds.js';
import { cycleDays } from '../pricing/term.js';
import type { Cycle } from './types.js';

/** The inclusive bounds of a policy's numbers (SPEC §2 "Bounds"). Amounts in minor units, trials in days. */
export const POLICY_BOUNDS = {
  /** Of the trial, and of trial and extra trial together. */
  trialDays: { min: 1, max: 60 },
  extraDays: { min: 1 },
  unitAmount: { min: 0, max: 100_000_000 },
  flatAmount: { min: 0, max: 10_000_000_000 },
  capAmount: { min: 0, max: 10_000_000_000 },
  seats: { min: 1, max: MAX_SEATS },
  minCycles: { min: 1, max: 60 },
  payPercent: { min: 70, max: 100 },
  /** Entries of a list of tiers or of offer steps. */
  entries: { min: 1, max: 100 },
} as const;

/** The most days an order may give for `minCycles` cycles: 35 % of them, rounded down (SPEC §2 "gift"). */
export function maxGiftDays(cycle: Cycle, minCycles: number): number {
  return Math.floor((35 * minCycles * cycleDays(cycle)) / 100);
}
