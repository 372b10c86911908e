import { BackendError, type Order, type TransferConfirmation } from '../../contract/index.js';
import { MAX_LIST_AMOUNT, type Instant } from '../../domain/index.js';
import { absorb } from '../absorb.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { madeBefore, rememberMade, type Attempt } from '../idempotency.js';
import { refuse, requireInstant, requireKey, requireLine, requireObject } from '../input.js';
import { lockOrder, type Located } from '../locate.js';
import type { OrderRecord, StoreTransaction } from '../ports.js';
import { personOf } from '../principal.js';
import { isLeftToOperator, requireInTime, requireTransactionId } from '../statement.js';
import { noted } from '../timeline.js';
import { orderView } from '../views.js';

const LONGEST_ATTEMPT_ID = 200;

/**
 * Takes in what the operator read on the bank statement, for a transfer that the gateway leaves to them. From here on it is a payment like
 * any other: it pays the order, or is flagged and sent back (SPEC §5). Money that is recorded already changes nothing.
 *
 * @throws BackendError `invalid` naming the field; `conflict` with `no-transfer-to-confirm`, `transaction-recorded` or `key-reused`
 */
export async function confirmTransfer(
  { store, principal, clock, ids }: Asked,
  orderId: string,
  raw: TransferConfirmation,
): Promise<Order> {
  const { key, ...body } = readConfirmation(raw);
  const { attemptId, transactionId, amount, receivedAt } = body;
  return store.transaction('write', async (tx) => {
    const located = await lockOrder(tx, principal, orderId);
    const { installation, order } = located;
    const installationId = installation.id;
    const now = clock.now();
    const keyed = { installationId, scope: `confirm-transfer:${orderId}`, key, body };
    if (await madeBefore(tx, keyed)) return orderView(tx, order, now);

    const attempt = order.payments.find(({ id }) => id === attemptId);
    if (!attempt || !isLeftToOperator(attempt)) {
      throw new BackendError('conflict', { reason: 'no-transfer-to-confirm' });
    }
    if (isRecorded(order, transactionId)) {
      await rememberMade(tx, keyed, orderId, now);
      return orderView(tx, order, now);
    }
    const money = recordOf(transactionId, located);
    await requireUnrecorded(tx, money, now);
    requireInTime('receivedAt', receivedAt, attempt, now);

    const by = personOf(principal);
    const confirmed = noted(order, 'transfer-confirmed', by, now);
    const { number } = attempt;
    const payment = {
      state: 'succeeded',
      transactionId,
      amount,
      succeededAt: receivedAt,
    } as const;
    const heard = await absorb(
      tx,
      { installation, order: confirmed },
      { number, payment, source: 'told', by },
      { ids, now },
    );
    await rememberMade(tx, keyed, orderId, now);
    await rememberMade(tx, money, orderId, now);
    await audited(tx, principal, 'confirmTransfer', { installationId, orderId }, body, now);
    return orderView(tx, heard.order, now);
  });
}

function readConfirmation(raw: TransferConfirmation): TransferConfirmation {
  const input = requireObject('', raw);
  const key = requireKey(input.key);
  const attemptId = requireLine('attemptId', input.attemptId, LONGEST_ATTEMPT_ID);
  const transactionId = requireTransactionId(input.transactionId);
  const { amount } = input;
  if (!Number.isSafeInteger(amount)) refuse('amount', 'not-integer');
  if (amount < 1 || amount > MAX_LIST_AMOUNT) refuse('amount', 'out-of-range');
  const receivedAt = requireInstant('receivedAt', input.receivedAt);
  return { key, attemptId, transactionId, amount, receivedAt };
}

/** Whether the order has heard of this money before, by whatever way. */
function isRecorded({ payments }: OrderRecord, transactionId: string): boolean {
  return payments.some(
    (payment) =>
      payment.transactionId === transactionId ||
      payment.stray.some((stray) => stray.transactionId === transactionId),
  );
}

/** Remembers for the whole installation which order money counts for. */
function recordOf(transactionId: string, { installation, order }: Located): Attempt {
  return {
    installationId: installation.id,
    scope: 'confirmed-transaction',
    key: transactionId,
    body: { orderId: order.id },
  };
}

/** One statement line read for two orders would pay both. @throws BackendError `conflict` with the order it counts for */
async function requireUnrecorded(
  tx: StoreTransaction,
  { installationId, scope, key }: Attempt,
  now: Instant,
): Promise<void> {
  const record = await tx.idempotencyRecord(installationId, scope, key);
  const order = record && (await tx.order(record.result));
  if (!order) return;
  throw new BackendError('conflict', {
    reason: 'transaction-recorded',
    order: await orderView(tx, order, now),
  });
}
