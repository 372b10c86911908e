import type { Order, PaymentAttempt, Role } from '../../contract/index.js';
import type { QuoteRequest, RefundIneligibility } from '../../domain/index.js';
import { complaintTransition } from '../../domain/orders/complaint.js';
import { canRequestInvoice, invoiceStands } from '../../domain/orders/invoice-status.js';
import { isTransferUnderWay } from '../../domain/orders/payment.js';
import { blocksOrdering, orderTransition } from '../../domain/orders/status.js';
import type { TaskName } from '../../locales/order-details/strings.js';
import type { ActionName } from '../../locales/order-list/strings.js';

/** What is done in a dialog of its own. */
export type TaskId = TaskName;

/** Why something cannot be done to an order now. */
export type Obstacle =
  | { code: 'not-pending' }
  | { code: 'transfer-under-way' }
  | { code: 'nothing-due' }
  | { code: 'not-paid' }
  | { code: 'nothing-paid' }
  | { code: 'invoice-exists' }
  | { code: 'refund-under-way' }
  | { code: 'refunded' }
  | { code: 'refund-ineligible'; reasons: RefundIneligibility[] }
  | { code: 'complaint-open' }
  | { code: 'no-refund-requested' }
  | { code: 'refund-not-failed' }
  | { code: 'no-invoice-requested' }
  | { code: 'no-open-complaint' }
  | { code: 'order-pending' }
  | { code: 'no-transfer-to-confirm' };

/** Something that a role does to orders, and what stands in its way here. */
export interface OfferedAction {
  id: ActionName;
  obstacle: Obstacle | null;
}

const ACTIONS: Readonly<Record<Role, readonly ActionName[]>> = {
  administrator: ['pay', 'renew', 'request-invoice', 'request-refund', 'cancel', 'file-complaint'],
  provider: ['decide-refund', 'retry-refund', 'mark-invoice', 'lower-price'],
  operator: ['confirm-transfer', 'answer-complaint'],
  member: [],
};

/** What the role can do to orders, always the same in the same order; rights come from the session (SPEC §1). */
export function actionsFor(order: Order, role: Role): OfferedAction[] {
  return ACTIONS[role].map((id) => ({ id, obstacle: obstacleOf(order, id) }));
}

/** The action somebody most likely came for; null when the order asks for none. */
export function likelyAction(order: Order, role: Role): ActionName | null {
  const possible = actionsFor(order, role).find(
    ({ id, obstacle }) =>
      obstacle === null &&
      // Money that comes later is noted too, but nobody waits for it.
      (id === 'confirm-transfer' ? order.status === 'pending' : LIKELY.has(id)),
  );
  return possible?.id ?? null;
}

/** Giving money back or complaining is possible, not what an order waits for. */
const LIKELY: ReadonlySet<ActionName> = new Set([
  'pay',
  'request-invoice',
  'decide-refund',
  'retry-refund',
  'mark-invoice',
  'answer-complaint',
]);

/** What stands in the way of an action, as far as the page can tell; the backend has the last word. */
export function obstacleOf(order: Order, id: ActionName): Obstacle | null {
  switch (id) {
    case 'pay':
      return order.status === 'pending' ? null : { code: 'not-pending' };
    case 'cancel':
      return withdrawObstacle(order);
    case 'lower-price':
      return withdrawObstacle(order) ?? (order.quote.payable > 0 ? null : { code: 'nothing-due' });
    case 'request-invoice':
      return invoiceObstacle(order);
    case 'request-refund':
      return refundObstacle(order);
    case 'file-complaint':
      return openComplaint(order) ? { code: 'complaint-open' } : null;
    case 'decide-refund':
      return orderTransition(order.status, 'approve-refund')
        ? null
        : { code: 'no-refund-requested' };
    case 'retry-refund':
      return orderTransition(order.status, 'retry-refund') ? null : { code: 'refund-not-failed' };
    case 'mark-invoice':
      return order.invoice?.status === 'requested' ? null : { code: 'no-invoice-requested' };
    case 'answer-complaint':
      return openComplaint(order) ? null : { code: 'no-open-complaint' };
    case 'confirm-transfer':
      return transfersToConfirm(order).length > 0 ? null : { code: 'no-transfer-to-confirm' };
    case 'renew':
      return renewObstacle(order);
  }
}

/** The complaint of an order that still waits for its end. */
export function openComplaint(order: Order): Order['complaints'][number] | undefined {
  return order.complaints.find(({ status }) => complaintTransition(status, 'answer') !== null);
}

/** The transfers of an order whose money only the operator sees, closed ones too: it may still come. */
export function transfersToConfirm({ payments }: Order): PaymentAttempt[] {
  return payments.filter(
    ({ action }) => action?.type === 'bank-transfer' && action.confirmedBy === 'operator',
  );
}

/** What to ask for to have the time of an order once more: its seats for its length, or for one cycle where it had no length of its own. */
export function renewalOf({ quote }: Order): Extract<QuoteRequest, { kind: 'renew' }> {
  return { kind: 'renew', seats: quote.seats, cycles: quote.cycles || 1 };
}

function renewObstacle({ status, refundEligibility }: Order): Obstacle | null {
  if (blocksOrdering(status)) return { code: 'refund-under-way' };
  if (status === 'refunded') return { code: 'refunded' };
  if (status !== 'paid') return { code: 'not-paid' };
  const reasons = refundEligibility.ok ? [] : refundEligibility.reasons;
  return reasons.some(({ code }) => code === 'order-pending') ? { code: 'order-pending' } : null;
}

function withdrawObstacle(order: Order): Obstacle | null {
  if (order.status !== 'pending') return { code: 'not-pending' };
  const underWay = order.payments.some(({ state }) => isTransferUnderWay(state));
  return underWay ? { code: 'transfer-under-way' } : null;
}

function invoiceObstacle({ status, quote, invoice }: Order): Obstacle | null {
  if (invoiceStands(invoice)) return { code: 'invoice-exists' };
  if (blocksOrdering(status)) return { code: 'refund-under-way' };
  if (status === 'refunded') return { code: 'refunded' };
  if (status !== 'paid') return { code: 'not-paid' };
  return canRequestInvoice({ status, invoice, payable: quote.payable })
    ? null
    : { code: 'nothing-paid' };
}

function refundObstacle({ status, refundEligibility }: Order): Obstacle | null {
  if (blocksOrdering(status)) return { code: 'refund-under-way' };
  if (status === 'refunded') return { code: 'refunded' };
  if (status !== 'paid') return { code: 'not-paid' };
  return refundEligibility.ok
    ? null
    : { code: 'refund-ineligible', reasons: refundEligibility.reasons };
}
