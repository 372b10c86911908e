import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayRefund, GatewayRefundRequest } from '../../../src/billing/index.js';
import type { Order } from '../../../src/contract/index.js';
import { createManualTransfers } from '../../../src/server/gateway/index.js';
import { jsonLog } from '../../../src/server/log.js';
import { DAY, HOUR, World } from '../../helpers/billing-world.js';

const ACCOUNT = { accountName: '卖方公司', accountNumber: '6222 0000', bankName: '工商银行' };
const REQUEST = { kind: 'new', seats: 5, cycles: 1 } as const;

let world: World;
let lines: string[];
let sendBack: ((request: GatewayRefundRequest) => Promise<GatewayRefund>) | undefined;

beforeEach(async () => {
  world = new World();
  lines = [];
  sendBack = undefined;
  open();
  await world.launch();
});

/** A process that begins anew: nothing is kept. */
function open(): void {
  const log = jsonLog({ write: (line) => lines.push(line) });
  const transfers = createManualTransfers({ account: ACCOUNT, log, ...(sendBack && { sendBack }) });
  Object.assign(world.gateway, transfers);
}

const start = (order: Order, key = world.key()) =>
  world.administrator.startPayment(order.id, {
    method: 'bank-transfer',
    environment: 'desktop',
    key,
  });

async function confirm(order: Order, transactionId = '20260305-0001', amount = 60_000) {
  const { payments } = await world.administrator.order(order.id);
  return world.operator.confirmTransfer(order.id, {
    attemptId: payments[0]!.id,
    transactionId,
    amount,
    receivedAt: world.now,
    key: world.key(),
  });
}

describe('a transfer that the operator confirms', () => {
  it('shows where to, with a reference, and who will say that it arrived', async () => {
    const order = await world.order(REQUEST);
    const key = world.key();
    const action = await start(order, key);
    expect(action).toMatchObject({
      type: 'bank-transfer',
      account: ACCOUNT,
      reference: await world.numberOf(order.id),
      confirmedBy: 'operator',
      amount: 60_000,
      expiresAt: '2026-03-11T08:00:00.000Z',
    });
    open();
    expect(await start(order, key)).toEqual(action);
  });

  it('waits for days, and is paid when it arrived', async () => {
    const order = await world.order(REQUEST);
    await start(order);
    for (let day = 0; day < 9; day++) {
      await world.pass(DAY);
      open();
    }
    const waiting = await world.administrator.order(order.id);
    expect(waiting).toMatchObject({ status: 'pending', payments: [{ state: 'created' }] });
    expect(await confirm(order)).toMatchObject({ status: 'paid', paidAt: world.now });
  });

  it('lapses after ten days; what arrives then goes back', async () => {
    const order = await world.order(REQUEST);
    await start(order);
    await world.pass(10 * DAY);
    expect(await world.administrator.order(order.id)).toMatchObject({
      status: 'lapsed',
      payments: [{ state: 'closed' }],
    });
    const late = await confirm(order);
    expect(late).toMatchObject({ status: 'lapsed', payments: [{ stray: [{ reason: 'late' }] }] });
    await world.pass(DAY);
    expect(lines.join()).toContain('transfer-to-send-back');
  });

  it('can be begun anew until then, one at a time', async () => {
    const order = await world.order(REQUEST);
    await start(order);
    await start(order);
    const { payments } = await world.administrator.order(order.id);
    expect(payments.map(({ state }) => state)).toEqual(['closed', 'created']);
  });
});

describe('a transfer is sent back', () => {
  async function refund(order: Order): Promise<void> {
    await world.administrator.requestRefund(order.id, { reason: 'no need', key: world.key() });
    await world.provider.decideRefund(order.id, { decision: 'approve' });
  }

  async function paid(): Promise<Order> {
    const order = await world.order(REQUEST);
    await start(order);
    return confirm(order);
  }

  it('by whoever keeps the books, whom the log reminds until billing is told', async () => {
    const order = await paid();
    await refund(order);
    await world.pass(2 * DAY);
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.length).toBeGreaterThan(10);
    const { number, refundNumber, event } = entries[0]!;
    expect([event, number]).toEqual(['transfer-to-send-back', order.payments[0]!.number]);
    expect(entries.every((entry) => entry.refundNumber === refundNumber)).toBe(true);
    await world.billing.handleNotification({
      type: 'refund',
      number: number as string,
      refundNumber: refundNumber as string,
      refund: { state: 'succeeded', refundedAt: world.now },
    });
    expect((await world.administrator.order(order.id)).status).toBe('refunded');
  });

  it('by what the host does itself, asked until it is done', async () => {
    const asked = new Set<string>();
    let arrived = false;
    sendBack = ({ refundNumber, amount }) => {
      asked.add(`${refundNumber} ${amount}`);
      return Promise.resolve(
        arrived ? { state: 'succeeded', refundedAt: world.now } : { state: 'processing' },
      );
    };
    open();
    const order = await paid();
    await refund(order);
    await world.pass(2 * DAY);
    expect((await world.administrator.order(order.id)).status).toBe('refunding');
    arrived = true;
    await world.pass(HOUR);
    expect((await world.administrator.order(order.id)).status).toBe('refunded');
    expect(asked.size).toBe(1);
  });
});
