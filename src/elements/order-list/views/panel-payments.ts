import { html, nothing, type TemplateResult } from 'lit';
import type {
  Order,
  PaymentAttempt,
  PaymentNotification,
  StrayPayment,
} from '../../../contract/index.js';
import { isolated } from '../../../ui/isolated.js';
import { badge } from '../../../ui/templates/badge.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { wordOf } from '../order-facts.js';
import type { DetailsContext } from './details-context.js';
import { factsList, type Fact } from './facts-list.js';
import { section, type Section } from './panel-sections.js';

/** Every try to pay, with all that was heard of it. */
export function paymentsSection({ payments, currency }: Order, context: DetailsContext): Section {
  if (payments.length === 0) return nothing;
  return section(
    context.t.details.payments,
    html`<ol class="thread">
      ${payments.map((payment) => paymentView(payment, currency, context))}
    </ol>`,
  );
}

function paymentView(
  payment: PaymentAttempt,
  currency: string,
  context: DetailsContext,
): TemplateResult {
  const { method, state, amount, number, createdAt, succeededAt, transactionId, stray } = payment;
  const { t, format } = context;
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
      ...stray.map((money) => strayFact(money, currency, context)),
    ])}
    ${notificationsView(payment.notifications, context)}
  </li>`;
}

function strayFact(
  { reason, amount, refundedAt }: StrayPayment,
  currency: string,
  { t, format }: DetailsContext,
): Fact {
  const { details } = t;
  const back = refundedAt
    ? details.strayReturned(format.dateTime(refundedAt))
    : details.strayReturning;
  return [
    wordOf(details.stray, reason),
    html`${format.money(amount, currency)} <span class="muted">${back}</span>`,
  ];
}

/** Oldest first, since each is to be read against the one before. Hosts' own backends may keep none. */
function notificationsView(
  notifications: readonly PaymentNotification[] | undefined,
  { t, format }: DetailsContext,
): Section {
  if (!notifications?.length) return nothing;
  const { details } = t;
  return html`<h4 class="muted">${details.notifications}</h4>
    <ul class="notifications">
      ${notifications.map(
        ({ at, state, transactionId, outcome }) =>
          html`<li>
            <time datetime=${at}>${format.dateTime(at)}</time>
            <span>${wordOf(t.orders.paymentStates, state)}</span>
            ${transactionId ? html`<span class="mono muted">${isolated(transactionId)}</span>` : nothing}
            ${
              outcome === 'applied'
                ? nothing
                : badge(
                    outcome === 'flagged' ? 'danger' : 'neutral',
                    wordOf(details.outcomes, outcome),
                  )
            }
          </li>`,
      )}
    </ul>`;
}
