import type { ListedOrder } from '../../../../billing/order-query.js';
import type { Flags } from './match-slots.js';
import type { OrderColumns } from './order-columns.js';

/** Orders by id that are not as the columns say; null for one that is gone. */
export type OrderChanges = ReadonlyMap<string, ListedOrder | null>;

/** Columns with changes over them. */
export interface Layers {
  columns: OrderColumns;
  /** All slots, in ascending order of what is sorted by. */
  slots: Uint32Array;
  changes: OrderChanges;
  /** 0 for each slot whose order has changed. */
  shown: Flags;
}
