import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalBackend, type LocalBackend } from '../../../src/backends/local/index.js';
import type { Order, PaymentAction, PaymentAttempt } from '../../../src/contract/index.js';
import type { PaymentEnvironment, PaymentMethod } from '../../../src/domain/index.js';
import { createTestClock } from '../../../src/testing/index.js';
import { POLICY } from '../../../src/testing/scene.js';

let backend: LocalBackend;
let keys = 0;

beforeEach(async () => {
  backend = createLocalBackend({ clock: createTestClock('2026-03-01T00:00:00.000Z') });
  const { simulation } = backend;
  const provider = simulation.as('provider');
  await simulation.installations.create('i1');
  await provider.publishPolicy('i1', { policy: POLICY, baseVersion: null });
  await provider.submit('i1');
  await provider.launch('i1');
});

afterEach(() => backend.simulation.close());

async function pay(
  environment: PaymentEnvironment,
  method: PaymentMethod = 'wechat',
): Promise<{ id: string; action: PaymentAction; attempt: PaymentAttempt }> {
  const request = { kind: 'new', seats: 10, cycles: 1 } as const;
  const quote = await backend.quote('i1', request);
  const key = `attempt-${++keys}`;
  const { id } = await backend.createOrder('i1', { request, quote, acceptForfeit: false, key });
  const returnUrl = 'https://host.example/checkout?step=2';
  const action = await backend.startPayment(id, { method, environment, key, returnUrl });
  const { payments } = await backend.order(id);
  return { id, action, attempt: payments.at(-1)! };
}

const stateOf = ({ payments }: Order) => payments.at(-1)?.state;

