import type { OrderStatus } from '../../domain/index.js';

/**
 * Every table and its columns, the same on both databases: instants as integer milliseconds since 1970, money as integers in minor units,
 * everything nested as JSON text. The installation leads each table's key; the exceptions are the two directories that say whose an order or
 * a payment is, the gateways' notes, and the queues of what is to be done or told, which any worker empties.
 */
export interface Schema {
  installations: { installation_id: string; body: string };
  policies: { installation_id: string; version: number; body: string };
  /** What filters, sorting and totals look at, so that the documents are read for one page only. */
  orders: OrderRow;
  order_documents: { installation_id: string; order_id: string; body: string };
  /** Whose an order is. */
  order_owners: { order_id: string; installation_id: string };
  /** Which order a payment's number belongs to. */
  payment_numbers: { number: string; installation_id: string; order_id: string };
  /** What an installation's orders in one status amount to: kept up with every order, so that totals need not look at all of them. */
  order_sums: OrderSumRow;
  /** The same by every word that an order can be asked for, for totals that ask for some. */
  order_sums_by_traits: OrderSumRow & Pick<OrderRow, 'kind' | 'method' | 'invoice'>;
  idempotency: {
    installation_id: string;
    scope: string;
    idempotency_key: string;
    body: string;
    result: string;
    created_at: number;
  };
  jobs: JobRow & { due_at: number };
  dead_letters: JobRow & { died_at: number };
  told_entitlements: { installation_id: string; body: string };
  notice_keys: { installation_id: string; notice_key: string };
  audit: { installation_id: string; sequence: number; body: string };
  /** What gateways keep, see notes.ts. */
  notes: { room: string; name: string; body: string };
  /** The change feed, see change-feed.ts. `order_id` is empty where it is the installation that changed. */
  changes: { position: number; installation_id: string; order_id: string; written_at: number };
  /** One row: the last position given, and the last one pruned. */
  feed: { name: string; last: number; pruned: number };
}

export interface OrderRow {
  installation_id: string;
  order_id: string;
  kind: string;
  status: OrderStatus;
  /** Empty where there is none. */
  method: string;
  currency: string;
  payable: number;
  seats: number;
  /** `none`, or the status of the latest request. */
  invoice: string;
  created_at: number;
  /** While the order is paid and its money not returned, else null. */
  standing_since: number | null;
  /** Lower-cased; a text that is looked for is found in it. */
  search_text: string;
}

export interface OrderSumRow {
  installation_id: string;
  status: OrderStatus;
  currency: string;
  orders: number;
  payable: number;
}

export interface JobRow {
  id: string;
  installation_id: string;
  task: string;
  attempts: number;
  last_error: string | null;
}
