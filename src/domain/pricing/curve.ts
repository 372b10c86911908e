import type { Policy } from '../policy/types.js';
import { MAX_LIST_AMOUNT, MAX_SEATS } from './bounds.js';
import { capFor } from './cap.js';
import { discounted, offerStepFor } from './offer.js';
import { rulePieces } from './rule.js';
import { maxCycles } from './term.js';
import type { PricePiece } from './types.js';

/**
 * The price of every number of seats that can be ordered for `cycles`, as straight pieces in rising order (SPEC §3, before credit).
 * A new piece begins where the price jumps or bends: at a tier, at the cap, at a seat limit. Seats between two pieces, before the first or
 * after the last cannot be ordered. No cycles that can be ordered, no pieces. The work grows with the tiers, not with the seats.
 *
 * @returns pieces for {@link priceOnCurve}; a plot draws each from (`fromSeats`, `fromPrice`) to (`toSeats`, `toPrice`)
 */
export function priceCurve(policy: Policy, { cycles }: { cycles: number }): PricePiece[] {
  if (!Number.isInteger(cycles) || cycles < 1 || cycles > maxCycles(policy.cycle)) return [];
  const step = offerStepFor(policy, cycles);
  const payPercent = step !== null && 'payPercent' in step ? step.payPercent : 100;
  const cap = capFor(policy, cycles) ?? Infinity;
  const first = policy.seatLimits?.min ?? 1;
  const last = policy.seatLimits?.max ?? MAX_SEATS;

  const curve: PricePiece[] = [];
  for (const piece of rulePieces(policy.rule)) {
    const base = piece.base * cycles;
    const perSeat = piece.perSeat * cycles;
    const line = { base, perSeat, payPercent };
    const from = Math.max(piece.fromSeats, first);
    const to = Math.min(piece.toSeats, last);
    const beyond = firstWhere(from, to, (seats) => base + perSeat * seats > MAX_LIST_AMOUNT);
    const capped = firstWhere(from, beyond - 1, (seats) => priceAt(line, seats) >= cap);
    append(curve, from, capped - 1, line);
    append(curve, capped, beyond - 1, { base: cap, perSeat: 0, payPercent: 100 });
  }
  return curve;
}

/** The price of `seats` before credit, in minor units: what `quote` says; null where they cannot be ordered. */
export function priceOnCurve(curve: readonly PricePiece[], seats: number): number | null {
  const index = firstWhere(0, curve.length - 1, (at) => (curve[at]?.toSeats ?? seats) >= seats);
  const piece = curve[index];
  return piece && seats >= piece.fromSeats ? priceAt(piece, seats) : null;
}

type Line = Pick<PricePiece, 'base' | 'perSeat' | 'payPercent'>;

function priceAt({ base, perSeat, payPercent }: Line, seats: number): number {
  return discounted(base + perSeat * seats, payPercent);
}

/** Adds a line to a curve, unless it is empty; where it goes on as the last piece did, that one grows. */
function append(curve: PricePiece[], fromSeats: number, toSeats: number, line: Line): void {
  if (fromSeats > toSeats) return;
  const { base, perSeat, payPercent } = line;
  const toPrice = priceAt(line, toSeats);
  const before = curve.at(-1);
  if (before && continues(before, fromSeats, line)) {
    before.toSeats = toSeats;
    before.toPrice = toPrice;
    return;
  }
  // Written out: a hundred tiers for sixty lengths make thousands of these for one keystroke in the editor.
  const fromPrice = priceAt(line, fromSeats);
  curve.push({ fromSeats, toSeats, fromPrice, toPrice, base, perSeat, payPercent });
}

function continues(before: PricePiece, fromSeats: number, line: Line): boolean {
  return (
    before.toSeats + 1 === fromSeats &&
    before.base === line.base &&
    before.perSeat === line.perSeat &&
    before.payPercent === line.payPercent
  );
}

/** The first whole number from `from` to `to` for which a test that never turns false again holds; the one after them if none does. */
function firstWhere(from: number, to: number, test: (value: number) => boolean): number {
  // Most stretches meet no limit at all: a look at their last number is enough.
  if (from > to || !test(to)) return Math.max(from, to + 1);
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
