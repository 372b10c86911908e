import { openDB, type IDBPDatabase } from 'idb';
import { IndexedDbListing, type ListingIndex } from './indexeddb-listing.js';
import { STORE_VERSION, upgradeSchema } from './indexeddb-schema.js';
import { IndexedDbTable, type Transaction } from './indexeddb-table.js';
import { createListingIndex } from './listing-index.js';
import { whenIndexed } from './order-index/index-missing.js';
import { TABLE_NAMES } from './schema.js';
import { storageBlocked, storageError } from './storage-error.js';
import type { Database, Tables, TransactionMode } from './tables.js';

interface Connection {
  database: Promise<IDBPDatabase>;
  /** Rejects when another tab keeps an older version open. */
  blocked: Promise<never>;
}

/** Tables in the browser's IndexedDB: they outlive the page, and every tab of the origin shares them. */
export function createIndexedDbDatabase(name: string): Database {
  const index = createListingIndex({
    read: async (work) => run(await begin('read'), work),
    async writeIfOpen(work) {
      const database = await connection?.database;
      if (database) await run(database.transaction(TABLE_NAMES, 'readwrite'), work);
    },
  });
  let connection: Connection | null = null;

  const forget = (): void => {
    connection = null;
  };

  function connect(): Connection {
    let refuse: () => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => {
      refuse = () => reject(storageBlocked());
    });
    const database = open(name, { blocked: refuse, closed: forget });
    blocked.catch(() => undefined);
    database.catch(forget);
    return { database, blocked };
  }

  /** The open database; a connection closed for another tab's sake is opened again. */
  async function begin(mode: TransactionMode): Promise<Transaction> {
    for (let again = false; ; again = true) {
      connection ??= connect();
      const database = await Promise.race([connection.database, connection.blocked]);
      try {
        return database.transaction(TABLE_NAMES, mode === 'write' ? 'readwrite' : 'readonly');
      } catch (error) {
        if (again) throw error;
        forget();
      }
    }
  }

  return {
    async transaction(mode, work) {
      try {
        return await whenIndexed(async () =>
          run(await begin(mode), (transaction) => work(tablesOf(transaction, index))),
        );
      } catch (error) {
        throw storageError(error);
      }
    },
    async close() {
      const closing = connection;
      forget();
      (await closing?.database.catch(() => null))?.close();
    },
  };
}

async function open(
  name: string,
  { blocked, closed }: { blocked: () => void; closed: () => void },
): Promise<IDBPDatabase> {
  if (typeof indexedDB === 'undefined') throw storageBlocked();
  const database = await openDB(name, STORE_VERSION, {
    upgrade: (db, oldVersion, _newVersion, transaction) =>
      upgradeSchema(db, oldVersion, transaction),
    blocked,
    /** Another tab brings a newer version, or clears the store: it must not wait for this one. */
    blocking: () => {
      closed();
      database.close();
    },
    terminated: closed,
  });
  return database;
}

async function run<Result>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  /** Heard even when `work` fails first. */
  const done = transaction.done;
  done.catch(() => undefined);
  let result: Result;
  try {
    result = await work(transaction);
  } catch (error) {
    abort(transaction);
    throw error;
  }
  await done;
  return result;
}

function tablesOf(transaction: Transaction, index: ListingIndex): Tables {
  const tables: Record<string, unknown> = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, new IndexedDbTable(transaction, name)]),
  );
  return {
    ...tables,
    listing: new IndexedDbListing(transaction, index),
  } as unknown as Tables;
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // A failed request has ended it already.
  }
}
