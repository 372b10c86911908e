import { BackendError, type Person } from '../contract/index.js';
import type { Ports } from './context.js';
import { isAsClaimed, plan } from './jobs.js';
import type { DeadLetter, Job, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';

/**
 * A notifier or event sink throws this when trying again is of no use, as when the receiver is gone for good: what it was given becomes a
 * dead letter at once.
 */
export class DeliveryRefusedError extends Error {
  override readonly name = 'DeliveryRefusedError';
}

/** How often a notice or event is tried: the last time some three days after the first, so that a weekend is outlived (chosen). */
export const MOST_TRIES = 75;

/** Whether to give a job up that failed. Only what is told is ever given up; money is tried for until it has arrived. */
export function isHopeless({ task, attempts }: Job, error: unknown): boolean {
  if (task.kind !== 'send-notice' && task.kind !== 'send-event') return false;
  return attempts >= MOST_TRIES || error instanceof DeliveryRefusedError;
}

/** Puts a claimed job away, unless it was planned anew, finished or taken over meanwhile. */
export async function bury(
  tx: StoreTransaction,
  claimed: Job,
  diedAt: string,
  lastError: string,
): Promise<void> {
  if (!(await isAsClaimed(tx, claimed))) return;
  const { id, installationId, task, attempts } = claimed;
  await tx.deleteJob(id);
  await tx.putDeadLetter({ id, installationId, task, attempts, lastError, diedAt });
}

/** Notices and events that nobody would take, as whoever hosts billing looks after them; no session may. `by` is who asked, as in `Installations`. */
export interface DeadLetters {
  /** At most `limit`, oldest first. */
  list(limit: number): Promise<DeadLetter[]>;
  /** Has one tried again from the start. A notice that is not true any more is withdrawn then. @throws BackendError `not-found` */
  replay(id: string, by?: Person): Promise<void>;
  /** Forgets one. @throws BackendError `not-found` */
  discard(id: string, by?: Person): Promise<void>;
}

export function deadLettersOf({ store, clock }: Ports): DeadLetters {
  /** Takes a letter out, once, and writes down who had it done. */
  async function take(
    tx: StoreTransaction,
    id: string,
    action: string,
    by: Person,
  ): Promise<DeadLetter> {
    const found = await tx.deadLetter(id);
    if (found) await tx.lockInstallation(found.installationId);
    // Read again: before the lock another writer may have taken it.
    const letter = found && (await tx.deadLetter(id));
    if (!letter) throw new BackendError('not-found');
    await tx.deleteDeadLetter(id);
    const { installationId } = letter;
    const entry = { installationId, orderId: null, action, detail: { id } };
    await tx.addAuditEntry({ at: clock.now(), by, ...entry });
    return letter;
  }

  return {
    list: (limit) => store.transaction('read', (tx) => tx.deadLetters(limit)),
    replay: (id, by = SYSTEM) =>
      store.transaction('write', async (tx) => {
        const { installationId, task } = await take(tx, id, 'replay-dead-letter', by);
        await plan(tx, installationId, task, clock.now());
      }),
    discard: (id, by = SYSTEM) =>
      store.transaction('write', async (tx) => {
        await take(tx, id, 'discard-dead-letter', by);
      }),
  };
}
