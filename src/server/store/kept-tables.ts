import { SUMS } from './order-sums.js';
import type { Schema } from './schema.js';

/** What a backup holds: each table's key, by which it is read in order. The change feed begins anew. */
export const KEPT_TABLES = {
  installations: ['installation_id'],
  policies: ['installation_id', 'version'],
  orders: ['installation_id', 'order_id'],
  order_documents: ['installation_id', 'order_id'],
  order_owners: ['order_id'],
  payment_numbers: ['number'],
  ...SUMS,
  idempotency: ['installation_id', 'scope', 'idempotency_key'],
  jobs: ['id'],
  dead_letters: ['id'],
  told_entitlements: ['installation_id'],
  notice_keys: ['installation_id', 'notice_key'],
  audit: ['installation_id', 'sequence'],
  notes: ['room', 'name'],
} as const satisfies {
  readonly [Name in Exclude<keyof Schema, 'changes' | 'feed'>]: readonly (keyof Schema[Name])[];
};

export type KeptTable = keyof typeof KEPT_TABLES;

export const KEPT_TABLE_NAMES = Object.keys(KEPT_TABLES) as KeptTable[];
