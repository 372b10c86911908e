import type { Counts } from './indexeddb-listing.js';
import { LISTING } from './indexeddb-schema.js';
import { IndexedDbTable, type Transaction } from './indexeddb-table.js';
import type { OrderColumns } from './order-index/order-columns.js';
import type { MarkedColumns } from './order-index/order-index.js';

/** After so many changes it is quicker to read every order anew. */
const TOO_OLD = 5000;

/** Begins with a number that rises when columns come to mean something else. */
const PREFIX = 'listing-columns-1';
const NAMES: readonly (keyof OrderColumns)[] = [
  'ids',
  'searchIds',
  'idStarts',
  'createdAt',
  'payable',
  'seats',
  'traits',
  'traitsOf',
  'owners',
  'ownersOf',
];

/**
 * The columns of the listing as settings of the store: a page that opens reads them in a twentieth of the time that 100 000 orders take, and
 * then what has changed since. They follow from the orders and may be missing or old, but are never wrong. Each is written and read apart, since
 * the browser copies a value in one go.
 */
export class KeptColumns {
  readonly #settings: IndexedDbTable<{ name: string; value: unknown }>;

  constructor(transaction: Transaction) {
    this.#settings = new IndexedDbTable(transaction, 'settings');
  }

  /** null where there are none, or none that help. */
  async read(now: Counts): Promise<MarkedColumns<Counts> | null> {
    const mark = (await this.#get('mark')) as Counts | undefined;
    if (mark?.epoch !== now.epoch || now.revision - mark.revision > TOO_OLD) return null;
    const columns: Partial<Record<keyof OrderColumns, unknown>> = {};
    for (const name of NAMES) columns[name] = await this.#get(name);
    return { columns: columns as OrderColumns, mark };
  }

  /** Keeps them in place of older ones, unless the store was emptied meanwhile. */
  async write({ columns, mark }: MarkedColumns<Counts>): Promise<void> {
    const counts = (await this.#settings.get(LISTING))?.value as Counts | undefined;
    const kept = (await this.#get('mark')) as Counts | undefined;
    if (counts?.epoch !== mark.epoch) return;
    if (kept?.epoch === mark.epoch && kept.revision >= mark.revision) return;
    await this.#put('mark', mark);
    for (const name of NAMES) await this.#put(name, columns[name]);
  }

  async #get(name: string): Promise<unknown> {
    return (await this.#settings.get(`${PREFIX}:${name}`))?.value;
  }

  #put(name: string, value: unknown): Promise<void> {
    return this.#settings.put({ name: `${PREFIX}:${name}`, value });
  }
}
