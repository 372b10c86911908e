import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/contract/index.js';
import { DAY, HOUR, MINUTE, START, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
let number: string;
beforeEach(async () => {
  world = new World();
  await world.launch();
  order = await world.order({ kind: 'new', seats: 10, cycles: 1 });
  number = await world.pending(order);
});

const current = () => world.administrator.order(order.id);
const strays = async () => (await current()).payments.flatMap(({ stray }) => stray);

it('starts the bought time at the gateway’s success time, not at the word of it', async () => {
  const success = world.gateway.pay(number, world.now);
  world.advance(HOUR);
  await world.notify(number, success);
  expect(await current()).toMatchObject({ status: 'paid', paidAt: START });
  expect(await world.segments()).toMatchObject([
    { startsAt: START, endsAt: '2027-03-01T08:00:00.000Z' },
  ]);
});

it('writes foreign instants as its own', async () => {
  await world.notify(number, world.gateway.pay(number, '2026-03-01T16:20:00+08:00'));
  expect((await current()).paidAt).toBe('2026-03-01T08:20:00.000Z');
});

it('changes nothing by a duplicate, however many come at once', async () => {
  const success = world.gateway.pay(number, world.now);
  await Promise.all([1, 2, 3].map(() => world.notify(number, success)));
  const { timeline, payments } = await current();
  expect(timeline.filter(({ event }) => event === 'paid')).toHaveLength(1);
  expect(payments[0]!.notifications.map(({ outcome }) => outcome)).toEqual([
    'applied',
    'ignored',
    'ignored',
  ]);
  expect(await strays()).toEqual([]);
  expect(await world.segments()).toHaveLength(1);
});

it('changes nothing by a word that comes after the last one', async () => {
  await world.notify(number, world.gateway.pay(number, world.now));
  await world.notify(number, { state: 'closed' });
  await world.notify(number, { state: 'open' });
  expect(await current()).toMatchObject({ status: 'paid', payments: [{ state: 'succeeded' }] });
});

it('takes no harm from numbers nobody knows', async () => {
  await world.notify('nobody', world.gateway.pay('nobody', world.now));
  await world.billing.handleNotification({
    type: 'refund',
    number: 'nobody',
    refundNumber: 'nothing',
    refund: { state: 'succeeded', refundedAt: world.now },
  });
  await world.billing.handleNotification({
    type: 'refund',
    number,
    refundNumber: 'nothing',
    refund: { state: 'failed', failure: 'nothing' },
  });
  expect((await current()).status).toBe('pending');
});

describe('money without use', () => {
  beforeEach(() => {
    world.gateway.nextRefund = { state: 'succeeded', refundedAt: START };
  });

  it('is a second success of the same attempt: flagged, sent back, the order stays paid', async () => {
    await world.notify(number, world.gateway.pay(number, world.now, { transaction: 'first' }));
    await world.notify(number, world.gateway.pay(number, world.now, { transaction: 'second' }));
    expect(await strays()).toMatchObject([
      { transactionId: 'second', amount: 120_000, reason: 'duplicate', refundedAt: null },
    ]);
    await world.billing.work();
    expect(await strays()).toMatchObject([{ refundedAt: START }]);
    const asked = [...world.gateway.refunds.values()];
    expect(asked).toMatchObject([{ number, transactionId: 'second', amount: 120_000 }]);
    const { status, timeline } = await current();
    expect(status).toBe('paid');
    expect(timeline.map(({ event }) => event).slice(-2)).toEqual([
      'stray-payment',
      'stray-refunded',
    ]);
    await world.notify(number, world.gateway.pay(number, world.now, { transaction: 'second' }));
    await world.billing.work();
    expect(await strays()).toHaveLength(1);
    expect(world.gateway.refunds.size).toBe(1);
  });

  it('is a success of another attempt', async () => {
    const other = await world.pending(order);
    await world.notify(other, world.gateway.pay(other, world.now));
    await world.notify(number, world.gateway.pay(number, world.now));
    expect((await current()).payments).toMatchObject([
      { number, stray: [{ reason: 'duplicate' }] },
      { number: other, stray: [] },
    ]);
    await world.billing.work();
    expect([...world.gateway.refunds.values()]).toMatchObject([{ number }]);
  });

  it('is a payment that comes after the order was closed', async () => {
    await world.administrator.cancelOrder(order.id);
    await world.notify(number, world.gateway.pay(number, world.now));
    const { status, payments } = await current();
    expect(status).toBe('cancelled');
    expect(payments[0]).toMatchObject({ state: 'succeeded', stray: [{ reason: 'late' }] });
    expect(await world.segments()).toEqual([]);
    await world.billing.work();
    expect(await strays()).toMatchObject([{ refundedAt: START }]);
  });

  it('is another amount than was asked for: the order still waits for its own', async () => {
    const less = { transaction: 'less', amount: 1 };
    await world.notify(number, world.gateway.pay(number, world.now, less));
    expect(await strays()).toMatchObject([{ amount: 1, reason: 'wrong-amount' }]);
    expect((await current()).status).toBe('pending');
    const paid = await world.pay(order);
    expect(paid.status).toBe('paid');
    await world.billing.work();
    expect([...world.gateway.refunds.values()]).toMatchObject([
      { transactionId: 'less', amount: 1 },
    ]);
    const refunded = await world.refunded(paid);
    expect(refunded.status).toBe('refunded');
    expect([...world.gateway.refunds.values()].at(-1)).toMatchObject({ amount: 120_000 });
  });

  it('is sent back under another number when a refund failed', async () => {
    await world.administrator.cancelOrder(order.id);
    world.gateway.nextRefund = { state: 'failed', failure: 'no-balance' };
    await world.notify(number, world.gateway.pay(number, world.now));
    await world.billing.work();
    expect(await strays()).toMatchObject([{ refundedAt: null }]);
    world.gateway.nextRefund = { state: 'succeeded', refundedAt: START };
    await world.pass(HOUR);
    expect(await strays()).toMatchObject([{ refundedAt: START }]);
    expect(world.gateway.refunds.size).toBe(2);
  });

  it('is not back by a word about another refund', async () => {
    await world.administrator.cancelOrder(order.id);
    await world.notify(number, world.gateway.pay(number, world.now));
    const refund = { state: 'succeeded', refundedAt: START } as const;
    const event = { type: 'refund', number, refundNumber: 'another', refund } as const;
    await world.billing.handleNotification(event);
    expect(await strays()).toMatchObject([{ refundedAt: null }]);
  });

  it('is known to be back by the gateway’s word as well, once', async () => {
    await world.administrator.cancelOrder(order.id);
    world.gateway.nextRefund = { state: 'processing' };
    await world.notify(number, world.gateway.pay(number, world.now));
    await world.billing.work();
    const [refundNumber] = world.gateway.refunds.keys();
    const refund = { state: 'succeeded', refundedAt: START } as const;
    const event = { type: 'refund', number, refundNumber: refundNumber!, refund } as const;
    await world.billing.handleNotification(event);
    await world.billing.handleNotification(event);
    expect(await strays()).toMatchObject([{ refundedAt: START }]);
    await world.pass(DAY);
    expect(world.gateway.countOf('refund')).toBe(1);
  });
});

it('is sent back once when the gateway tells of it while it is asked', async () => {
  await world.administrator.cancelOrder(order.id);
  world.gateway.nextRefund = { state: 'succeeded', refundedAt: START };
  const tell = () => {
    const refundNumber = world.gateway.calls.at(-1)!.of;
    const refund = world.gateway.nextRefund;
    return world.billing.handleNotification({ type: 'refund', number, refundNumber, refund });
  };
  world.gateway.script('refund', { before: tell });
  await world.notify(number, world.gateway.pay(number, world.now));
  await world.billing.work();
  const { timeline } = await current();
  expect(timeline.filter(({ event }) => event === 'stray-refunded')).toHaveLength(1);
});

it('is paid by the money of an attempt that was replaced, and closes the one that replaced it', async () => {
  const other = await world.pending(order);
  await world.notify(number, world.gateway.pay(number, world.now));
  expect((await current()).status).toBe('paid');
  await world.billing.work();
  expect(world.gateway.payments.get(other)).toEqual({ state: 'closed' });
  expect((await current()).payments.map(({ state }) => state)).toEqual(['succeeded', 'closed']);
  expect(await strays()).toEqual([]);
});

it('asks the gateway when its word is lost, less and less often', async () => {
  await world.pass(30 * MINUTE);
  expect(world.gateway.countOf('query')).toBeGreaterThan(3);
  expect(world.gateway.countOf('query')).toBeLessThan(8);
  expect((await current()).payments[0]!.notifications).toEqual([]);
  world.gateway.pay(number, world.now);
  await world.pass(HOUR);
  expect((await current()).status).toBe('paid');
  const asked = world.gateway.countOf('query');
  await world.pass(5 * DAY);
  expect(world.gateway.countOf('query')).toBe(asked);
});
