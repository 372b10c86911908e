import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/contract/index.js';
import { APP, DAY, HOUR, MINUTE, refusal, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
beforeEach(async () => {
  world = new World();
  await world.launch();
  order = await world.order({ kind: 'new', seats: 10, cycles: 1 });
});

const current = () => world.administrator.order(order.id);
const lapseJob = () => world.store.transaction('read', (tx) => tx.job(`lapse:${order.id}`));
const cancel = () => world.administrator.cancelOrder(order.id);

describe('cancel', () => {
  it('closes the payment and frees the installation', async () => {
    const number = await world.pending(order);
    const cancelled = await cancel();
    expect(cancelled).toMatchObject({ status: 'cancelled', lapsesAt: null });
    expect(cancelled.payments).toMatchObject([{ state: 'closed' }]);
    expect(cancelled.timeline.at(-1)).toMatchObject({ event: 'cancelled', status: 'cancelled' });
    expect(world.gateway.payments.get(number)).toEqual({ state: 'closed' });
    expect((await world.administrator.installation(APP)).pendingOrderId).toBeNull();
    expect(await lapseJob()).toBeNull();
    await expect(world.order({ kind: 'new', seats: 5, cycles: 1 })).resolves.toBeDefined();
  });

  it('comes back paid when the payment did arrive', async () => {
    const number = await world.pending(order);
    world.gateway.pay(number, world.now);
    expect(await cancel()).toMatchObject({ status: 'paid', paidAt: world.now });
  });

  it('comes back paid when the word of it arrives while the gateway is asked', async () => {
    const number = await world.pending(order);
    const pay = () => world.notify(number, world.gateway.pay(number, world.now));
    world.gateway.script('close', { before: pay });
    expect(await cancel()).toMatchObject({ status: 'paid' });
    expect((await current()).payments.flatMap(({ stray }) => stray)).toEqual([]);
  });

  it('decides nothing while the gateway does not answer, and works when repeated', async () => {
    await world.pending(order);
    world.gateway.script('close', { fails: 'lost' });
    expect((await refusal(cancel())).code).toBe('unavailable');
    expect((await current()).status).toBe('pending');
    expect((await cancel()).status).toBe('cancelled');
  });

  it('closes also a payment that was begun while it asked', async () => {
    await world.pending(order);
    world.gateway.script('close', { before: () => world.pending(order) });
    expect((await cancel()).status).toBe('cancelled');
    const states = [...world.gateway.payments.values()].map(({ state }) => state);
    expect(states).toEqual(['closed', 'closed']);
  });

  it('is not for an order that is closed or paid', async () => {
    await cancel();
    expect((await refusal(cancel())).data).toMatchObject({
      reason: 'order-not-pending',
      order: { status: 'cancelled' },
    });
    const paid = await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    const refused = await refusal(world.administrator.cancelOrder(paid.id));
    expect(refused.data.reason).toBe('order-not-pending');
  });

  it('happens once when two cancel', async () => {
    await world.pending(order);
    const outcomes = await Promise.allSettled([cancel(), cancel()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { timeline } = await current();
    expect(timeline.filter(({ event }) => event === 'cancelled')).toHaveLength(1);
  });
});

describe('lapse', () => {
  it('comes two hours after the creation, not before', async () => {
    await world.pending(order);
    await world.pass(2 * HOUR - 1);
    expect((await current()).status).toBe('pending');
    await world.pass(1);
    const lapsed = await current();
    expect(lapsed.status).toBe('lapsed');
    expect(lapsed.timeline.at(-1)).toMatchObject({ event: 'lapsed', by: { role: 'system' } });
  });

  it('comes ten days after the creation by bank transfer', async () => {
    world.advance(HOUR);
    await world.pending(order, 'bank-transfer');
    await world.pass(10 * DAY - HOUR - 1);
    expect((await current()).status).toBe('pending');
    await world.pass(1);
    expect((await current()).status).toBe('lapsed');
  });

  it('of an expansion comes no later than the first end of what it credits', async () => {
    await world.pay(order);
    world.advance(365 * DAY - HOUR);
    const expansion = await world.order({ kind: 'expand', seats: 20, cycles: 1 });
    expect(expansion.lapsesAt).toBe('2027-03-01T08:00:00.000Z');
    await world.pending(expansion, 'bank-transfer');
    const { lapsesAt } = await world.administrator.order(expansion.id);
    expect(lapsesAt).toBe('2027-03-01T08:00:00.000Z');
  });

  it('does not come when the payment did arrive', async () => {
    const number = await world.pending(order);
    world.advance(2 * HOUR);
    const paidAt = '2026-03-01T09:59:59.000Z';
    world.gateway.pay(number, paidAt);
    await world.billing.work();
    expect(await current()).toMatchObject({ status: 'paid', paidAt });
  });

  it('does not come when the word of it arrives while the gateway is asked', async () => {
    const number = await world.pending(order);
    world.advance(2 * HOUR);
    const pay = () => world.notify(number, world.gateway.pay(number, world.now));
    world.gateway.script('close', { before: pay });
    await world.billing.work();
    expect(await current()).toMatchObject({ status: 'paid' });
    expect((await current()).payments.flatMap(({ stray }) => stray)).toEqual([]);
  });

  it('waits for the gateway to answer', async () => {
    await world.pending(order);
    world.advance(2 * HOUR);
    for (let i = 0; i < 3; i++) world.gateway.script('close', { fails: 'unheard' });
    await world.billing.work();
    expect((await current()).status).toBe('pending');
    await world.pass(10 * MINUTE);
    expect((await current()).status).toBe('lapsed');
  });

  it('happens once when two workers find it', async () => {
    await world.pending(order);
    world.advance(2 * HOUR);
    await Promise.all([world.billing.work(), world.billing.work()]);
    const { timeline } = await current();
    expect(timeline.filter(({ event }) => event === 'lapsed')).toHaveLength(1);
  });

  it('leaves nothing planned for an order that was paid in time', async () => {
    await world.pay(order);
    expect(await lapseJob()).toBeNull();
    const closes = world.gateway.countOf('close');
    await world.pass(20 * DAY);
    expect((await current()).status).toBe('paid');
    expect(world.gateway.countOf('close')).toBe(closes);
  });
});

describe('a lower price', () => {
  const lower = (amount: number, key = world.key(), id = order.id) =>
    world.provider.lowerPrice(id, { amount, key });

  it('makes a new order with an adjustment line in place of the old', async () => {
    const number = await world.pending(order);
    world.advance(HOUR);
    const lowered = await lower(100_000);
    expect(lowered).toMatchObject({
      status: 'pending',
      replacesOrderId: order.id,
      quotedAt: order.quotedAt,
      createdAt: world.now,
      lapsesAt: '2026-03-01T11:00:00.000Z',
      quote: { price: 120_000, payable: 100_000 },
      payments: [],
    });
    expect(lowered.quote.lines.at(-1)).toEqual({ code: 'adjustment', amount: -20_000 });
    const sum = lowered.quote.lines.reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBe(100_000);
    expect(await current()).toMatchObject({ status: 'replaced', replacedByOrderId: lowered.id });
    expect(world.gateway.payments.get(number)).toEqual({ state: 'closed' });

    const again = await lower(90_000, world.key(), lowered.id);
    const paid = await world.pay(again);
    expect(paid.segmentsGranted).toMatchObject([{ value: 90_000 }]);
  });

  it('down to nothing settles the order', async () => {
    const settled = await lower(0);
    expect(settled).toMatchObject({ status: 'paid', settledByCredit: true, paidAt: world.now });
    expect(await world.segments()).toMatchObject([{ orderId: settled.id, value: 0 }]);
    const refunded = await world.refunded(settled);
    expect(refunded).toMatchObject({ status: 'refunded', refund: { amount: 0 } });
    expect(world.gateway.countOf('refund')).toBe(0);
    expect(await world.segments()).toEqual([]);
  });

  it.each([-1, 0.5, NaN, '1' as never])('is an amount: %j', async (amount) => {
    expect((await refusal(lower(amount))).data.issues?.[0]?.path).toBe('amount');
  });

  it.each([120_000, 130_000])('is lower: %i', async (amount) => {
    const number = await world.pending(order);
    const refused = await refusal(lower(amount));
    expect(refused).toMatchObject({ code: 'invalid', data: { reason: 'price-not-lower' } });
    expect(world.gateway.payments.get(number)).toEqual({ state: 'open' });
  });

  it('is given once for a key', async () => {
    const key = world.key();
    const [a, b] = await Promise.all([lower(100_000, key), lower(100_000, key)]);
    expect(a.id).toBe(b.id);
    expect((await refusal(lower(90_000, key))).data.reason).toBe('key-reused');
  });

  it('is too late when the payment did arrive', async () => {
    const number = await world.pending(order);
    world.gateway.pay(number, world.now);
    const refused = await refusal(lower(100_000));
    expect(refused).toMatchObject({
      code: 'conflict',
      data: { reason: 'payment-succeeded', order: { status: 'paid' } },
    });
    expect((await current()).replacedByOrderId).toBeNull();
  });

  it('is too late for an order that has lapsed', async () => {
    world.advance(2 * HOUR);
    expect((await refusal(lower(100_000))).data.reason).toBe('order-not-pending');
  });
});
