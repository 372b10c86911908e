import type { Policy } from '../../src/domain/policy/types.js';

/** 120 yuan per seat and year, nothing else; with what a test needs in its place. */
export function policyWith(parts: Partial<Policy>): Policy {
  return {
    currency: 'CNY',
    trial: { days: 15, extraDays: 7 },
    cycle: 'year',
    rule: { type: 'per-seat', unitAmount: 12_000 },
    offer: null,
    seatLimits: null,
    priceCap: null,
    expansion: 'new-term',
    ...parts,
  };
}
