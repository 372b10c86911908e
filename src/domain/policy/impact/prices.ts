import { ratio } from '../../money.js';
import { MAX_SEATS } from '../../pricing/bounds.js';
import { priceCurve, priceOnCurve } from '../../pricing/curve.js';
import { maxCycles } from '../../pricing/term.js';
import type { PricePiece } from '../../pricing/types.js';
import type { Policy } from '../types.js';
import type { AmountMove, PolicyImpact, PriceShift } from './types.js';

/** The orders whose price rises and falls most from one policy to the next, and the seats that are no longer sold. */
export function priceImpacts(before: Policy, after: Policy): PolicyImpact[] {
  if (before.currency !== after.currency || before.cycle !== after.cycle) {
    return [{ code: 'prices-not-comparable' }];
  }
  const shifts = shiftsBetween(before, after);
  const up = steepest(shifts.filter(({ amount, amountBefore }) => amount > amountBefore));
  const down = steepest(shifts.filter(({ amount, amountBefore }) => amount < amountBefore));
  const moved: PolicyImpact[] = [
    ...(up ? [{ code: 'price-up' as const, ...up }] : []),
    ...(down ? [{ code: 'price-down' as const, ...down }] : []),
  ];
  const sold = soldSeats(before, after);
  return [...(moved.length > 0 ? moved : [{ code: 'prices-kept' as const }]), ...sold];
}

/** A move a thousandfold or more is told by its amounts alone. */
const BEYOND_MEASURE = 1_000;

/** How far an amount moves. */
export function moveOf(amountBefore: number, amount: number): AmountMove {
  const difference = Math.abs(amount - amountBefore);
  const measurable = difference < amountBefore * BEYOND_MEASURE;
  const percent = measurable ? ratio(difference, 10_000, amountBefore) / 100 : null;
  return { amountBefore, amount, percent: difference === 0 ? 0 : percent };
}

/** Between two bends a price moves evenly, so the largest relative move is at one of them. */
function shiftsBetween(before: Policy, after: Policy): PriceShift[] {
  const offered = [before, after].flatMap(
    ({ offer }) => offer?.steps.map(({ minCycles }) => minCycles) ?? [],
  );
  const lengths = new Set([1, ...offered]);
  return [...lengths]
    .filter((cycles) => cycles <= maxCycles(after.cycle))
    .sort((a, b) => a - b)
    .flatMap((cycles) => {
      const [old, next] = [priceCurve(before, { cycles }), priceCurve(after, { cycles })];
      return bends(old, next).flatMap((seats) => {
        const [amountBefore, amount] = [priceOnCurve(old, seats), priceOnCurve(next, seats)];
        if (amountBefore === null || amount === null) return [];
        return [{ seats, cycles, ...moveOf(amountBefore, amount) }];
      });
    });
}

/** A team this large is still one: beyond the last bend a price goes on as it does here (chosen). */
const LARGE_TEAM = 1_000;

/** Where either curve begins, bends or ends; and where both go on without end, a number of seats that somebody may have. */
function bends(a: readonly PricePiece[], b: readonly PricePiece[]): number[] {
  const ends = [...a, ...b].flatMap(({ fromSeats, toSeats }) => [fromSeats, toSeats]);
  const within = ends.filter((seats) => seats < MAX_SEATS);
  const farthest = Math.max(LARGE_TEAM, ...within.map((seats) => seats * 2));
  return [...new Set([...within, farthest])].sort((x, y) => x - y);
}

/** The first of the largest. */
function steepest(shifts: readonly PriceShift[]): PriceShift | undefined {
  let found: PriceShift | undefined;
  for (const shift of shifts) {
    if (!found || (shift.percent ?? Infinity) > (found.percent ?? Infinity)) found = shift;
  }
  return found;
}

function soldSeats(before: Policy, after: Policy): PolicyImpact[] {
  const [old, next] = [priceCurve(before, { cycles: 1 }), priceCurve(after, { cycles: 1 })];
  const [first, last] = [next[0], next.at(-1)];
  const [firstBefore, lastBefore] = [old[0], old.at(-1)];
  if (!firstBefore || !lastBefore) return [];
  if (!first || !last) return [{ code: 'fewer-sold', min: null, max: null }];
  const narrower = first.fromSeats > firstBefore.fromSeats || last.toSeats < lastBefore.toSeats;
  return narrower ? [{ code: 'fewer-sold', min: first.fromSeats, max: last.toSeats }] : [];
}
