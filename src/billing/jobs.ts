import type { Instant } from '../domain/index.js';
import { HOUR_MS, later } from './instants.js';
import type { Job, JobTask, StoreTransaction } from './ports.js';

/** How long one worker may hold a job before another takes it over. */
export const LEASE_MS = 5 * 60_000;

const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = HOUR_MS;

/** The job's id: what it is for, so that putting it twice leaves one. */
export function jobId(installationId: string, task: JobTask): string {
  switch (task.kind) {
    case 'advance-installation':
      return `${task.kind}:${installationId}`;
    case 'send-notice':
      return `${task.kind}:${installationId}:${task.key}`;
    case 'send-event':
      return `${task.kind}:${task.id}`;
    case 'lapse':
    case 'approve-refund':
    case 'refund-order':
      return `${task.kind}:${task.orderId}`;
    case 'check-payment':
    case 'close-payment':
      return `${task.kind}:${task.number}`;
    case 'refund-stray':
      // Banks number their transactions each for itself.
      return `${task.kind}:${task.number}:${task.transactionId}`;
  }
}

/** Has a task done at an instant; one that was planned for another instant is moved. */
export function plan(
  tx: StoreTransaction,
  installationId: string,
  task: JobTask,
  dueAt: Instant,
): Promise<void> {
  const id = jobId(installationId, task);
  return tx.putJob({ id, installationId, task, dueAt, attempts: 0, lastError: null });
}

/** Gives up a task, or marks it as done. */
export function drop(tx: StoreTransaction, installationId: string, task: JobTask): Promise<void> {
  return tx.deleteJob(jobId(installationId, task));
}

/** When a job that failed or found nothing new is tried again: each time after twice as long, up to an hour. */
export function nextTry({ attempts }: Job, now: Instant): Instant {
  const wait = FIRST_RETRY_MS * 2 ** Math.min(attempts, 20);
  return later(now, Math.min(wait, LAST_RETRY_MS));
}

/** Puts a claimed job back, unless it was planned anew, finished or taken over meanwhile. */
export async function postpone(
  tx: StoreTransaction,
  claimed: Job,
  dueAt: Instant,
  lastError: string | null,
): Promise<void> {
  if (await isAsClaimed(tx, claimed)) await tx.putJob({ ...claimed, dueAt, lastError });
}

/** Whether a claimed job is still its worker's: not planned anew, finished or taken over. */
export async function isAsClaimed(tx: StoreTransaction, claimed: Job): Promise<boolean> {
  const current = await tx.job(claimed.id);
  return current?.dueAt === claimed.dueAt && current.attempts === claimed.attempts;
}
