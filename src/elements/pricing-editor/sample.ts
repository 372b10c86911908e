import type { Instant, Policy, Quote, Violation } from '../../domain/index.js';
import { priceCurve } from '../../domain/pricing/curve.js';
import { quote } from '../../domain/pricing/quote.js';
import { maxCycles } from '../../domain/pricing/term.js';
import { parseCount, type CountFault } from '../../ui/numbers.js';

/** A sample order as typed; null where nobody has typed yet. */
export interface SampleText {
  seats: string | null;
  cycles: string;
}

/** A sample order worked out. */
export interface Sample {
  /** As shown in the field. */
  seatsText: string;
  cyclesText: string;
  seats: number | null;
  /** Cycles to draw the curve for: 1 where the field holds none that can be bought. */
  cycles: number;
  seatsFault: CountFault | null;
  cyclesFault: CountFault | null;
  violations: Violation[];
  quote: Quote | null;
}

const USUAL_SEATS = 30;

/** What a first buyer would be quoted; null fields where the policy or a number is not there yet. */
export function workOutSample(text: SampleText, policy: Policy | null, now: Instant): Sample {
  const seatsText = text.seats ?? String(usualSeats(policy));
  const seats = parseCount(seatsText);
  const cycles = parseCount(text.cycles);
  const result =
    policy && seats.ok && cycles.ok
      ? quote(
          policy,
          { kind: 'new', seats: seats.value, cycles: cycles.value },
          { segments: [], now },
        )
      : null;
  return {
    seatsText,
    cyclesText: text.cycles,
    seats: seats.ok ? seats.value : null,
    cycles: cycles.ok && policy && isSold(policy, cycles.value) ? cycles.value : 1,
    seatsFault: seats.ok ? null : seats.fault,
    cyclesFault: cycles.ok ? null : cycles.fault,
    violations: result && !result.ok ? result.violations : [],
    quote: result?.ok ? result.quote : null,
  };
}

function isSold(policy: Policy, cycles: number): boolean {
  return cycles >= 1 && cycles <= maxCycles(policy.cycle);
}

/** A usual number of seats, or the nearest that can be ordered. */
function usualSeats(policy: Policy | null): number {
  if (!policy) return USUAL_SEATS;
  const curve = priceCurve(policy, { cycles: 1 });
  const piece = curve.find(({ toSeats }) => toSeats >= USUAL_SEATS) ?? curve.at(-1);
  return piece ? Math.min(Math.max(USUAL_SEATS, piece.fromSeats), piece.toSeats) : USUAL_SEATS;
}
