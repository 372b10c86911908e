import { maxCycles, termDays } from '../../pricing/term.js';
import type { PricePiece } from '../../pricing/types.js';
import type { Offer, Policy, PolicyWarning } from '../types.js';
import { firstTelling, priceIn, type Curves } from './curves.js';

/** Steps that no order can reach or that change nothing, and longer terms that are a bad deal. */
export function offerWarnings(policy: Policy, curves: Curves): PolicyWarning[] {
  const { offer } = policy;
  if (offer === null) return [];
  // Where nothing at all can be ordered, the seat limits are to blame and not every step.
  if (curves(1).length === 0) return [];
  return offer.steps.flatMap(({ minCycles }, index): PolicyWarning[] => {
    const path = `offer.steps[${index}]`;
    const never: PolicyWarning = { code: 'step-never-applies', path, cycles: minCycles };
    if (curves(minCycles).length === 0) return [never];
    return [
      ...(changesNothing(offer, index) ? [never] : []),
      ...cheaperAt(curves, minCycles, path),
      ...worseRateIn(policy, curves, index, path),
    ];
  });
}

/** Whether a step gives what the one before it gives already, or nothing as the first. */
function changesNothing({ type, steps }: Offer, index: number): boolean {
  return type === 'discount'
    ? steps[index]?.payPercent === (steps[index - 1]?.payPercent ?? 100)
    : steps[index]?.days === (steps[index - 1]?.days ?? 0);
}

/** Only where a step begins can one more cycle cost less in all. */
function cheaperAt(curves: Curves, cycles: number, path: string): PolicyWarning[] {
  const cyclesBefore = cycles - 1;
  let [amount, amountBefore] = [0, 0];
  const seats = firstTelling(curves(cycles), curves(cyclesBefore), (count, piece, before) => {
    [amount, amountBefore] = [priceIn(piece, count), priceIn(before, count)];
    return amount < amountBefore;
  });
  if (seats === undefined) return [];
  return [{ code: 'longer-term-cheaper', path, cycles, cyclesBefore, seats, amount, amountBefore }];
}

/** The first cycles within a step whose price for a day is above that of one cycle fewer. */
function worseRateIn(policy: Policy, curves: Curves, index: number, path: string): PolicyWarning[] {
  const steps = policy.offer?.steps ?? [];
  const first = Math.max(2, steps[index]?.minCycles ?? 2);
  const last = Math.min(maxCycles(policy.cycle), (steps[index + 1]?.minCycles ?? Infinity) - 1);
  for (let cycles = first; cycles <= last; cycles++) {
    const days = termDays(policy, cycles);
    const daysBefore = termDays(policy, cycles - 1);
    const seats = firstTelling(curves(cycles), curves(cycles - 1), (count, piece, before) =>
      isMore(unrounded(piece, count), daysBefore, unrounded(before, count), days),
    );
    if (seats !== undefined) {
      return [{ code: 'longer-term-worse-rate', path, cycles, cyclesBefore: cycles - 1, seats }];
    }
  }
  return [];
}

/** A price before rounding: minor units, and the hundredths of a percent of them that are paid. Rounding would favour some length. */
interface Unrounded {
  list: number;
  share: number;
}

function unrounded({ base, perSeat, payPercent }: PricePiece, seats: number): Unrounded {
  return { list: base + perSeat * seats, share: Math.round(payPercent * 100) };
}

/** Whether one price times a number of days is more than another times another; exact. */
function isMore(price: Unrounded, days: number, other: Unrounded, otherDays: number): boolean {
  const [factor, otherFactor] = [price.share * days, other.share * otherDays];
  const [product, otherProduct] = [price.list * factor, other.list * otherFactor];
  return Math.max(product, otherProduct) <= Number.MAX_SAFE_INTEGER
    ? product > otherProduct
    : BigInt(price.list) * BigInt(factor) > BigInt(other.list) * BigInt(otherFactor);
}
