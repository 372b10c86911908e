import type { Person, TimelineEntry } from '../contract/index.js';
import { orderTransition, type Instant, type OrderEvent } from '../domain/index.js';
import type { OrderRecord } from './ports.js';

/** The order with one more thing that happened to it. Its status must be the one it has afterwards. */
export function noted(
  order: OrderRecord,
  event: TimelineEntry['event'],
  by: Person,
  at: Instant,
): OrderRecord {
  return { ...order, timeline: [...order.timeline, { at, by, event, status: order.status }] };
}

/**
 * The order after something happened to it that changes its status.
 *
 * @throws Error when it may not happen to an order that stands like this: its callers must have looked
 */
export function moved(order: OrderRecord, event: OrderEvent): OrderRecord {
  const status = orderTransition(order.status, event);
  if (!status) throw new Error(`${event} cannot happen to an order that is ${order.status}`);
  return { ...order, status };
}
