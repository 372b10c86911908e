import type { Order } from '../../../contract/index.js';
import type { ComplaintDetails, InvoiceDetails, InvoiceStatus } from '../../../domain/index.js';
import { currencyDigits, parseAmount } from '../../../domain/amount-text.js';
import { validateComplaint } from '../../../domain/orders/complaint.js';
import { validateInvoice } from '../../../domain/orders/invoice.js';
import type { FieldFault } from '../../../locales/order-details/strings.js';
import { faulty, ready, requiredText, type Draft, type Prepared } from './draft.js';

export type RefundDecision = { decision: 'approve' } | { decision: 'reject'; reason: string };

export type InvoiceMark = Exclude<InvoiceStatus, 'requested'>;

const MARKS: readonly InvoiceMark[] = ['mailed', 'sent', 'cancelled'];

const OPTIONAL = ['address', 'phone', 'bank', 'account', 'email', 'postalAddress'] as const;

/** Invoice details as the fields have them; empty ones are left out. */
export function invoiceDetails(draft: Draft): InvoiceDetails {
  const details: InvoiceDetails = {
    type: draft.type === 'special' ? 'special' : 'ordinary',
    title: draft.title ?? '',
    taxNumber: draft.taxNumber ?? '',
  };
  for (const field of OPTIONAL) {
    const text = draft[field];
    if (text) details[field] = text;
  }
  return details;
}

/** By the rules of SPEC §5 "Invoice"; a check digit that does not fit is a warning. */
export function prepareInvoice(draft: Draft): Prepared<InvoiceDetails> {
  const checked = validateInvoice(invoiceDetails(draft));
  const warnings: FieldFault[] = checked.warnings;
  return checked.ok ? ready(checked.details, warnings) : faulty(checked.issues, warnings);
}

export function prepareComplaint(draft: Draft): Prepared<ComplaintDetails> {
  const { category = '', text = '', contact = '' } = draft;
  const checked = validateComplaint({ category, text, contact });
  if (checked.ok) return ready(checked.complaint);
  return faulty(
    checked.issues.map(({ code, ...issue }): FieldFault => ({
      ...issue,
      code: code === 'out-of-range' ? 'not-chosen' : code,
    })),
  );
}

export function prepareDecision(draft: Draft): Prepared<RefundDecision> {
  if (draft.decision === 'approve') return ready({ decision: 'approve' });
  if (draft.decision !== 'reject') return faulty([{ field: 'decision', code: 'not-chosen' }]);
  const reason = requiredText(draft, 'reason');
  return reason.ok ? ready({ decision: 'reject', reason: reason.input }) : reason;
}

export function prepareMark(draft: Draft): Prepared<InvoiceMark> {
  const mark = MARKS.find((known) => known === draft.mark);
  return mark ? ready(mark) : faulty([{ field: 'mark', code: 'not-chosen' }]);
}

/** The new amount, in minor units: below what is due now, not below 0 (SPEC §5). */
export function prepareLowerPrice(draft: Draft, { currency, quote }: Order): Prepared<number> {
  const amount = typedAmount(draft, currency);
  if (!amount.ok || amount.input < quote.payable) return amount;
  return faulty([{ field: 'amount', code: 'not-lower' }]);
}

/** The amount as typed, in minor units. */
export function typedAmount(draft: Draft, currency: string): Prepared<number> {
  const digits = currencyDigits(currency);
  const parsed = parseAmount(draft.amount ?? '', digits);
  const field = 'amount';
  if (parsed.ok) return ready(parsed.amount);
  const { reason } = parsed;
  if (reason === 'empty') return faulty([{ field, code: 'missing' }]);
  if (reason === 'malformed' || reason === 'negative')
    return faulty([{ field, code: 'not-amount' }]);
  return faulty([{ field, code: reason, max: digits }]);
}
