import type { Instant } from '../domain/index.js';
import type { Ports } from './context.js';
import { later } from './instants.js';
import { bury, isHopeless } from './dead-letters.js';
import { LEASE_MS, nextTry, postpone } from './jobs.js';
import { runLapse } from './lapse.js';
import type { Job } from './ports.js';
import { approveRefund } from './tasks/approve-refund.js';
import { checkPayment } from './tasks/check-payment.js';
import { closePayment } from './tasks/close-payment.js';
import { advanceInstallation } from './tasks/advance-installation.js';
import { refundOrder } from './tasks/refund-order.js';
import { refundStray } from './tasks/refund-stray.js';
import { sendEvent } from './tasks/send-event.js';
import { sendNotice } from './tasks/send-notice.js';

/** How many jobs a worker takes at once. */
const BATCH = 20;

/**
 * Does what is due, up to `limit` jobs: the outbox, orders that lapse, refunds nobody answered, notices. What fails is tried again later.
 * Any number of workers may run at once.
 *
 * @returns when the next job is due: at once when the limit was reached, null when there is none
 */
export async function work(ports: Ports, limit: number): Promise<Instant | null> {
  let done = 0;
  while (done < limit) {
    const jobs = await claim(ports, Math.min(BATCH, limit - done));
    if (jobs.length === 0) break;
    for (const job of jobs) await attempt(ports, job);
    done += jobs.length;
  }
  return ports.store.transaction('read', (tx) => tx.nextJobDueAt());
}

function claim({ store, clock }: Ports, limit: number): Promise<Job[]> {
  return store.transaction('write', (tx) => {
    const now = clock.now();
    return tx.claimJobs({ now, until: later(now, LEASE_MS), limit });
  });
}

async function attempt(ports: Ports, job: Job): Promise<void> {
  try {
    await run(ports, job);
  } catch (error) {
    const { store, clock } = ports;
    const reason = error instanceof Error ? error.message : String(error);
    const now = clock.now();
    const hopeless = isHopeless(job, error);
    await store.transaction('write', (tx) =>
      hopeless ? bury(tx, job, now, reason) : postpone(tx, job, nextTry(job, now), reason),
    );
  }
}

/** Every task ends by planning its job anew or dropping it, in the transaction that has its effect. */
function run(ports: Ports, job: Job): Promise<void> {
  const { task } = job;
  switch (task.kind) {
    case 'lapse':
      return runLapse(ports, task.orderId);
    case 'check-payment':
      return checkPayment(ports, task);
    case 'close-payment':
      return closePayment(ports, task);
    case 'approve-refund':
      return approveRefund(ports, task);
    case 'refund-order':
      return refundOrder(ports, job, task);
    case 'refund-stray':
      return refundStray(ports, job, task);
    case 'advance-installation':
      return advanceInstallation(ports, job);
    case 'send-notice':
      return sendNotice(ports, job, task);
    case 'send-event':
      return sendEvent(ports, job, task);
  }
}
