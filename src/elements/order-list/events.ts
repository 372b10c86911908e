import type { Order, OrderFilter } from '../../contract/index.js';

/** The details of an order were opened, or closed. */
export interface OrderSelectedDetail {
  /** null when closed. */
  orderId: string | null;
}

/** Somebody wants to pay an order. */
export interface OrderPayDetail {
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

/** The filtered orders were exported as a file. */
export interface OrdersExportedDetail {
  /** How many are in the file. */
  count: number;
}

declare global {
  interface HTMLElementEventMap {
    'order-selected': CustomEvent<OrderSelectedDetail>;
    'order-pay': CustomEvent<OrderPayDetail>;
    'order-cancelled': CustomEvent<ChangedOrderDetail>;
    'refund-requested': CustomEvent<ChangedOrderDetail>;
    'refund-decided': CustomEvent<ChangedOrderDetail>;
    'invoice-requested': CustomEvent<ChangedOrderDetail>;
    'invoice-marked': CustomEvent<ChangedOrderDetail>;
    'complaint-filed': CustomEvent<ChangedOrderDetail>;
    'complaint-answered': CustomEvent<ChangedOrderDetail>;
    'price-lowered': CustomEvent<ChangedOrderDetail>;
    'filter-changed': CustomEvent<FilterChangedDetail>;
    'orders-exported': CustomEvent<OrdersExportedDetail>;
  }
}
