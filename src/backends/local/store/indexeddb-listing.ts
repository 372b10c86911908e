import type { OrderQuery } from '../../../billing/ports.js';
import { LISTING } from './indexeddb-schema.js';
import { IndexedDbTable, type Transaction } from './indexeddb-table.js';
import { ColumnsBuilder, type OrderColumns } from './order-index/order-columns.js';
import { OrderIndex, type OrderChanges } from './order-index/order-index.js';
import type { ListingRow } from './schema.js';
import { selectOrders, type SelectedOrders } from './select-orders.js';
import type { Listing } from './tables.js';

/** How the listing stands. */
interface Counts {
  /** How often it has been emptied. */
  epoch: number;
  /** How many transactions have changed it. */
  revision: number;
}

/** Rows read at once: some milliseconds. */
const BATCH = 2000;
/** Transactions whose changes are read at once. */
const REVISIONS = 500;

/** The listing as this connection last saw it. */
export interface ListingMemory {
  readonly index: OrderIndex;
  /** What the index has taken in; null before it is made. */
  counts: Counts | null;
}

/** Lets the work read the listing in a transaction of its own. */
export type ReadListing = <Result>(
  work: (listing: IndexedDbListing) => Promise<Result>,
) => Promise<Result>;

/**
 * Reading 100 000 rows takes long, so a connection keeps an index of them. It is read in many short transactions, so that neither the page
 * nor a writer waits long, and kept up by reading the rows that were changed since, by whichever tab.
 */
export function createListingMemory(read: ReadListing): ListingMemory {
  const memory: ListingMemory = { index: new OrderIndex(readAll), counts: null };

  async function readAll(): Promise<OrderColumns> {
    const builder = new ColumnsBuilder();
    const counts = await read((listing) => listing.counts());
    let rows: ListingRow[] = [];
    do {
      const last = rows.at(-1)?.id;
      rows = await read((listing) => listing.batch(last));
      for (const row of rows) builder.add(row);
    } while (rows.length === BATCH);
    memory.counts = counts;
    return builder.columns();
  }

  return memory;
}

/** The listing in one transaction. */
export class IndexedDbListing extends IndexedDbTable<ListingRow> implements Listing {
  /** What this transaction has made of the counts: it may yet be undone, and is not for others to see. */
  #own: Counts | null = null;
  #cleared = false;

  constructor(
    transaction: Transaction,
    private readonly memory: ListingMemory,
  ) {
    super(transaction, 'listing');
  }

  override async put(row: ListingRow): Promise<void> {
    this.#own ??= await this.#count(({ epoch, revision }) => ({ epoch, revision: revision + 1 }));
    await super.put({ ...row, revision: this.#own.revision });
  }

  override async clear(): Promise<void> {
    await super.clear();
    this.#cleared = true;
    this.#own = await this.#count(({ epoch, revision }) => ({
      epoch: epoch + 1,
      revision: revision + 1,
    }));
  }

  async select(query: OrderQuery): Promise<SelectedOrders> {
    if (this.#cleared) return selectOrders(await this.all(), query);
    const changes = await this.#changes();
    return this.memory.index.select(query, changes);
  }

  /** Up to 2000 rows, in the order of their ids, beginning after one. */
  async batch(last: string | undefined): Promise<ListingRow[]> {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    return (await this.store.getAll(range, BATCH)) as ListingRow[];
  }

  async counts(): Promise<Counts> {
    const setting = (await this.#settings.get(LISTING)) as { value: Counts } | undefined;
    return setting?.value ?? { epoch: 0, revision: 0 };
  }

  /** What was changed since the index was last brought up to date, also by this transaction. */
  async #changes(): Promise<OrderChanges> {
    const { memory } = this;
    const now = await this.counts();
    if (memory.counts && memory.counts.epoch !== now.epoch) {
      memory.counts = null;
      memory.index.forget();
    }
    const since = memory.counts?.revision ?? now.revision;
    const changes = new Map<string, ListingRow>();
    for (let from = since + 1; from <= now.revision; from += REVISIONS) {
      const rows = await this.range('revision', { from, to: from + REVISIONS - 1 });
      for (const row of rows) changes.set(row.id, row);
    }
    if (this.#own || !memory.counts) return changes;
    memory.index.put(changes);
    memory.counts = now;
    return new Map();
  }

  async #count(next: (counts: Counts) => Counts): Promise<Counts> {
    const value = next(await this.counts());
    await this.#settings.put({ name: LISTING, value });
    return value;
  }

  get #settings() {
    return new IndexedDbTable<{ name: string; value: unknown }>(this.transaction, 'settings');
  }
}
