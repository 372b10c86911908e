import type { Instant } from '../instant.js';
import { refundableUntil } from './deadlines.js';
import { invoiceStands } from './invoice-status.js';
import { isStandingOrder } from './status.js';
import type {
  InvoiceStatus,
  OrderStatus,
  RefundEligibility,
  RefundIneligibility,
} from './types.js';

/** The part of an order that a refund depends on. */
export interface RefundableOrder {
  id: string;
  status: OrderStatus;
  /** null until paid. */
  paidAt: Instant | null;
  /** The latest request for an invoice; null when there was none. */
  invoice: { status: InvoiceStatus } | null;
}

/**
 * Whether a refund of the order may be asked now, else every reason against it (SPEC §5 "Refund"): it is paid, for at most 10 × 24 h,
 * without an invoice requested or issued, the newest paid order that stands, and no order is pending. Orders paid at the same instant
 * are in the order of their ids.
 *
 * @param orders of the same installation; at least the pending one and the paid ones; may contain the order itself
 */
export function refundEligibility(
  order: RefundableOrder,
  orders: readonly RefundableOrder[],
  now: Instant,
): RefundEligibility {
  const reasons: RefundIneligibility[] = [];
  if (order.status !== 'paid') reasons.push({ code: 'not-paid' });
  if (order.paidAt !== null) {
    const until = refundableUntil(order.paidAt);
    if (Date.parse(now) > Date.parse(until)) reasons.push({ code: 'too-late', until });
  }
  if (invoiceStands(order.invoice)) reasons.push({ code: 'invoice-requested' });
  const newest = newestAfter(order, orders);
  if (newest) reasons.push({ code: 'not-newest', orderId: newest.id });
  const pending = orders.find(({ id, status }) => status === 'pending' && id !== order.id);
  if (pending) reasons.push({ code: 'order-pending', orderId: pending.id });
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** The newest standing order, when one was paid after this one. */
function newestAfter(
  order: RefundableOrder,
  orders: readonly RefundableOrder[],
): RefundableOrder | null {
  if (order.paidAt === null) return null;
  const newest = orders
    .filter(({ status }) => isStandingOrder(status))
    .reduce((latest, other) => (isNewer(other, latest) ? other : latest), order);
  return newest === order || newest.id === order.id ? null : newest;
}

function isNewer(a: RefundableOrder, b: RefundableOrder): boolean {
  const lead = Date.parse(a.paidAt ?? '') - Date.parse(b.paidAt ?? '');
  return lead > 0 || (lead === 0 && a.id > b.id);
}
