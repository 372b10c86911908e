import type { Order } from '../../contract/index.js';
import type { Cycle, Instant, OrderStatus, Segment } from '../../domain/index.js';
import type { BadgeKind } from '../../ui/templates/badge.js';

/** How a state is drawn; the word stands beside it. */
const KINDS: Readonly<Record<OrderStatus, BadgeKind>> = {
  pending: 'warning',
  paid: 'success',
  cancelled: 'neutral',
  lapsed: 'neutral',
  replaced: 'neutral',
  'refund-requested': 'accent',
  refunding: 'accent',
  refunded: 'neutral',
  'refund-failed': 'danger',
};

export function badgeKind(status: OrderStatus): BadgeKind {
  return KINDS[status];
}

/** The time an order is for. */
export type OrderPeriod =
  /** Bought: from when to when. */
  | { startsAt: Instant; endsAt: Instant }
  /** Not paid yet, so that only the length is known. */
  | { cycles: number; cycle: Cycle; giftDays: number }
  /** More seats until the end that was there before. */
  | { endsAt: Instant };

export function periodOf(order: Order): OrderPeriod {
  const span = spanOf(order.segmentsGranted);
  if (order.paidAt !== null && span) return span;
  const { cycles, giftDays, endsAt } = order.quote;
  return cycles > 0 ? { cycles, cycle: cycleOf(order), giftDays } : { endsAt };
}

/**
 * The unit an order's time was priced in. Its quote has days alone, of which a year has 365 and a month 31; a co-term expansion has
 * neither, and no line that names the unit.
 */
export function cycleOf({ quote: { cycles, purchasedDays } }: Order): Cycle {
  return cycles > 0 && purchasedDays === cycles * 31 ? 'month' : 'year';
}

/** What one has by a list of segments: the most seats, from the first start to the last end; null when there is none. */
export interface Span {
  seats: number;
  startsAt: Instant;
  endsAt: Instant;
}

export function spanOf(segments: readonly Segment[]): Span | null {
  const [first] = segments;
  if (!first) return null;
  return segments.reduce<Span>(
    (span, { seats, startsAt, endsAt }) => ({
      seats: Math.max(span.seats, seats),
      startsAt: Date.parse(startsAt) < Date.parse(span.startsAt) ? startsAt : span.startsAt,
      endsAt: Date.parse(endsAt) > Date.parse(span.endsAt) ? endsAt : span.endsAt,
    }),
    first,
  );
}

/** A word of a table, or itself where the backend knows more words than the page. */
export function wordOf(words: Readonly<Partial<Record<string, string>>>, word: string): string {
  return words[word] ?? word;
}
