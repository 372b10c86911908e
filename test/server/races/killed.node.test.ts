import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import { testDatabases } from '../../helpers/databases.js';
import { outcomeOf, QR, RaceWorld, REQUEST } from './race-world.js';
import type { Death } from './setup.js';

const databases = testDatabases();
let world: RaceWorld | null = null;

afterEach(async () => {
  await world?.close();
  world = null;
});

/** Failures after which a page does the same again. */
const AGAIN = /^(network|timeout|unavailable)/;

/** Every transaction once before and once after its commit; and on, also where each try of the same is a new one. */
const DEATHS: readonly Death[] = [
  { at: 'before-commit', after: 1 },
  { at: 'after-commit', after: 1 },
  { at: 'before-commit', after: 3 },
];

/** A server that is killed and started again until it is let live. */
class Mortal {
  private letLive = false;
  private readonly asked = new Map<string, number>();

  constructor(private readonly world: RaceWorld) {
    world.wechat.mishap = ({ method, path }) => this.whenAsked(`${method} ${path}`);
  }

  /**
   * Dies at transactions that change something, just before they are committed and just after; and when it asks WeChat Pay something for
   * the first time, before that is heard, and for the second, after it was done.
   */
  async run(): Promise<void> {
    for (let deaths = 1; ; deaths++) {
      await this.world.ended(0);
      const death = DEATHS[deaths % DEATHS.length] ?? null;
      await this.world.start(0, this.letLive ? null : death && { ...death });
      if (this.letLive) return;
    }
  }

  revive(): void {
    this.letLive = true;
    this.world.processOf(0).kill('SIGKILL');
  }

  private whenAsked(request: string): 'unheard' | 'lost' | null {
    const what = request.replace(/[PR][0-9A-Z]{20,}.*?(?=\/|\?|$)/, '*').replace(/\?.*/, '');
    const before = this.asked.get(what) ?? 0;
    this.asked.set(what, before + 1);
    if (before > 1 || this.letLive) return null;
    this.world.processOf(0).kill('SIGKILL');
    return before === 0 ? 'unheard' : 'lost';
  }
}

/** Calls until there is an answer, as a page that has kept its key does. */
async function persistently<Value>(running: RaceWorld, call: () => Promise<Value>) {
  for (;;) {
    await vi.waitUntil(() => running.isUp(0), { timeout: 60_000, interval: 5 });
    const outcome = await outcomeOf(call());
    if ('value' in outcome || !AGAIN.test(outcome.refused)) return outcome;
  }
}

/** The page and the payer of one order, up to the payment or the code for it. */
async function ordered(running: RaceWorld, id: string): Promise<{ order: Order; number: string }> {
  const page = running.page('administrator', id);
  const call = async <Value>(what: () => Promise<Value>) => {
    const outcome = await persistently(running, what);
    if ('refused' in outcome) throw new Error(outcome.refused);
    return outcome.value;
  };
  const quote = await call(() => page.quote(id, REQUEST));
  const input = { request: REQUEST, quote, acceptForfeit: false, key: `order-of-${id}` };
  const order = await call(() => page.createOrder(id, input));
  for (let attempt = 1; ; attempt++) {
    const key = `attempt-${attempt}-of-${id}`;
    const started = await persistently(running, () => page.startPayment(order.id, { ...QR, key }));
    if ('value' in started) break;
    // Closed by a check while it was being made.
    expect(started.refused).toBe('conflict key-reused');
  }
  const { payments } = await call(() => page.order(order.id));
  return { order, number: payments.at(-1)?.number ?? '' };
}

describe('a server on SQLite that is killed at every step', () => {
  it('comes back to books that agree, whatever becomes of the order', async () => {
    const running = await RaceWorld.create(await databases.create('sqlite'), 1);
    world = running;
    await running.launch('refunded', 'cancelled', 'unnoticed');
    const mortal = new Mortal(running);
    const dying = mortal.run();
    await running.kill(0);
    const page = running.page('administrator');
    const provider = running.page('provider');
    const statusOf = async (id: string) => {
      const outcome = await persistently(running, () => page.order(id));
      return 'value' in outcome ? outcome.value.status : outcome.refused;
    };
    /** Time passes: what a worker held when it died is another's after five minutes. */
    const becomes = (id: string, status: string) =>
      vi.waitUntil(
        async () => {
          if ((await statusOf(id)) === status) return true;
          running.advance(6 * 60_000);
          return false;
        },
        { timeout: 90_000, interval: 100 },
      );

    // Cancelled, and nothing can pay it any more.
    const given = await ordered(running, 'cancelled');
    await persistently(running, () => page.cancelOrder(given.order.id));
    expect(await statusOf(given.order.id)).toBe('cancelled');
    expect(running.wechat.standIn.orders.get(given.number)?.state).toBe('CLOSED');

    // Paid, told, and sent back.
    const bought = await ordered(running, 'refunded');
    running.wechat.pay(bought.number);
    const news = await running.wechat.notification(bought.number);
    while ((await running.notify(news)) !== 204);
    expect(await statusOf(bought.order.id)).toBe('paid');
    const request = { reason: 'no need', key: 'refund-it' };
    await persistently(running, () => page.requestRefund(bought.order.id, request));
    await persistently(running, () =>
      provider.decideRefund(bought.order.id, { decision: 'approve' }),
    );
    await becomes(bought.order.id, 'refunded');

    // Paid, and never told: found before it lapses.
    const missed = await ordered(running, 'unnoticed');
    running.wechat.pay(missed.number);
    running.advance(2 * 60 * 60_000);
    await becomes(missed.order.id, 'paid');

    mortal.revive();
    await dying;
    await running.settle();
    expect(await running.expectMoneyWhereItBelongs()).toEqual({ paid: 1, refunded: 1 });
    await running.expectBooksInOrder();
    await running.expectTold();
    expect((await running.orders()).map(({ status }) => status).sort()).toEqual([
      'cancelled',
      'paid',
      'refunded',
    ]);
    expect(running.kills).toBeGreaterThan(30);
    expect([...running.statuses.keys()].filter((it) => it >= 500 && it !== 503)).toEqual([]);
    console.log(`${running.kills} kills, ${running.requests} requests`);
  }, 120_000);
});
