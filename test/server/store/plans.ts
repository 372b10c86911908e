import { CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely';
import type { StoreTransaction } from '../../../src/billing/index.js';
import { engineOf } from '../../../src/server/store/handles.js';
import type { ServerStore } from '../../../src/server/store/index.js';
import type { Schema } from '../../../src/server/store/schema.js';
import { storeTransaction } from '../../../src/server/store/store-transaction.js';

/**
 * How the database goes about the statements of a call, in its own words, one text for each.
 *
 * @param prepare done before, on the same connection
 * @param wanted which statements are asked about
 */
export async function plansOf(
  store: ServerStore,
  call: (tx: StoreTransaction) => Promise<unknown>,
  wanted: (sql: string) => boolean = () => true,
  prepare: (db: Kysely<Schema>) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const { db: whole, kind } = engineOf(store);
  return whole.connection().execute(async (db) => {
    const statements: CompiledQuery[] = [];
    const spy: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        statements.push(db.getExecutor().compileQuery(node, queryId));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const spied: Kysely<Schema> = db.withPlugin(spy);
    const changed = () => undefined;
    await call(storeTransaction({ kind, db: spied, mode: 'write', changed }));
    await prepare(db);
    const word = kind === 'sqlite' ? 'explain query plan' : 'explain';
    const plans: string[] = [];
    for (const statement of statements.filter((query) => wanted(query.sql))) {
      const asked = CompiledQuery.raw(`${word} ${statement.sql}`, [...statement.parameters]);
      const { rows } = await db.executeQuery<Record<string, unknown>>(asked);
      plans.push(rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n'));
    }
    return plans;
  });
}
