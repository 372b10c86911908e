import type { BillingBackend, CallOptions, Order } from '../contract/index.js';
import { BackendError } from '../contract/errors.js';
import { isOrder } from '../contract/guards.js';

/** @throws BackendError `invalid-response` when the answer is no order, or another one */
export async function loadOrder(
  backend: BillingBackend,
  orderId: string,
  call: Required<CallOptions>,
): Promise<Order> {
  return requireOrder(await backend.order(orderId, call), orderId);
}

/**
 * An answer about one order.
 *
 * @throws BackendError `invalid-response` when it is none, or about another one
 */
export function requireOrder(order: Order, orderId: string): Order {
  if (!isOrder(order) || order.id !== orderId) throw new BackendError('invalid-response');
  return order;
}
