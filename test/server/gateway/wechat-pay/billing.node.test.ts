import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/contract/index.js';
import { createWeChatPay } from '../../../../src/server/gateway/index.js';
import { DAY, HOUR, MINUTE, refusal, World } from '../../../helpers/billing-world.js';
import { WeChatPayStandIn } from './stand-in.js';

const REQUEST = { kind: 'new', seats: 5, cycles: 1 } as const;

let world: World;
let wechat: WeChatPayStandIn;
let hear: (request: Request) => Promise<Response>;

beforeEach(async () => {
  world = new World();
  wechat = new WeChatPayStandIn(() => world.now);
  const gateway = createWeChatPay({ ...wechat.options(), timeoutMs: 20 });
  Object.assign(world.gateway, gateway);
  hear = gateway.notifications(world.billing);
  await world.launch();
});

const notification = (number: string) =>
  wechat.notification('TRANSACTION.SUCCESS', wechat.transaction(number));

async function paid(): Promise<Order> {
  const order = await world.order(REQUEST);
  const number = await world.pending(order);
  wechat.pay(number);
  await hear(notification(number));
  return world.administrator.order(order.id);
}

async function refunding(order: Order): Promise<string> {
  const { id } = order;
  await world.administrator.requestRefund(id, { reason: '不需要了', key: world.key() });
  await world.provider.decideRefund(id, { decision: 'approve' });
  await world.billing.work();
  return [...wechat.refunds.keys()].at(-1)!;
}

const statusOf = async ({ id }: Order) => (await world.administrator.order(id)).status;

describe('an order over WeChat Pay', () => {
  it('is paid by a notification, once, however often it comes', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    world.advance(10 * MINUTE);
    wechat.pay(number);
    const request = notification(number);
    for (let time = 0; time < 3; time++) {
      expect((await hear(request.clone())).status).toBe(204);
    }
    const after = await world.administrator.order(order.id);
    expect(after).toMatchObject({ status: 'paid', paidAt: world.now, method: 'wechat' });
    expect(after.payments[0]).toMatchObject({ state: 'succeeded', stray: [] });
    expect(await world.segments()).toHaveLength(1);
  });

  it('is paid by a notification that comes before its own answer', async () => {
    const order = await world.order(REQUEST);
    const key = world.key();
    const how = { method: 'wechat', environment: 'desktop', key } as const;
    wechat.fail('lost');
    expect((await refusal(world.administrator.startPayment(order.id, how))).code).toBe(
      'unavailable',
    );
    const number = await world.numberOf(order.id);
    wechat.pay(number);
    expect((await hear(notification(number))).status).toBe(204);
    expect(await statusOf(order)).toBe('paid');
    const again = await refusal(world.administrator.startPayment(order.id, how));
    expect(again.data.reason).toBe('payment-succeeded');
  });

  it('is carried on by the same key after a lost answer', async () => {
    const order = await world.order(REQUEST);
    const how = { method: 'wechat', environment: 'desktop', key: world.key() } as const;
    wechat.fail('lost');
    await refusal(world.administrator.startPayment(order.id, how));
    expect(await world.administrator.startPayment(order.id, how)).toMatchObject({ type: 'qr' });
    expect(wechat.orders.size).toBe(1);
  });

  it('is paid though the notification was missed: asked before it lapses', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    wechat.pay(number, { at: world.now });
    const paidAt = world.now;
    // No worker ran for all the time that the order waited.
    world.advance(2 * HOUR);
    await world.billing.work();
    expect(await world.administrator.order(order.id)).toMatchObject({ status: 'paid', paidAt });
  });

  it('does not lapse or get cancelled while WeChat Pay cannot be asked', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    wechat.pay(number);
    wechat.fail('unheard');
    expect((await refusal(world.administrator.cancelOrder(order.id))).code).toBe('unavailable');
    wechat.fail('strange-key');
    expect((await refusal(world.administrator.cancelOrder(order.id))).code).toBe('unavailable');
    expect(await statusOf(order)).toBe('pending');
    world.advance(2 * HOUR);
    wechat.fail('hanging');
    wechat.fail('truncated');
    await world.billing.work();
    expect(await statusOf(order)).toBe('pending');
    await world.pass(MINUTE);
    expect(await statusOf(order)).toBe('paid');
  });

  it('lapses where nobody paid, and cannot be paid any more', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    await world.pass(2 * HOUR);
    expect(await statusOf(order)).toBe('lapsed');
    expect(wechat.orders.get(number)?.state).toBe('CLOSED');
  });

  it('that is paid twice gives the second payment back', async () => {
    const order = await world.order(REQUEST);
    const first = await world.pending(order);
    const second = await world.pending(order);
    wechat.pay(second);
    await hear(notification(second));
    wechat.pay(first);
    expect((await hear(notification(first))).status).toBe(204);
    await world.billing.work();
    const [attempt, settling] = (await world.administrator.order(order.id)).payments;
    expect(attempt?.stray).toMatchObject([{ reason: 'duplicate', amount: 60_000 }]);
    expect(settling?.stray).toEqual([]);
    expect([...wechat.refunds.values()]).toMatchObject([
      { out_trade_no: first, amount: { refund: 60_000, total: 60_000 } },
    ]);
    wechat.endRefund([...wechat.refunds.keys()][0]!, 'SUCCESS');
    await world.pass(HOUR);
    expect(await world.administrator.order(order.id)).toMatchObject({
      status: 'paid',
      payments: [{ stray: [{ refundedAt: expect.any(String) as unknown }] }, {}],
    });
  });

  it('is not paid by another amount, which goes back', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    wechat.pay(number, { amount: 1 });
    await hear(notification(number));
    await world.billing.work();
    expect(await statusOf(order)).toBe('pending');
    expect([...wechat.refunds.values()]).toMatchObject([{ amount: { refund: 1, total: 1 } }]);
  });

  it.each([
    ['of another merchant', { mchid: '1900000001' }],
    ['of another app', { appid: 'wx1' }],
  ])('is not paid by a notification %s', async (_, lie) => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    const resource = { ...paidTransaction(number), ...lie };
    const request = wechat.notification('TRANSACTION.SUCCESS', resource);
    expect((await hear(request)).status).toBe(400);
    expect(await statusOf(order)).toBe('pending');
  });

  it('is not paid by a forged notification, nor by an old one', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    wechat.signer = 'stranger';
    const forged = wechat.notification('TRANSACTION.SUCCESS', paidTransaction(number));
    expect((await hear(forged)).status).toBe(401);
    wechat.signer = 'public-key';
    const old = wechat.notification('TRANSACTION.SUCCESS', paidTransaction(number), {
      ageSeconds: 301,
    });
    expect((await hear(old)).status).toBe(401);
    expect(await statusOf(order)).toBe('pending');
  });

  it('that nobody knows is no fault of the notification', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order);
    const resource = { ...paidTransaction(number), out_trade_no: 'P-stranger' };
    expect((await hear(wechat.notification('TRANSACTION.SUCCESS', resource))).status).toBe(204);
    expect(await statusOf(order)).toBe('pending');
  });
});

