import { isReceived, searchText } from '../../billing/order-query.js';
import type { OrderRecord } from '../../billing/index.js';
import { msOf } from './instants.js';
import type { OrderRow } from './schema.js';
import { storable } from './storable.js';

/** What is kept of an order beside its document. */
export function orderRow(order: OrderRecord): OrderRow {
  const { paidAt, invoice, quote, status } = order;
  return {
    installation_id: order.installationId,
    order_id: order.id,
    kind: order.kind,
    status,
    method: order.method ?? '',
    currency: order.currency,
    payable: quote.payable,
    seats: quote.seats,
    invoice: invoice?.status ?? 'none',
    created_at: msOf(order.createdAt),
    standing_since: paidAt !== null && isReceived(status) ? msOf(paidAt) : null,
    search_text: storable(searchText(order)) as string,
  };
}
