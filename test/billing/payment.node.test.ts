import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/contract/index.js';
import { HOUR, MINUTE, refusal, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
beforeEach(async () => {
  world = new World();
  await world.launch();
  order = await world.order({ kind: 'new', seats: 10, cycles: 1 });
});

const start = (
  more: Partial<Parameters<World['administrator']['startPayment']>[1]> = {},
  id = order.id,
) =>
  world.administrator.startPayment(id, {
    method: 'wechat',
    environment: 'desktop',
    key: world.key(),
    ...more,
  });
const current = () => world.administrator.order(order.id);

describe('methods by environment', () => {
  it.each([
    ['desktop', 'qr'],
    ['mobile', 'redirect'],
    ['wechat', 'jsapi'],
    ['platform-app', 'jsapi'],
  ] as const)('WeChat on %s is %s', async (environment, type) => {
    expect(await start({ environment })).toMatchObject({ type, amount: 120_000 });
  });

  it('a transfer is made at a desktop only', async () => {
    expect(await start({ method: 'bank-transfer' })).toMatchObject({ type: 'bank-transfer' });
    for (const environment of ['mobile', 'wechat', 'platform-app'] as const) {
      const refused = await refusal(start({ method: 'bank-transfer', environment }));
      expect(refused).toMatchObject({ code: 'invalid', data: { reason: 'method-unavailable' } });
    }
  });

  it('comes back to http addresses only', async () => {
    const returnUrl = 'https://host.example/orders';
    await start({ environment: 'mobile', returnUrl });
    expect([...world.gateway.created.values()][0]).toMatchObject({ returnUrl });
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'nowhere']) {
      expect((await refusal(start({ returnUrl: bad }))).data.issues?.[0]?.path).toBe('returnUrl');
    }
  });

  it('comes back to an address that a header can say', async () => {
    await start({ environment: 'mobile', returnUrl: 'https://host.example/付款\n?a=乙' });
    expect([...world.gateway.created.values()][0]).toMatchObject({
      returnUrl: 'https://host.example/%E4%BB%98%E6%AC%BE?a=%E4%B9%99',
    });
  });
});