describe('a refund over WeChat Pay', () => {
  it('ends with a notification', async () => {
    const order = await paid();
    const refundNumber = await refunding(order);
    expect(await statusOf(order)).toBe('refunding');
    world.advance(HOUR);
    wechat.endRefund(refundNumber, 'SUCCESS');
    const resource = wechat.refundResource(refundNumber);
    const request = wechat.notification('REFUND.SUCCESS', resource);
    expect((await hear(request.clone())).status).toBe(204);
    expect((await hear(request)).status).toBe(204);
    const after = await world.administrator.order(order.id);
    expect(after).toMatchObject({ status: 'refunded', refund: { refundedAt: world.now } });
    expect(await world.segments()).toEqual([]);
  });

  it('ends without one, and is asked for once only', async () => {
    const order = await paid();
    const refundNumber = await refunding(order);
    wechat.endRefund(refundNumber, 'SUCCESS');
    await world.pass(DAY);
    expect(await statusOf(order)).toBe('refunded');
    expect(wechat.refunds.size).toBe(1);
  });

  it('that got stuck ends once it was sent by hand, days later', async () => {
    wechat.refundStatus = 'ABNORMAL';
    const order = await paid();
    const refundNumber = await refunding(order);
    const stuck = wechat.refundResource(refundNumber);
    expect((await hear(wechat.notification('REFUND.ABNORMAL', stuck))).status).toBe(204);
    await world.pass(3 * DAY);
    expect(await statusOf(order)).toBe('refunding');
    wechat.endRefund(refundNumber, 'SUCCESS');
    await world.pass(HOUR);
    expect(await statusOf(order)).toBe('refunded');
    expect(wechat.refunds.size).toBe(1);
  });

  it('that was closed can be tried again', async () => {
    const order = await paid();
    const refundNumber = await refunding(order);
    wechat.endRefund(refundNumber, 'CLOSED');
    await world.pass(HOUR);
    const failed = await world.administrator.order(order.id);
    expect(failed).toMatchObject({ status: 'refund-failed', refund: { failure: 'CLOSED' } });
    wechat.orders.get(order.payments[0]!.number)!.state = 'SUCCESS';
    wechat.refundStatus = 'SUCCESS';
    await world.provider.decideRefund(order.id, { decision: 'retry' });
    await world.billing.work();
    expect(await statusOf(order)).toBe('refunded');
    expect([...wechat.refunds.keys()]).toHaveLength(2);
  });
});

/** As WeChat Pay would tell of it, had it been paid. */
function paidTransaction(number: string) {
  return {
    ...wechat.transaction(number),
    trade_state: 'SUCCESS',
    transaction_id: '4200000000',
    success_time: '2026-03-01T16:00:00+08:00',
  };
}
