import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comparePositions,
  matchesOrder,
  positionOf,
  totalsOf,
} from '../../../src/billing/order-query.js';
import type { OrderQuery, OrderRecord } from '../../../src/billing/ports.js';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import { anOrder, aQuery } from '../../backends/local/records.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';

const INSTANTS = [
  '2026-02-28T23:59:59.999Z',
  '2026-03-01T00:00:00.000Z',
  '2026-03-01T00:00:00.001Z',
  '2027-01-01T12:30:00.000Z',
];
const WORDS = ['甲公司', 'Blue River', 'ΟΔΟΣ', 'İstanbul', 'a\nb', '100%_', "o'Neill\\", ''];

const orders = fc
  .record({
    id: fc.constantFrom('a', 'A', 'b', 'B1', 'İ', 'ß', '甲', '1', '10', '2', 'sk-1', 'SK-1', '%'),
    installationId: fc.constantFrom('i1', 'i2', 'i3'),
    appName: fc.constantFrom(...WORDS),
    customerName: fc.constantFrom(...WORDS),
    kind: fc.constantFrom('new', 'renew', 'expand'),
    status: fc.constantFrom('pending', 'paid', 'refund-requested', 'refunded'),
    method: fc.constantFrom('wechat', 'bank-transfer', null),
    currency: fc.constantFrom('CNY', 'JPY', 'EUR'),
    createdAt: fc.constantFrom(...INSTANTS),
    userName: fc.constantFrom(...WORDS),
    payable: fc.nat(4),
    seats: fc.integer({ min: 1, max: 3 }),
    invoice: fc.constantFrom(null, 'requested', 'cancelled'),
  } as const)
  .map(({ userName, payable, seats, invoice, ...rest }): OrderRecord => {
    const template = anOrder(rest);
    return {
      ...template,
      createdBy: { ...template.createdBy, userName },
      quote: { ...template.quote, payable, seats },
      invoice: invoice && ({ status: invoice } as OrderRecord['invoice']),
    };
  });

const someOrders = fc.uniqueArray(orders, { maxLength: 13, selector: ({ id }) => id });
const sorts = fc.record({
  by: fc.constantFrom('createdAt', 'amount', 'seats', 'status', 'kind'),
  direction: fc.constantFrom('ascending', 'descending'),
}) satisfies fc.Arbitrary<OrderQuery['sort']>;
const instants = fc.constantFrom(...INSTANTS, '', 'zzz', '2026-03-01');
const some = <Word extends string>(...words: Word[]) => fc.subarray(words);

/** Positions of orders that are there, and of ones that are not. */
const positions = ({ by }: OrderQuery['sort']): fc.Arbitrary<OrderQuery['after']> =>
  fc.oneof(
    fc.constant(null),
    orders.map((order) => positionOf(order, by)),
    fc.record({
      value:
        by === 'amount' || by === 'seats'
          ? fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(2, 2.5, -1))
          : fc.constantFrom('', 'paid', '2026-03-01', 'zzz', 'x\0'),
      id: fc.constantFrom('', 'a', 'zz', '1'),
    }),
  );

const queries: fc.Arbitrary<OrderQuery> = sorts.chain((sort) => {
  const words = {
    sort: fc.constant(sort),
    after: positions(sort),
    limit: fc.integer({ min: 1, max: 5 }),
    installations: fc.oneof(fc.constant('all' as const), some('i1', 'i2', 'i3', 'nobody')),
    kinds: some('new', 'renew'),
    statuses: some('pending', 'paid', 'refund-requested', 'refunded'),
    methods: some('wechat', 'bank-transfer'),
    invoices: some('none', 'requested', 'cancelled'),
  };
  const bounds = {
    from: instants,
    to: instants,
    minAmount: fc.nat(5),
    maxAmount: fc.nat(5),
    text: fc.constantFrom('a', '甲', 'σ', 'i', '\n', 'sk-', '%', '_', "'", '\\', 'nobody', '\0'),
  };
  const requiredKeys = ['sort', 'after', 'limit', 'installations'] as const;
  // Totals come from elsewhere where only words are asked for.
  return fc.oneof(
    fc.record(words, { requiredKeys: [...requiredKeys] }),
    fc.record({ ...words, ...bounds }, { requiredKeys: [...requiredKeys] }),
  );
});

/** What order-query.ts says in code, and nothing else. */
function plainly(all: readonly OrderRecord[], query: OrderQuery) {
  const { by, direction } = query.sort;
  const matching = all.filter((order) => matchesOrder(order, query));
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

class Undone extends Error {}

const databases = testDatabases();

describe.each(DATABASE_KINDS)('lists of orders in %s', (kind) => {
  let store: ServerStore;
  beforeAll(async () => {
    store = await openStore({ url: await databases.create(kind) });
  });
  afterAll(() => store.close());

  it('hold, in their order, what the rules in code say, with its totals', async () => {
    const several = fc.array(queries, { minLength: 12, maxLength: 12 });
    const property = fc.asyncProperty(someOrders, several, async (all, asked) => {
      const work = store.transaction('write', async (tx) => {
        for (const order of all) await tx.putOrder(order);
        for (const query of asked) {
          const { orders: page, more, totals } = await tx.findOrders(query);
          const found = { ids: page.map(({ id }) => id), more, totals };
          expect(found).toEqual(plainly(all, query));
        }
        throw new Undone();
      });
      await expect(work).rejects.toThrow(Undone);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('keep totals that follow every change of an order', async () => {
    const change = fc.tuple(orders, fc.constantFrom('i1', 'i2'));
    const property = fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const now = new Map<string, OrderRecord>();
      const work = store.transaction('write', async (tx) => {
        for (const [order, installationId] of changes) {
          const id = `${installationId}-${order.id}`;
          const put = { ...order, installationId, id };
          now.set(id, put);
          await tx.putOrder(put);
        }
        for (const words of [{}, { kinds: ['new' as const] }, { invoices: ['none' as const] }]) {
          const query = aQuery({ installations: ['i1'], ...words });
          const { totals } = await tx.findOrders(query);
          expect(totals).toEqual(plainly([...now.values()], query).totals);
        }
        throw new Undone();
      });
      await expect(work).rejects.toThrow(Undone);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
