import { liveSegments } from '../access/live.js';
import type { Segment } from '../access/types.js';
import { addDays, DAY_MS, type Instant } from '../instant.js';
import type { OrderKind } from '../pricing/types.js';
import type { PaymentMethod } from './types.js';

/** How long an order waits for its payment (SPEC §5). */
const WAIT_MS: Readonly<Record<PaymentMethod, number>> = {
  wechat: 2 * 3_600_000,
  'bank-transfer': 10 * DAY_MS,
};

const REFUND_WINDOW_DAYS = 10;
const REFUND_DECISION_DAYS = 7;

/** What a pending order's end depends on. */
export interface PendingOrder {
  kind: OrderKind;
  createdAt: Instant;
  /** The instant its price was fixed at, which says what it credits. */
  quotedAt: Instant;
  /** null while the buyer has not chosen: counts as WeChat. */
  method: PaymentMethod | null;
}

/**
 * When a pending order lapses (SPEC §5): 2 h after its creation, 10 days by bank transfer; an expansion no later than the first end
 * of a segment it credits. Whether a transfer under way bars the lapse is for the caller to know.
 *
 * @param segments the installation's
 */
export function lapsesAt(
  { kind, createdAt, quotedAt, method }: PendingOrder,
  segments: readonly Pick<Segment, 'endsAt'>[],
): Instant {
  const waited = new Date(Date.parse(createdAt) + WAIT_MS[method ?? 'wechat']).toISOString();
  if (kind !== 'expand') return waited;
  return liveSegments(segments, quotedAt).reduce(
    (first, { endsAt }) => (Date.parse(endsAt) < Date.parse(first) ? endsAt : first),
    waited,
  );
}

/** The last instant at which a refund may be asked: 10 × 24 h after the payment. */
export function refundableUntil(paidAt: Instant): Instant {
  return addDays(paidAt, REFUND_WINDOW_DAYS);
}

/** When a refund that the provider has not answered is approved: 7 days after the request. */
export function refundDecisionDueAt(requestedAt: Instant): Instant {
  return addDays(requestedAt, REFUND_DECISION_DAYS);
}
