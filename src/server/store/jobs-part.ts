import type { DeadLetter, Job, StoreTransaction } from '../../billing/index.js';
import { instantOf, msOf } from './instants.js';
import type { Schema } from './schema.js';
import type { Scope } from './scope.js';

type Part = Pick<
  StoreTransaction,
  | 'job'
  | 'putJob'
  | 'deleteJob'
  | 'claimJobs'
  | 'nextJobDueAt'
  | 'putDeadLetter'
  | 'deadLetter'
  | 'deleteDeadLetter'
  | 'deadLetters'
>;

export function jobsPart({ kind, db, mode }: Scope): Part {
  /** A worker that looks whether a job is still its own keeps it from being planned anew until it has put it back. */
  const locks = kind === 'postgres' && mode === 'write';
  return {
    async job(id) {
      const found = db.selectFrom('jobs').selectAll().where('id', '=', id);
      const row = await (locks ? found.forUpdate() : found).executeTakeFirst();
      return row ? jobOf(row) : null;
    },
    async putJob(job) {
      const { id, installation_id, ...rest } = rowOf(job);
      const row = { ...rest, due_at: msOf(job.dueAt) };
      await db
        .insertInto('jobs')
        .values({ id, installation_id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ installation_id, ...row }))
        .execute();
    },
    async deleteJob(id) {
      await db.deleteFrom('jobs').where('id', '=', id).execute();
    },
    async claimJobs({ now, until, limit }) {
      const due = db
        .selectFrom('jobs')
        .selectAll()
        .where('due_at', '<=', msOf(now))
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit);
      const rows = await (locks ? due.forUpdate().skipLocked() : due).execute();
      if (rows.length === 0) return [];
      await db
        .updateTable('jobs')
        .set((job) => ({ due_at: msOf(until), attempts: job('attempts', '+', 1) }))
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
      return rows.map((row) => ({ ...jobOf(row), dueAt: until, attempts: row.attempts + 1 }));
    },
    async nextJobDueAt() {
      const row = await db
        .selectFrom('jobs')
        .select('due_at')
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      return row ? instantOf(row.due_at) : null;
    },

    async putDeadLetter(letter) {
      const { id, installation_id, ...rest } = rowOf(letter);
      const row = { ...rest, died_at: msOf(letter.diedAt) };
      await db
        .insertInto('dead_letters')
        .values({ id, installation_id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ installation_id, ...row }))
        .execute();
    },
    async deadLetter(id) {
      const row = await db
        .selectFrom('dead_letters')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? letterOf(row) : null;
    },
    async deleteDeadLetter(id) {
      await db.deleteFrom('dead_letters').where('id', '=', id).execute();
    },
    async deadLetters(limit) {
      const rows = await db
        .selectFrom('dead_letters')
        .selectAll()
        .orderBy('died_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(letterOf);
    },
  };
}

type Common = Omit<Job, 'dueAt'>;

function rowOf({ id, installationId, task, attempts, lastError }: Common) {
  return {
    id,
    installation_id: installationId,
    task: JSON.stringify(task),
    attempts,
    last_error: lastError,
  };
}

function commonOf(row: ReturnType<typeof rowOf>): Common {
  return {
    id: row.id,
    installationId: row.installation_id,
    task: JSON.parse(row.task) as Job['task'],
    attempts: row.attempts,
    lastError: row.last_error,
  };
}

function jobOf({ due_at, ...row }: Schema['jobs']): Job {
  return { ...commonOf(row), dueAt: instantOf(due_at) };
}

function letterOf({ died_at, ...row }: Schema['dead_letters']): DeadLetter {
  return { ...commonOf(row), diedAt: instantOf(died_at) };
}
