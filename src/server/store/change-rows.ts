import { sql } from 'kysely';
import type { Change } from '../../contract/index.js';
import type { Scope } from './scope.js';

/** How many changes one transaction may make; PostgreSQL's positions leave so much room between transactions. */
export const PLACES = 1_000_000;
/** Rows in one statement. */
const TOGETHER = 500;

/**
 * Writes what a transaction changed, as its last statements.
 *
 * On SQLite, whose writers come one after the other, positions count on. On PostgreSQL a counter would make every writer wait for the one
 * before it to commit, so a position is the transaction's own number and a place within it; change-feed.ts holds back what is newer than a
 * transaction still running.
 */
export async function writeChanges({ kind, db }: Scope, changes: readonly Change[]): Promise<void> {
  if (changes.length >= PLACES) throw new RangeError('Too many changes for one transaction');
  const before = kind === 'postgres' ? transactionNumber() : sql`${await countOn(db, changes)}`;
  const now = Date.now();
  for (let from = 0; from < changes.length; from += TOGETHER) {
    const rows = changes.slice(from, from + TOGETHER).map(({ installationId, orderId }, at) => {
      const place = sql`cast(${from + at + 1} as bigint)`;
      return sql`(${before} + ${place}, ${installationId}, ${orderId ?? ''}, ${now})`;
    });
    await sql`insert into changes (position, installation_id, order_id, written_at)
      values ${sql.join(rows)}`.execute(db);
  }
}

function transactionNumber() {
  return sql`cast(cast(pg_current_xact_id() as text) as bigint) * ${sql.lit(PLACES)}`;
}

async function countOn(db: Scope['db'], { length }: readonly Change[]): Promise<number> {
  const { last } = await db
    .updateTable('feed')
    .set((row) => ({ last: row('last', '+', length) }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - length;
}
