import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../src/backends/local/store/order-index/build-columns.js';
import {
  IndexMissing,
  whenIndexed,
} from '../../../../src/backends/local/store/order-index/index-missing.js';
import { OrderIndex } from '../../../../src/backends/local/store/order-index/order-index.js';
import { inSlices } from '../../../../src/backends/local/store/order-index/slices.js';
import type { SelectedOrders } from '../../../../src/backends/local/store/select-orders.js';
import { listingRow } from '../../../../src/backends/local/store/store-transaction.js';
import {
  comparePositions,
  matchesOrder,
  positionOf,
  totalsOf,
  type ListedOrder,
} from '../../../../src/billing/order-query.js';
import type { OrderQuery } from '../../../../src/billing/ports.js';
import { manyRows } from '../../../helpers/many-orders.js';
import { anOrder, aQuery } from '../records.js';

/** What order-query.ts says in code, and nothing else. */
function plainly(orders: Iterable<ListedOrder>, query: OrderQuery): SelectedOrders {
  const { by, direction } = query.sort;
  const matching = [...orders].filter((order) => matchesOrder(order, query));
  const following = matching
    .map((order) => positionOf(order, by))
    .filter((one) => !query.after || comparePositions(one, query.after, direction) > 0)
    .sort((a, b) => comparePositions(a, b, direction));
  return {
    ids: following.slice(0, query.limit).map(({ id }) => id),
    more: following.length > query.limit,
    totals: totalsOf(matching),
  };
}

function byId(...layers: readonly ListedOrder[][]): Map<string, ListedOrder> {
  return new Map(layers.flat().map((order) => [order.id, order]));
}

async function columnsFrom(orders: readonly ListedOrder[]) {
  return { columns: await inSlices(columnsOf(orders)), mark: undefined };
}

const indexOf = (orders: readonly ListedOrder[]) => new OrderIndex(() => columnsFrom(orders));

const select = (index: OrderIndex, query: OrderQuery) =>
  whenIndexed(() => Promise.resolve().then(() => index.select(query)));

const INSTANTS = [
  '2026-02-28T23:59:59.999Z',
  '2026-03-01T00:00:00.000Z',
  '2026-03-01T00:00:00.001Z',
  '2027-01-01T12:30:00.000Z',
];
const WORDS = ['甲公司', 'Blue River', 'ΟΔΟΣ', 'İstanbul', 'a\nb', ''];
const ids = fc.constantFrom(
  ...[
    'a',
    'A',
    'b',
    'B1',
    'İ',
    'Σ',
    'ß',
    '甲',
    '1',
    '10',
    '2',
    'sk-1',
    'SK-1',
    'x\ny',
    '𝒳',
    '\uffff',
  ],
);

const orders = fc.record({
  id: ids,
  installationId: fc.constantFrom('i1', 'i2', 'i3'),
  appName: fc.constantFrom(...WORDS),
  customerName: fc.constantFrom(...WORDS),
  kind: fc.constantFrom('new', 'renew', 'expand'),
  status: fc.constantFrom('pending', 'paid', 'refund-requested', 'refunded'),
  method: fc.constantFrom('wechat', 'bank-transfer', null),
  currency: fc.constantFrom('CNY', 'JPY', 'EUR'),
  createdAt: fc.constantFrom(...INSTANTS),
  createdBy: fc.record({ userName: fc.constantFrom(...WORDS) }),
  quote: fc.record({ payable: fc.nat(4), seats: fc.integer({ min: 1, max: 3 }) }),
  invoice: fc.constantFrom(null, { status: 'requested' }, { status: 'cancelled' }),
}) satisfies fc.Arbitrary<ListedOrder>;

const someOrders = fc.uniqueArray(orders, {
  maxLength: 16,
  size: 'large',
  selector: ({ id }) => id,
});

const instants = fc.constantFrom(...INSTANTS, '+012026-01-01T00:00:00.000Z', '-000001', '', 'zzz');
const sorts = fc.record({
  by: fc.constantFrom('createdAt', 'amount', 'seats', 'status', 'kind'),
  direction: fc.constantFrom('ascending', 'descending'),
}) satisfies fc.Arbitrary<OrderQuery['sort']>;

const some = <Word extends string>(...words: Word[]) => fc.subarray(words);

/** Positions of orders that are there, and of ones that are not. */
const positions = ({ by }: OrderQuery['sort']): fc.Arbitrary<OrderQuery['after']> =>
  fc.oneof(
    fc.constant(null),
    orders.map((order) => positionOf(order, by)),
    fc.record({
      value: by === 'amount' || by === 'seats' ? fc.double({ noNaN: true }) : fc.string(),
      id: fc.oneof(ids, fc.string()),
    }),
  );

const texts = fc.constantFrom('a', '甲', 'σ', 'ς', 'i', '\n', 'a\nb', 'sk-', 'y\n', 'nobody', 'ss');

