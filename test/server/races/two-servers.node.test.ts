import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BillingBackend } from '../../../src/contract/index.js';
import type { OrderStatus } from '../../../src/domain/index.js';
import { testDatabases } from '../../helpers/databases.js';
import { outcomeOf, QR, RaceWorld, refusalsOf, REQUEST, valuesOf } from './race-world.js';

const CLIENTS = 200;
const KILLS = 4;

const databases = testDatabases();
let world: RaceWorld | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

/** Everybody at once. */
const each = <Value>(
  pages: readonly BillingBackend[],
  call: (page: BillingBackend, index: number) => Promise<Value>,
) => Promise.all(pages.map((page, index) => outcomeOf(call(page, index))));

/** A key that every second client shares, and the others have for themselves. */
const keyOf = (what: string, index: number) =>
  index % 2 === 0 ? `${what}-shared` : `${what}-${index}-own`;

const once = (values: readonly string[]) => [...new Set(values)];

describe('two servers on one PostgreSQL', () => {
  it(`give ${CLIENTS} clients at once one order, one payment and one refund`, async () => {
    world = await RaceWorld.create(await databases.create('postgres'), 2);
    const { wechat } = world;
    await world.launch('app');
    const pages = Array.from({ length: CLIENTS }, (_, index) =>
      world!.page('administrator', `user-${index}`),
    );
    const [first] = pages as [BillingBackend];
    const providers = pages.slice(0, 50).map((_, index) => world!.page('provider', `p-${index}`));
    const quote = await first.quote('app', REQUEST);
    const order = { request: REQUEST, quote, acceptForfeit: false };
    const create = (what: string) =>
      each(pages, (page, index) => page.createOrder('app', { ...order, key: keyOf(what, index) }));

    // One is made; who did not make it is told which it is.
    const creations = await create('first-order');
    const [cancelled = '', ...others] = once(valuesOf(creations).map(({ id }) => id));
    expect(others).toEqual([]);
    expect(refusalsOf(creations)).toEqual(['conflict order-pending']);
    expect(once(creations.flatMap((it) => ('orderId' in it ? [it.orderId ?? ''] : [])))).toEqual([
      cancelled,
    ]);
    const cancellations = await each(pages, (page) => page.cancelOrder(cancelled));
    expect(valuesOf(cancellations)).toHaveLength(1);
    expect(refusalsOf(cancellations)).toEqual(['conflict order-not-pending']);

    // Keys that made the first order give it again; all others make one more.
    const again = await create('second-order');
    const [id = '', ...more] = once(valuesOf(again).map((made) => made.id));
    expect(more).toEqual([]);
    expect(id).not.toBe(cancelled);
    const winner = creations.findIndex((it) => 'value' in it);
    const repeated = await pages[winner]?.createOrder('app', {
      ...order,
      key: keyOf('first-order', winner),
    });
    expect(repeated).toMatchObject({ id: cancelled, status: 'cancelled' });
    expect(await world.orders()).toHaveLength(2);

    // Five attempts of forty tabs each: at most one stays open.
    const starts = await each(pages, (page, index) =>
      page.startPayment(id, { ...QR, key: `attempt-${index % 5}` }),
    );
    expect(valuesOf(starts).length).toBeGreaterThan(0);
    expect(refusalsOf(starts).filter((why) => why !== 'conflict key-reused')).toEqual([]);
    const { payments } = await first.order(id);
    const open = payments.filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    expect(payments.length).toBeLessThanOrEqual(5);
    const number = open[0]?.number ?? '';
    await vi.waitUntil(() => wechat.numbers('NOTPAY').length === 1, { timeout: 10_000 });
    expect(wechat.numbers('NOTPAY')).toEqual([number]);

    // Paid while everybody cancels, begins anew, or brings the news.
    wechat.pay(number);
    const news = await wechat.notification(number);
    const [told, ...rest] = await Promise.all([
      Promise.all(Array.from({ length: 40 }, () => world!.notify(news))),
      each(pages.slice(0, 120), (page) => page.cancelOrder(id)),
      each(pages.slice(120), (page, index) =>
        page.startPayment(id, { ...QR, key: `late-attempt-${index % 4}` }),
      ),
    ]);
    expect(once(told.map(String))).toEqual(['204']);
    const [stopped, begun] = rest;
    expect(
      once(valuesOf(stopped).map(({ status }) => status)).filter((it) => it !== 'paid'),
    ).toEqual([]);
    expect(refusalsOf(stopped).filter((it) => it !== 'conflict order-not-pending')).toEqual([]);
    expect(valuesOf(begun)).toEqual([]);
    expect(refusalsOf(begun)).toEqual(['conflict payment-succeeded']);
    expect(await first.order(id)).toMatchObject({ status: 'paid' });
    expect(wechat.numbers('SUCCESS')).toEqual([number]);

    // One request, one decision, one refund.
    const requests = await each(pages, (page, index) =>
      page.requestRefund(id, { reason: 'no need', key: keyOf('refund', index) }),
    );
    expect(once(valuesOf(requests).map((made) => made.id))).toEqual([id]);
    expect(refusalsOf(requests).filter((why) => why !== 'conflict refund-under-way')).toEqual([]);
    const decisions = await each(providers, (page) =>
      page.decideRefund(id, { decision: 'approve' }),
    );
    expect(valuesOf(decisions)).toHaveLength(1);
    await vi.waitUntil(async () => (await first.order(id)).status === 'refunded', {
      timeout: 10_000,
    });
    expect([...wechat.standIn.refunds.values()]).toMatchObject([{ out_trade_no: number }]);
    const { subscription } = await first.installation('app');
    expect(subscription?.segments).toEqual([]);

    await world.settle();
    expect(await world.expectMoneyWhereItBelongs()).toEqual({ paid: 0, refunded: 1 });
    await world.expectBooksInOrder();
    expect(world.faults).toEqual([]);
    console.log(
      `${CLIENTS} clients, ${world.requests} requests`,
      Object.fromEntries(world.statuses),
    );
  }, 120_000);

  it(`settle everything although they are killed ${KILLS} times under ${CLIENTS} clients`, async () => {
    const running = await RaceWorld.create(await databases.create('postgres'), 2);
    world = running;
    const customers = Array.from({ length: 20 }, (_, index) => `app-${index}`);
    await running.launch(...customers);
    payAsPeopleDo(running);
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      buySellAndChangeMinds(running, customers[index % customers.length] ?? '', `user-${index}`),
    );
    const [refusals] = await Promise.all([Promise.all(clients), killNowAndThen(running)]);
    running.wechat.onPlaced = () => undefined;
    const why = new Set(refusals.flat().map((refused) => refused.split(' ')[0]));
    expect([...why].filter((code) => !EXPECTED.includes(code ?? ''))).toEqual([]);
    expect(
      [...running.statuses.keys()].filter((status) => status >= 500 && status !== 503),
    ).toEqual([]);

    await running.settle();
    const { paid, refunded } = await running.expectMoneyWhereItBelongs();
    await running.expectBooksInOrder();
    await running.expectTold();
    expect(running.kills).toBe(KILLS);
    console.log(
      `${CLIENTS} clients, ${running.kills} kills, ${running.requests} requests`,
      Object.fromEntries(running.statuses),
      `${paid} payments kept, ${refunded} returned`,
    );
  }, 120_000);
});

