import type { OrderQuery } from '../../../billing/ports.js';
import { LISTING } from './indexeddb-schema.js';
import { IndexedDbTable, type Transaction } from './indexeddb-table.js';
import type { OrderChanges } from './order-index/layers.js';
import type { OrderIndex } from './order-index/order-index.js';
import type { ListingRow } from './schema.js';
import { selectOrders, type SelectedOrders } from './select-orders.js';
import type { Listing } from './tables.js';

/** How the listing stands. */
export interface Counts {
  /** How often it has been emptied. */
  epoch: number;
  /** How many transactions have changed it. */
  revision: number;
}

/** What a connection remembers of the listing: up to those counts. */
export type ListingIndex = OrderIndex<Counts>;

/** Rows read at once: some milliseconds. */
export const BATCH = 500;
/** Transactions whose changes are read at once. */
const REVISIONS = 500;

/** The listing in one transaction. */
export class IndexedDbListing extends IndexedDbTable<ListingRow> implements Listing {
  /** What this transaction has made of the counts: it may yet be undone, and is not for others to see. */
  #own: Counts | null = null;
  #cleared = false;

  constructor(
    transaction: Transaction,
    private readonly index: ListingIndex,
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
    return this.index.select(query, changes);
  }

  /** Up to 500 rows, in the order of their ids, beginning after one. */
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
    const { index } = this;
    const now = await this.counts();
    if (index.mark && index.mark.epoch !== now.epoch) index.forget();
    const since = index.mark?.revision ?? now.revision;
    const changes = new Map<string, ListingRow>();
    for (let from = since + 1; from <= now.revision; from += REVISIONS) {
      const rows = await this.range('revision', { from, to: from + REVISIONS - 1 });
      for (const row of rows) changes.set(row.id, row);
    }
    if (this.#own) return changes;
    index.put(changes, now);
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
