import { capFor } from '../../pricing/cap.js';
import { priceCurve } from '../../pricing/curve.js';
import { maxCycles } from '../../pricing/term.js';
import type { Policy, PolicyWarning } from '../types.js';
import type { Curves } from './curves.js';

/** A cap that every order meets, or else the seats from which one cycle never costs less than it. */
export function capWarnings(policy: Policy, curves: Curves): PolicyWarning[] {
  if (policy.priceCap === null) return [];
  const path = 'priceCap.amount';
  const { amount } = policy.priceCap;
  const smallest = smallestPrice(policy, 1);
  if (smallest !== null && capsEveryOrder(policy)) {
    return [{ code: 'cap-below-smallest-price', path, amount, smallest }];
  }
  const seats = cappedFrom(curves, amount);
  return seats === null ? [] : [{ code: 'cap-reached', path, seats, amount }];
}

function capsEveryOrder(policy: Policy): boolean {
  for (let cycles = 1; cycles <= maxCycles(policy.cycle); cycles++) {
    const smallest = smallestPrice(policy, cycles);
    if (smallest !== null && smallest <= (capFor(policy, cycles) ?? Infinity)) return false;
  }
  return true;
}

/** The lowest price of any order for `cycles` if there were no cap; null where nothing can be ordered. */
function smallestPrice(policy: Policy, cycles: number): number | null {
  const curve = priceCurve({ ...policy, priceCap: null }, { cycles });
  return curve.length === 0 ? null : Math.min(...curve.map(({ fromPrice }) => fromPrice));
}

/** The fewest seats from which on no larger order costs less than the cap. */
function cappedFrom(curves: Curves, cap: number): number | null {
  const curve = curves(1);
  const last = curve.findLastIndex(({ fromPrice }) => fromPrice < cap);
  return curve[last + 1]?.fromSeats ?? null;
}
