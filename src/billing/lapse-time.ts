import type { PaymentAttempt } from '../contract/index.js';
import { lapsesAt, type Instant, type PaymentMethod, type Segment } from '../domain/index.js';
import { earliest, HOUR_MS, later, MINUTE_MS } from './instants.js';
import type { OrderRecord } from './ports.js';

/** How long WeChat's codes and prepay ids live, and an H5 link (SPEC §5). */
const CODE_MS = 2 * HOUR_MS;
const H5_MS = 5 * MINUTE_MS;

/**
 * When a pending order lapses once its buyer goes over to a method. A transfer has its days from the order's creation; going back from
 * one to WeChat opens another two hours within them.
 */
export function lapseAfterChange(
  order: OrderRecord,
  method: PaymentMethod,
  segments: readonly Segment[],
  now: Instant,
): Instant {
  const before = order.method ?? 'wechat';
  if (method === before && order.lapsesAt !== null) return order.lapsesAt;
  const longest = lapsesAt({ ...order, method: 'bank-transfer' }, segments);
  return method === 'wechat' ? earliest(later(now, CODE_MS), longest) : longest;
}

/** When a payment stops being possible: never after its order lapses. */
export function paymentExpiry(
  { method, environment, createdAt }: PaymentAttempt,
  orderLapsesAt: Instant | null,
): Instant {
  const end = orderLapsesAt ?? later(createdAt, CODE_MS);
  if (method === 'bank-transfer') return end;
  return earliest(later(createdAt, environment === 'mobile' ? H5_MS : CODE_MS), end);
}
