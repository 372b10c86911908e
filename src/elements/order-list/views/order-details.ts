import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { badge } from '../../../ui/templates/badge.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { actionsFor } from '../actions.js';
import { badgeKind, cycleOf } from '../order-facts.js';
import { actionButton } from './action-view.js';
import type { OrderContext } from './context.js';
import { factsSection } from './panel-facts.js';
import {
  complaintsSection,
  invoiceSection,
  paymentsSection,
  refundSection,
  segmentsSection,
  timelineSection,
} from './panel-sections.js';
import { obstacleTexts } from './texts.js';

/** Everything about one order, the next step first. */
export function orderDetails(order: Order, context: OrderContext): TemplateResult {
  const { t, format } = context;
  const { id, currency, quote, status } = order;
  return html`<div class="panel-top">
      <div class="panel-line">
        ${copyable(id, t.common)} ${badge(badgeKind(status), t.orders.statuses[status])}
      </div>
      <p class="panel-amount amount">${format.money(quote.payable, currency)}</p>
      ${actionsView(order, context)}
    </div>
    ${factsSection(order, context)}
    <section>
      <h3>${t.quotes.breakdown}</h3>
      ${quoteLines(quote, t.quotes, { format, currency, cycle: cycleOf(order) })}
    </section>
    ${refundSection(order, context)} ${invoiceSection(order, context)}
    ${complaintsSection(order, context)} ${segmentsSection(order, context)}
    ${paymentsSection(order, context)} ${timelineSection(order, context)}`;
}

function actionsView(order: Order, context: OrderContext): TemplateResult {
  const { t, role } = context;
  const actions = actionsFor(order, role);
  const impossible = actions.flatMap(({ id, obstacle }) => (obstacle ? [{ id, obstacle }] : []));
  return html`<div class="panel-actions" role="group" aria-label=${t.details.actions}>
      ${actions.map(({ id, obstacle }) =>
        obstacle ? nothing : actionButton(id, order, context, ''),
      )}
    </div>
    ${
      impossible.length > 0
        ? html`<details class="impossible">
            <summary>${t.details.unavailable}</summary>
            <dl>
              ${impossible.map(
                ({ id, obstacle }) =>
                  html`<div>
                    <dt>${t.actions[id]}</dt>
                    ${obstacleTexts(obstacle, context).map((text) => html`<dd>${text}</dd>`)}
                  </div>`,
              )}
            </dl>
          </details>`
        : nothing
    }`;
}
