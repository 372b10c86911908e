import { beforeEach, describe, expect, it } from 'vitest';
import type {
  GatewayRefund,
  GatewayRefundRequest,
  TransferReturn,
} from '../../../src/billing/index.js';
import type { Order } from '../../../src/contract/index.js';
import { createManualTransfers } from '../../../src/server/gateway/index.js';
import { jsonLog } from '../../../src/server/log.js';
import { DAY, HOUR, refusal, World } from '../../helpers/billing-world.js';

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

  /** Whoever keeps the books says that the money went back. */
  function returned(order: Order, input: Partial<TransferReturn> = {}): Promise<Order> {
    const keeper = { userId: 'keeper', userName: 'Keeper' };
    return world.billing.confirmReturn(
      { role: 'operator', ...keeper, installations: [order.installationId] },
      order.id,
      { transactionId: '20260305-0001', returnedAt: world.now, ...input },
    );
  }

  async function paid(): Promise<Order> {
    const order = await world.order(REQUEST);
    await start(order);
    return confirm(order);
  }

  it('by whoever keeps the books, whom the log reminds until they say that it is done', async () => {
    const order = await paid();
    await refund(order);
    await world.pass(2 * DAY);
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.length).toBeGreaterThan(10);
    const { number, refundNumber, transactionId, event } = entries[0]!;
    expect(transactionId).toBe('20260305-0001');
    expect([event, number]).toEqual(['transfer-to-send-back', order.payments[0]!.number]);
    expect(entries.every((entry) => entry.refundNumber === refundNumber)).toBe(true);
    const done = await returned(order);
    expect(done).toMatchObject({ status: 'refunded', refund: { refundedAt: world.now } });
    expect(await world.administrator.order(order.id)).toMatchObject({ status: 'refunded' });
    const said = lines.length;
    await world.pass(2 * DAY);
    expect(lines).toHaveLength(said);
  });

  it('once, however often that is said, and in the name of whoever said it', async () => {
    const order = await paid();
    await refund(order);
    const at = world.now;
    const done = await returned(order);
    await world.pass(DAY);
    expect(await returned(order)).toEqual(done);
    const entries = await world.store.transaction('read', (tx) =>
      tx.auditEntries(order.installationId),
    );
    expect(entries.filter(({ action }) => action === 'confirm-return')).toMatchObject([
      {
        orderId: order.id,
        by: { role: 'operator', userId: 'keeper' },
        detail: { transactionId: '20260305-0001', returnedAt: at },
      },
    ]);
  });

  it('that nobody needed, and its order stays as it was', async () => {
    const order = await world.order(REQUEST);
    await start(order);
    await world.pass(10 * DAY);
    await confirm(order);
    const done = await returned(order);
    expect(done).toMatchObject({
      status: 'lapsed',
      payments: [{ stray: [{ refundedAt: world.now }] }],
    });
    expect(await returned(order)).toMatchObject({ payments: done.payments });
    const said = lines.length;
    await world.pass(2 * DAY);
    expect(lines).toHaveLength(said);
  });

  it('only when it was to go back', async () => {
    const order = await paid();
    const refused = async (transactionId: string) =>
      (await refusal(returned(order, { transactionId }))).data.reason;
    expect(await refused('20260305-0001')).toBe('no-transfer-to-confirm');
    await refund(order);
    expect(await refused('another')).toBe('no-transfer-to-confirm');
    expect((await world.administrator.order(order.id)).status).toBe('refunding');
  });

  it('not by word of mouth when it came by WeChat Pay', async () => {
    world = new World();
    await world.launch();
    const order = await world.bought(REQUEST);
    await refund(order);
    const transactionId = (await world.administrator.order(order.id)).payments[0]!.transactionId!;
    const said = await refusal(returned(order, { transactionId }));
    expect(said.data.reason).toBe('no-transfer-to-confirm');
  });

  it.each([
    ['before it arrived', -2 * DAY],
    ['tomorrow', DAY],
  ])('not %s', async (_, ms) => {
    const order = await paid();
    await refund(order);
    const returnedAt = new Date(Date.parse(world.now) + ms).toISOString();
    const { data } = await refusal(returned(order, { returnedAt }));
    expect(data.issues).toEqual([{ path: 'returnedAt', code: 'out-of-range' }]);
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
