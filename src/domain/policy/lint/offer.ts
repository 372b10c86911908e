import { priceCurve, priceOnCurve } from '../../pricing/curve.js';
import { maxCycles, termDays } from '../../pricing/term.js';
import type { PricePiece } from '../../pricing/types.js';
import type { Offer, Policy, PolicyWarning } from '../types.js';

/** Steps that no order can reach or that change nothing, and longer terms that are a bad deal. */
export function offerWarnings(policy: Policy): PolicyWarning[] {
  const { offer } = policy;
  if (offer === null) return [];
  const curves = Array.from({ length: maxCycles(policy.cycle) }, (_, index) =>
    priceCurve(policy, { cycles: index + 1 }),
  );
  // Where nothing at all can be ordered, the seat limits are to blame and not every step.
  if (curves[0]?.length === 0) return [];
  return offer.steps.flatMap(({ minCycles }, index): PolicyWarning[] => {
    const path = `offer.steps[${index}]`;
    const never: PolicyWarning = { code: 'step-never-applies', path, cycles: minCycles };
    if ((curves[minCycles - 1] ?? []).length === 0) return [never];
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

type Curves = readonly (readonly PricePiece[])[];

/** Only where a step begins can one more cycle cost less in all. */
function cheaperAt(curves: Curves, cycles: number, path: string): PolicyWarning[] {
  const [before, after] = [curves[cycles - 2] ?? [], curves[cycles - 1] ?? []];
  for (const seats of tellingSeats(before, after)) {
    const amount = priceOnCurve(after, seats);
    const amountBefore = priceOnCurve(before, seats);
    if (amount !== null && amountBefore !== null && amount < amountBefore) {
      const cyclesBefore = cycles - 1;
      return [
        { code: 'longer-term-cheaper', path, cycles, cyclesBefore, seats, amount, amountBefore },
      ];
    }
  }
  return [];
}

/** The first cycles within a step whose price for a day is above that of one cycle fewer. */
function worseRateIn(policy: Policy, curves: Curves, index: number, path: string): PolicyWarning[] {
  const steps = policy.offer?.steps ?? [];
  const first = Math.max(2, steps[index]?.minCycles ?? 2);
  const last = Math.min(curves.length, (steps[index + 1]?.minCycles ?? Infinity) - 1);
  for (let cycles = first; cycles <= last; cycles++) {
    const [before, after] = [curves[cycles - 2] ?? [], curves[cycles - 1] ?? []];
    const days = BigInt(termDays(policy, cycles));
    const daysBefore = BigInt(termDays(policy, cycles - 1));
    const seats = tellingSeats(before, after).find((count) => {
      const price = unrounded(after, count);
      const priceBefore = unrounded(before, count);
      return price !== null && priceBefore !== null && price * daysBefore > priceBefore * days;
    });
    if (seats !== undefined) {
      return [{ code: 'longer-term-worse-rate', path, cycles, cyclesBefore: cycles - 1, seats }];
    }
  }
  return [];
}

/** Both ends of every piece of both curves, rising: a difference shows at one of them if it shows at all. */
function tellingSeats(a: readonly PricePiece[], b: readonly PricePiece[]): number[] {
  const ends = [...a, ...b].flatMap(({ fromSeats, toSeats }) => [fromSeats, toSeats]);
  return [...new Set(ends)].sort((x, y) => x - y);
}

/** A price in ten thousandths of a minor unit: rates are compared before rounding, which favours no length. */
function unrounded(curve: readonly PricePiece[], seats: number): bigint | null {
  const piece = curve.find(({ fromSeats, toSeats }) => fromSeats <= seats && seats <= toSeats);
  if (!piece) return null;
  return BigInt(piece.base + piece.perSeat * seats) * BigInt(Math.round(piece.payPercent * 100));
}
