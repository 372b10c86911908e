import type { BackendErrorCode, Order, OrderFilter } from '../../contract/index.js';
import type { QuoteRequest } from '../../domain/index.js';
import type { ActionName } from '../../locales/order-list/strings.js';

/** The details of an order were opened, or closed. */
export interface OrderSelectedDetail {
  /** null when closed. */
  orderId: string | null;
}

/** Somebody wants to pay an order. */
export interface OrderPayDetail {
  orderId: string;
}

/** Somebody wants the time of an order once more. */
export interface OrderRenewDetail {
  orderId: string;
  installationId: string;
  /** What to begin with: the seats and the length of the order. */
  request: Extract<QuoteRequest, { kind: 'renew' }>;
}

/** Somebody chose an action of the host's. */
export interface RowActionChosenDetail {
  /** The action's `id`. */
  actionId: string;
  orderId: string;
  /** As it was last heard of. */
  order: Order;
}

/** The dialog of an action was opened, or left without doing it. */
export interface TaskDetail {
  action: Exclude<ActionName, 'pay' | 'renew'>;
  orderId: string;
}

/** An order as it is after the change. */
export interface ChangedOrderDetail {
  order: Order;
}

export interface FilterChangedDetail {
  /** As it is now, sort included. */
  filter: OrderFilter;
}

/** All orders of the filter are, or were, read for a file or for paper. */
export interface OrderCountDetail {
  /** How many there are. */
  count: number;
}

/** An export or a print ended before it was done: the viewer cancelled it, or what it was of has gone. */
export type ReadingCancelledDetail = Record<string, never>;

/** An export or a print failed; the viewer may try again. */
export interface ReadingFailedDetail {
  code: BackendErrorCode;
}

/** The viewer chose other columns. */
export interface ColumnsChangedDetail {
  /** Ids of those that are shown, without the actions. */
  columns: string[];
  /** An export has all columns, shown or not. */
  everything: boolean;
}

declare global {
  interface HTMLElementEventMap {
    'order-selected': CustomEvent<OrderSelectedDetail>;
    'order-pay': CustomEvent<OrderPayDetail>;
    'row-action-chosen': CustomEvent<RowActionChosenDetail>;
    'task-opened': CustomEvent<TaskDetail>;
    'task-abandoned': CustomEvent<TaskDetail>;
    'order-renew': CustomEvent<OrderRenewDetail>;
    'transfer-confirmed': CustomEvent<ChangedOrderDetail>;
    'order-cancelled': CustomEvent<ChangedOrderDetail>;
    'refund-requested': CustomEvent<ChangedOrderDetail>;
    'refund-decided': CustomEvent<ChangedOrderDetail>;
    'invoice-requested': CustomEvent<ChangedOrderDetail>;
    'invoice-marked': CustomEvent<ChangedOrderDetail>;
    'complaint-filed': CustomEvent<ChangedOrderDetail>;
    'complaint-answered': CustomEvent<ChangedOrderDetail>;
    'price-lowered': CustomEvent<ChangedOrderDetail>;
    'filter-changed': CustomEvent<FilterChangedDetail>;
    'columns-changed': CustomEvent<ColumnsChangedDetail>;
    'export-started': CustomEvent<OrderCountDetail>;
    'export-cancelled': CustomEvent<ReadingCancelledDetail>;
    'export-failed': CustomEvent<ReadingFailedDetail>;
    'orders-exported': CustomEvent<OrderCountDetail>;
    'print-started': CustomEvent<OrderCountDetail>;
    'print-cancelled': CustomEvent<ReadingCancelledDetail>;
    'print-failed': CustomEvent<ReadingFailedDetail>;
    'orders-printed': CustomEvent<OrderCountDetail>;
  }
}