describe('the simulated gateway', () => {
  it('gives a desktop a code, and a link that pays', async () => {
    const { action, attempt } = await pay('desktop');
    expect(action).toMatchObject({
      type: 'qr',
      codeUrl: `weixin://wxpay/bizpayurl?pr=${attempt.number}`,
      expiresAt: '2026-03-01T02:00:00.000Z',
      simulationUrl: `https://simulation.invalid/#seatkit-pay=${attempt.number}`,
    });
  });

  it('sends a phone to pay and back, within five minutes', async () => {
    const { action, attempt } = await pay('mobile');
    expect(action).toMatchObject({
      type: 'redirect',
      url: `https://host.example/checkout?step=2#seatkit-pay=${attempt.number}`,
      expiresAt: '2026-03-01T00:05:00.000Z',
    });
  });

  it.each(['wechat', 'platform-app'] as const)('asks in %s who pays, once', async (environment) => {
    const { id, action } = await pay(environment);
    const back = 'https://host.example/checkout?step=2';
    expect(action).toEqual({ type: 'authorize', url: `${back}#seatkit-authorize=administrator` });
    await backend.simulation.gateway.authorize('administrator');
    const again = await backend.startPayment(id, {
      method: 'wechat',
      environment,
      key: `attempt-${keys}`,
      returnUrl: back,
    });
    expect(again).toMatchObject({ type: 'jsapi', parameters: { signType: 'RSA' } });
  });

  it('lets a transfer pass through its states as days go by', async () => {
    const { id, action, attempt } = await pay('desktop', 'bank-transfer');
    expect(action).toMatchObject({ type: 'bank-transfer', reference: attempt.number });
    const { clock } = backend.simulation;
    const seen = [stateOf(await backend.order(id))];
    for (let day = 0; day < 3; day++) {
      await clock.advance({ days: 1 });
      seen.push(stateOf(await backend.order(id)));
    }
    expect(seen).toEqual(['created', 'processing', 'bank-accepted', 'succeeded']);
    expect((await backend.order(id)).paidAt).toBe('2026-03-04T00:00:00.000Z');
  });

  it('pays a transfer on its day, however far the clock is moved at once', async () => {
    const { id } = await pay('desktop', 'bank-transfer');
    await backend.simulation.clock.advance({ days: 100 });
    const { status, paidAt } = await backend.order(id);
    expect([status, paidAt]).toEqual(['paid', '2026-03-04T00:00:00.000Z']);
  });

  it('says what came of a payment', async () => {
    const { gateway, clock } = backend.simulation;
    const { attempt } = await pay('desktop');
    expect(await gateway.pay('nobody')).toBe('unknown');
    expect(await gateway.pay(attempt.number)).toBe('paid');
    expect(await gateway.pay(attempt.number)).toBe('already-paid');
    await clock.advance({ days: 400 });
    const late = await pay('desktop');
    await clock.advance({ days: 1 });
    expect(await gateway.pay(late.attempt.number)).toBe('closed');
  });

  it('tells late, twice or never, and the order is paid once', async () => {
    const { gateway, work } = backend.simulation;
    const { id, attempt } = await pay('desktop');
    await gateway.pay(attempt.number, { notify: 'withhold' });
    expect((await backend.order(id)).status).toBe('pending');
    await gateway.deliver(attempt.number);
    await gateway.deliver(attempt.number, 'open');
    await gateway.deliver(attempt.number, 'closed');
    await work();
    const { status, timeline, segmentsGranted } = await backend.order(id);
    expect(status).toBe('paid');
    expect(timeline.filter(({ event }) => event === 'paid')).toHaveLength(1);
    expect(segmentsGranted).toHaveLength(1);
  });

  it('finds by asking what it was not told', async () => {
    const { gateway, clock } = backend.simulation;
    const { id, attempt } = await pay('desktop');
    await gateway.pay(attempt.number, { notify: 'withhold' });
    await clock.advance({ days: 1 });
    const { status, paidAt } = await backend.order(id);
    expect([status, paidAt]).toEqual(['paid', '2026-03-01T00:00:00.000Z']);
  });

  it('closes a payment that fails, and revokes a transfer under way', async () => {
    const { gateway } = backend.simulation;
    const wallet = await pay('desktop');
    await gateway.fail(wallet.attempt.number);
    expect(stateOf(await backend.order(wallet.id))).toBe('closed');
    await backend.cancelOrder(wallet.id);
    const transfer = await pay('desktop', 'bank-transfer');
    await gateway.advanceTransfer(transfer.attempt.number);
    await gateway.fail(transfer.attempt.number);
    expect(stateOf(await backend.order(transfer.id))).toBe('revoked');
  });

  it('leaves a transfer to the operator when told to, once, and never sees its money', async () => {
    const { gateway, clock, as } = backend.simulation;
    await gateway.leaveTransfers(1);
    const wallet = await pay('desktop');
    expect(wallet.action).not.toHaveProperty('confirmedBy');
    await backend.cancelOrder(wallet.id);
    const { id, action, attempt } = await pay('desktop', 'bank-transfer');
    expect(action).toMatchObject({ type: 'bank-transfer', confirmedBy: 'operator' });
    expect(action).not.toHaveProperty('simulationUrl');
    await clock.advance({ days: 5 });
    expect(stateOf(await backend.order(id))).toBe('bank-accepted');
    await gateway.advanceTransfer(attempt.number);
    expect(stateOf(await backend.order(id))).toBe('bank-accepted');
    const seen = { attemptId: attempt.id, transactionId: 'B-1', amount: attempt.amount };
    const input = { ...seen, receivedAt: clock.now(), key: 'confirm-this-transfer' };
    await as('operator').confirmTransfer(id, input);
    await clock.advance({ days: 5 });
    const paid = await backend.order(id);
    expect([paid.status, paid.payments[0]?.stray]).toEqual(['paid', []]);
    const request = { kind: 'renew', cycles: 1 } as const;
    const quote = await backend.quote('i1', request);
    const next = { request, quote, acceptForfeit: false, key: 'one-more-order' };
    const { id: nextId } = await backend.createOrder('i1', next);
    const how = {
      method: 'bank-transfer',
      environment: 'desktop',
      key: 'one-more-payment',
    } as const;
    expect(await backend.startPayment(nextId, how)).not.toHaveProperty('confirmedBy');
  });

  it('refunds after a moment of clock time, and fails when told to, once', async () => {
    const { gateway, clock, work, as } = backend.simulation;
    const { id, attempt } = await pay('desktop');
    await gateway.pay(attempt.number);
    await backend.requestRefund(id, { reason: '试一试', key: 'refund-this-order' });
    await gateway.failRefunds(1);
    await as('provider').decideRefund(id, { decision: 'approve' });
    await work();
    expect((await backend.order(id)).refund).toMatchObject({
      status: 'failed',
      failure: 'simulated-failure',
    });
    await as('provider').decideRefund(id, { decision: 'retry' });
    await work();
    expect((await backend.order(id)).status).toBe('refunding');
    await clock.advance({ ms: 2000 });
    expect((await backend.order(id)).refund).toMatchObject({
      status: 'refunded',
      refundedAt: '2026-03-01T00:00:02.000Z',
    });
  });

  it('refuses to move a payment it does not know', async () => {
    const { gateway } = backend.simulation;
    await expect(gateway.advanceTransfer('nobody')).rejects.toThrow(RangeError);
    await expect(gateway.deliver('nobody')).rejects.toThrow(RangeError);
  });
});
