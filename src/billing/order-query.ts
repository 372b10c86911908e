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

/** Whether an order's amount counts as received. */
export function isReceived(status: OrderStatus): boolean {
  return RECEIVED_STATUSES.includes(status);
}

/** Whether an order is among those a query asks for, wherever its page begins. */
export function matchesOrder(order: ListedOrder, query: OrderQuery): boolean {
  return (
    matchesInstallation(order, query) &&
    matchesTraits(order, query) &&
    (query.from === undefined || order.createdAt >= query.from) &&
    (query.to === undefined || order.createdAt < query.to) &&
    (query.minAmount === undefined || order.quote.payable >= query.minAmount) &&
    (query.maxAmount === undefined || order.quote.payable <= query.maxAmount) &&
    (query.text === undefined || searchText(order).includes(query.text))
  );
}

/** The part of {@link matchesOrder} that depends on whose order it is. */
export function matchesInstallation(
  { installationId }: Pick<ListedOrder, 'installationId'>,
  { installations }: OrderQuery,
): boolean {
  return installations === 'all' || installations.includes(installationId);
}

/** The part of {@link matchesOrder} that asks for words out of closed lists. */
export function matchesTraits(
  { kind, status, method, invoice }: Pick<ListedOrder, 'kind' | 'status' | 'method' | 'invoice'>,
  query: OrderQuery,
): boolean {
  const standing = invoice && invoice.status !== 'cancelled' ? invoice.status : 'none';
  return (
    (!query.kinds || query.kinds.includes(kind)) &&
    (!query.statuses || query.statuses.includes(status)) &&
    (!query.methods || (method !== null && query.methods.includes(method))) &&
    (!query.invoices ||
      query.invoices.includes(standing) ||
      (invoice?.status === 'cancelled' && query.invoices.includes('cancelled')))
  );
}

/** What free text is looked for in, lower-cased. */
export function searchText({
  id,
  appName,
  customerName,
  createdBy,
}: Pick<ListedOrder, 'id' | 'appName' | 'customerName' | 'createdBy'>): string {
  return [id, appName, customerName, createdBy.userName].join('\n').toLowerCase();
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
  return sumTotals(
    orders.map(({ currency, quote: { payable }, status }) => ({
      count: 1,
      amounts: [{ currency, payable, received: isReceived(status) ? payable : 0 }],
    })),
  );
}

/** What groups of orders amount to together. */
export function sumTotals(groups: readonly OrderTotals[]): OrderTotals {
  const sums = new Map<string, OrderTotals['amounts'][number]>();
  let count = 0;
  for (const group of groups) {
    count += group.count;
    for (const { currency, payable, received } of group.amounts) {
      const sum = sums.get(currency) ?? { currency, payable: 0, received: 0 };
      sum.payable += payable;
      sum.received += received;
      sums.set(currency, sum);
    }
  }
  const amounts = [...sums.values()].sort((a, b) => compare(a.currency, b.currency));
  return { count, amounts };
}