/** What a page may be told while servers die under it. */
const EXPECTED: readonly string[] = [
  ...['conflict', 'invalid', 'quote-changed'],
  ...['network', 'timeout', 'unavailable'],
];

/** Most codes are paid, of some no notification ever comes, and some are paid by nobody. */
function payAsPeopleDo(running: RaceWorld): void {
  const { wechat } = running;
  wechat.onPlaced = (number) => {
    if (Math.random() < 0.3) return;
    setTimeout(() => {
      if (wechat.standIn.orders.get(number)?.state !== 'NOTPAY') return;
      wechat.pay(number);
      if (Math.random() < 0.5) void wechat.notification(number).then((it) => running.notify(it));
    }, Math.random() * 50);
  };
}

/** One page's life. Gives why it was refused what it was. */
async function buySellAndChangeMinds(
  running: RaceWorld,
  id: string,
  user: string,
): Promise<string[]> {
  const page = running.page('administrator', user);
  const provider = running.page('provider', user);
  const newest = async (...statuses: OrderStatus[]) => {
    const { items } = await page.orders({ installationId: id, statuses, limit: 1 }, null);
    return items[0]?.id;
  };
  const acts: (() => Promise<unknown>)[] = [
    async () => {
      const { subscription } = await page.installation(id);
      const kind = subscription?.segments.length ? 'renew' : 'new';
      const request = { kind, seats: 5, cycles: 1 } as const;
      const quote = await page.quote(id, request);
      const key = `${user}-${Math.random()}`;
      const order = await page.createOrder(id, { request, quote, acceptForfeit: false, key });
      await page.startPayment(order.id, { ...QR, key });
    },
    async () => {
      const order = await newest('pending');
      if (order !== undefined) await page.startPayment(order, { ...QR, key: `shared-${order}` });
    },
    async () => {
      const order = await newest('pending');
      if (order !== undefined && Math.random() < 0.5) await page.cancelOrder(order);
    },
    async () => {
      const order = await newest('paid');
      const key = `refund-${user}-${Math.random()}`;
      if (order !== undefined) await page.requestRefund(order, { reason: 'no need', key });
    },
    async () => {
      const order = await newest('refund-requested');
      if (order === undefined) return;
      if (Math.random() < 0.5) await provider.decideRefund(order, { decision: 'approve' });
      else await provider.decideRefund(order, { decision: 'reject', reason: 'please stay' });
    },
  ];
  const refusals: string[] = [];
  while (running.kills < KILLS) {
    const act = acts[Math.floor(Math.random() * acts.length)] ?? acts[0];
    const outcome = await outcomeOf(act!());
    if ('refused' in outcome) refusals.push(outcome.refused);
  }
  return refusals;
}

/** Kills one server and then the other, whatever they do, or about to commit, or just after it; each comes back at once. */
async function killNowAndThen(running: RaceWorld): Promise<void> {
  const deaths = [null, { at: 'before-commit' }, { at: 'after-commit' }] as const;
  for (let kill = 0; kill < KILLS; kill++) {
    const death = deaths[kill % deaths.length];
    const index = kill % 2;
    const from = running.requests;
    await vi.waitUntil(() => running.requests >= from + 100, { timeout: 60_000, interval: 5 });
    if (death) {
      running.tell(index, { death: { ...death, after: 1 + Math.floor(Math.random() * 5) } });
      await running.ended(index);
    } else await running.kill(index);
    await running.start(index);
  }
}
