import { noticeStanding, type DueNotice } from '../../domain/index.js';
import type { Ports } from '../context.js';
import { drop } from '../jobs.js';
import type { InstallationRecord, Job, JobTask, Notice } from '../ports.js';

type Task = Extract<JobTask, { kind: 'send-notice' }>;

/**
 * Hands a notice to the notifier, unless what it says is no longer so: a renewal withdraws it. Nobody has been told then, and if a refund
 * brings the end back it is due again.
 */
export async function sendNotice(
  { store, clock, notifier }: Ports,
  { installationId }: Job,
  task: Task,
): Promise<void> {
  const { key, dueAt } = task;
  const notice = await store.transaction('write', async (tx) => {
    const installation = await tx.lockInstallation(installationId);
    const due = installation && noticeStanding(task, installation.subscription, clock.now());
    if (due) return addressed(due, installation, dueAt);
    await tx.deleteNoticeKey(installationId, key);
    await drop(tx, installationId, task);
    return null;
  });
  if (!notice) return;
  await notifier.send(notice);
  await store.transaction('write', (tx) => drop(tx, installationId, task));
}

function addressed(due: DueNotice, installation: InstallationRecord, dueAt: string): Notice {
  const { id: installationId, appName, customerName, contacts } = installation;
  return { ...due, installationId, dueAt, appName, customerName, contacts };
}
