import type { TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ColumnName, OrderListStrings } from '../../../locales/order-list/strings.js';
import type { SortKey } from '../filter.js';
import type { RowContext, ViewContext } from '../views/context.js';

/** What stands in a column's cells. */
export interface Cell {
  /** Of any order: it is drawn once, and cloned for each row. */
  blank: (view: RowContext) => TemplateResult;
  /** Makes it an order's, whatever it was before. */
  fill: (value: HTMLElement, order: Order, view: RowContext) => void;
}

/** A column of the list, its own or a host's. */
export interface Column {
  /** A {@link ColumnName}, or what the host calls it. */
  id: string;
  /** Its place in the styles; hosts' columns are `x0`, `x1`, … */
  area: ColumnName | `x${number}`;
  /** What its head says. */
  label: (t: OrderListStrings) => string;
  /** What its head sorts by; without it, it does not sort. */
  sort?: SortKey;
  align: 'start' | 'end';
  /** Where each order is one line: its least width in pixels, and its share of what is left over. */
  width: [least: number, share?: number];
  /** It is always shown. */
  fixed?: true;
  /** What an order has in it, in plain words; empty where there are only buttons. */
  text: (order: Order, view: ViewContext) => string;
  /** How it is drawn where that is more than its text. */
  cell?: Cell;
  /** What a pointer at rest on it tells; without it, nothing. */
  title?: (order: Order, view: ViewContext) => string;
}

/** Those to show, in their own order: all but the hidden ones. */
export function shownColumns(
  columns: readonly Column[],
  hidden: readonly string[],
): readonly Column[] {
  return columns.filter(({ id, fixed }) => fixed === true || !hidden.includes(id));
}
