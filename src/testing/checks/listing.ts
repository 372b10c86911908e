import type { Order, OrderFilter } from '../../contract/index.js';
import { ensure, equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { buy, launched, order, type Scene } from '../scene.js';

/** Cancelled orders of 5, 6, 7 … seats, a minute apart, and one paid for 20. */
async function history(scene: Scene, cancelled: number): Promise<Order[]> {
  const orders: Order[] = [];
  for (let seats = 5; seats < 5 + cancelled; seats++) {
    const made = await order(scene, { kind: 'new', seats, cycles: 1 });
    orders.push(await scene.administrator.cancelOrder(made.id));
    await scene.harness.clock.advance({ ms: 60_000 });
  }
  orders.push(await buy(scene, { kind: 'new', seats: 20, cycles: 1 }));
  return orders;
}

async function allPages({ administrator, id }: Scene, filter: OrderFilter): Promise<Order[][]> {
  const pages: Order[][] = [];
  let cursor: string | null = null;
  do {
    const page = await administrator.orders({ ...filter, installationId: id }, cursor);
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && pages.length < 50);
  return pages;
}

const seatsOf = (orders: readonly Order[]): number[] => orders.map(({ quote }) => quote.seats);

/** Lists of orders: filter, sort, pages, totals. */
export const listingChecks: Record<string, ContractCheck> = {
  'pages follow each other by cursor, newest first, with the totals of all': async (make) => {
    const scene = await launched(await make());
    await history(scene, 6);
    const pages = await allPages(scene, { limit: 3 });
    equal(
      pages.map((page) => page.length),
      [3, 3, 1],
      'seven orders',
    );
    equal(seatsOf(pages.flat()), [20, 10, 9, 8, 7, 6, 5], 'newest first, none twice');
    const { totals } = await scene.administrator.orders({ installationId: scene.id }, null);
    equal(
      totals,
      { count: 7, amounts: [{ currency: 'CNY', payable: 780_000, received: 240_000 }] },
      'totals',
    );
  },

  'an order made meanwhile moves no page': async (make) => {
    const scene = await launched(await make());
    const { administrator, id } = scene;
    await history(scene, 4);
    const first = await administrator.orders({ installationId: id, limit: 2 }, null);
    await order(scene, { kind: 'renew', cycles: 1 });
    const second = await administrator.orders({ installationId: id, limit: 2 }, first.nextCursor);
    equal(seatsOf([...first.items, ...second.items]), [20, 8, 7, 6], 'as if nothing happened');
  },

  'filters narrow, and the totals with them': async (make) => {
    const scene = await launched(await make());
    const [first] = await history(scene, 4);
    const { administrator, id } = scene;
    const found = async (filter: OrderFilter) => {
      const page = await administrator.orders({ ...filter, installationId: id }, null);
      equal(page.totals.count, page.items.length, 'the totals are of what was found');
      return seatsOf(page.items);
    };
    equal(await found({ statuses: ['paid'] }), [20], 'by status');
    equal(await found({ kinds: ['renew'] }), [], 'by kind');
    equal(await found({ methods: ['wechat'] }), [20], 'by method');
    equal(await found({ minAmount: 72_000, maxAmount: 84_000 }), [7, 6], 'by amount');
    equal(await found({ text: first?.id.toUpperCase() ?? '' }), [5], 'by text');
    equal(await found({ invoices: ['none'], statuses: ['paid'] }), [20], 'by invoice');
    const to = first?.createdAt ?? '';
    equal(await found({ to }), [], 'created before');
    equal((await found({ from: to })).length, 5, 'created at or after');
  },

  'a list is sorted as asked': async (make) => {
    const scene = await launched(await make());
    await history(scene, 3);
    const sort = { by: 'amount', direction: 'ascending' } as const;
    const pages = await allPages(scene, { sort, limit: 2 });
    equal(seatsOf(pages.flat()), [5, 6, 7, 20], 'by amount');
    const down = { by: 'seats', direction: 'descending' } as const;
    equal(seatsOf((await allPages(scene, { sort: down, limit: 3 })).flat()), [20, 7, 6, 5], 'down');
  },

  'a cursor or limit that makes no sense is refused': async (make) => {
    const { administrator, id } = await launched(await make());
    const filter = { installationId: id };
    await refused(administrator.orders(filter, 'no cursor'), 'invalid', 'rubbish for a cursor');
    await refused(administrator.orders({ ...filter, limit: 0 }, null), 'invalid', 'no rows');
    await refused(administrator.orders({ ...filter, limit: 201 }, null), 'invalid', 'too many');
  },

  'a list of every installation holds those of all': async (make) => {
    const harness = await make();
    const one = await launched(harness);
    const other = await launched(harness);
    const orders = [
      await order(one, { kind: 'new', seats: 5, cycles: 1 }),
      await order(other, { kind: 'new', seats: 6, cycles: 1 }),
    ];
    const { items } = await harness.backendFor('operator').orders({ limit: 200 }, null);
    const ids = items.map(({ id }) => id);
    ensure(
      orders.every(({ id }) => ids.includes(id)),
      'both are there',
    );
  },
};
