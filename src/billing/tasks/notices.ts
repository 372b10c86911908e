import { entitlement, noticesDue, noticeStands } from '../../domain/index.js';
import type { Ports } from '../context.js';
import { drop, plan } from '../jobs.js';
import type { Job, JobTask } from '../ports.js';
import { withOverLimit } from '../subscription.js';

/**
 * Does what time alone brings to an installation, and has it looked at again when time changes it next: a notice that is now due is sent
 * once, however many workers find it (SPEC §6 "Notices"); seats in use beyond those of a term that has begun count from now.
 */
export function advanceInstallation({ store, clock }: Ports, job: Job): Promise<void> {
  const task: JobTask = { kind: 'advance-installation' };
  return store.transaction('write', async (tx) => {
    const found = await tx.lockInstallation(job.installationId);
    if (!found) return;
    const now = clock.now();
    const installation = withOverLimit(found, now);
    const { id, subscription, appName, customerName, contacts } = installation;
    if (subscription.overLimitSince !== (found.subscription.overLimitSince ?? null)) {
      await tx.putInstallation(installation);
    }
    for (const due of noticesDue(subscription, now)) {
      if (!(await tx.addNoticeKey(id, due.key))) continue;
      const notice = { ...due, installationId: id, appName, customerName, contacts };
      await plan(tx, id, { kind: 'send-notice', notice }, now);
    }
    const { nextChangeAt } = entitlement(subscription, now);
    if (nextChangeAt === null) await drop(tx, id, task);
    else await plan(tx, id, task, nextChangeAt);
  });
}

/**
 * Hands a notice to the notifier, unless what it says is no longer so: a renewal withdraws it. Nobody has been told then, and if a refund
 * brings the end back it is due again.
 */
export async function sendNotice(
  { store, clock, notifier }: Ports,
  task: Extract<JobTask, { kind: 'send-notice' }>,
): Promise<void> {
  const { notice } = task;
  const { installationId, key } = notice;
  const withdrawn = await store.transaction('write', async (tx) => {
    const installation = await tx.lockInstallation(installationId);
    if (installation && noticeStands(notice, installation.subscription, clock.now())) return false;
    await tx.deleteNoticeKey(installationId, key);
    await drop(tx, installationId, task);
    return true;
  });
  if (withdrawn) return;
  await notifier.send(notice);
  await store.transaction('write', (tx) => drop(tx, installationId, task));
}