const filters = fc.record({
  kinds: some('new', 'renew', 'expand'),
  statuses: some('pending', 'paid', 'refund-requested'),
  methods: some('wechat', 'bank-transfer'),
  invoices: some('none', 'requested', 'cancelled'),
  from: instants,
  to: instants,
  minAmount: fc.integer({ min: -1, max: 5 }),
  maxAmount: fc.integer({ min: -1, max: 5 }),
  text: texts,
  installations: some('i1', 'i2', 'i4'),
});
const filterNames: (keyof OrderQuery)[] = [
  ...(['kinds', 'statuses', 'methods', 'invoices', 'from', 'to', 'text'] as const),
  ...(['minAmount', 'maxAmount', 'installations'] as const),
];

/** A filter of few parts, else nothing would match. */
const queries: fc.Arbitrary<OrderQuery> = sorts.chain((sort) =>
  fc
    .record({
      filter: filters,
      parts: fc.subarray(filterNames, { maxLength: 2 }),
      after: positions(sort),
      limit: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ filter, parts, after, limit }) => {
      const given = Object.entries(filter).filter(([name]) =>
        parts.includes(name as keyof OrderQuery),
      );
      return aQuery({ ...Object.fromEntries(given), sort, after, limit });
    }),
);

describe('the index of the orders', () => {
  it('gives what filter().sort() over the records gives, whatever has changed and is yet undecided', async () => {
    await fc.assert(
      fc.asyncProperty(
        someOrders,
        someOrders,
        someOrders,
        queries,
        async (first, changed, own, query) => {
          const index = indexOf(first);
          expect(await select(index, query)).toEqual(plainly(first, query));
          index.put(byId(changed), undefined);
          const committed = byId(first, changed);
          expect(index.select(query)).toEqual(plainly(committed.values(), query));
          const undecided = byId([...committed.values()], own);
          expect(index.select(query, byId(own))).toEqual(plainly(undecided.values(), query));
          expect(index.select(query)).toEqual(plainly(committed.values(), query));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives every order once, page after page, however a page begins', async () => {
    await fc.assert(
      fc.asyncProperty(someOrders, someOrders, queries, async (first, changed, query) => {
        const index = indexOf(first);
        await select(index, query);
        index.put(byId(changed), undefined);
        const all = byId(first, changed);
        const seen: string[] = [];
        for (let after: OrderQuery['after'] = null; ;) {
          const { ids, more } = index.select({ ...query, after });
          seen.push(...ids);
          const last = all.get(ids.at(-1) ?? '');
          if (!more || !last) break;
          after = positionOf(last, query.sort.by);
        }
        const whole = { ...query, after: null, limit: 100 };
        expect(seen).toEqual(plainly(all.values(), whole).ids);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays right while it takes in many changes, and afterwards', async () => {
    const first = manyRows(3000);
    const index = indexOf(first);
    const query = aQuery({ statuses: ['paid'], sort: { by: 'amount', direction: 'ascending' } });
    await select(index, query);
    const current = byId(first);
    const change = (rows: ListedOrder[]) => {
      for (const row of rows) current.set(row.id, row);
      index.put(byId(rows), undefined);
    };
    const paid = (row: ListedOrder, payable: number): ListedOrder => ({
      ...row,
      status: 'paid',
      quote: { ...row.quote, payable },
    });
    change(first.slice(0, 1200).map((row, at) => paid(row, at)));
    change(manyRows(3500).slice(3000));
    // The first of these are being taken in while others come.
    for (let round = 0; round < 40; round++) {
      const row = first[round * 70]!;
      change([paid(row, 2_000_000 - round)]);
      expect(await select(index, query)).toEqual(plainly(current.values(), query));
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const by of ['createdAt', 'status', 'amount'] as const) {
      const other = aQuery({ sort: { by, direction: 'descending' }, limit: 200 });
      expect(await select(index, other)).toEqual(plainly(current.values(), other));
    }
  });

  it('hears what changes while it is made', async () => {
    const late = listingRow(anOrder({ id: 'late' }));
    const early = listingRow(anOrder({ id: 'early' }));
    const index: OrderIndex = new OrderIndex(async () => {
      const columns = await columnsFrom([early]);
      index.put(byId([late, { ...early, status: 'paid' }]), undefined);
      return columns;
    });
    const { totals } = await select(index, aQuery({ statuses: ['paid'] }));
    expect(totals.count).toBe(1);
    expect((await select(index, aQuery())).totals.count).toBe(2);
  });

  it('is made once for all who wait, and anew when all it knew is worthless', async () => {
    let made = 0;
    const kept = [listingRow(anOrder())];
    const index: OrderIndex = new OrderIndex(async () => {
      const columns = await columnsFrom(kept);
      if (++made === 1) {
        kept.length = 0;
        index.forget();
      }
      return columns;
    });
    const found = await Promise.all([1, 2, 3].map(() => select(index, aQuery())));
    expect(found.map(({ totals }) => totals.count)).toEqual([0, 0, 0]);
    expect(made).toBe(2);
    index.forget();
    expect(() => index.select(aQuery())).toThrow(IndexMissing);
  });

  it('is made by the next who asks when it could not be', async () => {
    let fails = true;
    const index = new OrderIndex(() => {
      if (fails) return Promise.reject(new Error('no storage'));
      return columnsFrom([listingRow(anOrder())]);
    });
    await expect(select(index, aQuery())).rejects.toThrow('no storage');
    fails = false;
    expect((await select(index, aQuery())).totals.count).toBe(1);
  });
});
