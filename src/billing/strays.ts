import type { StrayPayment } from '../contract/index.js';
import type { Instant } from '../domain/index.js';
import { normalInstant } from './instants.js';
import { drop, nextTry } from './jobs.js';
import type { Located } from './locate.js';
import { attemptOf, withAttempt } from './payments.js';
import type { GatewayRefund, Ids, Job, JobTask, OrderRecord, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';
import { noted } from './timeline.js';

export type StrayTask = Extract<JobTask, { kind: 'refund-stray' }>;

/** Money that arrived without need and has not gone back. */
export function strayOf(
  order: OrderRecord,
  { number, transactionId }: Pick<StrayTask, 'number' | 'transactionId'>,
): StrayPayment | undefined {
  return attemptOf(order, number)?.stray.find(
    (stray) => stray.transactionId === transactionId && stray.refundedAt === null,
  );
}

/**
 * Takes in how the refund of a stray payment stands. One that failed is tried again under another number, however often: nobody decides
 * about money that was never owed. Stores what changed.
 */
export async function absorbStrayRefund(
  tx: StoreTransaction,
  { installation, order }: Located,
  job: Job,
  task: StrayTask,
  answer: GatewayRefund,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<void> {
  const { number, transactionId } = task;
  const attempt = attemptOf(order, number);
  if (!attempt || !strayOf(order, task)) return drop(tx, installation.id, task);
  if (answer.state === 'failed') {
    const again = { ...task, refundNumber: ids.next('refund-number') };
    return tx.putJob({
      ...job,
      task: again,
      dueAt: nextTry(job, now),
      lastError: answer.failure,
    });
  }
  if (answer.state !== 'succeeded') return;
  const refundedAt = normalInstant(answer.refundedAt);
  const stray = attempt.stray.map((other) =>
    other.transactionId === transactionId ? { ...other, refundedAt } : other,
  );
  const returned = withAttempt(order, { ...attempt, stray });
  await tx.putOrder(noted(returned, 'stray-refunded', SYSTEM, now));
  await drop(tx, installation.id, task);
}
