import { beforeEach, describe, expect, it } from 'vitest';
import type { Order, PaymentAction, TransferConfirmation } from '../../src/contract/index.js';
import { DAY, refusal, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
let number: string;

/** The gateway leaves every transfer to the operator. */
function leaveTransfers({ gateway }: World): void {
  const create = gateway.create.bind(gateway);
  gateway.create = async (request) => {
    const action = await create(request);
    return action.type === 'bank-transfer'
      ? ({ ...action, confirmedBy: 'operator' } satisfies PaymentAction)
      : action;
  };
}

beforeEach(async () => {
  world = new World();
  leaveTransfers(world);
  await world.launch();
  order = await world.order({ kind: 'new', seats: 10, cycles: 1 });
  number = await world.pending(order, 'bank-transfer');
});

const current = () => world.administrator.order(order.id);

async function confirm(more: Partial<TransferConfirmation> = {}): Promise<Order> {
  const { payments, quote } = await current();
  return world.operator.confirmTransfer(order.id, {
    attemptId: payments.at(-1)!.id,
    transactionId: 'B-20260301-1',
    amount: quote.payable,
    receivedAt: world.now,
    key: world.key(),
    ...more,
  });
}

describe('a transfer that only the operator sees', () => {
  it('pays without the gateway being asked, and is not asked about any more', async () => {
    const asked = world.gateway.calls.length;
    expect(await confirm()).toMatchObject({ status: 'paid', method: 'bank-transfer' });
    await world.pass(DAY);
    expect(world.gateway.calls.slice(asked)).toEqual([]);
  });

  it('is written down with who confirmed what', async () => {
    const { installationId } = await confirm({ transactionId: '  B-7 ' });
    const entries = await world.store.transaction('read', (tx) => tx.auditEntries(installationId));
    expect(entries.at(-1)).toMatchObject({
      action: 'confirmTransfer',
      orderId: order.id,
      by: { role: 'operator', userId: 'operator-1' },
      detail: { transactionId: 'B-7', amount: 120_000 },
    });
  });

  it('is refunded by its own transaction when the order is', async () => {
    await confirm();
    await world.refunded(order);
    expect([...world.gateway.refunds.values()]).toMatchObject([
      { number, transactionId: 'B-20260301-1', amount: 120_000 },
    ]);
    expect(await current()).toMatchObject({ status: 'refunded' });
  });

  it('may be followed by another attempt where the amount was wrong', async () => {
    const flagged = await confirm({ amount: 100_000 });
    expect(flagged).toMatchObject({ status: 'pending', payments: [{ state: 'succeeded' }] });
    world.gateway.nextRefund = { state: 'succeeded', refundedAt: world.now };
    await world.billing.work();
    expect([...world.gateway.refunds.values()]).toMatchObject([{ amount: 100_000 }]);
    await world.pending(order, 'bank-transfer');
    const paid = await confirm({ transactionId: 'B-20260301-2' });
    expect(paid).toMatchObject({
      status: 'paid',
      payments: [{}, { transactionId: 'B-20260301-2' }],
    });
  });

  it('wins over a lapse that no worker has come by for', async () => {
    world.advance(11 * DAY);
    const receivedAt = new Date(Date.parse(world.now) - 2 * DAY).toISOString();
    expect(await confirm({ receivedAt })).toMatchObject({ status: 'paid', paidAt: receivedAt });
  });

  it('takes the day a statement names, though it began before the order', async () => {
    const midnight = '2026-03-01T00:00:00.000Z';
    const paid = await confirm({ receivedAt: midnight });
    expect(paid).toMatchObject({ status: 'paid', paidAt: order.createdAt });
    expect(paid.payments[0]).toMatchObject({ succeededAt: midnight });
  });

  it('keeps apart what two banks gave the same number', async () => {
    const other = 'installation-2';
    await world.launch(undefined, other);
    const second = await world.order({ kind: 'new', seats: 5, cycles: 1 }, false, other);
    await world.pending(second, 'bank-transfer');
    const { payments } = await world.administrator.order(second.id);
    for (const [id, attemptId] of [
      [order.id, (await current()).payments[0]!.id],
      [second.id, payments[0]!.id],
    ] as const) {
      await world.operator.confirmTransfer(id, {
        attemptId,
        transactionId: 'B-1',
        amount: 1,
        receivedAt: world.now,
        key: world.key(),
      });
    }
    world.gateway.nextRefund = { state: 'succeeded', refundedAt: world.now };
    await world.billing.work();
    expect(world.gateway.refunds.size).toBe(2);
  });

  it('is nobody’s where the attempt is of another order', async () => {
    await confirm();
    const renewal = await world.order({ kind: 'renew', cycles: 1 });
    await world.pending(renewal, 'bank-transfer');
    const [payment] = (await world.administrator.order(renewal.id)).payments;
    const error = await refusal(confirm({ attemptId: payment!.id, transactionId: 'B-2' }));
    expect(error.data.reason).toBe('no-transfer-to-confirm');
  });
});

describe('what is kept of the words about a payment', () => {
  it('is bounded: all that changed something, and the latest twenty that did not', async () => {
    const words = ['processing', 'bank-accepted'] as const;
    for (const state of words) await world.notify(number, { state });
    for (let told = 0; told < 30; told++) {
      world.advance(1000);
      await world.notify(number, { state: 'processing' });
    }
    const { notifications } = (await current()).payments[0]!;
    expect(notifications).toHaveLength(22);
    expect(notifications.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(notifications.at(-1)!.at).toBe(world.now);
  });
});
