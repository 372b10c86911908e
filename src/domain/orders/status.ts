import type { OrderEvent, OrderStatus } from './types.js';

/** Every legal move of an order (SPEC §5); whatever is not here is refused. */
const MOVES: Readonly<Record<OrderStatus, Readonly<Partial<Record<OrderEvent, OrderStatus>>>>> = {
  pending: { pay: 'paid', cancel: 'cancelled', lapse: 'lapsed', replace: 'replaced' },
  paid: { 'request-refund': 'refund-requested' },
  'refund-requested': { 'approve-refund': 'refunding', 'reject-refund': 'paid' },
  refunding: { 'complete-refund': 'refunded', 'fail-refund': 'refund-failed' },
  'refund-failed': { 'retry-refund': 'refunding' },
  cancelled: {},
  lapsed: {},
  replaced: {},
  refunded: {},
};

/** The status an event moves an order to; null when it may not happen then. */
export function orderTransition(status: OrderStatus, event: OrderEvent): OrderStatus | null {
  return MOVES[status][event] ?? null;
}

/** Whether nothing can happen to the order any more. */
export function isFinalOrder(status: OrderStatus): boolean {
  return Object.keys(MOVES[status]).length === 0;
}

/** Whether the order was paid and its money has not gone back: its segments stand. */
export function isStandingOrder(status: OrderStatus): boolean {
  return status === 'paid' || blocksOrdering(status);
}

/**
 * Whether a refund has been asked for and has not ended: until it does, nothing of the installation can be ordered, paid or invoiced.
 * A failed refund has not ended, since it is tried again.
 */
export function blocksOrdering(status: OrderStatus): boolean {
  return status === 'refund-requested' || status === 'refunding' || status === 'refund-failed';
}
