import { beforeEach, describe, expect, it } from 'vitest';
import { DeliveryRefusedError } from '../../src/billing/index.js';
import { APP, DAY, HOUR, MINUTE, POLICY, refusal, START, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.launch();
});

const told = (type: string) => world.events.filter((event) => event.type === type);
const YEAR_LATER = '2027-03-01T08:00:00.000Z';

describe('whoever listens hears', () => {
  it('that an order was paid, once, however often the gateway says so', async () => {
    const order = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.notify(await world.numberOf(order.id));
    await Promise.all([world.billing.work(), world.billing.work()]);
    expect(told('order.paid')).toEqual([
      {
        id: `order.paid:${order.id}`,
        type: 'order.paid',
        timestamp: START,
        data: {
          installationId: APP,
          orderId: order.id,
          kind: 'new',
          seats: 5,
          amount: 60_000,
          currency: 'CNY',
          paidAt: START,
        },
      },
    ]);
  });

  it('of an order that credit covered', async () => {
    await world.bought({ kind: 'new', seats: 5, cycles: 2 });
    await world.provider.publishPolicy(APP, {
      policy: { ...POLICY, rule: { type: 'per-seat', unitAmount: 1 } },
      baseVersion: 1,
    });
    const settled = await world.order({ kind: 'expand', seats: 6, cycles: 1 }, true);
    expect(settled.settledByCredit).toBe(true);
    await world.billing.work();
    expect(told('order.paid').at(-1)).toMatchObject({ data: { orderId: settled.id, amount: 0 } });
  });

  it('that an order was refunded, with what went back', async () => {
    const order = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    world.advance(DAY);
    await world.refunded(order);
    await world.billing.work();
    const data = { installationId: APP, orderId: order.id, amount: 60_000, currency: 'CNY' };
    expect(told('order.refunded')).toEqual([
      {
        id: `order.refunded:${order.id}`,
        type: 'order.refunded',
        timestamp: world.now,
        data: { ...data, refundedAt: world.now },
      },
    ]);
  });

  it('how the installation stands, each time it stands otherwise, in a sequence', async () => {
    await world.billing.work();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.work();
    await world.billing.installations.setPlatformFacts(APP, { contacts: ['Li Na'] });
    await world.billing.installations.reportSeats(APP, 6);
    await world.pass(8 * DAY);
    await world.billing.installations.reportSeats(APP, 5);
    await world.pass(366 * DAY);
    const changes = told('entitlement.changed');
    expect(changes.map(({ data }) => data)).toMatchObject([
      { sequence: 1, state: 'trial', blocked: false, seats: null },
      { sequence: 2, state: 'active', blocked: false, seats: 5, endsAt: YEAR_LATER },
      { sequence: 3, state: 'over-limit', blocked: false, seats: 5 },
      { sequence: 4, state: 'over-limit-blocked', blocked: true, seats: 5 },
      { sequence: 5, state: 'active', blocked: false },
      { sequence: 6, state: 'expired', blocked: true, seats: null, endsAt: YEAR_LATER },
    ]);
    expect(changes.at(-1)?.timestamp).toBe(YEAR_LATER);
    expect(new Set(world.events.map(({ id }) => id)).size).toBe(world.events.length);
  });

  it('of a later end alone, and of nothing that changed back before anyone looked', async () => {
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.work();
    await world.billing.installations.reportSeats(APP, 6);
    await world.billing.installations.reportSeats(APP, 5);
    await world.billing.work();
    await world.bought({ kind: 'renew', cycles: 1 });
    await world.billing.work();
    expect(told('entitlement.changed').map(({ data }) => data)).toMatchObject([
      { sequence: 1, state: 'active', endsAt: YEAR_LATER },
      { sequence: 2, state: 'active', endsAt: '2028-02-29T08:00:00.000Z' },
    ]);
  });

  it('nothing that was rolled back, and nothing about a person', async () => {
    const order = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await refusal(world.administrator.cancelOrder(order.id));
    await world.pass(400 * DAY);
    expect(told('order.paid')).toHaveLength(1);
    const everything = JSON.stringify(world.events);
    for (const name of ['Wang Fang', 'Blue River Ltd', 'administrator-1', 'A administrator']) {
      expect(everything).not.toContain(name);
    }
  });
});

