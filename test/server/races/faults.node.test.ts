import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import { engineOf } from '../../../src/server/store/handles.js';
import { testDatabases } from '../../helpers/databases.js';
import { DatabaseLine } from './database-line.js';
import { outcomeOf, QR, RaceWorld, refusalsOf, REQUEST } from './race-world.js';
import { notificationOf } from './wechat-server.js';

/** How long servers wait for what may be gone. */
const SHORT_MS = 1000;

const databases = testDatabases();
let world: RaceWorld | null = null;
let line: DatabaseLine | null = null;

afterEach(async () => {
  await world?.close();
  await line?.close();
  world = line = null;
});

interface Place {
  world: RaceWorld;
  line: DatabaseLine;
}

/** Two servers on one PostgreSQL, over a line that can be cut. */
async function onALine(timeoutMs?: number): Promise<Place> {
  const url = await databases.create('postgres');
  line = await DatabaseLine.open(url);
  world = await RaceWorld.create(url, 2, {
    database: { url: line.url, ...(timeoutMs && { timeoutMs }) },
  });
  return { world, line };
}

/** A server on SQLite. */
async function alone(): Promise<RaceWorld> {
  world = await RaceWorld.create(await databases.create('sqlite'), 1, { gatewayMs: SHORT_MS });
  return world;
}

async function ordered(running: RaceWorld, id: string): Promise<{ order: Order; number: string }> {
  const page = running.page('administrator');
  const quote = await page.quote(id, REQUEST);
  const input = { request: REQUEST, quote, acceptForfeit: false, key: `order-of-${id}` };
  const { id: orderId } = await page.createOrder(id, input);
  await page.startPayment(orderId, { ...QR, key: `pay-for-${id}` });
  const order = await page.order(orderId);
  return { order, number: order.payments.at(-1)?.number ?? '' };
}

/** The same again with the same keys where it is not known whether it was done. */
async function insisting(running: RaceWorld, id: string): ReturnType<typeof ordered> {
  const outcome = await outcomeOf(ordered(running, id));
  if ('value' in outcome) return outcome.value;
  expect(outcome.refused).toBe('unavailable');
  return insisting(running, id);
}

/** Sends a request as a page would, once. */
function ask(running: RaceWorld, path: string, body?: object): Promise<Response> {
  return running.send(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${running.token('administrator', 'a')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** An answer that says no more than that it will be better soon. */
async function expectUnavailable(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(Object.keys((await response.json()) as object).sort()).toEqual([
    ...['code', 'status', 'title', 'type'],
  ]);
}

/** Ways to lose a database, and to have it again. */
interface Loss {
  lose(place: Place): Promise<void>;
  regain(place: Place): Promise<void>;
}

const regain: Loss['regain'] = ({ line }) => {
  line.mend();
  return Promise.resolve();
};
const CUT: Loss = {
  regain,
  lose({ line }) {
    line.cut();
    return Promise.resolve();
  },
};
const SILENCED: Loss = {
  regain,
  lose({ line }) {
    line.silence();
    return Promise.resolve();
  },
};
const CLOSED: Loss = {
  async lose({ world, line }) {
    await allowConnections(world, false);
    // Those there were end as with any other that is lost.
    line.mend();
  },
  regain: ({ world }) => allowConnections(world, true),
};

async function allowConnections({ store }: RaceWorld, allow: boolean): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    engineOf(store).db,
  );
  const keeper = new pg.Client({ connectionString: inject('postgresUrl') });
  await keeper.connect();
  await keeper.query(`alter database "${rows[0]?.name ?? ''}" with allow_connections ${allow}`);
  await keeper.end();
}

describe('PostgreSQL', () => {
  it.each([
    ['and connections with it', CUT],
    ['without a word', SILENCED],
    ['which lets nobody in', CLOSED],
  ])(
    'that is gone, %s, is said to be so, and what was asked then is done once it is back',
    async (_, { lose, regain }) => {
      const place = await onALine(SHORT_MS);
      const { world } = place;
      await world.launch('app');
      const { order, number } = await ordered(world, 'app');
      world.wechat.pay(number);
      const news = await world.wechat.notification(number);

      await lose(place);
      const answers = await Promise.all([
        ask(world, '/v1/installations/app/entitlement'),
        ask(world, `/v1/orders/${order.id}`),
        ask(world, `/v1/orders/${order.id}/cancel`, {}),
        ask(world, '/readyz'),
      ]);
      for (const answer of answers) await expectUnavailable(answer);
      expect(await world.notify(news)).toBe(500);
      expect((await ask(world, '/healthz')).status).toBe(200);

      await regain(place);
      await vi.waitUntil(async () => (await ask(world, '/readyz')).ok, { timeout: 10_000 });
      expect(await world.notify(news)).toBe(204);
      await world.settle();
      expect(await world.page('administrator').order(order.id)).toMatchObject({ status: 'paid' });
      expect(await world.expectMoneyWhereItBelongs()).toEqual({ paid: 1, refunded: 0 });
      await world.expectBooksInOrder();
      await world.expectTold();
    },
    60_000,
  );

  it('that ends connections under load loses nothing, and doubles nothing for who asks again', async () => {
    const { world } = await onALine();
    const customers = Array.from({ length: 30 }, (_, index) => `app-${index}`);
    await world.launch(...customers);
    const ending = new AbortController();
    const ended = endConnections(world, ending.signal);
    const outcomes = await Promise.all(customers.map((id) => outcomeOf(insisting(world, id))));
    ending.abort();
    expect(await ended).toBeGreaterThan(0);
    expect(refusalsOf(outcomes)).toEqual([]);
    expect(world.wechat.numbers('NOTPAY')).toHaveLength(customers.length);
    expect([...world.statuses.keys()].filter((it) => it >= 500 && it !== 503)).toEqual([]);
    await world.expectBooksInOrder();
  }, 60_000);
});

/** Ends every connection of the servers, again and again. Gives how many. */
async function endConnections(running: RaceWorld, signal: AbortSignal): Promise<number> {
  const { db } = engineOf(running.store);
  let ended = 0;
  while (!signal.aborted) {
    const from = running.requests;
    const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%order%'`.execute(
      db,
    );
    ended += rows.length;
    await vi.waitUntil(() => signal.aborted || running.requests > from + 15, { timeout: 20_000 });
  }
  return ended;
}

