import type { PricePiece } from '../../../domain/index.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';
import { telltaleSeats } from '../plot/strokes.js';

/**
 * Where a key leads on the picture: arrows one seat on, Page Up and Page Down to the next place where something happens, Home and End
 * to the ends of what can be ordered. null for every other key.
 */
export function steered(key: string, curve: readonly PricePiece[], seats: number): number | null {
  const places = telltaleSeats(curve);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(MAX_SEATS, seats + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(1, seats - 1);
    case 'PageUp':
      return places.find((place) => place > seats) ?? seats;
    case 'PageDown':
      return places.findLast((place) => place < seats) ?? seats;
    case 'Home':
      return places[0] ?? seats;
    case 'End':
      return places.at(-1) ?? seats;
    default:
      return null;
  }
}
