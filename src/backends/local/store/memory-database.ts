import { MemoryListing } from './memory-listing.js';
import { MemoryTable, MemoryTableView } from './memory-table.js';
import { columnsOf } from './order-index/build-columns.js';
import { whenIndexed } from './order-index/index-missing.js';
import { OrderIndex } from './order-index/order-index.js';
import { inSlices } from './order-index/slices.js';
import { SCHEMA, TABLE_NAMES, type ListingRow, type Rows, type TableName } from './schema.js';
import type { Database, Tables, TransactionMode } from './tables.js';

/** Tables in the memory of this page: gone with it. Transactions run one after the other, so each sees one state. */
export function createMemoryDatabase(): Database {
  const listing = new MemoryTable<ListingRow>(SCHEMA.listing);
  const index = new OrderIndex(async () => ({
    columns: await inSlices(columnsOf(listing.rows.values())),
    mark: undefined,
  }));
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
    const listed = new MemoryListing(listing, mode, index);
    const tables = { ...Object.fromEntries(views), listing: listed } as unknown as Tables;
    const result = await work(tables);
    for (const [, view] of views) view.commit();
    listed.commit();
    return result;
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    transaction: (mode, work) => whenIndexed(() => inTurn(() => run(mode, work))),
    async close() {
      await last;
    },
  };
}
