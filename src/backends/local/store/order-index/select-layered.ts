import { comparePositions, positionOf, sumTotals } from '../../../../billing/order-query.js';
import type { OrderQuery } from '../../../../billing/ports.js';
import { selectOrders, type SelectedOrders } from '../select-orders.js';
import type { Layers } from './layers.js';
import { selectSlots } from './select-slots.js';

/** One page of both layers: what comes first in either, put together. */
export function selectLayered(layers: Layers, query: OrderQuery): SelectedOrders {
  const { by, direction } = query.sort;
  const { changes } = layers;
  const below = selectSlots(layers, query);
  const orders = [...changes.values()].filter((order) => order !== null);
  const above = selectOrders(orders, { ...query, limit: query.limit + 1 });
  const positions = below.positions;
  for (const id of above.ids) {
    const order = changes.get(id);
    if (order) positions.push(positionOf(order, by));
  }
  positions.sort((a, b) => comparePositions(a, b, direction));
  return {
    ids: positions.slice(0, query.limit).map(({ id }) => id),
    more: positions.length > query.limit,
    totals: sumTotals([below.totals, above.totals]),
  };
}
