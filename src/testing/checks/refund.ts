import { ensure, equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { buy, freshKey, launched, order, POLICY, type Scene } from '../scene.js';
import { DETAILS } from './invoice.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;

function ask({ administrator }: Scene, orderId: string, key = freshKey()) {
  return administrator.requestRefund(orderId, { reason: '买错了', key });
}

async function ineligible(scene: Scene, orderId: string, code: string): Promise<void> {
  const { refundEligibility } = await scene.administrator.order(orderId);
  ensure(!refundEligibility.ok, `${code}: the order says that it cannot be refunded`);
  const { data } = await refused(ask(scene, orderId), 'conflict', code, 'refund-ineligible');
  const codes = (data.refundReasons ?? []).map((reason) => reason.code);
  ensure(codes.includes(code as (typeof codes)[number]), `${code}: listed among ${codes.join()}`);
}

/** SPEC §5 "Refund". */
export const refundChecks: Record<string, ContractCheck> = {
  'an approved refund returns all cash and takes the time back': async (make) => {
    const scene = await launched(await make());
    const { id, administrator, provider, harness } = scene;
    const paid = await buy(scene, TEN);
    const asked = await ask(scene, paid.id);
    equal([asked.status, asked.refund?.amount], ['refund-requested', 120_000], 'in full');
    equal((await administrator.entitlement(id)).state, 'active', 'used until it is refunded');
    await provider.decideRefund(paid.id, { decision: 'approve' });
    await harness.clock.advance({ days: 1 });
    const done = await administrator.order(paid.id);
    equal([done.status, done.refund?.status], ['refunded', 'refunded'], 'refunded');
    equal((await administrator.entitlement(id)).state, 'trial', 'as if never bought');
  },

  'while a refund is under way nothing is ordered or invoiced': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    await ask(scene, paid.id);
    const buying = order(scene, { kind: 'renew', cycles: 1 });
    await refused(buying, 'conflict', 'no order', 'refund-under-way');
    const input = { details: DETAILS, key: freshKey() };
    const invoicing = scene.administrator.requestInvoice(paid.id, input);
    await refused(invoicing, 'conflict', 'no invoice');
  },

  'a rejected refund leaves the order paid, with the reason': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    await ask(scene, paid.id);
    const decision = { decision: 'reject', reason: '已使用' } as const;
    const rejected = await scene.provider.decideRefund(paid.id, decision);
    equal(
      [rejected.status, rejected.refund?.status, rejected.refund?.decisionReason],
      ['paid', 'rejected', '已使用'],
      'rejected',
    );
    equal((await ask(scene, paid.id)).status, 'refund-requested', 'may be asked again');
  },

  'a refund nobody answers for seven days is approved': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    await ask(scene, paid.id);
    await scene.harness.clock.advance({ days: 6 });
    equal((await scene.administrator.order(paid.id)).status, 'refund-requested', 'six days');
    await scene.harness.clock.advance({ days: 2 });
    equal((await scene.administrator.order(paid.id)).status, 'refunded', 'after seven');
  },

  'a refund that fails can be tried again': async (make) => {
    const scene = await launched(await make());
    const { provider, administrator, harness } = scene;
    const paid = await buy(scene, TEN);
    await ask(scene, paid.id);
    await harness.gateway.failNextRefund();
    await provider.decideRefund(paid.id, { decision: 'approve' });
    await harness.work();
    const failed = await administrator.order(paid.id);
    equal([failed.status, failed.refund?.status], ['refund-failed', 'failed'], 'failed');
    ensure(failed.refund?.failure !== null, 'and why');
    await provider.decideRefund(paid.id, { decision: 'retry' });
    await harness.clock.advance({ days: 1 });
    equal((await administrator.order(paid.id)).status, 'refunded', 'the second time');
  },

  'a refunded expansion brings back what it replaced, time having gone on': async (make) => {
    const scene = await launched(await make());
    const { id, administrator, provider, harness } = scene;
    const first = await buy(scene, TEN);
    await harness.clock.advance({ days: 100 });
    const before = await administrator.entitlement(id);
    const expansion = await buy(scene, { kind: 'expand', seats: 30, cycles: 1 });
    await ineligible(scene, first.id, 'not-newest');
    await ask(scene, expansion.id);
    await provider.decideRefund(expansion.id, { decision: 'approve' });
    await harness.clock.advance({ days: 1 });
    const after = await administrator.entitlement(id);
    equal([after.seats, after.endsAt], [10, before.endsAt], 'the old time');
    const { refundEligibility } = await administrator.order(first.id);
    equal(refundEligibility.ok, false, 'too old itself');
  },

  'two tabs cannot refund twice': async (make) => {
    const scene = await launched(await make());
    const { administrator, provider, harness } = scene;
    const paid = await buy(scene, TEN);
    const key = freshKey();
    const same = await Promise.all([ask(scene, paid.id, key), ask(scene, paid.id, key)]);
    equal(
      same.map(({ status }) => status),
      ['refund-requested', 'refund-requested'],
      'one request',
    );
    const approve = () => provider.decideRefund(paid.id, { decision: 'approve' });
    await Promise.allSettled([approve(), approve()]);
    await harness.clock.advance({ days: 1 });
    const { timeline } = await administrator.order(paid.id);
    equal(timeline.filter(({ event }) => event === 'refunded').length, 1, 'refunded once');
  },

  'an order that is not paid, too old, invoiced or not free is not refunded': async (make) => {
    const scene = await launched(await make());
    const { administrator, harness } = scene;
    const waiting = await order(scene, TEN);
    await ineligible(scene, waiting.id, 'not-paid');
    await administrator.cancelOrder(waiting.id);

    const paid = await buy(scene, TEN);
    const renewal = await order(scene, { kind: 'renew', cycles: 1 });
    await ineligible(scene, paid.id, 'order-pending');
    await administrator.cancelOrder(renewal.id);

    await administrator.requestInvoice(paid.id, { details: DETAILS, key: freshKey() });
    await ineligible(scene, paid.id, 'invoice-requested');

    await harness.clock.advance({ days: 10, ms: 60_000 });
    await ineligible(scene, paid.id, 'too-late');
  },

  'only a request that waits can be decided': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    const call = scene.provider.decideRefund(paid.id, { decision: 'approve' });
    await refused(call, 'conflict', 'nobody asked', 'refund-not-requested');
  },

  'an order settled by credit is refunded for nothing': async (make) => {
    const scene = await launched(await make(), { ...POLICY, seatLimits: null });
    const { id, administrator, provider, harness } = scene;
    await buy(scene, { kind: 'new', seats: 10, cycles: 3 });
    const request = { kind: 'expand', seats: 11, cycles: 1 } as const;
    const settled = await buy(scene, request, { acceptForfeit: true });
    const asked = await ask(scene, settled.id);
    equal(asked.refund?.amount, 0, 'nothing was paid');
    await provider.decideRefund(settled.id, { decision: 'approve' });
    await harness.work();
    equal((await administrator.order(settled.id)).status, 'refunded', 'without a gateway');
    equal((await administrator.entitlement(id)).seats, 10, 'the old seats');
  },
};
