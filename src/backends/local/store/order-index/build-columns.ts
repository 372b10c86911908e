import type { ListedOrder } from '../../../../billing/order-query.js';
import { ColumnsBuilder, orderAt, type OrderColumns } from './order-columns.js';
import type { OrderChanges } from './layers.js';
import { sortSlots } from './sort-slots.js';
import { STEPS_BETWEEN, type Sliced } from './slices.js';

/** Columns of orders that come in any order; they are taken at its first step. */
export function* columnsOf(given: Iterable<ListedOrder>): Sliced<OrderColumns> {
  const orders = [...given];
  yield;
  const ids = orders.map(({ id }) => id);
  yield;
  const slots = yield* sortSlots(ids.length, (a, b) => ((ids[a] ?? '') <= (ids[b] ?? '') ? -1 : 1));
  const builder = new ColumnsBuilder();
  for (const [place, slot] of slots.entries()) {
    const order = orders[slot];
    if (order) builder.add(order);
    if (place % STEPS_BETWEEN === 0) yield;
  }
  return yield* builder.columns();
}

/** The same columns with changes taken in. */
export function* changedColumns(
  columns: OrderColumns,
  changes: OrderChanges,
): Sliced<OrderColumns> {
  const put = [...changes.values()].filter((order) => order !== null);
  put.sort((a, b) => (a.id < b.id ? 1 : -1));
  const builder = new ColumnsBuilder();
  for (const [slot, id] of columns.ids.entries()) {
    for (let next = put.at(-1); next && next.id <= id; next = put.at(-1)) {
      builder.add(next);
      put.pop();
    }
    if (!changes.has(id)) builder.add(orderAt(columns, slot));
    if (slot % STEPS_BETWEEN === 0) yield;
  }
  for (const order of put.reverse()) builder.add(order);
  return yield* builder.columns();
}
