import { addDays, isAfter, type Instant } from '../instant.js';
import { shares } from '../money.js';
import type { Policy } from '../policy/types.js';
import { proratedPrices } from '../pricing/co-term.js';
import { quote } from '../pricing/quote.js';
import type { Quote, QuoteRequest } from '../pricing/types.js';
import { latestSegment, liveSegments } from './live.js';
import type { Segment } from './types.js';

/** A paid order, as far as it changes the paid time (SPEC §4). */
export interface PaidOrder {
  orderId: string;
  policyVersion: number;
  /** The policy of that version. */
  policy: Policy;
  request: QuoteRequest;
  /** The instant the order pinned: what is live, remaining and credited is fixed here. */
  quotedAt: Instant;
  /** When the gateway was paid: bought time starts here. */
  paidAt: Instant;
  /** By how much a provider lowered the price: minor units from 0 to what was payable. */
  adjustment?: number | undefined;
}

/** What an order does to the paid time: all segments afterwards, by start, and those it replaced, kept for a refund. */
export interface SegmentChange {
  segments: Segment[];
  replaced: Segment[];
}

/**
 * The paid time after an order (SPEC §4). `new` and `renew` add a segment; `expand` replaces the live ones, by a fresh term or to the same ends.
 *
 * @throws RangeError when the request could not be quoted at `quotedAt`, or the adjustment exceeds what was payable
 */
export function segmentsAfter(segments: readonly Segment[], order: PaidOrder): SegmentChange {
  const { request, quotedAt } = order;
  const result = quote(order.policy, request, { segments, now: quotedAt });
  if (!result.ok) {
    const codes = result.violations.map(({ code }) => code).join(', ');
    throw new RangeError(`Order ${order.orderId} cannot be quoted: ${codes}`);
  }
  const value = valueOf(result.quote, order);
  const replaced = request.kind === 'expand' ? liveSegments(segments, quotedAt) : [];
  const kept = segments.filter((segment) => !replaced.includes(segment));
  const bought =
    result.quote.cycles === 0
      ? sameEnds(replaced, result.quote.seats, value, order)
      : [freshTerm(segments, result.quote, value, order)];
  return { segments: byStart([...kept, ...bought]), replaced };
}

/**
 * The paid time once an order is refunded: its segments go, those it replaced come back as they were, time having gone on (SPEC §5 "Refund").
 *
 * @param order with what {@link segmentsAfter} gave as `replaced`
 */
export function segmentsBefore(
  segments: readonly Segment[],
  order: { orderId: string; replaced: readonly Segment[] },
): Segment[] {
  const kept = segments.filter((segment) => segment.orderId !== order.orderId);
  return byStart([...kept, ...order.replaced]);
}

/** What was paid plus the credit used. */
function valueOf({ price, payable }: Quote, { orderId, adjustment = 0 }: PaidOrder): number {
  if (!Number.isSafeInteger(adjustment) || adjustment < 0 || adjustment > payable) {
    throw new RangeError(`Order ${orderId} cannot be lowered by ${adjustment} of ${payable}`);
  }
  return price - adjustment;
}

function freshTerm(
  segments: readonly Segment[],
  { kind, seats, cycles, purchasedDays, giftDays }: Quote,
  value: number,
  { orderId, policyVersion, policy, paidAt }: PaidOrder,
): Segment {
  const latest = kind === 'renew' ? latestSegment(segments) : undefined;
  const startsAt = latest ? later(latest.endsAt, paidAt) : paidAt;
  const days = purchasedDays + giftDays;
  const endsAt = addDays(startsAt, days);
  const { cycle } = policy;
  return {
    orderId,
    policyVersion,
    seats,
    cycle,
    cycles,
    termDays: days,
    days,
    startsAt,
    endsAt,
    value,
  };
}

/** Co-term: each live segment goes on with all seats, worth its share of the price. */
function sameEnds(
  live: readonly Segment[],
  seats: number,
  value: number,
  { orderId, policyVersion, policy, quotedAt, paidAt }: PaidOrder,
): Segment[] {
  const prorated = proratedPrices(policy, seats, live, quotedAt);
  const values = shares(
    value,
    prorated.map(({ amount }) => amount),
  );
  return prorated.map(({ segment, remainingDays }, index) => ({
    ...segment,
    orderId,
    policyVersion,
    seats,
    days: remainingDays,
    startsAt: later(segment.startsAt, paidAt),
    value: values[index] ?? 0,
  }));
}

function later(a: Instant, b: Instant): Instant {
  return isAfter(b, a) ? b : a;
}

function byStart(segments: Segment[]): Segment[] {
  return segments.sort((a, b) => inTime(a.startsAt, b.startsAt) || inTime(a.endsAt, b.endsAt));
}

function inTime(a: Instant, b: Instant): number {
  if (isAfter(a, b)) return 1;
  return isAfter(b, a) ? -1 : 0;
}
