import { beforeEach, expect, it } from 'vitest';
import type { OrderFilter, OrderSort } from '../../src/contract/index.js';
import { APP, HOUR, POLICY, refusal, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.launch();
  await world.launch(POLICY, 'installation-2');
});

/** Sold at one installation, an hour apart: 1 to `count` years for 10 seats. */
async function sell(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cycles = 1; cycles <= count; cycles++) {
    const kind = cycles === 1 ? 'new' : 'renew';
    const order = await world.bought({ kind, seats: 10, cycles: Math.min(cycles, 5) });
    ids.push(order.id);
    world.advance(HOUR);
  }
  return ids;
}

const list = async (filter: OrderFilter) => {
  const page = await world.administrator.orders(filter, null);
  return page.items.map(({ id }) => id);
};

it('gives the newest first, page after page, each order once, with totals over all', async () => {
  const ids = await sell(5);
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = await world.administrator.orders({ limit: 2 }, cursor);
    pages.push(page.items.map(({ id }) => id));
    expect(page.totals).toEqual({
      count: 5,
      amounts: [{ currency: 'CNY', payable: 1_800_000, received: 1_800_000 }],
    });
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual(ids.reverse());
});

it.each<OrderSort['by']>(['createdAt', 'amount', 'seats', 'status', 'kind'])(
  'pages through a list sorted by %s without losing or repeating any',
  async (by) => {
    const ids = await sell(6);
    for (const direction of ['ascending', 'descending'] as const) {
      const sort = { by, direction };
      const whole = await list({ sort });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await world.administrator.orders({ sort, limit: 1 }, cursor);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(whole);
      expect([...seen].sort()).toEqual([...ids].sort());
    }
  },
);

it('sorts by what is to be paid, and by id where that is the same', async () => {
  const ids = await sell(6);
  const [one, two, three, four, five, six] = ids;
  const ascending = await list({ sort: { by: 'amount', direction: 'ascending' } });
  expect(ascending).toEqual([one, two, three, four, five, six]);
  const descending = await list({ sort: { by: 'amount', direction: 'descending' } });
  expect(descending).toEqual([six, five, four, three, two, one]);
});

it('finds what a filter asks for', async () => {
  const [first, second] = await sell(2);
  const pending = await world.order({ kind: 'expand', seats: 60, cycles: 1 }, true);
  expect(await list({ kinds: ['new', 'renew'] })).toEqual([second, first]);
  expect(await list({ statuses: ['pending'] })).toEqual([pending.id]);
  expect(await list({ methods: ['wechat'] })).toEqual([second, first]);
  expect(await list({ minAmount: 120_001, maxAmount: 240_000 })).toEqual([second]);
  expect(await list({ from: '2026-03-01T09:00:00.000Z', to: '2026-03-01T10:00:00.000Z' })).toEqual([
    second,
  ]);
  expect(await list({ text: ` ${first!.toUpperCase()} ` })).toEqual([first]);
  expect(await list({ text: 'BLUE river' })).toHaveLength(3);
  expect(await list({ text: 'nobody' })).toEqual([]);
  const { totals } = await world.administrator.orders({}, null);
  expect(totals.amounts[0]).toMatchObject({ received: 360_000 });
  expect(totals.amounts[0]!.payable).toBeGreaterThan(360_000);
});

it('finds invoices by how they stand', async () => {
  const [first, second] = await sell(2);
  const details = {
    type: 'ordinary',
    title: 'Blue River',
    taxNumber: '1'.repeat(15),
    email: 'a@b.cn',
  } as const;
  await world.administrator.requestInvoice(first!, { details, key: world.key() });
  expect(await list({ invoices: ['requested'] })).toEqual([first]);
  expect(await list({ invoices: ['none'] })).toEqual([second]);
  await world.provider.markInvoice(first!, 'cancelled');
  expect(await list({ invoices: ['none'] })).toEqual([second, first]);
});

it('says of each order whether it can be refunded, as its own page does', async () => {
  await sell(2);
  await world.order({ kind: 'new', seats: 3, cycles: 1 }, false, 'installation-2');
  const { items } = await world.administrator.orders({}, null);
  for (const item of items) expect(item).toEqual(await world.administrator.order(item.id));
  expect(items.map(({ refundEligibility: { ok } }) => ok)).toEqual([false, true, false]);
});

it('lists only what the principal may see', async () => {
  const [mine] = await sell(1);
  const other = await world.order({ kind: 'new', seats: 3, cycles: 1 }, false, 'installation-2');
  const seenBy = async (installations: string[], filter: OrderFilter = {}) => {
    const page = await world.as('administrator', installations).orders(filter, null);
    return page.items.map(({ id }) => id);
  };
  expect(await seenBy([APP])).toEqual([mine]);
  expect(await seenBy(['installation-2'])).toEqual([other.id]);
  expect(await seenBy([])).toEqual([]);
  const refused = await refusal(seenBy([APP], { installationId: 'installation-2' }));
  expect(refused.code).toBe('not-found');
  expect(await list({ installationId: 'installation-2' })).toEqual([other.id]);
});

it.each([0, 201, 1.5, NaN, '5' as never])('has pages of 1 to 200: %j', async (limit) => {
  const refused = await refusal(world.administrator.orders({ limit }, null));
  expect(refused.data.issues?.[0]?.path).toBe('limit');
});

it('takes up only its own cursors', async () => {
  await sell(3);
  const { nextCursor } = await world.administrator.orders({ limit: 1 }, null);
  const otherwise = { sort: { by: 'amount', direction: 'ascending' } } as const;
  expect((await refusal(world.administrator.orders(otherwise, nextCursor))).code).toBe('invalid');
  for (const cursor of ['', 'rubbish', '[]', '["createdAt","descending",{},1]', 'null']) {
    const refused = await refusal(world.administrator.orders({}, cursor));
    expect(refused.data.issues?.[0]?.path).toBe('cursor');
  }
});
