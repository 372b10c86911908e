import type { Ports } from '../context.js';
import { isDue } from '../instants.js';
import { drop, plan } from '../jobs.js';
import { lockOrderById } from '../locate.js';
import type { JobTask } from '../ports.js';
import { SYSTEM } from '../principal.js';
import { beginRefund } from '../refunds.js';

type Task = Extract<JobTask, { kind: 'approve-refund' }>;

/** Approves a refund that the provider has not answered in time (SPEC §5 "Refund"). */
export function approveRefund({ store, clock, ids }: Ports, task: Task): Promise<void> {
  return store.transaction('write', async (tx) => {
    const located = await lockOrderById(tx, task.orderId);
    if (!located) return;
    const { id } = located.installation;
    const { status, refund } = located.order;
    const now = clock.now();
    if (status !== 'refund-requested' || !refund) return drop(tx, id, task);
    if (!isDue(refund.decisionDueAt, now)) return plan(tx, id, task, refund.decisionDueAt);
    await beginRefund(tx, located, 'approve-refund', SYSTEM, { ids, now });
  });
}
