import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  comparePositions,
  matchesOrder,
  positionOf,
  totalsOf,
  type ListedOrder,
} from '../../../src/billing/order-query.js';
import type { OrderPosition, OrderQuery } from '../../../src/billing/ports.js';
import { selectOrders } from '../../../src/backends/local/store/select-orders.js';
import { listingRow } from '../../../src/backends/local/store/store-transaction.js';
import { anOrderOf, aQuery } from './records.js';

const statuses = ['pending', 'paid', 'cancelled', 'refunded'] as const;

function listed(index: number, amount: number, status: number): ListedOrder {
  return listingRow(
    anOrderOf(amount, {
      id: `o${String(index).padStart(6, '0')}`,
      installationId: `i${index % 3}`,
      status: statuses[status % statuses.length] ?? 'paid',
      currency: index % 4 === 0 ? 'JPY' : 'CNY',
      createdAt: new Date(1_770_000_000_000 + (index % 7) * 60_000).toISOString(),
    }),
  );
}

/** Every matching id in order, the plain way. */
function plainly(listing: ListedOrder[], query: OrderQuery): string[] {
  const { by, direction } = query.sort;
  return listing
    .filter((order) => matchesOrder(order, query))
    .map((order) => positionOf(order, by))
    .sort((a, b) => comparePositions(a, b, direction))
    .map(({ id }) => id);
}

function pageByPage(listing: ListedOrder[], query: OrderQuery, pages: number): string[] {
  const byId = new Map(listing.map((order) => [order.id, order]));
  const seen: string[] = [];
  let after: OrderPosition | null = null;
  for (let page = 0; page < pages; page++) {
    const { ids, more } = selectOrders(listing, { ...query, after });
    seen.push(...ids);
    const last = byId.get(ids.at(-1) ?? '');
    if (!more || !last) break;
    after = positionOf(last, query.sort.by);
  }
  return seen;
}

const rows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(3)), { maxLength: 60 })
  .map((parts) => parts.map(([amount, status], index) => listed(index, amount, status)));

const queries = fc.record({
  limit: fc.integer({ min: 1, max: 9 }),
  sort: fc.record({
    by: fc.constantFrom('createdAt', 'amount', 'seats', 'status', 'kind'),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
  installations: fc.constantFrom<OrderQuery['installations']>('all', ['i1'], ['i0', 'i2']),
  minAmount: fc.integer({ min: 0, max: 3 }),
});

it('pages give what filtering and sorting the whole gives, with its totals', () => {
  fc.assert(
    fc.property(rows, queries, (listing, partial) => {
      const query = aQuery(partial);
      const expected = plainly(listing, query);
      expect(pageByPage(listing, query, 100)).toEqual(expected);
      const { totals } = selectOrders(listing, query);
      expect(totals).toEqual(totalsOf(listing.filter((order) => matchesOrder(order, query))));
    }),
    { numRuns: 1000 },
  );
});

it('pages through 100 000 orders', () => {
  const listing = Array.from({ length: 100_000 }, (_, index) =>
    listed(index, (index * 7919) % 100_003, index),
  );
  const query = aQuery({ sort: { by: 'amount', direction: 'ascending' }, limit: 200 });
  const seen = pageByPage(listing, query, 5);
  expect(seen).toEqual(plainly(listing, query).slice(0, 1000));
  expect(selectOrders(listing, query).totals.count).toBe(100_000);
});
