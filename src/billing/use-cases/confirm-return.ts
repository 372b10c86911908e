import {
  BackendError,
  type Order,
  type PaymentAttempt,
  type StrayPayment,
} from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import type { Asked } from '../context.js';
import { requireInstant, requireObject } from '../input.js';
import { jobId } from '../jobs.js';
import { lockOrder, type Located } from '../locate.js';
import { settlingAttempt } from '../payments.js';
import type { OrderRecord, StoreTransaction } from '../ports.js';
import { personOf } from '../principal.js';
import { absorbRefund } from '../refunds.js';
import { isLeftToOperator, requireInTime, requireTransactionId } from '../statement.js';
import { absorbStrayRefund } from '../strays.js';
import { orderView } from '../views.js';

/** Money of a transfer that went back to where it came from, as the bank statement shows it. */
export interface TransferReturn {
  /** Of the transfer that had arrived: the one that paid the order, or one without need. */
  transactionId: string;
  returnedAt: Instant;
}

/** What had arrived by a transfer. */
interface Arrived {
  attempt: PaymentAttempt;
  /** null for what paid the order. */
  stray: StrayPayment | null;
}

/**
 * Takes in that the operator had the money of a transfer sent back, where the gateway leaves that to them: the refund of the order, or of
 * what arrived without need, is done (SPEC §5). Said once more it changes nothing.
 *
 * @throws BackendError `not-found`; `invalid` naming the field; `conflict` (`no-transfer-to-confirm`) when nothing was to go back
 */
export async function confirmReturn(
  { store, principal, clock, ids }: Pick<Asked, 'store' | 'principal' | 'clock' | 'ids'>,
  orderId: string,
  raw: TransferReturn,
): Promise<Order> {
  const given = requireObject('', raw);
  const transactionId = requireTransactionId(given.transactionId);
  const returnedAt = requireInstant('returnedAt', given.returnedAt);
  return store.transaction('write', async (tx) => {
    const located = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const arrived = arrivedBy(located.order, transactionId);
    if (!arrived) throw new BackendError('conflict', { reason: 'no-transfer-to-confirm' });
    if (isReturned(located.order, arrived)) return orderView(tx, located.order, now);
    requireInTime('returnedAt', returnedAt, arrived.attempt, now);

    const refund = { state: 'succeeded', refundedAt: returnedAt } as const;
    if (arrived.stray) {
      const { job, task } = await refundJob(tx, located, arrived.attempt, arrived.stray);
      await absorbStrayRefund(tx, located, job, task, refund, { ids, now });
    } else {
      const { status, refundNumber } = located.order;
      if (status !== 'refunding' || refundNumber === null) {
        throw new BackendError('conflict', { reason: 'no-transfer-to-confirm' });
      }
      await absorbRefund(tx, located, refundNumber, refund, now);
    }
    const detail = { transactionId, returnedAt };
    const { installationId } = located.order;
    const entry = { installationId, orderId, action: 'confirm-return', detail };
    await tx.addAuditEntry({ at: now, by: personOf(principal), ...entry });
    const after = await tx.order(orderId);
    return orderView(tx, after ?? located.order, now);
  });
}

function arrivedBy(order: OrderRecord, transactionId: string): Arrived | null {
  const left = order.payments.filter(isLeftToOperator);
  for (const attempt of left) {
    const stray = attempt.stray.find((payment) => payment.transactionId === transactionId);
    if (stray) return { attempt, stray };
  }
  const attempt = settlingAttempt({ ...order, payments: left });
  return attempt?.transactionId === transactionId ? { attempt, stray: null } : null;
}

function isReturned({ status }: OrderRecord, { stray }: Arrived): boolean {
  return stray ? stray.refundedAt !== null : status === 'refunded';
}

async function refundJob(
  tx: StoreTransaction,
  { installation, order }: Located,
  { number }: PaymentAttempt,
  { transactionId }: StrayPayment,
) {
  const wanted = { kind: 'refund-stray', orderId: order.id, number, transactionId } as const;
  const job = await tx.job(jobId(installation.id, { ...wanted, refundNumber: '' }));
  if (job?.task.kind !== 'refund-stray') throw new Error(`Nothing sends ${transactionId} back`);
  return { job, task: job.task };
}
