import { MemoryTable, MemoryTableView } from './memory-table.js';
import { SCHEMA, TABLE_NAMES, type Rows, type TableName } from './schema.js';
import type { Database, Tables, TransactionMode } from './tables.js';

/** Tables in the memory of this page: gone with it. Transactions run one after the other, so each sees one state. */
export function createMemoryDatabase(): Database {
  const committed = new Map<TableName, MemoryTable<Rows[TableName]>>(
    TABLE_NAMES.map((name) => [name, new MemoryTable(SCHEMA[name])]),
  );
  let last: Promise<unknown> = Promise.resolve();

  async function run<Result>(
    mode: TransactionMode,
    work: (tables: Tables) => Promise<Result>,
  ): Promise<Result> {
    const views = [...committed].map(
      ([name, table]) => [name, new MemoryTableView(table, mode)] as const,
    );
    const result = await work(Object.fromEntries(views) as unknown as Tables);
    for (const [, view] of views) view.commit();
    return result;
  }

  return {
    transaction(mode, work) {
      const turn = last.then(() => run(mode, work));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await last;
    },
  };
}
