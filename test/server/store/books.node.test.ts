import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { InstallationRecord, OrderRecord } from '../../../src/billing/index.js';
import { engineOf } from '../../../src/server/store/handles.js';
import { checkBooks, openStore, type ServerStore } from '../../../src/server/store/index.js';
import { testDatabases } from '../../helpers/databases.js';
import { fill } from './sample.js';

const databases = testDatabases();

/** An order changed behind billing's back, which the look-ups follow. */
function order(
  store: ServerStore,
  which: (order: OrderRecord) => boolean,
  change: (order: OrderRecord) => Partial<OrderRecord>,
): Promise<void> {
  return store.transaction('write', async (tx) => {
    const sort = { by: 'createdAt', direction: 'ascending' } as const;
    const all = await tx.findOrders({ installations: 'all', sort, after: null, limit: 100 });
    const found = all.orders.find(which);
    if (!found) throw new Error('There is no such order');
    await tx.putOrder({ ...found, ...change(found) });
  });
}

function installation(
  store: ServerStore,
  id: string,
  change: (record: InstallationRecord) => Partial<InstallationRecord>,
): Promise<void> {
  return store.transaction('write', async (tx) => {
    const record = await tx.installation(id);
    if (record) await tx.putInstallation({ ...record, ...change(record) });
  });
}

const isPaid = ({ status }: OrderRecord) => status === 'paid';
const isPending = ({ status }: OrderRecord) => status === 'pending';
const isRefunded = ({ status }: OrderRecord) => status === 'refunded';

type Damage = (store: ServerStore, id: string) => Promise<unknown>;
const run = (store: ServerStore, statement: string) =>
  sql.raw(statement).execute(engineOf(store).db);

/** What can be wrong, and what is said of it. */
const DAMAGES: [string, Damage, RegExp][] = [
  [
    'a pending order nobody points at',
    (s, id) => installation(s, id, () => ({ pendingOrderId: null })),
    /pending are/,
  ],
  [
    'a refund that is not',
    (s, id) => installation(s, id, () => ({ refundOrderId: 'x' })),
    /refunds under way are none/,
  ],
  ['paid without a time', (s) => order(s, isPaid, () => ({ paidAt: null })), /yet paid at null/],
  [
    'paid twice',
    (s) => order(s, isPaid, ({ timeline }) => ({ timeline: [...timeline, ...timeline] })),
    /2 times paid/,
  ],
  ['money that is gone', (s) => order(s, isPaid, () => ({ payments: [] })), /paid without money/],
  [
    'another amount',
    (s) => order(s, isPaid, (o) => ({ payments: o.payments.map((p) => ({ ...p, amount: 1 })) })),
    /paid 1, due/,
  ],
  [
    'a second payment kept',
    (s) =>
      order(s, isPaid, (o) => ({
        payments: o.payments.flatMap((p) => [p, { ...p, id: 'b', number: 'PX' }]),
      })),
    /PX is a second one/,
  ],
  [
    'a refund of another amount',
    (s) => order(s, isRefunded, (o) => ({ refund: o.refund && { ...o.refund, amount: 1 } })),
    /refund of 1/,
  ],
  [
    'a quote that does not add up',
    (s) => order(s, isPending, (o) => ({ quote: { ...o.quote, lines: [] } })),
    /add up to 0/,
  ],
  [
    'time nobody bought',
    (s, id) => installation(s, id, (i) => ({ subscription: { ...i.subscription, segments: [] } })),
    /paid time is not/,
  ],
  [
    'time granted otherwise',
    (s) => order(s, isPaid, () => ({ segmentsGranted: [] })),
    /other time than it bought/,
  ],
  ['a policy that is gone', (s) => run(s, 'delete from policies'), /policy 1 is gone/],
  [
    'a lapse nobody will do',
    (s) => run(s, "delete from jobs where id like 'lapse:%'"),
    /nobody will do lapse/,
  ],
  [
    'an act nobody wrote down',
    (s) => run(s, 'delete from audit'),
    /times markInvoice, 0 written down/,
  ],
  [
    'sums that are off',
    (s) => run(s, 'update order_sums set payable = payable + 1'),
    /the sums say otherwise/,
  ],
  [
    'sums by kind, method and invoice that are off',
    (s) => run(s, 'update order_sums_by_traits set orders = orders + 1'),
    /the sums say otherwise/,
  ],
  [
    'a listing that is off',
    (s) => run(s, "update orders set status = 'paid'"),
    /listed orders say otherwise/,
  ],
  [
    'a payment nobody finds',
    (s) => run(s, 'delete from payment_numbers'),
    /payment numbers say otherwise/,
  ],
  ['an order nobody finds', (s) => run(s, 'delete from order_owners'), /owners say otherwise/],
  ['orders of nobody', (s) => run(s, 'delete from installations'), /its installation is gone/],
];

describe('a look at the books', () => {
  let store: ServerStore;
  let id: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    store = await openStore({ url: await databases.create('sqlite') });
    const filled = await fill(store);
    id = filled.id;
    close = () => filled.harness.close();
  });
  afterAll(() => close());

  it('finds nothing where they agree', async () => {
    expect(await checkBooks(store)).toEqual([]);
  });

  it.each(DAMAGES)('finds %s', async (_name, damage, fault) => {
    const { db } = engineOf(store);
    const kept = await sql<{ name: string }>`select name from sqlite_master
      where type = 'table' and name not like 'kysely%'`.execute(db);
    for (const { name } of kept.rows)
      await run(store, `create table kept_${name} as select * from ${name}`);
    await damage(store, id);
    const found = (await checkBooks(store)).map((one) => one.fault).join('\n');
    for (const { name } of kept.rows) {
      await run(store, `delete from ${name}`);
      await run(store, `insert into ${name} select * from kept_${name}`);
      await run(store, `drop table kept_${name}`);
    }
    expect(found).toMatch(fault);
  });
});
