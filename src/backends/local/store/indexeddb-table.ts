import type { IDBPTransaction } from 'idb';
import type { Key } from './schema.js';
import type { KeyRange, Table } from './tables.js';

export type Transaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>;

/** One table in an IndexedDB transaction. */
export class IndexedDbTable<Row extends object> implements Table<Row> {
  constructor(
    protected readonly transaction: Transaction,
    protected readonly name: string,
  ) {}

  protected get store() {
    return (this.transaction as IDBPTransaction<unknown, string[], 'readwrite'>).objectStore(
      this.name,
    );
  }

  async get(key: Key): Promise<Row | undefined> {
    return (await this.store.get(key as IDBValidKey)) as Row | undefined;
  }

  async put(row: Row): Promise<void> {
    await this.store.put(row);
  }

  async delete(key: Key): Promise<void> {
    await this.store.delete(key as IDBValidKey);
  }

  async range(index: string, { from, to, limit, last }: KeyRange): Promise<Row[]> {
    const range = keyRange(from, to);
    if (!last) return (await this.store.index(index).getAll(range, limit)) as Row[];
    const cursor = await this.store.index(index).openCursor(range, 'prev');
    return cursor ? [cursor.value as Row] : [];
  }

  async all(): Promise<readonly Row[]> {
    return (await this.store.getAll()) as Row[];
  }

  async clear(): Promise<void> {
    await this.store.clear();
  }
}

function keyRange(from: Key | undefined, to: Key | undefined): IDBKeyRange | null {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to);
  if (from !== undefined) return IDBKeyRange.lowerBound(from);
  return to === undefined ? null : IDBKeyRange.upperBound(to);
}
