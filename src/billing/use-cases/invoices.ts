import { BackendError, type Order } from '../../contract/index.js';
import {
  canMarkInvoice,
  canRequestInvoice,
  invoiceStands,
  validateInvoice,
  type InvoiceDetails,
  type InvoiceStatus,
} from '../../domain/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { requireNoRefund } from '../gates.js';
import { madeBefore, rememberMade } from '../idempotency.js';
import { requireKey, requireObject, requireOneOf, requireString } from '../input.js';
import { lockOrder } from '../locate.js';
import { personOf } from '../principal.js';
import { noted } from '../timeline.js';
import { orderView } from '../views.js';

const TYPES = ['ordinary', 'special'] as const;
const OPTIONAL = ['address', 'phone', 'bank', 'account', 'email', 'postalAddress'] as const;
const MARKS = ['mailed', 'sent', 'cancelled'] as const;

/**
 * Asks the provider for an invoice of a paid order, once; again after a request was cancelled (SPEC §5 "Invoice").
 *
 * @throws BackendError `invalid` with `invoiceIssues`; `conflict` with `invoice-exists`, `invoice-not-allowed`, `refund-under-way` or
 * `key-reused`
 */
export async function requestInvoice(
  { store, principal, clock }: Asked,
  orderId: string,
  input: { details: InvoiceDetails; key: string },
): Promise<Order> {
  const key = requireKey(requireObject('', input).key);
  const checked = validateInvoice(readDetails(input.details));
  if (!checked.ok) throw new BackendError('invalid', { invoiceIssues: checked.issues });
  const { details } = checked;
  return store.transaction('write', async (tx) => {
    const { installation, order } = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const scope = `request-invoice:${orderId}`;
    const attempt = { installationId: installation.id, scope, key, body: { details } };
    if (await madeBefore(tx, attempt)) return orderView(tx, order, now);

    await requireNoRefund(tx, installation, now);
    if (invoiceStands(order.invoice)) {
      throw new BackendError('conflict', { reason: 'invoice-exists' });
    }
    const { status, invoice, quote } = order;
    if (!canRequestInvoice({ status, invoice, payable: quote.payable })) {
      throw new BackendError('conflict', { reason: 'invoice-not-allowed' });
    }
    const by = personOf(principal);
    const requested = noted(
      {
        ...order,
        invoice: {
          status: 'requested',
          details,
          amount: quote.payable,
          requestedAt: now,
          requestedBy: by,
          updatedAt: now,
        },
      },
      'invoice-requested',
      by,
      now,
    );
    await tx.putOrder(requested);
    await rememberMade(tx, attempt, orderId, now);
    return orderView(tx, requested, now);
  });
}

/**
 * Says what became of an invoice.
 *
 * @throws BackendError `conflict` with `invoice-not-allowed` when none is requested
 */
export async function markInvoice(
  { store, principal, clock }: Asked,
  orderId: string,
  mark: Exclude<InvoiceStatus, 'requested'>,
): Promise<Order> {
  const status = requireOneOf('status', mark, MARKS);
  return store.transaction('write', async (tx) => {
    const { installation, order } = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const { invoice } = order;
    if (!invoice || !canMarkInvoice(invoice.status, status)) {
      throw new BackendError('conflict', { reason: 'invoice-not-allowed' });
    }
    const changed = { ...order, invoice: { ...invoice, status, updatedAt: now } };
    const marked = noted(changed, `invoice-${status}`, personOf(principal), now);
    await tx.putOrder(marked);
    const on = { installationId: installation.id, orderId };
    await audited(tx, principal, 'markInvoice', on, { status }, now);
    return orderView(tx, marked, now);
  });
}

/** Details whose fields are of the right type, and nothing else; what the texts say is for the domain to check. */
function readDetails(input: InvoiceDetails): InvoiceDetails {
  const given = requireObject('details', input);
  const details: InvoiceDetails = {
    type: requireOneOf('details.type', given.type, TYPES),
    title: requireString('details.title', given.title),
    taxNumber: requireString('details.taxNumber', given.taxNumber),
  };
  for (const field of OPTIONAL) {
    const text = given[field];
    if (text !== undefined) details[field] = requireString(`details.${field}`, text);
  }
  return details;
}
