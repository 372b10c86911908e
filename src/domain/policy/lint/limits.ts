import { MAX_SEATS } from '../../pricing/bounds.js';
import { priceCurve } from '../../pricing/curve.js';
import type { Policy, PolicyWarning } from '../types.js';
import type { Curves } from './curves.js';

/** Seat limits that bind nothing, because no order could have fewer or more seats, or that leave nothing to order. */
export function limitWarnings(policy: Policy, curves: Curves): PolicyWarning[] {
  const { min = null, max = null } = policy.seatLimits ?? {};
  const unlimited = priceCurve({ ...policy, seatLimits: null }, { cycles: 1 });
  const lastSeats = unlimited.at(-1)?.toSeats ?? 0;
  const warnings: PolicyWarning[] = [];
  if (min !== null && (min === 1 || curves(1).length === 0)) {
    warnings.push({ code: 'limit-never-applies', path: 'seatLimits.min', seats: min });
  }
  if (max !== null && (max === MAX_SEATS || max > lastSeats)) {
    warnings.push({ code: 'limit-never-applies', path: 'seatLimits.max', seats: max });
  }
  return warnings;
}
