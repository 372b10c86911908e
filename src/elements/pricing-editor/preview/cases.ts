import type { Policy, PricePiece } from '../../../domain/index.js';
import { ratio } from '../../../domain/money.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';
import { priceCurve, priceOnCurve } from '../../../domain/pricing/curve.js';

/** One usual order, by the version in force and by the draft. Amounts in minor units; null where it cannot be made. */
export interface Case {
  seats: number;
  cycles: number;
  before: number | null;
  after: number | null;
  /** What the draft adds to it or, below 0, takes off; null where one of the two is missing. */
  difference: number | null;
  /** The same in hundredths of a percent of what it costs now, half up; null where that is nothing. */
  basisPoints: number | null;
}

const COMMON_SEATS: readonly number[] = [5, 10, 50, 100];

/** So that a policy of a hundred tiers makes a table that can still be read. */
const MOST_SEATS = 24;

/** Whether prices of two policies can be set side by side: in one currency, for one unit of time. */
export function isComparable(policy: Policy, published: Policy): boolean {
  return policy.currency === published.currency && policy.cycle === published.cycle;
}

/**
 * Usual orders for each length: usual numbers of seats, and those at which something begins or ends in either policy.
 *
 * @param published null where there is nothing to compare with
 */
export function usualCases(
  policy: Policy,
  published: Policy | null,
  lengths: readonly number[],
): Case[] {
  const sides = lengths.map((cycles) => ({
    cycles,
    before: published ? priceCurve(published, { cycles }) : [],
    after: priceCurve(policy, { cycles }),
  }));
  const edges = sides.flatMap(({ before, after }) => [...edgesOf(after), ...edgesOf(before)]);
  return telling(edges).flatMap((seats) =>
    sides.map(({ cycles, before, after }) =>
      caseOf(seats, cycles, priceOnCurve(before, seats), priceOnCurve(after, seats)),
    ),
  );
}

function edgesOf(curve: readonly PricePiece[]): number[] {
  return curve.flatMap(({ fromSeats, toSeats }) => [fromSeats, toSeats]);
}

/** Usual seats and edges, rising; of too many edges, the first. */
function telling(edges: readonly number[]): number[] {
  const known = new Set(COMMON_SEATS);
  const rest = [...new Set(edges)]
    .filter((seats) => !known.has(seats) && seats > 1 && seats < MAX_SEATS)
    .sort((a, b) => a - b)
    .slice(0, MOST_SEATS - known.size);
  return [...known, ...rest].sort((a, b) => a - b);
}

function caseOf(seats: number, cycles: number, before: number | null, after: number | null): Case {
  const difference = before === null || after === null ? null : after - before;
  const share = difference !== null && before ? ratio(Math.abs(difference), 10_000, before) : null;
  const basisPoints = share === null || difference === null ? null : Math.sign(difference) * share;
  return { seats, cycles, before, after, difference, basisPoints };
}
