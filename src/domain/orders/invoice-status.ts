import type { InvoiceStatus, OrderStatus } from './types.js';

/** Every legal move of an invoice (SPEC §5); after `cancelled` another may be requested in its place. */
const MOVES: Readonly<Record<InvoiceStatus, readonly InvoiceStatus[]>> = {
  requested: ['mailed', 'sent', 'cancelled'],
  mailed: [],
  sent: [],
  cancelled: [],
};

/** Whether a provider may mark an invoice so. */
export function canMarkInvoice(status: InvoiceStatus, next: InvoiceStatus): boolean {
  return MOVES[status].includes(next);
}

/** Whether an invoice is requested or issued: a cancelled request does not count. */
export function invoiceStands(invoice: { status: InvoiceStatus } | null): boolean {
  return invoice !== null && invoice.status !== 'cancelled';
}

/**
 * Whether an invoice may be requested for an order (SPEC §5 "Invoice"): it is paid, in money, and has none that stands. Nothing is invoiced
 * while a refund of the installation is under way, which shows on its newest order.
 */
export function canRequestInvoice(order: {
  status: OrderStatus;
  /** What was paid, in minor units. */
  payable: number;
  invoice: { status: InvoiceStatus } | null;
}): boolean {
  return order.status === 'paid' && order.payable > 0 && !invoiceStands(order.invoice);
}