describe('a disk that is full', () => {
  it('is said to be so, reading goes on, and what was asked is done once there is room', async () => {
    const world = await alone();
    await world.launch('app', 'other');
    const page = world.page('administrator');
    const { order, number } = await ordered(world, 'app');
    world.wechat.pay(number);
    const news = await world.wechat.notification(number);

    world.tell(0, { mostPages: 1 });
    await world.processOf(0).said('pages-limited');
    // There is some room left in the file as it is.
    const complaint = { category: 'service', text: 'x'.repeat(2000), contact: 'x' };
    let refused: Response;
    do refused = await ask(world, `/v1/orders/${order.id}/complaints`, complaint);
    while (refused.ok);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'unavailable' });
    const told = await world.notify(news);
    expect([204, 500]).toContain(told);
    expect((await page.order(order.id)).status).toBe(told === 204 ? 'paid' : 'pending');
    expect((await page.entitlement('other')).state).toBe('trial');

    world.tell(0, { mostPages: 1_000_000 });
    await vi.waitUntil(async () => (await world.notify(news)) === 204, { timeout: 10_000 });
    const { complaints } = await page.order(order.id);
    const filed = { ...complaint, category: 'service', key: 'with-room' } as const;
    const after = await page.fileComplaint(order.id, filed);
    expect(after.complaints).toHaveLength(complaints.length + 1);
    await world.settle();
    expect(await world.expectMoneyWhereItBelongs()).toEqual({ paid: 1, refunded: 0 });
    await world.expectBooksInOrder();
  }, 60_000);
});

describe('WeChat Pay', () => {
  it.each([
    ['is down', 'unheard'],
    ['answers nobody', 'lost'],
    ['never answers', 'hanging'],
    ['does not sign', 'unsigned'],
    ['is another', 'strange-key'],
    ['says half', 'truncated'],
    ['fails', 'refused'],
  ] as const)('that %s stops no order for longer than it lasts', async (_, fault) => {
    const world = await alone();
    const { wechat } = world;
    await world.launch('app');
    const page = world.page('administrator');
    const quote = await page.quote('app', REQUEST);
    const input = { request: REQUEST, quote, acceptForfeit: false, key: 'an-order' };
    const { id } = await page.createOrder('app', input);
    const fail = (): void => void (wechat.mishap = () => fault);
    const mend = (): void => void (wechat.mishap = () => null);
    fail();
    await expectUnavailable(await ask(world, `/v1/orders/${id}/payments`, QR));
    mend();
    const started = { ...QR, key: 'a-payment' };
    const action = await page.startPayment(id, started);
    expect(await page.startPayment(id, started)).toEqual(action);
    const [number = '', ...others] = wechat.numbers('NOTPAY');
    expect(others).toEqual([]);

    // Whether it was paid nobody knows now, so nobody may say that it was cancelled.
    wechat.pay(number);
    fail();
    await expectUnavailable(await ask(world, `/v1/orders/${id}/cancel`, {}));
    expect(await page.order(id)).toMatchObject({ status: 'pending' });
    mend();
    expect(await page.cancelOrder(id)).toMatchObject({ status: 'paid' });
    await world.settle();
    expect(await world.expectMoneyWhereItBelongs()).toEqual({ paid: 1, refunded: 0 });
    await world.expectBooksInOrder();
  });

  it('is believed only when it is WeChat Pay that tells, and once', async () => {
    const { world } = await onALine();
    const { standIn } = world.wechat;
    await world.launch('app');
    const { order, number } = await ordered(world, 'app');
    const page = world.page('administrator');
    world.wechat.pay(number);
    const paid = standIn.transaction(number);
    const tell = async (resource: object, how?: Parameters<typeof standIn.notification>[2]) => {
      const told = standIn.notification('TRANSACTION.SUCCESS', { ...resource }, how);
      const notification = await notificationOf(told);
      return Promise.all([world.notify(notification, 0), world.notify(notification, 1)]);
    };
    standIn.signer = 'stranger';
    expect(await tell(paid)).toEqual([401, 401]);
    standIn.signer = 'public-key';
    expect(await tell(paid, { ageSeconds: -400 })).toEqual([401, 401]);
    expect(await tell(paid, { ageSeconds: 400 })).toEqual([401, 401]);
    expect(await tell({ ...paid, mchid: '1900000001' })).toEqual([400, 400]);
    expect(await tell({ ...paid, out_trade_no: 'P-unknown' })).toEqual([204, 204]);
    expect(await page.order(order.id)).toMatchObject({ status: 'pending' });

    expect(await tell(paid)).toEqual([204, 204]);
    expect(await tell(paid)).toEqual([204, 204]);
    const { timeline, payments } = await page.order(order.id);
    expect(timeline.filter(({ event }) => event === 'paid')).toHaveLength(1);
    expect(payments).toMatchObject([{ state: 'succeeded', stray: [] }]);
    await world.expectBooksInOrder();
  }, 60_000);
});