describe('what nobody takes', () => {
  const dead = () => world.billing.deadLetters.list(10);
  const paidJob = (orderId: string) =>
    world.store.transaction('read', (tx) => tx.job(`send-event:order.paid:${orderId}`));

  it('is tried for three days, then put away with the reason, and replayed on demand', async () => {
    world.sinkFailure = new Error('answered 500');
    const order = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.pass(2.5 * DAY);
    expect(await paidJob(order.id)).toMatchObject({ lastError: 'answered 500' });
    expect(await dead()).toEqual([]);
    await world.pass(2 * DAY);
    expect(await paidJob(order.id)).toBeNull();
    const id = `send-event:order.paid:${order.id}`;
    const letter = (await dead()).find((other) => other.id === id);
    expect(letter).toMatchObject({ attempts: 75, lastError: 'answered 500', installationId: APP });
    expect(Date.parse(letter!.diedAt) - Date.parse(START)).toBeGreaterThan(62 * HOUR);

    await world.pass(DAY);
    expect(told('order.paid')).toEqual([]);
    world.sinkFailure = null;
    await world.billing.deadLetters.replay(id);
    await world.billing.work();
    expect(told('order.paid')).toMatchObject([{ timestamp: START, data: { orderId: order.id } }]);
    expect((await dead()).map((other) => other.id)).not.toContain(id);
    expect((await refusal(world.billing.deadLetters.replay(id))).code).toBe('not-found');
  });

  it('and is refused for good is put away at once', async () => {
    await world.billing.work();
    world.sinkFailure = new DeliveryRefusedError('answered 410');
    const order = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.work();
    expect(await paidJob(order.id)).toBeNull();
    expect((await dead()).map(({ lastError, attempts }) => [lastError, attempts])).toEqual([
      ['answered 410', 1],
      ['answered 410', 1],
    ]);
    const [first] = await dead();
    const by = { role: 'operator', userId: 'o', userName: 'Ops' } as const;
    await world.billing.deadLetters.discard(first!.id, by);
    const entries = await world.store.transaction('read', (tx) => tx.auditEntries(APP));
    expect(entries.at(-1)).toMatchObject({ action: 'discard-dead-letter', by });
    expect(await dead()).toHaveLength(1);
    expect((await refusal(world.billing.deadLetters.discard(first!.id))).code).toBe('not-found');
  });

  it('is replayed once by two who ask at once', async () => {
    await world.billing.work();
    world.sinkFailure = new DeliveryRefusedError('answered 410');
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.work();
    world.sinkFailure = null;
    const [letter] = await dead();
    const { deadLetters } = world.billing;
    const tries = await Promise.allSettled([
      deadLetters.replay(letter!.id),
      deadLetters.replay(letter!.id),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is put away too when it is a notice, and withdrawn on replay when it is not true any more', async () => {
    world.notifierFailures = 1_000;
    await world.pass(8 * DAY + 4 * DAY);
    const [letter] = await dead();
    expect(letter).toMatchObject({
      task: { kind: 'send-notice', key: 'trial-ending:2026-03-16T08:00:00.000Z' },
      lastError: 'mail server is down',
    });
    world.notifierFailures = 0;
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.deadLetters.replay(letter!.id);
    await world.billing.work();
    expect(world.sent).toEqual([]);
    expect(await dead()).toEqual([]);
  });

  it('is never given up when it is money', async () => {
    const order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
    await world.pending(order);
    const task = { kind: 'lapse', orderId: order.id } as const;
    const id = `lapse:${order.id}`;
    world.advance(2 * HOUR + MINUTE);
    await world.store.transaction('write', async (tx) => {
      const job = (await tx.job(id))!;
      await tx.putJob({ ...job, task, attempts: 500 });
    });
    world.gateway.script('close', { fails: 'unheard' });
    await world.billing.work();
    expect(await dead()).toEqual([]);
    const job = await world.store.transaction('read', (tx) => tx.job(id));
    expect(job).toMatchObject({ attempts: 501, lastError: 'unavailable' });
  });
});
