import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createIndexedDbDatabase } from '../../../src/backends/local/store/indexeddb-database.js';
import { createLocalStore } from '../../../src/backends/local/store/local-store.js';
import { createMemoryDatabase } from '../../../src/backends/local/store/memory-database.js';
import { clear } from '../../../src/backends/local/seeding.js';
import type { Database } from '../../../src/backends/local/store/tables.js';
import type { OrderQuery, OrderRecord, Store } from '../../../src/billing/ports.js';
import { oneOfMany } from '../../helpers/many-orders.js';
import { anOrder, anOrderOf, aQuery } from './records.js';

const open = (database: Database) => createLocalStore(database, () => undefined);

const put = (store: Store, ...orders: OrderRecord[]) =>
  store.transaction('write', async (tx) => {
    for (const order of orders) await tx.putOrder(order);
  });

const list = (store: Store, over: Partial<OrderQuery> = {}) =>
  store.transaction('read', async (tx) => {
    const { orders } = await tx.findOrders(aQuery(over));
    return orders.map(({ id, status }) => `${id} ${status}`);
  });

let names = 0;
const kinds = {
  memory: createMemoryDatabase,
  indexeddb: () => createIndexedDbDatabase(`listing-${names++}`),
};

describe.each(Object.entries(kinds))('lists of orders in %s', (_kind, create) => {
  it('show within a transaction what it has put, and nothing of it once it is undone', async () => {
    const store = open(create());
    await put(store, anOrder({ id: 'a' }), anOrder({ id: 'b' }));
    expect(await list(store)).toEqual(['b pending', 'a pending']);
    const undone = store.transaction('write', async (tx) => {
      await tx.putOrder(anOrder({ id: 'a', status: 'paid' }));
      await tx.putOrder(anOrder({ id: 'c' }));
      const { orders, totals } = await tx.findOrders(aQuery());
      expect(orders.map(({ id, status }) => [id, status])).toEqual([
        ['c', 'pending'],
        ['b', 'pending'],
        ['a', 'paid'],
      ]);
      expect(totals.amounts).toEqual([{ currency: 'CNY', payable: 360_000, received: 120_000 }]);
      throw new RangeError('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await list(store)).toEqual(['b pending', 'a pending']);
    expect(await list(store, { statuses: ['pending'] })).toEqual(['b pending', 'a pending']);
  });

  it('can begin in a transaction that has written, which then happens once', async () => {
    const store = open(create());
    let runs = 0;
    const count = await store.transaction('write', async (tx) => {
      runs++;
      const before = await tx.order('a');
      await tx.putOrder(anOrderOf((before?.quote.payable ?? 0) + 1, { id: 'a' }));
      return (await tx.findOrders(aQuery())).totals;
    });
    expect(count).toEqual({
      count: 1,
      amounts: [{ currency: 'CNY', payable: 1, received: 0 }],
    });
    expect(runs, 'once for the index, once with it').toBe(2);
    expect(await list(store)).toEqual(['a pending']);
  });

  it('follow every commit, in whatever order they are asked for', async () => {
    const store = open(create());
    const asked = [list(store), list(store, { sort: { by: 'amount', direction: 'ascending' } })];
    await put(store, anOrder({ id: 'a' }));
    await Promise.all(asked);
    expect(await list(store)).toEqual(['a pending']);
    await put(store, anOrder({ id: 'a', status: 'paid' }), anOrder({ id: 'b' }));
    expect(await list(store)).toEqual(['b pending', 'a paid']);
    expect(await list(store, { statuses: ['paid'] })).toEqual(['a paid']);
  });

  it('are empty once the store is, within the transaction too', async () => {
    const database = create();
    const store = open(database);
    await put(store, anOrder({ id: 'a' }), anOrder({ id: 'b' }));
    expect(await list(store)).toHaveLength(2);
    await database.transaction('write', async (tables) => {
      await tables.listing.clear();
      expect((await tables.listing.select(aQuery())).totals.count).toBe(0);
    });
    expect(await list(store)).toEqual([]);
    await put(store, anOrder({ id: 'c' }));
    await clear(database);
    expect(await list(store)).toEqual([]);
    await put(store, anOrder({ id: 'd' }));
    expect(await list(store)).toEqual(['d pending']);
  });

  it('are read in more than one batch where there are many', async () => {
    const store = open(create());
    const orders = Array.from({ length: 4001 }, (_, index) => oneOfMany(index));
    await put(store, ...orders);
    const { totals, orders: page } = await store.transaction('read', (tx) =>
      tx.findOrders(aQuery({ limit: 200 })),
    );
    expect(totals.count).toBe(4001);
    expect(page.map(({ id }) => id)).toEqual(
      orders
        .slice(-200)
        .reverse()
        .map(({ id }) => id),
    );
  });
});

describe('two tabs on one store', () => {
  async function tabs(): Promise<[Store, Store]> {
    const name = `tabs-${names++}`;
    const both = [createIndexedDbDatabase(name), createIndexedDbDatabase(name)].map(open);
    const [one, other] = both as [Store, Store];
    await put(one, anOrder({ id: 'a' }), anOrder({ id: 'b' }));
    expect(await list(one)).toEqual(['b pending', 'a pending']);
    expect(await list(other)).toEqual(['b pending', 'a pending']);
    return [one, other];
  }

  it('see at once what the other has put', async () => {
    const [one, other] = await tabs();
    for (const status of ['paid', 'refund-requested', 'refunded'] as const) {
      await put(one, anOrder({ id: 'a', status }));
      expect(await list(other)).toEqual(['b pending', `a ${status}`]);
    }
    await put(other, anOrder({ id: 'c' }));
    expect(await list(one)).toEqual(['c pending', 'b pending', 'a refunded']);
  });

  it('do not miss what the other has put when a transaction over it is undone', async () => {
    const [one, other] = await tabs();
    await put(other, anOrder({ id: 'a', status: 'paid' }));
    const undone = one.transaction('write', async (tx) => {
      await tx.putOrder(anOrder({ id: 'a', status: 'cancelled' }));
      const { orders } = await tx.findOrders(aQuery());
      expect(orders.map(({ status }) => status)).toEqual(['pending', 'cancelled']);
      throw new RangeError('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await list(one)).toEqual(['b pending', 'a paid']);
    expect(await list(one, { statuses: ['paid'] })).toEqual(['a paid']);
  });

  it('catch up however much the other has put', async () => {
    const [one, other] = await tabs();
    for (let index = 0; index < 1100; index++) await put(other, oneOfMany(index));
    const { totals } = await one.transaction('read', (tx) => tx.findOrders(aQuery()));
    expect(totals.count).toBe(1102);
    await put(other, anOrder({ id: 'a', status: 'cancelled' }));
    expect(await list(one, { statuses: ['cancelled'], text: 'a', installations: ['i1'] })).toEqual([
      'a cancelled',
    ]);
  });

  it('both forget what one has emptied', async () => {
    const name = `tabs-${names++}`;
    const database = createIndexedDbDatabase(name);
    const [one, other] = [open(database), open(createIndexedDbDatabase(name))];
    await put(one, anOrder({ id: 'a' }));
    expect(await list(other)).toEqual(['a pending']);
    await clear(database);
    await put(one, anOrder({ id: 'b' }));
    expect(await list(other)).toEqual(['b pending']);
    expect(await list(one)).toEqual(['b pending']);
  });
});
