import { beforeEach, describe, expect, it } from 'vitest';
import { combineGateways } from '../../../src/server/gateway/index.js';
import { World } from '../../helpers/billing-world.js';
import { FakeGateway } from '../../helpers/fake-gateway.js';

const REQUEST = { kind: 'new', seats: 5, cycles: 1 } as const;

let world: World;
let wechat: FakeGateway;
let transfer: FakeGateway;

beforeEach(async () => {
  world = new World();
  wechat = new FakeGateway();
  transfer = new FakeGateway();
  Object.assign(world.gateway, combineGateways({ store: world.store, wechat, transfer }));
  await world.launch();
});

describe('several gateways as one', () => {
  it('each get the payments of their method, and every question about them', async () => {
    const order = await world.order(REQUEST);
    const first = await world.pending(order, 'bank-transfer');
    const second = await world.pending(order, 'wechat');
    expect(transfer.calls).toEqual([
      { call: 'create', of: first },
      { call: 'close', of: first },
    ]);
    wechat.pay(second, world.now);
    await world.pass(120_000);
    expect(wechat.calls).toEqual([
      { call: 'create', of: second },
      { call: 'query', of: second },
    ]);
    expect(await world.administrator.order(order.id)).toMatchObject({ status: 'paid' });
  });

  it.each(['wechat', 'bank-transfer'] as const)('send back what came by %s', async (method) => {
    const [mine, other] = method === 'wechat' ? [wechat, transfer] : [transfer, wechat];
    const order = await world.order(REQUEST);
    const number = await world.pending(order, method);
    await world.notify(number, mine.pay(number, world.now));
    await world.administrator.requestRefund(order.id, { reason: 'no need', key: world.key() });
    await world.provider.decideRefund(order.id, { decision: 'approve' });
    await world.billing.work();
    const [refundNumber = ''] = mine.refunds.keys();
    expect(other.refunds.size).toBe(0);
    mine.refundStates.set(refundNumber, { state: 'succeeded', refundedAt: world.now });
    await world.pass(3_600_000);
    expect(await world.administrator.order(order.id)).toMatchObject({ status: 'refunded' });
    expect(mine.countOf('refund')).toBe(1);
  });

  it('offer what one of them supports', async () => {
    const alone = combineGateways({ store: world.store, wechat });
    expect(alone.supports('wechat', 'mobile')).toBe(true);
    expect(alone.supports('bank-transfer', 'desktop')).toBe(false);
    expect(await alone.queryRefund('R-000001')).toEqual({ state: 'unknown' });
  });

  it('know nothing of numbers that no order has', async () => {
    const gateway = combineGateways({ store: world.store, wechat, transfer });
    expect(await gateway.query('P-stranger')).toEqual({ state: 'unknown' });
    expect(await gateway.close('P-stranger')).toEqual({ state: 'unknown' });
    const refund = { number: 'P-stranger', transactionId: 't', refundNumber: 'R' };
    await expect(
      gateway.refund({ ...refund, amount: 1, currency: 'CNY', reason: '' }),
    ).rejects.toThrow('No order');
    expect([...wechat.calls, ...transfer.calls]).toEqual([]);
  });

  it('do not lose a payment whose gateway was taken away', async () => {
    const order = await world.order(REQUEST);
    const number = await world.pending(order, 'bank-transfer');
    const left = combineGateways({ store: world.store, wechat });
    await expect(left.close(number)).rejects.toThrow('bank-transfer');
  });
});
