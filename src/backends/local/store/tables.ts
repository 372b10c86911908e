import type { OrderQuery } from '../../../billing/ports.js';
import type { Key, ListingRow, Rows, TableName } from './schema.js';
import type { SelectedOrders } from './select-orders.js';

/** A part of an index, both ends inclusive, in the index's order. */
export interface KeyRange {
  from?: Key;
  to?: Key;
  /** At most so many. */
  limit?: number;
  /** Only the last one. */
  last?: true;
}

/** Rows by key. What is read is the caller's own copy, what is put is copied. */
export interface Table<Row> {
  get(key: Key): Promise<Row | undefined>;
  /** Inserts or replaces. */
  put(row: Row): Promise<void>;
  delete(key: Key): Promise<void>;
  range(index: string, range: KeyRange): Promise<Row[]>;
  /** Every row, in no particular order; not to be changed by the caller. */
  all(): Promise<readonly Row[]>;
  clear(): Promise<void>;
}

/** The listing, of which pages of orders are made. */
export interface Listing extends Table<ListingRow> {
  select(query: OrderQuery): Promise<SelectedOrders>;
}

export type Tables = {
  readonly [Name in Exclude<TableName, 'listing'>]: Table<Rows[Name]>;
} & { readonly listing: Listing };

export type TransactionMode = 'read' | 'write';

/** Tables with transactions: all of a transaction happens or nothing, and writers come one after the other. */
export interface Database {
  /** Inside `work` only calls of the tables are awaited. */
  transaction<Result>(
    mode: TransactionMode,
    work: (tables: Tables) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}
