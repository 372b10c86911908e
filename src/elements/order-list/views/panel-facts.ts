import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { DetailsContext } from './details-context.js';
import { factsList } from './facts-list.js';
import { methodText, periodText, personText } from './texts.js';

/** What was ordered, by whom and when. */
export function factsSection(order: Order, context: DetailsContext): TemplateResult {
  const { t, format, onSelect } = context;
  const { details } = t;
  const { quote, createdAt, paidAt, lapsesAt } = order;
  const link = (orderId: string | null) =>
    orderId === null
      ? null
      : html`<button
          class="link mono"
          type="button"
          @click=${(event: Event) => onSelect(orderId, event)}
        >
          ${orderId}
        </button>`;
  return html`<section>
    <h3>${details.facts}</h3>
    ${factsList([
      [details.app, order.appName],
      [details.customer, order.customerName],
      [t.columns.seats, t.quotes.seats(quote.seats, format)],
      [details.term, periodText(order, context)],
      [t.columns.method, methodText(order, context)],
      [details.createdAt, format.dateTime(createdAt)],
      [details.createdBy, personText(order.createdBy, context)],
      [details.paidAt, paidAt && format.dateTime(paidAt)],
      [details.lapsesAt, lapsesAt && format.dateTime(lapsesAt)],
      [details.replaces, link(order.replacesOrderId)],
      [details.replacedBy, link(order.replacedByOrderId)],
    ])}
  </section>`;
}
