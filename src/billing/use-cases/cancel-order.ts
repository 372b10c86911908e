import type { Order } from '../../contract/index.js';
import { closeOrder } from '../close-order.js';
import type { Asked } from '../context.js';
import { conflictWith } from '../gates.js';
import { lockOrder } from '../locate.js';
import { transferUnderWay } from '../payments.js';
import { personOf } from '../principal.js';
import { orderView } from '../views.js';
import { withdrawThen } from '../withdraw.js';

/**
 * Cancels a pending order, once the gateway has closed its payments. When a payment did arrive the order comes back paid (SPEC §5).
 *
 * @throws BackendError `conflict` with `order-not-pending` or `transfer-under-way`; `unavailable` when the gateway does not answer
 */
export function cancelOrder(asked: Asked, orderId: string): Promise<Order> {
  const { principal, clock } = asked;
  const by = personOf(principal);
  // Whether this very call found the order pending: only then is a payment that arrives meanwhile its answer.
  let wasPending = false;
  return withdrawThen<Order>({
    ports: asked,
    by,
    locate: (tx) => lockOrder(tx, principal, orderId),
    check: async (tx, { order }) => {
      const now = clock.now();
      if (order.status !== 'pending') {
        return wasPending && order.paidAt !== null
          ? { result: await orderView(tx, order, now) }
          : { refusal: await conflictWith(tx, 'order-not-pending', orderId, now) };
      }
      wasPending = true;
      return transferUnderWay(order)
        ? { refusal: await conflictWith(tx, 'transfer-under-way', orderId, now) }
        : null;
    },
    decide: async (tx, located) => {
      const now = clock.now();
      const { order } = await closeOrder(tx, located, 'cancel', by, now);
      return orderView(tx, order, now);
    },
  });
}
