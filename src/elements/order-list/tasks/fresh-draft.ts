import type { Order } from '../../../contract/index.js';
import { currencyDigits, printAmount } from '../../../domain/amount-text.js';
import type { TaskId } from '../actions.js';
import type { Draft } from './draft.js';

/** What a dialog begins with. `orders` are those at hand: an invoice is mostly made out like the last one. */
export function freshDraft(task: TaskId, order: Order, orders: readonly Order[]): Draft {
  switch (task) {
    case 'lower-price':
      return { amount: printAmount(order.quote.payable, currencyDigits(order.currency)) };
    case 'request-invoice':
      return { type: 'ordinary', ...lastInvoice(order, orders)?.details };
    default:
      return {};
  }
}

/** The latest invoice of the same installation. */
export function lastInvoice(order: Order, orders: readonly Order[]): Order['invoice'] {
  return orders
    .filter(({ installationId }) => installationId === order.installationId)
    .map(({ invoice }) => invoice)
    .reduce((last, invoice) => (isLater(invoice, last) ? invoice : last), null);
}

function isLater(invoice: Order['invoice'], last: Order['invoice']): boolean {
  if (!invoice) return false;
  return !last || Date.parse(invoice.requestedAt) > Date.parse(last.requestedAt);
}
