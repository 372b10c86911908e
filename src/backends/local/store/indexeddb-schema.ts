import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { OrderRecord } from '../../../billing/ports.js';
import { SCHEMA, TABLE_NAMES } from './schema.js';
import { listingRow } from './store-transaction.js';

/** 1: without the listing. 2: with it. 3: with what was told; the inbox by installation too. */
export const STORE_VERSION = 3;

/** Of version 2: it kept one notice of those that installations with the same end got. */
const OLD_INBOX = 'inbox';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Adds what an older version lacks, keeps what it has, and derives the listing anew. */
export function upgradeSchema(
  database: IDBPDatabase,
  oldVersion: number,
  transaction: Upgrade,
): void {
  for (const name of TABLE_NAMES) {
    const { key, counted, indexes } = SCHEMA[name];
    const keyPath = typeof key === 'string' ? key : [...key];
    const store = database.objectStoreNames.contains(name)
      ? transaction.objectStore(name)
      : database.createObjectStore(name, { keyPath, autoIncrement: counted === true });
    for (const [index, path] of Object.entries(indexes ?? {}))
      if (!store.indexNames.contains(index))
        store.createIndex(index, typeof path === 'string' ? path : [...path]);
  }
  if (database.objectStoreNames.contains(OLD_INBOX)) database.deleteObjectStore(OLD_INBOX);
  if (oldVersion > 0) void deriveListing(transaction);
}

/** A failure ends the upgrade, so that the data stays as the older version left it. */
async function deriveListing(transaction: Upgrade): Promise<void> {
  try {
    const listing = transaction.objectStore('listing');
    await listing.clear();
    let cursor = await transaction.objectStore('orders').openCursor();
    while (cursor) {
      await listing.put({ ...listingRow(cursor.value as OrderRecord), revision: 1 });
      cursor = await cursor.continue();
    }
    await transaction
      .objectStore('settings')
      .put({ name: LISTING, value: { epoch: 1, revision: 1 } });
  } catch {
    transaction.abort();
  }
}

/** The setting that says how often the listing has changed, and, as `epoch`, been emptied. */
export const LISTING = 'listing';
