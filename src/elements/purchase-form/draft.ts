import {
  latestSegment,
  liveSegments,
  type Instant,
  type OrderKind,
  type Policy,
  type QuoteRequest,
} from '../../domain/index.js';
import { parseCount, type CountFault, type CountParse } from '../../ui/numbers.js';
import { segmentsOf, type PurchaseFacts } from './facts.js';

/** What has been typed for one kind of order, as typed. */
export interface Draft {
  seats: string;
  cycles: string;
}

/** What a draft asks for, or which of its fields cannot be read. */
export interface Reading {
  request: QuoteRequest | null;
  seats: number | null;
  seatsFault: CountFault | null;
  cyclesFault: CountFault | null;
}

/** Whether the order has a length of its own: a co-term expansion keeps the ends there are (SPEC §4). */
export function hasTerm(kind: OrderKind, policy: Policy): boolean {
  return kind !== 'expand' || policy.expansion === 'new-term';
}

/** Seats and length that a buyer most likely wants, before anything is typed. */
export function likelyDraft(
  facts: PurchaseFacts,
  kind: OrderKind,
  now: Instant,
  wish: { seats: number | null; cycles: number | null },
): Draft {
  const segments = segmentsOf(facts);
  const inUse = facts.installation.subscription?.seatsInUse ?? 0;
  const least = facts.published?.policy.seatLimits?.min ?? 1;
  const most = Math.max(0, ...liveSegments(segments, now).map((segment) => segment.seats));
  const last = latestSegment(segments);
  const likely = {
    new: Math.max(least, inUse),
    renew: last?.seats ?? least,
    expand: Math.max(most + 1, inUse, least),
  }[kind];
  const wished = (count: number | null) => (Number.isFinite(count) ? count : null);
  return { seats: String(wished(wish.seats) ?? likely), cycles: String(wished(wish.cycles) ?? 1) };
}

/** The request that the typed texts stand for. Limits are the quote's to judge. */
export function readDraft(draft: Draft, kind: OrderKind, policy: Policy): Reading {
  const seats = parseCount(draft.seats);
  const cycles = hasTerm(kind, policy) ? parseCount(draft.cycles) : null;
  return {
    request: requestOf(kind, seats.ok ? seats.value : null, cycles),
    seats: seats.ok ? seats.value : null,
    seatsFault: seats.ok ? null : seats.fault,
    cyclesFault: !cycles || cycles.ok ? null : cycles.fault,
  };
}

function requestOf(
  kind: OrderKind,
  seats: number | null,
  cycles: CountParse | null,
): QuoteRequest | null {
  if (seats === null) return null;
  if (cycles === null) return { kind: 'expand', seats };
  return cycles.ok ? { kind, seats, cycles: cycles.value } : null;
}
