import { html, nothing, type TemplateResult } from 'lit';
import type { Complaint, Order, PaymentAttempt } from '../../../contract/index.js';
import type { Segment } from '../../../domain/index.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { wordOf } from '../order-facts.js';
import type { OrderContext } from './context.js';
import { factsList } from './facts-list.js';
import { personText, spanText } from './texts.js';

type Section = TemplateResult | typeof nothing;

const INVOICE_FIELDS = [
  'title',
  'taxNumber',
  'address',
  'phone',
  'bank',
  'account',
  'email',
  'postalAddress',
] as const;

export function refundSection({ refund, currency }: Order, context: OrderContext): Section {
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

export function invoiceSection({ invoice, currency }: Order, { t, format }: OrderContext): Section {
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

export function complaintsSection({ complaints }: Order, context: OrderContext): Section {
  if (complaints.length === 0) return nothing;
  return section(
    context.t.details.complaints,
    complaints.map((complaint) => complaintView(complaint, context)),
  );
}

function complaintView(
  { category, status, contact, messages }: Complaint,
  context: OrderContext,
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

/** What the order did to the paid time, or will do. */
export function segmentsSection(order: Order, context: OrderContext): Section {
  const { segmentsGranted, segmentsReplaced } = order;
  if (segmentsGranted.length === 0) return nothing;
  const { details } = context.t;
  return section(
    details.segments,
    html`<div class="before-after">
      ${segmentsView(details.before, segmentsReplaced, order, context)}
      ${segmentsView(details.after, segmentsGranted, order, context)}
    </div>`,
  );
}

function segmentsView(
  heading: string,
  segments: readonly Segment[],
  { currency }: Order,
  context: OrderContext,
): TemplateResult {
  const { t, format } = context;
  return html`<div>
    <h4 class="muted">${heading}</h4>
    ${
      segments.length === 0
        ? html`<p>${t.details.none}</p>`
        : html`<ul>
            ${segments.map(
              (segment) =>
                html`<li>
                  <p>${t.quotes.seats(segment.seats, format)}</p>
                  <p class="muted">${spanText(segment, context)}</p>
                  <p class="muted">${t.details.worth(format.money(segment.value, currency))}</p>
                </li>`,
            )}
          </ul>`
    }
  </div>`;
}

export function paymentsSection({ payments, currency }: Order, context: OrderContext): Section {
  if (payments.length === 0) return nothing;
  return section(
    context.t.details.payments,
    html`<ol class="thread">
      ${payments.map((payment) => paymentView(payment, currency, context))}
    </ol>`,
  );
}

function paymentView(
  { method, state, amount, number, createdAt, succeededAt, transactionId, stray }: PaymentAttempt,
  currency: string,
  { t, format }: OrderContext,
): TemplateResult {
  const { details } = t;
  return html`<li>
    ${factsList([
      [t.columns.status, wordOf(t.orders.paymentStates, state)],
      [t.columns.method, wordOf(t.orders.methods, method)],
      [t.columns.amount, format.money(amount, currency)],
      [details.attempt, number && copyable(number, t.common)],
      [details.transaction, transactionId && copyable(transactionId, t.common)],
      [t.columns.date, format.dateTime(createdAt)],
      [details.paidAt, succeededAt && format.dateTime(succeededAt)],
      ...stray.map(
        (money) =>
          [
            wordOf(details.stray, money.reason),
            html`${format.money(money.amount, currency)}
              <span class="muted"
                >${
                  money.refundedAt
                    ? details.strayReturned(format.dateTime(money.refundedAt))
                    : details.strayReturning
                }</span
              >`,
          ] as const,
      ),
    ])}
  </li>`;
}

/** What happened, the newest first, since that is what people look for. */
export function timelineSection({ timeline }: Order, context: OrderContext): Section {
  if (timeline.length === 0) return nothing;
  const { t, format } = context;
  return section(
    t.details.timeline,
    html`<ol class="timeline">
      ${[...timeline].reverse().map(
        ({ at, by, event }) =>
          html`<li>
            <p>${wordOf(t.orders.events, event)}</p>
            <p class="muted">
              <time datetime=${at}>${format.dateTime(at)}</time> · ${personText(by, context)}
            </p>
          </li>`,
      )}
    </ol>`,
  );
}

function section(heading: string, content: unknown): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    ${content}
  </section>`;
}
