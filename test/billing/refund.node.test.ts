import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/contract/index.js';
import { APP, DAY, HOUR, refusal, START, World } from '../helpers/billing-world.js';

let world: World;
let order: Order;
beforeEach(async () => {
  world = new World();
  await world.launch();
  order = await world.bought({ kind: 'new', seats: 10, cycles: 1 });
});

const current = () => world.administrator.order(order.id);
const request = (id = order.id, key = world.key(), reason = 'changed plans') =>
  world.administrator.requestRefund(id, { reason, key });
const approve = (id = order.id) => world.provider.decideRefund(id, { decision: 'approve' });
const reject = () =>
  world.provider.decideRefund(order.id, { decision: 'reject', reason: 'already used' });
const succeeded = () => ({ state: 'succeeded', refundedAt: world.now }) as const;
const invoiceDetails = {
  type: 'ordinary',
  title: '蓝河有限公司',
  taxNumber: '91350100M000100Y43',
  email: 'finance@blue-river.example',
} as const;

describe('the request', () => {
  it('bars ordering, paying and invoicing until it ends', async () => {
    const older = order;
    world.advance(DAY);
    const renewal = await world.bought({ kind: 'renew', cycles: 1 });
    const requested = await request(renewal.id);
    expect(requested).toMatchObject({
      status: 'refund-requested',
      refund: { status: 'requested', amount: 120_000, decisionDueAt: '2026-03-09T08:00:00.000Z' },
    });
    const ordering = await refusal(world.order({ kind: 'renew', cycles: 1 }));
    expect(ordering).toMatchObject({
      code: 'conflict',
      data: { reason: 'refund-under-way', order: { id: renewal.id } },
    });
    for (const id of [older.id, renewal.id]) {
      const input = { details: invoiceDetails, key: world.key() };
      const invoicing = await refusal(world.administrator.requestInvoice(id, input));
      expect(invoicing.data.reason).toBe('refund-under-way');
    }
    const pay = { method: 'wechat', environment: 'desktop', key: world.key() } as const;
    expect((await refusal(world.administrator.startPayment(renewal.id, pay))).code).toBe(
      'conflict',
    );
    await world.provider.decideRefund(renewal.id, { decision: 'reject', reason: 'no' });
    await expect(world.order({ kind: 'renew', cycles: 1 })).resolves.toBeDefined();
  });

  it('is refused with every reason against it, and reads say so before', async () => {
    const newer = await world.bought({ kind: 'renew', cycles: 1 });
    await world.administrator.requestInvoice(order.id, {
      details: invoiceDetails,
      key: world.key(),
    });
    const pending = await world.order({ kind: 'renew', cycles: 1 });
    world.advance(10 * DAY + 1);
    const reasons = [
      { code: 'too-late', until: '2026-03-11T08:00:00.000Z' },
      { code: 'invoice-requested' },
      { code: 'not-newest', orderId: newer.id },
      { code: 'order-pending', orderId: pending.id },
    ];
    expect((await current()).refundEligibility).toEqual({ ok: false, reasons });
    const refused = await refusal(request());
    expect(refused).toMatchObject({
      code: 'conflict',
      data: { reason: 'refund-ineligible', refundReasons: reasons },
    });
  });

  it('is for the order that changed the paid time last, however the gateway’s clock differs', async () => {
    const MINUTE = 60_000;
    const ahead = await world.order({ kind: 'renew', cycles: 1 });
    const number = await world.pending(ahead);
    const future = new Date(Date.parse(world.now) + MINUTE).toISOString();
    await world.notify(number, world.gateway.pay(number, future));
    const free = await world.order({ kind: 'renew', cycles: 1 });
    await world.provider.lowerPrice(free.id, { amount: 0, key: world.key() });
    const { replacedByOrderId } = await world.administrator.order(free.id);
    const settled = await world.administrator.order(replacedByOrderId!);
    expect(settled).toMatchObject({ status: 'paid', paidAt: future });
    expect((await refusal(request(ahead.id))).data.refundReasons).toEqual([
      { code: 'not-newest', orderId: settled.id },
    ]);

    world.advance(2 * MINUTE);
    const behind = await world.order({ kind: 'renew', cycles: 1 });
    const slow = await world.pending(behind);
    await world.notify(slow, world.gateway.pay(slow, START));
    expect(await world.administrator.order(behind.id)).toMatchObject({ paidAt: world.now });
    await expect(request(behind.id)).resolves.toMatchObject({ status: 'refund-requested' });
  });

  it('may come until the last instant of the ten days', async () => {
    world.advance(10 * DAY);
    expect((await current()).refundEligibility).toEqual({ ok: true });
    await expect(request()).resolves.toMatchObject({ status: 'refund-requested' });
  });

  it('comes once from two tabs', async () => {
    const outcomes = await Promise.allSettled([request(), request()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const key = world.key();
    expect((await refusal(request(order.id, key))).data.reason).toBe('refund-under-way');
  });

  it('gives the same answer for the same key', async () => {
    const key = world.key();
    await Promise.all([request(order.id, key), request(order.id, key)]);
    expect((await current()).timeline.filter((e) => e.event === 'refund-requested')).toHaveLength(
      1,
    );
    expect((await refusal(request(order.id, key, 'other'))).data.reason).toBe('key-reused');
  });

  it.each(['', '   ', 'x'.repeat(2001)])('has a reason', async (reason) => {
    expect((await refusal(request(order.id, world.key(), reason))).data.issues?.[0]?.path).toBe(
      'reason',
    );
  });

  it('may come again after it was rejected', async () => {
    await request();
    const rejected = await reject();
    expect(rejected).toMatchObject({
      status: 'paid',
      refund: {
        status: 'rejected',
        decisionReason: 'already used',
        decidedBy: { role: 'provider' },
      },
    });
    await expect(request()).resolves.toMatchObject({ status: 'refund-requested' });
  });
});

describe('the decision', () => {
  it('sends the whole money back and rolls the paid time back', async () => {
    world.advance(DAY);
    const expanded = await world.bought({ kind: 'expand', seats: 20, cycles: 1 });
    await request(expanded.id);
    const approved = await approve(expanded.id);
    expect(approved).toMatchObject({ status: 'refunding', refund: { status: 'refunding' } });
    const automatic = `approve-refund:${expanded.id}`;
    expect(await world.store.transaction('read', (tx) => tx.job(automatic))).toBeNull();
    expect(await world.segments()).toEqual(expanded.segmentsGranted);

    world.advance(HOUR);
    world.gateway.nextRefund = succeeded();
    await world.billing.work();
    const refunded = await world.administrator.order(expanded.id);
    expect(refunded).toMatchObject({
      status: 'refunded',
      refund: { status: 'refunded', refundedAt: world.now },
    });
    expect(await world.segments()).toEqual(order.segmentsGranted);
    expect((await current()).refundEligibility).toEqual({ ok: true });
    await expect(world.order({ kind: 'renew', cycles: 1 })).resolves.toBeDefined();
  });

  it('is made by the clock when nobody has answered for seven days', async () => {
    await request();
    await world.pass(7 * DAY - 1);
    expect((await current()).status).toBe('refund-requested');
    world.gateway.nextRefund = succeeded();
    await world.pass(1);
    expect(await current()).toMatchObject({
      status: 'refunded',
      refund: { decidedBy: { role: 'system' }, decidedAt: '2026-03-08T08:00:00.000Z' },
    });
  });

  it('comes too late as a rejection when the seven days are over, though no worker has come by', async () => {
    await request();
    world.advance(7 * DAY - 1);
    await reject();
    await request();
    world.advance(7 * DAY);
    const refused = await refusal(reject());
    expect(refused.data).toMatchObject({
      reason: 'refund-not-requested',
      order: { status: 'refunding', refund: { decidedBy: { role: 'system' } } },
    });
    world.gateway.nextRefund = succeeded();
    await world.billing.work();
    expect((await current()).status).toBe('refunded');
  });

  it('is not made by the clock too early when the request was rejected and made anew meanwhile', async () => {
    await request();
    world.advance(7 * DAY - 1);
    await reject();
    await request();
    await world.pass(7 * DAY - 1);
    expect(await current()).toMatchObject({
      status: 'refund-requested',
      refund: { decisionDueAt: '2026-03-15T07:59:59.999Z' },
    });
    world.gateway.nextRefund = succeeded();
    await world.pass(1);
    expect((await current()).status).toBe('refunded');
  });

  it('is not made by the clock after a rejection', async () => {
    await request();
    await reject();
    const id = `approve-refund:${order.id}`;
    expect(await world.store.transaction('read', (tx) => tx.job(id))).toBeNull();
    await world.pass(30 * DAY);
    expect((await current()).status).toBe('paid');
    expect(world.gateway.countOf('refund')).toBe(0);
  });

  it('is made once by two', async () => {
    await request();
    const outcomes = await Promise.allSettled([approve(), approve(), reject()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await refusal(approve())).data).toMatchObject({
      reason: 'refund-not-requested',
      order: { status: 'refunding' },
    });
    world.gateway.nextRefund = succeeded();
    await Promise.all([world.billing.work(), world.billing.work()]);
    expect(world.gateway.refunds.size).toBe(1);
    expect((await current()).timeline.filter(({ event }) => event === 'refunded')).toHaveLength(1);
  });

  it('is none where nothing was asked', async () => {
    for (const decision of ['approve', 'retry'] as const) {
      const refused = await refusal(world.provider.decideRefund(order.id, { decision }));
      expect(refused.data.reason).toBe('refund-not-requested');
    }
    const unknown = world.provider.decideRefund(order.id, { decision: 'maybe' as never });
    expect((await refusal(unknown)).data.issues?.[0]?.path).toBe('decision');
  });
});

describe('the gateway', () => {
  beforeEach(async () => {
    await request();
    await approve();
  });
  const tell = async (
    refund: { state: 'succeeded'; refundedAt: string } | { state: 'failed'; failure: string },
  ) => {
    const [refundNumber, asked] = [...world.gateway.refunds].at(-1)!;
    const { number } = asked;
    await world.billing.handleNotification({ type: 'refund', number, refundNumber, refund });
  };

  it('may take its time: it is asked until it has an answer', async () => {
    await world.pass(5 * HOUR);
    expect((await current()).status).toBe('refunding');
    expect(world.gateway.countOf('refund')).toBe(1);
    const [refundNumber] = world.gateway.refunds.keys();
    world.gateway.refundStates.set(refundNumber!, succeeded());
    await world.pass(2 * HOUR);
    expect((await current()).status).toBe('refunded');
  });

  it('may say so itself, twice', async () => {
    await world.billing.work();
    await tell(succeeded());
    await tell(succeeded());
    const { status, timeline } = await current();
    expect(status).toBe('refunded');
    expect(timeline.filter(({ event }) => event === 'refunded')).toHaveLength(1);
    await tell({ state: 'failed', failure: 'late' });
    expect((await current()).status).toBe('refunded');
  });

  it('may fail; the provider tries again under another number', async () => {
    world.gateway.nextRefund = { state: 'failed', failure: 'no-balance' };
    await world.billing.work();
    expect(await current()).toMatchObject({
      status: 'refund-failed',
      refund: { status: 'failed', failure: 'no-balance' },
    });
    expect((await refusal(world.order({ kind: 'renew', cycles: 1 }))).data.reason).toBe(
      'refund-under-way',
    );
    const retried = await world.provider.decideRefund(order.id, { decision: 'retry' });
    expect(retried).toMatchObject({ status: 'refunding', refund: { failure: null } });
    world.gateway.nextRefund = succeeded();
    await world.billing.work();
    expect((await current()).status).toBe('refunded');
    expect(world.gateway.refunds.size).toBe(2);
    expect(await world.segments()).toEqual([]);
  });

  it('of an earlier try has no say any more', async () => {
    world.gateway.nextRefund = { state: 'failed', failure: 'no-balance' };
    await world.billing.work();
    const [earlier, { number }] = [...world.gateway.refunds][0]!;
    await world.provider.decideRefund(order.id, { decision: 'retry' });
    await world.billing.handleNotification({
      type: 'refund',
      number,
      refundNumber: earlier,
      refund: { state: 'failed', failure: 'again' },
    });
    expect((await current()).status).toBe('refunding');
  });

  it('of an earlier try has no say either when its answer comes after the next try began', async () => {
    const refund = { state: 'failed', failure: 'no-balance' } as const;
    const failAndRetry = async () => {
      const refundNumber = world.gateway.calls.at(-1)!.of;
      const { number } = (await current()).payments[0]!;
      world.gateway.refundStates.set(refundNumber, refund);
      await world.billing.handleNotification({ type: 'refund', number, refundNumber, refund });
      await world.provider.decideRefund(order.id, { decision: 'retry' });
    };
    world.gateway.script('refund', { before: failAndRetry });
    await world.billing.work();
    expect(world.gateway.countOf('refund')).toBe(2);
    expect((await current()).status).toBe('refunding');
  });

  it.each(['unheard', 'lost'] as const)(
    'is asked under the same number after an answer that was %s',
    async (fails) => {
      world.gateway.nextRefund = succeeded();
      world.gateway.script('refund', { fails });
      await world.billing.work();
      expect((await current()).status).toBe('refunding');
      await world.pass(HOUR);
      expect((await current()).status).toBe('refunded');
      expect(world.gateway.refunds.size).toBe(1);
    },
  );

  it('that fell silent after a crash is taken up by another worker', async () => {
    const dying = world.store.transaction('write', (tx) =>
      tx.claimJobs({ now: world.now, until: '2026-03-01T08:05:00.000Z', limit: 100 }),
    );
    expect(await dying).not.toHaveLength(0);
    world.gateway.nextRefund = succeeded();
    await world.billing.work();
    expect((await current()).status).toBe('refunding');
    await world.pass(HOUR);
    expect((await current()).status).toBe('refunded');
  });
});

it('leaves the app to its trial when the first purchase is refunded', async () => {
  await world.refunded(order);
  expect(await world.segments()).toEqual([]);
  expect(await world.member.entitlement(APP)).toMatchObject({ state: 'trial' });
  expect((await world.bought({ kind: 'new', seats: 3, cycles: 1 })).paidAt).toBe(START);
});
