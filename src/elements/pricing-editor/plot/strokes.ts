import type { PricePiece } from '../../../domain/index.js';
import { priceOnCurve } from '../../../domain/pricing/curve.js';

/** What stands over the seats: the price of the order, or its share for each seat. */
export type Metric = 'order' | 'seat';

/** Seats and what an order of them costs, in minor units: exactly what a quote says. */
export interface PricePoint {
  seats: number;
  amount: number;
}

/** A stretch of a curve that is drawn without lifting the pen. */
export interface Stroke {
  /** Rising in seats; the price at each is exact. */
  points: PricePoint[];
  /** How it follows the stroke before: it goes on, jumps, or seats between them cannot be ordered. */
  follows: 'bend' | 'jump' | 'gap';
  /** What its line would say one seat earlier, where it begins with a jump: the place of the open dot. */
  approach: number;
}

/**
 * The strokes of a curve within a range of seats. The price of an order is straight, so both ends of a piece are enough; its share for
 * each seat is not, and gets a point every few pixels.
 *
 * @param perPixel seats that one pixel holds
 */
export function strokesOf(
  curve: readonly PricePiece[],
  first: number,
  last: number,
  metric: Metric,
  perPixel: number,
): Stroke[] {
  const strokes: Stroke[] = [];
  curve.forEach((piece, index) => {
    const from = Math.max(piece.fromSeats, first);
    const to = Math.min(piece.toSeats, last);
    if (from > to) return;
    const points = seatsBetween(from, to, metric === 'order' ? Infinity : perPixel * 4).map(
      (seats): PricePoint => ({ seats, amount: priceAt(piece, seats) }),
    );
    strokes.push({
      points,
      follows: from === piece.fromSeats ? transition(curve[index - 1], piece) : 'gap',
      approach: Math.max(0, piece.fromPrice - slope(piece)),
    });
  });
  return strokes;
}

/** Every seat at which a curve begins, bends, jumps or ends: there is nothing to see between two of them. */
export function telltaleSeats(curve: readonly PricePiece[]): number[] {
  const seats = new Set(curve.flatMap(({ fromSeats, toSeats }) => [fromSeats, toSeats]));
  return [...seats].sort((a, b) => a - b);
}

/** How a piece follows the one before it. */
export function transition(before: PricePiece | undefined, piece: PricePiece): Stroke['follows'] {
  if (before?.toSeats !== piece.fromSeats - 1) return 'gap';
  const step = piece.fromPrice - before.toPrice;
  // A step no larger than a seat costs on either side is a bend; one minor unit is rounding.
  const [low, high] = [slope(before), slope(piece)].sort((a, b) => a - b) as [number, number];
  return step >= low - 1 && step <= high + 1 ? 'bend' : 'jump';
}

/** What one more seat costs; for the eye, not for a bill. */
function slope({ perSeat, payPercent }: PricePiece): number {
  return (perSeat * payPercent) / 100;
}

function priceAt(piece: PricePiece, seats: number): number {
  if (seats === piece.fromSeats) return piece.fromPrice;
  if (seats === piece.toSeats) return piece.toPrice;
  return priceOnCurve([piece], seats) ?? piece.toPrice;
}

/** Whole numbers from `from` to `to`, both ends included, at least `step` apart but for the last. */
function seatsBetween(from: number, to: number, step: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / Math.max(1, step)));
  const all = Array.from({ length: count + 1 }, (_, index) =>
    Math.round(from + ((to - from) * index) / count),
  );
  return [...new Set(all)];
}
