import type { Policy, PolicyWarning } from '../../../domain/index.js';
import { maxCycles } from '../../../domain/pricing/term.js';
import type { PricePiece } from '../../../domain/index.js';
import type { Mark } from '../plot/plot.js';

/** Where on the picture a warning shows: an order of so many seats, for so many cycles. */
export interface WarningPlace {
  seats: number;
  cycles: number;
}

/**
 * The order at which a warning shows; null where it is about none that could be made: a length beyond what one order may buy.
 *
 * @param curve of the draft, for one cycle
 */
export function placeOfWarning(
  warning: PolicyWarning,
  policy: Policy,
  curve: readonly PricePiece[],
): WarningPlace | null {
  const first = curve[0]?.fromSeats ?? 1;
  switch (warning.code) {
    case 'more-seats-cheaper':
    case 'longer-term-cheaper':
    case 'longer-term-worse-rate':
      return { seats: warning.seats, cycles: warning.cycles };
    case 'step-never-applies':
      return warning.cycles <= maxCycles(policy.cycle)
        ? { seats: first, cycles: warning.cycles }
        : null;
    case 'cap-below-smallest-price':
      return { seats: first, cycles: 1 };
    default:
      return { seats: warning.seats, cycles: 1 };
  }
}

/** The marks of warnings that show on the picture for a length, those at the same seats together; labelled by their place in the list. */
export function marksFor(places: readonly (WarningPlace | null)[], cycles: number): Mark[] {
  const labels = new Map<number, number[]>();
  places.forEach((place, index) => {
    if (place?.cycles !== cycles) return;
    labels.set(place.seats, [...(labels.get(place.seats) ?? []), index + 1]);
  });
  return [...labels].map(([seats, numbers]) => ({ seats, label: numbers.join('·') }));
}
