import { CompiledQuery, type Kysely } from 'kysely';
import type { Store, StoreTransaction } from '../../billing/index.js';
import type { Change } from '../../contract/index.js';
import { writeChanges } from './change-rows.js';
import type { Engine } from './engine.js';
import { CommitLost, retrying } from './retrying.js';
import type { Schema } from './schema.js';
import type { Scope } from './scope.js';
import { storeTransaction } from './store-transaction.js';

/** Billing's transactions over an engine. `onCommit` hears of those that changed something. */
export function transactionsOf(engine: Engine, onCommit: () => void): Store['transaction'] {
  return async (mode, work) => {
    const { result, changed } = await retrying(engine, () => attempt(engine, mode, work));
    if (changed) onCommit();
    return result;
  };
}

async function attempt<Result>(
  engine: Engine,
  mode: Scope['mode'],
  work: (tx: StoreTransaction) => Promise<Result>,
): Promise<{ result: Result; changed: boolean }> {
  const changes = new Map<string, Change>();
  const changed = (change: Change) => void changes.set(JSON.stringify(change), change);
  const result = await inTransaction(engine, mode, async (db) => {
    const scope: Scope = { kind: engine.kind, db, mode, changed };
    const worked = await work(storeTransaction(scope));
    if (changes.size > 0) await writeChanges(scope, [...changes.values()]);
    return worked;
  });
  return { result, changed: changes.size > 0 };
}

/** Runs `work` in one transaction of one connection, once. */
export function inTransaction<Result>(
  { db, begin, failureOf }: Engine,
  mode: 'read' | 'write',
  work: (db: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
    await run(begin[mode]);
    let result: Result;
    try {
      result = await work(connection);
    } catch (error) {
      // What cannot be rolled back has gone with its connection.
      await run('rollback').catch(() => undefined);
      throw error;
    }
    try {
      await run('commit');
    } catch (error) {
      await run('rollback').catch(() => undefined);
      // Only what was to be written may have been, so a reader just reads again.
      throw mode === 'write' && failureOf(error) === 'lost'
        ? new CommitLost('commit', { cause: error })
        : error;
    }
    return result;
  });
}
