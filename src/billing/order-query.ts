import type { Order, OrderSort, OrderTotals } from '../contract/index.js';
import type { OrderStatus } from '../domain/index.js';
import type { OrderPosition, OrderQuery } from './ports.js';

/** The part of an order that filters, sorting and totals look at; a store may keep it apart from the rest. */
export interface ListedOrder extends Pick<
  Order,
  | 'id'
  | 'installationId'
  | 'appName'
  | 'customerName'
  | 'kind'
  | 'status'
  | 'method'
  | 'currency'
  | 'createdAt'
> {
  quote: Pick<Order['quote'], 'payable' | 'seats'>;
  invoice: Pick<NonNullable<Order['invoice']>, 'status'> | null;
  createdBy: Pick<Order['createdBy'], 'userName'>;
}

/** Paid, and the money has not gone back. */
export const RECEIVED_STATUSES: readonly OrderStatus[] = [
  'paid',
  'refund-requested',
  'refunding',
  'refund-failed',
];

/** Whether an order is among those a query asks for, wherever its page begins. */
export function matchesOrder(order: ListedOrder, query: OrderQuery): boolean {
  const invoice =
    order.invoice && order.invoice.status !== 'cancelled' ? order.invoice.status : 'none';
  return (
    (query.installations === 'all' || query.installations.includes(order.installationId)) &&
    (!query.kinds || query.kinds.includes(order.kind)) &&
    (!query.statuses || query.statuses.includes(order.status)) &&
    (!query.methods || (order.method !== null && query.methods.includes(order.method))) &&
    (!query.invoices ||
      query.invoices.includes(invoice) ||
      (order.invoice?.status === 'cancelled' && query.invoices.includes('cancelled'))) &&
    (query.from === undefined || order.createdAt >= query.from) &&
    (query.to === undefined || order.createdAt < query.to) &&
    (query.minAmount === undefined || order.quote.payable >= query.minAmount) &&
    (query.maxAmount === undefined || order.quote.payable <= query.maxAmount) &&
    (query.text === undefined || searchText(order).includes(query.text))
  );
}

/** What free text is looked for in, lower-cased. */
export function searchText(order: ListedOrder): string {
  return [order.id, order.appName, order.customerName, order.createdBy.userName]
    .join('\n')
    .toLowerCase();
}

/** The value an order is sorted by. */
export function orderSortValue(order: ListedOrder, by: OrderSort['by']): string | number {
  switch (by) {
    case 'createdAt':
      return order.createdAt;
    case 'amount':
      return order.quote.payable;
    case 'seats':
      return order.quote.seats;
    case 'status':
      return order.status;
    case 'kind':
      return order.kind;
  }
}

/** Where an order stands in a list sorted like this. */
export function positionOf(order: ListedOrder, by: OrderSort['by']): OrderPosition {
  return { value: orderSortValue(order, by), id: order.id };
}

/** Negative when `a` comes before `b`. */
export function comparePositions(
  a: OrderPosition,
  b: OrderPosition,
  direction: OrderSort['direction'],
): number {
  const sign = direction === 'ascending' ? 1 : -1;
  return sign * (compare(a.value, b.value) || compare(a.id, b.id));
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What orders amount to in all, per currency in alphabetical order. */
export function totalsOf(orders: readonly ListedOrder[]): OrderTotals {
  const amounts = new Map<string, { currency: string; payable: number; received: number }>();
  for (const { currency, quote, status } of orders) {
    const sum = amounts.get(currency) ?? { currency, payable: 0, received: 0 };
    sum.payable += quote.payable;
    if (RECEIVED_STATUSES.includes(status)) sum.received += quote.payable;
    amounts.set(currency, sum);
  }
  return {
    count: orders.length,
    amounts: [...amounts.values()].sort((a, b) => compare(a.currency, b.currency)),
  };
}
