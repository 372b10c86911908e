import type { ListedOrder } from '../../../billing/order-query.js';
import type {
  AuditEntry,
  DeadLetter,
  IdempotencyRecord,
  InstallationRecord,
  Job,
  Notice,
  OrderRecord,
  ToldEntitlement,
} from '../../../billing/ports.js';
import type { PublishedPolicy } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import type { SimulatedPayment, SimulatedRefund } from '../gateway/records.js';

/** What can be a key, in the order IndexedDB sorts: numbers, then strings, then arrays part by part. */
export type Key = number | string | readonly Key[];

/** What a list of orders is made from: small, so that all of them can be looked through. Derived from the order. */
export interface ListingRow extends ListedOrder {
  /** Its installation, while the order is pending. */
  pending?: string;
  /** [installation, paidAt, id], while the order is paid and its money not returned. */
  standing?: [string, Instant, string];
  /** Where the store counts changes of the listing: the count at its last one. */
  revision?: number;
}

/** Every table and its row. */
export interface Rows {
  installations: InstallationRecord;
  policies: { installationId: string; version: number; published: PublishedPolicy };
  orders: OrderRecord;
  listing: ListingRow;
  paymentNumbers: { number: string; orderId: string };
  idempotency: IdempotencyRecord;
  jobs: Job;
  deadLetters: DeadLetter;
  toldEntitlements: ToldEntitlement;
  noticeKeys: { installationId: string; key: string };
  audit: { installationId: string; entry: AuditEntry; sequence?: number };
  /** What the simulated gateway knows, of its own. */
  payments: SimulatedPayment;
  refunds: SimulatedRefund;
  /** The notices sent. */
  sentNotices: Notice & { sentAt: Instant };
  settings: { name: string; value: unknown };
}

export type TableName = keyof Rows;

export interface TableSchema {
  key: string | readonly string[];
  /** The key is given by the table: 1, 2, 3 … */
  counted?: true;
  /** Name, and what is looked up by it; a row without such a key is not in the index. */
  indexes?: Readonly<Record<string, string | readonly string[]>>;
}

export const SCHEMA: Readonly<Record<TableName, TableSchema>> = {
  installations: { key: 'id' },
  policies: {
    key: ['installationId', 'version'],
    indexes: { installation: ['installationId', 'version'] },
  },
  orders: { key: 'id' },
  listing: {
    key: 'id',
    indexes: { pending: 'pending', standing: 'standing', revision: 'revision' },
  },
  paymentNumbers: { key: 'number' },
  idempotency: { key: ['installationId', 'scope', 'key'] },
  jobs: { key: 'id', indexes: { due: 'dueAt' } },
  deadLetters: { key: 'id', indexes: { died: ['diedAt', 'id'] } },
  toldEntitlements: { key: 'installationId' },
  noticeKeys: { key: ['installationId', 'key'] },
  audit: { key: 'sequence', counted: true, indexes: { installation: 'installationId' } },
  payments: { key: 'number', indexes: { open: 'open' } },
  refunds: { key: 'refundNumber', indexes: { open: 'open' } },
  sentNotices: { key: ['installationId', 'key'] },
  settings: { key: 'name' },
};

export const TABLE_NAMES = Object.keys(SCHEMA) as TableName[];