describe('how long it lives', () => {
  it('is what the order has left for a code, five minutes for a link', async () => {
    world.advance(30 * MINUTE);
    expect(await start()).toMatchObject({ expiresAt: '2026-03-01T10:00:00.000Z' });
    expect(await start({ environment: 'mobile' })).toMatchObject({
      expiresAt: '2026-03-01T08:35:00.000Z',
    });
  });

  it('is renewed by another key, and the old one is closed first', async () => {
    await start({ environment: 'mobile' });
    const old = await world.numberOf(order.id);
    world.advance(6 * MINUTE);
    const renewed = await start({ environment: 'mobile' });
    expect(renewed).toMatchObject({ expiresAt: '2026-03-01T08:11:00.000Z' });
    expect(world.gateway.payments.get(old)).toEqual({ state: 'closed' });
    const { payments, timeline } = await current();
    expect(payments.map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(timeline.map(({ event }) => event)).toEqual([
      'created',
      'payment-started',
      'payment-closed',
      'payment-started',
    ]);
  });
});

describe('one open attempt', () => {
  it('closes at the gateway before it makes another', async () => {
    await start();
    await start({ method: 'bank-transfer' });
    expect(world.gateway.calls.map(({ call }) => call)).toEqual(['create', 'close', 'create']);
    const { payments, method, lapsesAt } = await current();
    expect(payments.map(({ state }) => state)).toEqual(['closed', 'created']);
    expect(method).toBe('bank-transfer');
    expect(lapsesAt).toBe('2026-03-11T08:00:00.000Z');
  });

  it('is all that many tabs with keys of their own leave open', async () => {
    await Promise.allSettled([start(), start(), start(), start()]);
    await world.billing.work();
    const open = [...world.gateway.payments.values()].filter(({ state }) => state === 'open');
    expect(open.length).toBeLessThanOrEqual(1);
    const { payments } = await current();
    expect(payments.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
  });

  it('is not replaced when the old one turns out to be paid', async () => {
    await start();
    const number = await world.numberOf(order.id);
    world.gateway.pay(number, world.now);
    const refused = await refusal(start({ method: 'bank-transfer' }));
    expect(refused).toMatchObject({
      code: 'conflict',
      data: { reason: 'payment-succeeded', order: { status: 'paid' } },
    });
    expect(world.gateway.countOf('create')).toBe(1);
    expect((await current()).status).toBe('paid');
  });

  it('is not replaced while the gateway does not answer', async () => {
    await start();
    world.gateway.script('close', { fails: 'unheard' });
    const refused = await refusal(start());
    expect(refused).toMatchObject({ code: 'unavailable', retryable: true });
    expect((await current()).payments).toHaveLength(1);
  });
});

describe('the key', () => {
  it('gives the same action from however many tabs', async () => {
    const key = world.key();
    const actions = await Promise.all([start({ key }), start({ key }), start({ key })]);
    expect(actions[1]).toEqual(actions[0]);
    expect(actions[2]).toEqual(actions[0]);
    expect(world.gateway.created.size).toBe(1);
    const { payments, timeline } = await current();
    expect(payments).toHaveLength(1);
    expect(timeline.filter(({ event }) => event === 'payment-started')).toHaveLength(1);
  });

  it('does not serve another method', async () => {
    const key = world.key();
    await start({ key });
    const refused = await refusal(start({ key, method: 'bank-transfer' }));
    expect(refused.data.reason).toBe('key-reused');
  });

  it.each(['unheard', 'lost'] as const)(
    'goes on with the same number after an answer that was %s',
    async (fails) => {
      const key = world.key();
      world.gateway.script('create', { fails });
      expect((await refusal(start({ key }))).code).toBe('unavailable');
      await expect(start({ key })).resolves.toMatchObject({ type: 'qr' });
      expect(world.gateway.created.size).toBe(1);
      expect((await current()).payments).toHaveLength(1);
    },
  );

  it('of a replaced attempt gives nothing to pay with', async () => {
    const key = world.key();
    await start({ key });
    await start();
    expect((await refusal(start({ key }))).data.reason).toBe('key-reused');
  });

  it('of an attempt that was never made and whose time is over gives nothing to pay with', async () => {
    const key = world.key();
    world.gateway.script('create', { fails: 'unheard' });
    await refusal(start({ key, environment: 'mobile' }));
    world.advance(6 * MINUTE);
    const refused = await refusal(start({ key, environment: 'mobile' }));
    expect(refused.data.reason).toBe('key-reused');
    await expect(start({ environment: 'mobile' })).resolves.toMatchObject({ type: 'redirect' });
  });
});

it('sends a payer whose wallet is unknown to be known first, then goes on', async () => {
  world.gateway.strangers.add('administrator-1');
  const key = world.key();
  const first = await start({ key, environment: 'wechat' });
  expect(first).toEqual({ type: 'authorize', url: 'https://pay.example/who' });
  world.gateway.strangers.clear();
  const second = await start({ key, environment: 'wechat' });
  expect(second).toMatchObject({ type: 'jsapi' });
  expect((await current()).payments).toHaveLength(1);

  world.gateway.strangers.add('administrator-1');
  const anew = await start({ environment: 'wechat' });
  expect(anew).toMatchObject({ type: 'authorize' });
});

it('closes what the gateway made for an attempt that was closed meanwhile', async () => {
  world.gateway.script('create', { before: () => world.administrator.cancelOrder(order.id) });
  const refused = await refusal(start());
  expect(refused).toMatchObject({ data: { reason: 'order-not-pending' } });
  const number = await world.numberOf(order.id);
  expect(world.gateway.payments.get(number)).toEqual({ state: 'open' });
  await world.billing.work();
  expect(world.gateway.payments.get(number)).toEqual({ state: 'closed' });
});

it('finds a payment for which the gateway’s answer never arrived', async () => {
  world.gateway.script('create', { fails: 'lost' });
  await refusal(start());
  const number = await world.numberOf(order.id);
  world.gateway.pay(number, world.now);
  await world.pass(2 * MINUTE);
  expect((await current()).status).toBe('paid');
});

it('closes what the gateway made for a caller that died before it could say so', async () => {
  world.gateway.script('create', {
    fails: 'lost',
    before: () => world.administrator.cancelOrder(order.id),
  });
  await refusal(start());
  await world.pass(10 * MINUTE);
  expect(world.gateway.payments.get(await world.numberOf(order.id))).toEqual({ state: 'closed' });
});

it('follows a transfer that nobody waits for until its money is back', async () => {
  const cancel = () => world.administrator.cancelOrder(order.id);
  world.gateway.script('create', { fails: 'lost', before: cancel });
  await refusal(start({ method: 'bank-transfer' }));
  const number = await world.numberOf(order.id);
  world.gateway.payments.set(number, { state: 'processing' });
  await world.pass(HOUR);
  world.gateway.pay(number, world.now);
  world.gateway.nextRefund = { state: 'succeeded', refundedAt: world.now };
  await world.pass(2 * HOUR);
  const { status, payments } = await current();
  expect(status).toBe('cancelled');
  expect(payments[0]!.stray).toMatchObject([{ reason: 'late' }]);
  expect(payments[0]!.stray[0]!.refundedAt).not.toBeNull();
});

it('has nothing to pay for an order that credit settled, nor for one that is closed', async () => {
  await world.pay(order);
  expect((await refusal(start())).data.reason).toBe('payment-succeeded');
  const free = await world.order({ kind: 'expand', seats: 11, cycles: 1 });
  const lowered = await world.provider.lowerPrice(free.id, { amount: 0, key: world.key() });
  expect(await start({}, lowered.id)).toEqual({ type: 'none' });
  expect((await refusal(start({}, free.id))).data.reason).toBe('order-not-pending');
});

it('is not begun for an order whose time is over', async () => {
  world.advance(2 * HOUR);
  expect((await refusal(start())).data.reason).toBe('order-not-pending');
  expect(world.gateway.created.size).toBe(0);
  expect((await current()).status).toBe('lapsed');
});

describe('a transfer', () => {
  let number: string;
  beforeEach(async () => {
    number = await world.pending(order, 'bank-transfer');
  });
  const tell = (state: 'processing' | 'bank-accepted' | 'revoked' | 'closed') =>
    world.notify(number, { state });

  it('on its way bars lapse, cancel, another method and a lower price', async () => {
    await tell('processing');
    expect((await current()).lapsesAt).toBeNull();
    for (const call of [
      () => world.administrator.cancelOrder(order.id),
      () => start(),
      () => world.provider.lowerPrice(order.id, { amount: 1, key: world.key() }),
    ]) {
      const refused = await refusal(call());
      expect(refused).toMatchObject({ code: 'conflict', data: { reason: 'transfer-under-way' } });
    }
    expect(world.gateway.countOf('close')).toBe(0);
    world.gateway.payments.set(number, { state: 'processing' });
    await world.pass(20 * 24 * HOUR);
    expect((await current()).status).toBe('pending');
    const paidAt = world.now;
    await world.notify(number, world.gateway.pay(number, paidAt));
    expect(await current()).toMatchObject({ status: 'paid', paidAt, method: 'bank-transfer' });
  });

  it('that the gateway knows to be on its way bars a cancel that did not know', async () => {
    world.gateway.payments.set(number, { state: 'bank-accepted' });
    const refused = await refusal(world.administrator.cancelOrder(order.id));
    expect(refused.data.reason).toBe('transfer-under-way');
    expect((await current()).payments[0]).toMatchObject({ state: 'bank-accepted' });
  });

  it('passes its states once each, whatever order they are told in', async () => {
    await tell('bank-accepted');
    await tell('processing');
    const { payments, timeline } = await current();
    expect(payments[0]).toMatchObject({
      state: 'bank-accepted',
      notifications: [
        { state: 'bank-accepted', outcome: 'applied' },
        { state: 'processing', outcome: 'ignored' },
      ],
    });
    expect(timeline.filter(({ event }) => event === 'payment-progressed')).toHaveLength(1);
  });

  it('that was revoked lets the order lapse when it would have', async () => {
    await tell('processing');
    await tell('revoked');
    expect((await current()).lapsesAt).toBe('2026-03-11T08:00:00.000Z');
    world.gateway.payments.set(number, { state: 'revoked' });
    await world.pass(11 * 24 * HOUR);
    expect((await current()).status).toBe('lapsed');
  });

  it('that brought another amount lets the order lapse when it would have', async () => {
    await tell('processing');
    await world.notify(number, world.gateway.pay(number, world.now, { amount: 1 }));
    expect(await current()).toMatchObject({
      status: 'pending',
      lapsesAt: '2026-03-11T08:00:00.000Z',
      payments: [{ stray: [{ reason: 'wrong-amount' }] }],
    });
    world.gateway.nextRefund = { state: 'succeeded', refundedAt: world.now };
    await world.pass(11 * 24 * HOUR);
    expect(await current()).toMatchObject({ status: 'lapsed', lapsesAt: null });
  });

  it('is found by asking when its notifications are lost', async () => {
    world.gateway.pay(number, world.now);
    await world.pass(2 * MINUTE);
    expect((await current()).status).toBe('paid');
  });

  it('given up for WeChat leaves two hours', async () => {
    world.advance(24 * HOUR);
    await start();
    expect((await current()).lapsesAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('is resumed with the same key days later', async () => {
    const key = world.key();
    const action = await start({ method: 'bank-transfer', key });
    number = await world.numberOf(order.id);
    await tell('processing');
    world.advance(72 * HOUR);
    expect(await start({ method: 'bank-transfer', key })).toEqual(action);
  });
});
