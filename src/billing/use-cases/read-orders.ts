import {
  BackendError,
  type Order,
  type OrderFilter,
  type OrderPage,
} from '../../contract/index.js';
import type { Asked } from '../context.js';
import { findOrder } from '../locate.js';
import { readCursor, readFilter, writeCursor } from '../order-filter.js';
import { positionOf } from '../order-query.js';
import { sees } from '../principal.js';
import { orderView, orderViews } from '../views.js';

/** @throws BackendError `not-found` */
export function order({ store, principal, clock }: Asked, orderId: string): Promise<Order> {
  return store.transaction('read', async (tx) =>
    orderView(tx, await findOrder(tx, principal, orderId), clock.now()),
  );
}

/** A page of the orders the principal may see. @throws BackendError `invalid` for a filter or cursor that means nothing */
export async function orders(
  { store, principal, clock }: Asked,
  filter: OrderFilter,
  cursor: string | null,
): Promise<OrderPage> {
  const { installationId, ...criteria } = readFilter(filter);
  if (installationId !== undefined && !sees(principal, installationId)) {
    throw new BackendError('not-found');
  }
  const installations = installationId === undefined ? principal.installations : [installationId];
  const after = cursor === null ? null : readCursor(cursor, criteria.sort);
  return store.transaction('read', async (tx) => {
    const found = await tx.findOrders({ ...criteria, installations, after });
    const last = found.orders.at(-1);
    const { by } = criteria.sort;
    return {
      items: await orderViews(tx, found.orders, clock.now()),
      nextCursor: found.more && last ? writeCursor(positionOf(last, by), criteria.sort) : null,
      totals: found.totals,
    };
  });
}
