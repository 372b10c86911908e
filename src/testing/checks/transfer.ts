import type { Order, PaymentAttempt, TransferConfirmation } from '../../contract/index.js';
import { ensure, equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import {
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

interface Transfer {
  scene: Scene;
  made: Order;
  attempt: PaymentAttempt;
}

/** A pending order whose transfer only the operator sees arriving. */
async function begun(make: Parameters<ContractCheck>[0]): Promise<Transfer> {
  const scene = await launched(await make());
  return begin(scene, await order(scene, TEN));
}

async function begin(scene: Scene, made: Order): Promise<Transfer> {
  await scene.harness.gateway.leaveNextTransfer();
  const { action, attempt } = await startPaying(scene, made.id, TRANSFER);
  ensure(action.type === 'bank-transfer', 'a transfer');
  equal(action.confirmedBy, 'operator', 'left to the operator');
  return { scene, made, attempt };
}

let lines = 0;

/** What a statement says once all of it has arrived. */
async function statement(
  { scene, made, attempt }: Transfer,
  more: Partial<TransferConfirmation> = {},
): Promise<TransferConfirmation> {
  return {
    attemptId: attempt.id,
    transactionId: `line-${made.id}-${++lines}`,
    amount: made.quote.payable,
    receivedAt: await scene.harness.clock.now(),
    key: freshKey(),
    ...more,
  };
}

function straysOf(made: Order): (string | number)[] {
  return made.payments.flatMap(({ stray }) =>
    stray.flatMap(({ reason, amount }) => [reason, amount]),
  );
}

async function refundedSoon({ scene, made }: Transfer): Promise<boolean> {
  await scene.harness.clock.advance({ days: 1 });
  const { payments } = await scene.administrator.order(made.id);
  const strays = payments.flatMap(({ stray }) => stray);
  return strays.length > 0 && strays.every(({ refundedAt }) => refundedAt !== null);
}

/** SPEC §1 and §5: a bank transfer that only the operator sees arriving. */
export const transferChecks: Record<string, ContractCheck> = {
  'a transfer that the operator saw arrive pays the order, from when it arrived': async (make) => {
    const transfer = await begun(make);
    const { scene, made, attempt } = transfer;
    await scene.harness.gateway.advanceTransfer(attempt.number);
    await scene.harness.clock.advance({ ms: HOUR_MS });
    const receivedAt = await scene.harness.clock.now();
    await scene.harness.clock.advance({ ms: HOUR_MS });
    const input = await statement(transfer, { receivedAt });
    const paid = await scene.operator.confirmTransfer(made.id, input);
    equal([paid.status, paid.method, paid.paidAt], ['paid', 'bank-transfer', receivedAt], 'paid');
    equal(paid.segmentsGranted[0]?.startsAt, receivedAt, 'time starts when it arrived');
    const { state, transactionId } = lastAttempt(paid);
    equal([state, transactionId], ['succeeded', input.transactionId], 'with its transaction');
    const { userId } = await scene.operator.session();
    const told = paid.timeline.find(({ event }) => event === 'transfer-confirmed');
    equal(told?.by.userId, userId, 'in the name of whoever confirmed it');
    await scene.harness.clock.advance({ days: 5 });
    equal(straysOf(await scene.administrator.order(made.id)), [], 'paid once');
  },

  'money confirmed again changes nothing, whatever the key': async (make) => {
    const transfer = await begun(make);
    const { scene, made } = transfer;
    const input = await statement(transfer);
    const confirm = (more: Partial<TransferConfirmation> = {}) =>
      scene.operator.confirmTransfer(made.id, { ...input, ...more });
    await Promise.all([confirm(), confirm(), confirm({ key: freshKey() })]);
    const once = await scene.administrator.order(made.id);
    await confirm();
    await confirm({ key: freshKey(), amount: 1 });
    const twice = await scene.administrator.order(made.id);
    equal(
      [twice.status, twice.paidAt, twice.timeline.length, straysOf(twice)],
      ['paid', once.paidAt, once.timeline.length, []],
      'as after the first time',
    );
    const other = confirm({ amount: input.amount + 1 });
    await refused(other, 'conflict', 'the same key with another body', 'key-reused');
  },

  'a transfer of a wrong amount is flagged and refunded, and pays nothing': async (make) => {
    const transfer = await begun(make);
    const { scene, made } = transfer;
    const amount = made.quote.payable - 1;
    const input = await statement(transfer, { amount });
    const flagged = await scene.operator.confirmTransfer(made.id, input);
    equal([flagged.status, straysOf(flagged)], ['pending', ['wrong-amount', amount]], 'flagged');
    ensure(await refundedSoon(transfer), 'and refunded');
  },

  'a transfer for a cancelled order is flagged and refunded': async (make) => {
    const transfer = await begun(make);
    const { scene, made } = transfer;
    await scene.administrator.cancelOrder(made.id);
    const late = await scene.operator.confirmTransfer(made.id, await statement(transfer));
    equal([late.status, straysOf(late)], ['cancelled', ['late', made.quote.payable]], 'recorded');
    ensure(await refundedSoon(transfer), 'and refunded');
  },

  'a second transfer for a paid order is flagged and refunded': async (make) => {
    const transfer = await begun(make);
    const { scene, made } = transfer;
    await scene.operator.confirmTransfer(made.id, await statement(transfer));
    const twice = await scene.operator.confirmTransfer(made.id, await statement(transfer));
    equal([twice.status, straysOf(twice)], ['paid', ['duplicate', made.quote.payable]], 'flagged');
    ensure(await refundedSoon(transfer), 'and refunded');
  },

  'money counts for one order of an installation': async (make) => {
    const first = await begun(make);
    const { scene } = first;
    const input = await statement(first);
    await scene.operator.confirmTransfer(first.made.id, input);
    const second = await begin(scene, await order(scene, { kind: 'renew', cycles: 1 }));
    const { transactionId } = input;
    const again = scene.operator.confirmTransfer(
      second.made.id,
      await statement(second, { transactionId }),
    );
    const { data } = await refused(again, 'conflict', 'read twice', 'transaction-recorded');
    equal(data.order?.id, first.made.id, 'with the order it counts for');
    equal((await scene.administrator.order(second.made.id)).status, 'pending', 'not paid');
  },

  'a payment that the gateway sees needs no confirmation': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    for (const how of [QR, TRANSFER]) {
      const { attempt } = await startPaying(scene, made.id, how);
      const input = await statement({ scene, made, attempt });
      const call = scene.operator.confirmTransfer(made.id, input);
      await refused(call, 'conflict', how.method, 'no-transfer-to-confirm');
    }
    const { attempt } = await startPaying(scene, made.id, TRANSFER);
    const none = await statement({ scene, made, attempt }, { attemptId: 'no-such-attempt' });
    const call = scene.operator.confirmTransfer(made.id, none);
    await refused(call, 'conflict', 'no such attempt', 'no-transfer-to-confirm');
  },

  'a statement line that cannot be one is refused': async (make) => {
    const transfer = await begun(make);
    const { scene, made } = transfer;
    const now = Date.parse(await scene.harness.clock.now());
    const at = (ms: number) => new Date(now + ms).toISOString();
    const wrong: Partial<TransferConfirmation>[] = [
      { amount: 0 },
      { amount: 1.5 },
      { transactionId: '  ' },
      { transactionId: 'x'.repeat(65) },
      { receivedAt: at(HOUR_MS) },
      { receivedAt: at(-25 * HOUR_MS) },
    ];
    for (const part of wrong) {
      const call = scene.operator.confirmTransfer(made.id, await statement(transfer, part));
      await refused(call, 'invalid', JSON.stringify(part));
    }
    equal((await scene.administrator.order(made.id)).status, 'pending', 'nothing has happened');
  },
};
