import { BATCH, IndexedDbListing, type Counts, type ListingIndex } from './indexeddb-listing.js';
import type { Transaction } from './indexeddb-table.js';
import { KeptColumns } from './kept-columns.js';
import { ColumnsBuilder } from './order-index/order-columns.js';
import { OrderIndex, type MarkedColumns } from './order-index/order-index.js';
import { inSlices } from './order-index/slices.js';
import type { ListingRow } from './schema.js';

/** Transactions of its own. */
export interface ListingTransactions {
  read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Does nothing once the store is closed. */
  writeIfOpen(work: (transaction: Transaction) => Promise<void>): Promise<void>;
}

/** Fewer orders are read as quickly one by one. */
const WORTH_KEEPING = 2000;

/**
 * Reading 100 000 rows takes long, so a connection keeps an index of them, and the store its columns for the next page that opens. Rows are
 * read in many short transactions, so that neither the page nor a writer waits long; those that change meanwhile are read again afterwards.
 */
export function createListingIndex(transactions: ListingTransactions): ListingIndex {
  const index: ListingIndex = new OrderIndex(read, keep);

  const batch = (last: string | undefined) =>
    transactions.read((transaction) => new IndexedDbListing(transaction, index).batch(last));

  async function read(): Promise<MarkedColumns<Counts>> {
    const { counts: mark, kept } = await transactions.read(async (transaction) => {
      const counts = await new IndexedDbListing(transaction, index).counts();
      return { counts, kept: await new KeptColumns(transaction).read(counts) };
    });
    if (kept) return kept;
    const builder = new ColumnsBuilder();
    let rows: ListingRow[] = [];
    do {
      rows = await batch(rows.at(-1)?.id);
      for (const row of rows) builder.add(row);
    } while (rows.length === BATCH);
    const marked = { columns: await inSlices(builder.columns()), mark };
    keep(marked);
    return marked;
  }

  /** Without them the next page takes longer to open, and that is all. Later, so that the list that waits for the index comes first. */
  function keep(marked: MarkedColumns<Counts>): void {
    if (marked.columns.ids.length < WORTH_KEEPING) return;
    setTimeout(() => {
      transactions
        .writeIfOpen((transaction) => new KeptColumns(transaction).write(marked))
        .catch(() => undefined);
    });
  }

  return index;
}
