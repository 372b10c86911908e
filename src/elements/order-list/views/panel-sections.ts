import { html, nothing, type TemplateResult } from 'lit';
import type { Complaint, Order } from '../../../contract/index.js';
import { INVOICE_FIELDS } from '../invoice-fields.js';
import { wordOf } from '../order-facts.js';
import type { DetailsContext } from './details-context.js';
import { factsList } from './facts-list.js';
import { personText } from './texts.js';

/** Nothing where there is nothing to tell. */
export type Section = TemplateResult | typeof nothing;

export function refundSection({ refund, currency }: Order, context: DetailsContext): Section {
  if (!refund) return nothing;
  const { t, format } = context;
  const { details } = t;
  const { decidedAt, refundedAt, status } = refund;
  const waiting = status === 'requested';
  return section(
    details.refund,
    factsList([
      [t.columns.status, wordOf(details.refundStatuses, status)],
      [t.columns.amount, format.money(refund.amount, currency)],
      [details.refundReason, refund.reason],
      [details.requestedBy, personText(refund.requestedBy, context)],
      [t.columns.date, format.dateTime(refund.requestedAt)],
      [details.decisionDue, waiting && format.dateTime(refund.decisionDueAt)],
      [details.decided, decidedAt && format.dateTime(decidedAt)],
      [details.decisionReason, refund.decisionReason],
      [details.failure, refund.failure],
      [details.refundedAt, refundedAt && format.dateTime(refundedAt)],
    ]),
  );
}

export function invoiceSection(
  { invoice, currency }: Order,
  { t, format }: DetailsContext,
): Section {
  if (!invoice) return nothing;
  const { details: words } = t;
  const { details, status } = invoice;
  return section(
    words.invoice,
    factsList([
      [t.columns.status, wordOf(t.orders.invoiceStatuses, status)],
      [words.invoiceType, wordOf(t.orders.invoiceTypes, details.type)],
      [t.columns.amount, format.money(invoice.amount, currency)],
      ...INVOICE_FIELDS.map((name) => [words.invoiceFields[name], details[name]] as const),
      [t.columns.date, format.dateTime(invoice.requestedAt)],
      [words.invoiceUpdated, status !== 'requested' && format.dateTime(invoice.updatedAt)],
    ]),
  );
}

export function complaintsSection({ complaints }: Order, context: DetailsContext): Section {
  if (complaints.length === 0) return nothing;
  return section(
    context.t.details.complaints,
    complaints.map((complaint) => complaintView(complaint, context)),
  );
}

function complaintView(
  { category, status, contact, messages }: Complaint,
  context: DetailsContext,
): TemplateResult {
  const { t, format } = context;
  return html`${factsList([
      [t.columns.kind, wordOf(t.orders.complaintCategories, category)],
      [t.columns.status, wordOf(t.orders.complaintStatuses, status)],
      [t.details.contact, contact],
    ])}
    <ol class="thread">
      ${messages.map(
        ({ at, by, text }) =>
          html`<li>
            <p class="muted">${personText(by, context)} · ${format.dateTime(at)}</p>
            <p class="message">${text}</p>
          </li>`,
      )}
    </ol>`;
}

export function section(heading: string, content: unknown): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    ${content}
  </section>`;
}
