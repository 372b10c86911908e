import type { PricePiece } from '../../../domain/index.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';
import { lastSeatShown } from './scale.js';

/** Which seats are shown: all places where the price changes, all that can be ordered, those about the chosen ones, or all there are. */
export type RangeChoice = 'places' | 'limits' | 'near' | 'all';

/** The seats at the edges of a picture. */
export interface SeatRange {
  first: number;
  last: number;
}

/** Seats on either side of the chosen ones. */
const NEAR = 12;

/**
 * The seats that a choice shows. Whatever is chosen, the seats asked about are in the picture.
 *
 * @param curves the draft's first; behind it whatever else is drawn
 */
export function seatRange(
  choice: RangeChoice,
  curves: readonly (readonly PricePiece[])[],
  seats: number | null,
): SeatRange {
  const [own = []] = curves;
  const extra = seats === null ? [] : [Math.min(seats, MAX_SEATS)];
  const orderable = { first: own[0]?.fromSeats ?? 1, last: own.at(-1)?.toSeats ?? MAX_SEATS };
  switch (choice) {
    case 'near': {
      const middle = extra[0] ?? orderable.first;
      const first = Math.max(0, middle - NEAR);
      return { first, last: Math.min(MAX_SEATS, first + 2 * NEAR) };
    }
    case 'limits': {
      const first = Math.min(orderable.first, ...extra) - 1;
      return { first, last: Math.max(orderable.last, first + 2, ...extra) };
    }
    case 'all':
      return { first: 0, last: MAX_SEATS };
    case 'places':
      return { first: 0, last: lastSeatShown(curves, extra) };
  }
}
