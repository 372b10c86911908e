import type {
  Instant,
  OrderKind,
  Policy,
  Quote,
  QuoteRequest,
  Violation,
} from '../../domain/index.js';
import { latestSegment, liveSegments } from '../../domain/access/live.js';
import { priceCurve } from '../../domain/pricing/curve.js';
import { quote } from '../../domain/pricing/quote.js';
import { maxCycles } from '../../domain/pricing/term.js';
import { parseCount, type CountFault } from '../../ui/numbers.js';
import {
  readSubscription,
  type Holding,
  type SegmentText,
  type Subscription,
} from './preview/subscription.js';

/** A sample order as typed, and what the customer has when it is made. */
export interface SampleText {
  kind: OrderKind;
  /** null where nobody has typed yet. */
  seats: string | null;
  cycles: string;
  holding: Holding;
  /** Paid time; looked at while `holding` says so. */
  segments: readonly SegmentText[];
}

/** What is shown before anybody has asked for anything: a first purchase for one cycle. */
export const FIRST_SAMPLE: SampleText = {
  kind: 'new',
  seats: null,
  cycles: '1',
  holding: 'none',
  segments: [],
};

/** A sample order worked out. */
export interface Sample {
  text: SampleText;
  /** As shown in the field. */
  seatsText: string;
  seats: number | null;
  /** Cycles to draw the curve for: 1 where the field holds none that can be bought. */
  cycles: number;
  /** Whether a length is asked for at all: adding seats to the same end has none. */
  hasCycles: boolean;
  seatsFault: CountFault | null;
  cyclesFault: CountFault | null;
  subscription: Subscription;
  violations: Violation[];
  /** null while a number is missing, the paid time cannot be read or the order cannot be made. */
  quote: Quote | null;
}

const USUAL_SEATS = 30;
const FURTHER_SEATS = 10;
const NOTHING_PAID: Subscription = { segments: [], faults: [], values: new Map() };

/** What a buyer would be quoted; null fields where the policy or a number is not there yet. */
export function workOutSample(
  text: SampleText,
  policy: Policy | null,
  now: Instant,
  timeZone?: string,
): Sample {
  const subscription =
    policy && text.holding === 'paid'
      ? readSubscription(text.segments, policy, now, timeZone)
      : NOTHING_PAID;
  const { segments } = subscription;
  const seatsText = text.seats ?? String(usualSeats(text.kind, policy, segments, now));
  const seats = parseCount(seatsText);
  const cycles = parseCount(text.cycles);
  const hasCycles = text.kind !== 'expand' || policy?.expansion !== 'co-term';
  const complete = seats.ok && (cycles.ok || !hasCycles) && subscription.faults.length === 0;
  const request = complete
    ? requestOf(text.kind, seats.value, cycles.ok && hasCycles ? cycles.value : null)
    : null;
  const result = policy && request && quote(policy, request, { segments, now });
  return {
    text,
    seatsText,
    seats: seats.ok ? seats.value : null,
    cycles: hasCycles && cycles.ok && policy && isSold(policy, cycles.value) ? cycles.value : 1,
    hasCycles,
    seatsFault: seats.ok ? null : seats.fault,
    cyclesFault: cycles.ok || !hasCycles ? null : cycles.fault,
    subscription,
    violations: result && !result.ok ? result.violations : [],
    quote: result?.ok ? result.quote : null,
  };
}

/** @param cycles null where the time stays as it is */
function requestOf(kind: OrderKind, seats: number, cycles: number | null): QuoteRequest {
  if (cycles === null) return { kind: 'expand', seats };
  return { kind, seats, cycles };
}

function isSold(policy: Policy, cycles: number): boolean {
  return cycles >= 1 && cycles <= maxCycles(policy.cycle);
}

/** The seats that such an order would usually have, or the nearest that can be ordered. */
function usualSeats(
  kind: OrderKind,
  policy: Policy | null,
  segments: Subscription['segments'],
  now: Instant,
): number {
  if (kind === 'renew') return latestSegment(segments)?.seats ?? sellable(policy, USUAL_SEATS);
  if (kind === 'new') return sellable(policy, USUAL_SEATS);
  const most = liveSegments(segments, now).map(({ seats }) => seats);
  return sellable(policy, most.length > 0 ? Math.max(...most) + FURTHER_SEATS : USUAL_SEATS);
}

function sellable(policy: Policy | null, wanted: number): number {
  if (!policy) return wanted;
  const curve = priceCurve(policy, { cycles: 1 });
  const piece = curve.find(({ toSeats }) => toSeats >= wanted) ?? curve.at(-1);
  return piece ? Math.min(Math.max(wanted, piece.fromSeats), piece.toSeats) : wanted;
}
