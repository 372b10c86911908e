import type { PricePiece } from '../../../domain/index.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';

/** A plot without any jump to show ends here. */
const PLAIN_SEATS = 100;

/**
 * The seats a plot reaches to: a quarter beyond the last place where a price jumps, bends or ends, and as far as `extra` goes.
 */
export function lastSeatShown(
  curves: readonly (readonly PricePiece[])[],
  extra: readonly number[],
): number {
  const places = curves.flatMap((curve) =>
    curve.flatMap(({ fromSeats, toSeats }) => [fromSeats, toSeats < MAX_SEATS ? toSeats : 1]),
  );
  const last = Math.max(1, ...places);
  const wanted = last > 1 ? last * 1.25 : PLAIN_SEATS;
  return Math.min(MAX_SEATS, Math.ceil(Math.max(10, wanted, ...extra)));
}

/** Round numbers from 0 up to `max`, about `count` of them; whole steps of at least 1. */
export function roundTicks(max: number, count: number): number[] {
  const step = roundStep(max / Math.max(1, count));
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below `least`. */
export function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => each * power >= least) ?? 10;
  return factor * power;
}
