import {
  comparePositions,
  matchesOrder,
  positionOf,
  totalsOf,
} from '../../../billing/order-query.js';
import type { ListedOrder } from '../../../billing/order-query.js';
import type { OrderQuery } from '../../../billing/ports.js';
import type { OrderTotals } from '../../../contract/index.js';

export interface SelectedOrders {
  /** Ids of the page, in its order. */
  ids: string[];
  more: boolean;
  totals: OrderTotals;
}

/** One page of a listing, without sorting the whole of it: only the best so far are kept in order. */
export function selectOrders(listing: Iterable<ListedOrder>, query: OrderQuery): SelectedOrders {
  const { by, direction } = query.sort;
  const matching: ListedOrder[] = [];
  const page: { value: string | number; id: string }[] = [];
  for (const order of listing) {
    if (!matchesOrder(order, query)) continue;
    matching.push(order);
    const position = positionOf(order, by);
    if (query.after && comparePositions(position, query.after, direction) <= 0) continue;
    let at = page.length;
    const worst = page[at - 1];
    if (at > query.limit && worst && comparePositions(position, worst, direction) >= 0) continue;
    let low = 0;
    while (low < at) {
      const middle = (low + at) >> 1;
      const other = page[middle];
      if (other && comparePositions(other, position, direction) < 0) low = middle + 1;
      else at = middle;
    }
    page.splice(low, 0, position);
    if (page.length > query.limit + 1) page.pop();
  }
  return {
    ids: page.slice(0, query.limit).map(({ id }) => id),
    more: page.length > query.limit,
    totals: totalsOf(matching),
  };
}
