import { priceCurve, priceOnCurve } from '../../pricing/curve.js';
import type { PricePiece } from '../../pricing/types.js';
import type { Policy } from '../types.js';

/** The price curve of a policy for a number of cycles. */
export type Curves = (cycles: number) => readonly PricePiece[];

/** Works each curve of a policy out once, however many ask for it. */
export function curvesOf(policy: Policy): Curves {
  const known = new Map<number, PricePiece[]>();
  return (cycles) => {
    const found = known.get(cycles) ?? priceCurve(policy, { cycles });
    known.set(cycles, found);
    return found;
  };
}

/** Tests a number of seats that two curves price, each by the piece that is given. */
export type SeatTest = (seats: number, piece: PricePiece, other: PricePiece) => boolean;

/**
 * The fewest seats, of those at which a stretch common to two curves begins or ends, for which a test holds; undefined where it holds
 * for none. Both curves are straight on such a stretch, so that a difference shows at one of its ends if it shows at all.
 */
export function firstTelling(
  curve: readonly PricePiece[],
  other: readonly PricePiece[],
  test: SeatTest,
): number | undefined {
  let [at, otherAt] = [0, 0];
  for (;;) {
    const [piece, beside] = [curve[at], other[otherAt]];
    if (!piece || !beside) return undefined;
    const from = Math.max(piece.fromSeats, beside.fromSeats);
    const to = Math.min(piece.toSeats, beside.toSeats);
    if (from <= to) {
      if (test(from, piece, beside)) return from;
      if (test(to, piece, beside)) return to;
    }
    if (piece.toSeats <= beside.toSeats) at += 1;
    else otherAt += 1;
  }
}

/** The price of a number of seats that a piece holds. */
export function priceIn(piece: PricePiece, seats: number): number {
  if (seats === piece.fromSeats) return piece.fromPrice;
  if (seats === piece.toSeats) return piece.toPrice;
  return priceOnCurve([piece], seats) ?? NaN;
}
