import { entitlement, noticesDue, type Entitlement, type Instant } from '../../domain/index.js';
import type { Ports } from '../context.js';
import { tell } from '../events.js';
import { drop, plan } from '../jobs.js';
import type { Job, JobTask, StoreTransaction, ToldEntitlement } from '../ports.js';
import { withOverLimit } from '../subscription.js';

/**
 * Does what time alone brings to an installation, and has it looked at again when time changes it next: a notice that is now due is sent
 * once, however many workers find it (SPEC §6 "Notices"); whoever listens is told how it stands now; seats in use beyond those of a term
 * that has begun count from now.
 *
 * A worker that comes late finds what is so now, and nothing that was so meanwhile: an end, and no warning of it any more. Seats that are
 * too few count from when it looks, so that nobody is blocked without having been told.
 */
export function advanceInstallation({ store, clock }: Ports, job: Job): Promise<void> {
  const task: JobTask = { kind: 'advance-installation' };
  return store.transaction('write', async (tx) => {
    const found = await tx.lockInstallation(job.installationId);
    if (!found) return;
    const now = clock.now();
    const installation = withOverLimit(found, now);
    const { id, subscription } = installation;
    if (subscription.overLimitSince !== (found.subscription.overLimitSince ?? null)) {
      await tx.putInstallation(installation);
    }
    for (const { key } of noticesDue(subscription, now)) {
      if (!(await tx.addNoticeKey(id, key))) continue;
      await plan(tx, id, { kind: 'send-notice', key, dueAt: now }, now);
    }
    const standing = entitlement(subscription, now);
    await tellEntitlement(tx, id, standing, now);
    const { nextChangeAt } = standing;
    if (nextChangeAt === null) await drop(tx, id, task);
    else await plan(tx, id, task, nextChangeAt);
  });
}

type Standing = Pick<ToldEntitlement, 'state' | 'seats' | 'endsAt'>;

/** What everyone supposes of an installation that nothing was told of. */
const UNTOLD: Standing & { sequence: number } = {
  sequence: 0,
  state: 'not-launched',
  seats: null,
  endsAt: null,
};

/** Tells how an installation stands, if it was told otherwise before. */
async function tellEntitlement(
  tx: StoreTransaction,
  installationId: string,
  { state, blocked, seats, endsAt }: Entitlement,
  timestamp: Instant,
): Promise<void> {
  const told = (await tx.toldEntitlement(installationId)) ?? UNTOLD;
  if (told.state === state && told.seats === seats && told.endsAt === endsAt) return;
  const sequence = told.sequence + 1;
  await tx.putToldEntitlement({ installationId, sequence, state, seats, endsAt });
  const data = { installationId, sequence, state, blocked, seats, endsAt };
  const event = { type: 'entitlement.changed', timestamp, data } as const;
  await tell(tx, event, `${installationId}:${sequence}`);
}
