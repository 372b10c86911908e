import type { BillingBackend, Order } from '../../contract/index.js';
import { ensure, equal, present, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import {
  buy,
  freshKey,
  lastAttempt,
  launched,
  order,
  QR,
  startPaying,
  TRANSFER,
  type Scene,
} from '../scene.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;
const HOUR_MS = 3_600_000;

async function waiting(make: Parameters<ContractCheck>[0]): Promise<{ scene: Scene; made: Order }> {
  const scene = await launched(await make());
  return { scene, made: await order(scene, TEN) };
}

function strays(made: Order): string[] {
  return made.payments.flatMap(({ stray }) => stray.map(({ reason }) => reason));
}

async function statusOf(backend: BillingBackend, id: string): Promise<string> {
  return (await backend.order(id)).status;
}

/** SPEC §5: attempts, methods, notifications, lapse. */
export const paymentChecks: Record<string, ContractCheck> = {
  'a desktop gets a code for two hours at most': async (make) => {
    const { scene, made } = await waiting(make);
    const { action } = await startPaying(scene, made.id);
    ensure(action.type === 'qr' && action.codeUrl !== '', 'a code to show');
    equal(action.amount, made.quote.payable, 'for what is payable');
    const lives = Date.parse(action.expiresAt) - Date.parse(await scene.harness.clock.now());
    ensure(lives > 0 && lives <= 2 * HOUR_MS, 'two hours');
  },

  'the same key gives the same action': async (make) => {
    const { scene, made } = await waiting(make);
    const key = freshKey();
    const start = () => scene.administrator.startPayment(made.id, { ...QR, key });
    const [first, second] = await Promise.all([start(), start()]);
    equal(second, first, 'at the same time');
    equal(await start(), first, 'and later');
    equal((await scene.administrator.order(made.id)).payments.length, 1, 'one attempt');
  },

  'another attempt closes the open one first': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt: first } = await startPaying(scene, made.id);
    const { attempt: second } = await startPaying(scene, made.id);
    ensure(first.number !== second.number, 'a number of its own');
    const { payments } = await scene.administrator.order(made.id);
    equal(
      payments.map(({ state }) => state),
      ['closed', 'open'],
      'one open attempt',
    );
  },

  'a phone is sent to pay, and gets no code': async (make) => {
    const { scene, made } = await waiting(make);
    const { action } = await startPaying(scene, made.id, {
      method: 'wechat',
      environment: 'mobile',
      returnUrl: 'https://host.example/back',
    });
    equal(action.type, 'redirect', 'a redirect');
  },

  'inside a wallet the payer is asked who they are, then pays there': async (make) => {
    const { scene, made } = await waiting(make);
    const how = {
      method: 'wechat',
      environment: 'wechat',
      returnUrl: 'https://host.example/back',
      key: freshKey(),
    } as const;
    const asked = await scene.administrator.startPayment(made.id, how);
    if (asked.type === 'authorize') await scene.harness.gateway.authorizePayer();
    const action = await scene.administrator.startPayment(made.id, how);
    equal(action.type, 'jsapi', 'parameters for the wallet');
  },

  'a bank transfer is for desktops': async (make) => {
    const { scene, made } = await waiting(make);
    const call = scene.administrator.startPayment(made.id, {
      method: 'bank-transfer',
      environment: 'mobile',
      key: freshKey(),
    });
    await refused(call, 'invalid', 'not on a phone', 'method-unavailable');
  },

  'only the gateway makes an order paid, from its success time': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    equal(await statusOf(scene.administrator, made.id), 'pending', 'before');
    await scene.harness.clock.advance({ ms: 60_000 });
    await scene.harness.gateway.pay(attempt.number);
    const paid = await scene.administrator.order(made.id);
    equal([paid.status, paid.method], ['paid', 'wechat'], 'after');
    equal(paid.segmentsGranted[0]?.startsAt, paid.paidAt, 'time starts when it was paid');
    const call = scene.administrator.startPayment(made.id, { ...QR, key: freshKey() });
    await refused(call, 'conflict', 'paid once', 'payment-succeeded');
  },

  'a notification told twice changes nothing more': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.harness.gateway.pay(attempt.number);
    const once = await scene.administrator.order(made.id);
    await scene.harness.gateway.repeat(attempt.number);
    const twice = await scene.administrator.order(made.id);
    equal(
      [twice.paidAt, twice.segmentsGranted, twice.timeline.length, strays(twice)],
      [once.paidAt, once.segmentsGranted, once.timeline.length, []],
      'the same as before',
    );
  },

  'a second success is flagged and refunded': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.harness.gateway.pay(attempt.number);
    await scene.harness.gateway.pay(attempt.number, { force: true });
    const flagged = await scene.administrator.order(made.id);
    equal([flagged.status, strays(flagged)], ['paid', ['duplicate']], 'recorded');
    await scene.harness.clock.advance({ days: 1 });
    const { stray } = lastAttempt(await scene.administrator.order(made.id));
    ensure(stray[0]?.refundedAt !== null, 'and refunded');
  },

  'money of a wrong amount is flagged and refunded, and pays nothing': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.harness.gateway.pay(attempt.number, { amount: made.quote.payable - 1 });
    const flagged = await scene.administrator.order(made.id);
    equal([flagged.status, strays(flagged)], ['pending', ['wrong-amount']], 'not booked');
    await scene.harness.clock.advance({ days: 1 });
    const [stray] = (await scene.administrator.order(made.id)).payments.flatMap(
      (payment) => payment.stray,
    );
    ensure(present(stray, 'the stray').refundedAt !== null, 'refunded');
  },

  'money for a cancelled order is flagged and refunded': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.administrator.cancelOrder(made.id);
    await scene.harness.gateway.pay(attempt.number, { force: true });
    const late = await scene.administrator.order(made.id);
    equal([late.status, strays(late)], ['cancelled', ['late']], 'never dropped');
    await scene.harness.clock.advance({ days: 1 });
    const { stray } = lastAttempt(await scene.administrator.order(made.id));
    ensure(stray[0]?.refundedAt !== null, 'refunded');
  },

  'a cancellation asks the gateway first': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.harness.gateway.pay(attempt.number, { silent: true });
    const answer = await scene.administrator.cancelOrder(made.id);
    equal(answer.status, 'paid', 'a payment that did arrive wins');
  },

  'an order lapses after two hours': async (make) => {
    const { scene, made } = await waiting(make);
    const lapsesAt = present(made.lapsesAt, 'lapsesAt');
    equal(Date.parse(lapsesAt) - Date.parse(made.createdAt), 2 * HOUR_MS, 'two hours');
    await scene.harness.clock.advance({ ms: 2 * HOUR_MS + 60_000 });
    const lapsed = await scene.administrator.order(made.id);
    equal([lapsed.status, lapsed.lapsesAt], ['lapsed', null], 'not paid in time');
    equal((await order(scene, TEN)).status, 'pending', 'room for another');
  },

  'a lapse asks the gateway first': async (make) => {
    const { scene, made } = await waiting(make);
    const { attempt } = await startPaying(scene, made.id);
    await scene.harness.clock.advance({ ms: HOUR_MS });
    const at = await scene.harness.clock.now();
    await scene.harness.gateway.pay(attempt.number, { silent: true });
    await scene.harness.clock.advance({ ms: 2 * HOUR_MS });
    const paid = await scene.administrator.order(made.id);
    equal(paid.status, 'paid', 'a payment that did arrive wins');
    const late = Date.parse(present(paid.paidAt, 'paidAt')) - Date.parse(at);
    ensure(late >= 0 && late < 60_000, 'paid when the gateway says, not when it was heard');
  },

  'a bank transfer passes through its states and bars everything else': async (make) => {
    const { scene, made } = await waiting(make);
    const { administrator, harness } = scene;
    const { action, attempt } = await startPaying(scene, made.id, TRANSFER);
    ensure(action.type === 'bank-transfer' && action.reference !== '', 'where to transfer to');
    equal(attempt.state, 'created', 'created');
    await harness.gateway.advanceTransfer(attempt.number);
    equal(lastAttempt(await administrator.order(made.id)).state, 'processing', 'processing');
    const cancel = administrator.cancelOrder(made.id);
    await refused(cancel, 'conflict', 'no cancel', 'transfer-under-way');
    const change = administrator.startPayment(made.id, { ...QR, key: freshKey() });
    await refused(change, 'conflict', 'no other method', 'transfer-under-way');
    await harness.clock.advance({ days: 12 });
    equal(await statusOf(administrator, made.id), 'pending', 'no lapse');
    await harness.gateway.advanceTransfer(attempt.number);
    equal(lastAttempt(await administrator.order(made.id)).state, 'bank-accepted', 'accepted');
    await harness.gateway.advanceTransfer(attempt.number);
    const paid = await administrator.order(made.id);
    equal([paid.status, paid.method], ['paid', 'bank-transfer'], 'succeeded');
    await harness.gateway.repeat(attempt.number, 'processing');
    equal(await statusOf(administrator, made.id), 'paid', 'old news change nothing');
  },

  'an order to be paid by transfer waits ten days': async (make) => {
    const { scene, made } = await waiting(make);
    await startPaying(scene, made.id, TRANSFER);
    await scene.harness.clock.advance({ days: 9 });
    equal(await statusOf(scene.administrator, made.id), 'pending', 'nine days');
    await scene.harness.clock.advance({ days: 1, ms: 60_000 });
    equal(await statusOf(scene.administrator, made.id), 'lapsed', 'ten days');
  },

  'an expansion lapses no later than the end it credits': async (make) => {
    const scene = await launched(await make());
    await buy(scene, TEN);
    await scene.harness.clock.advance({ days: 364, ms: 23 * HOUR_MS });
    const made = await order(scene, { kind: 'expand', seats: 40, cycles: 1 });
    const { facts } = await scene.administrator.entitlement(scene.id);
    equal(made.lapsesAt, facts.segments[0]?.endsAt, 'an hour from now');
  },
};
