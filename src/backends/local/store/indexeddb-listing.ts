import { LISTING } from './indexeddb-schema.js';
import { IndexedDbTable, type Transaction } from './indexeddb-table.js';
import type { ListingRow } from './schema.js';

interface Counts {
  /** How often the listing has been emptied. */
  epoch: number;
  /** How many transactions have changed it. */
  revision: number;
}

/** The listing as this connection last saw it. */
export interface ListingMemory extends Counts {
  rows: Map<string, ListingRow>;
}

export function emptyListingMemory(): ListingMemory {
  return { epoch: 0, revision: 0, rows: new Map() };
}

/**
 * The listing is looked through whole for every page of orders. Reading 100 000 rows takes long, so a connection remembers them and
 * reads only those that were changed since, by whichever tab.
 */
export class IndexedDbListing extends IndexedDbTable<ListingRow> {
  #own: Counts | null = null;

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
    this.#own = await this.#count(({ epoch, revision }) => ({
      epoch: epoch + 1,
      revision: revision + 1,
    }));
  }

  override async all(): Promise<readonly ListingRow[]> {
    const counts = await this.#counts();
    const same = counts.epoch === this.memory.epoch;
    if (same && counts.revision === this.memory.revision) return [...this.memory.rows.values()];

    const fresh =
      same && this.memory.revision > 0
        ? await this.range('revision', { from: this.memory.revision + 1 })
        : await super.all();
    /** What this transaction has written may yet be undone, and is not for others to see. */
    const rows = same
      ? this.#own
        ? new Map(this.memory.rows)
        : this.memory.rows
      : new Map<string, ListingRow>();
    for (const row of fresh) rows.set(row.id, row);
    if (!this.#own) Object.assign(this.memory, counts, { rows });
    return [...rows.values()];
  }

  async #counts(): Promise<Counts> {
    const setting = (await this.#settings.get(LISTING)) as { value: Counts } | undefined;
    return setting?.value ?? { epoch: 0, revision: 0 };
  }

  async #count(next: (counts: Counts) => Counts): Promise<Counts> {
    const value = next(await this.#counts());
    await this.#settings.put({ name: LISTING, value });
    return value;
  }

  get #settings() {
    return new IndexedDbTable<{ name: string; value: unknown }>(this.transaction, 'settings');
  }
}
