import { sql } from 'kysely';
import { PLACES } from './change-rows.js';
import type { Engine } from './engine.js';
import { retrying } from './retrying.js';
import { inTransaction } from './transactions.js';

/**
 * Takes positions out of the change feed that this database's server has not given yet. PostgreSQL numbers transactions for each server, so
 * a database that a dump brought here may have positions from far ahead: they would count as under way for years, and in the end be
 * given twice. Whoever asks for what came after one of them hears that it cannot be known.
 */
export async function forgetForeignPositions(engine: Engine): Promise<void> {
  if (engine.kind === 'sqlite') return;
  await retrying(engine, () =>
    inTransaction(engine, 'write', async (db) => {
      await sql`delete from changes where position >= ${firstUngiven()}`.execute(db);
      await sql`update feed set pruned = coalesce((select max(position) from changes), ${firstUngiven()})
        where name = 'changes' and pruned > ${firstUngiven()}`.execute(db);
    }),
  );
}

/** Whatever a statement can see was written under a lower one. */
function firstUngiven() {
  return sql`cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) * ${sql.lit(PLACES)}`;
}
