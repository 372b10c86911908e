import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { badge } from '../../../ui/templates/badge.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { actionsFor } from '../actions.js';
import { badgeKind, cycleOf } from '../order-facts.js';
import { actionButton } from './action-view.js';
import type { DetailsContext } from './details-context.js';
import { hostButtons } from './host-action-views.js';
import { factsSection } from './panel-facts.js';
import { paymentsSection } from './panel-payments.js';
import { complaintsSection, invoiceSection, refundSection } from './panel-sections.js';
import { segmentsSection } from './panel-segments.js';
import { timelineSection } from './panel-timeline.js';
import { obstacleTexts } from './texts.js';

/** Everything about one order, the next step first. */
export function orderDetails(order: Order, context: DetailsContext): TemplateResult {
  const { t, format } = context;
  const { id, currency, quote, status, policyVersion, quotedAt } = order;
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
      <p class="muted">${t.details.pinned(policyVersion, format.dateTime(quotedAt), format)}</p>
    </section>
    ${refundSection(order, context)} ${invoiceSection(order, context)}
    ${complaintsSection(order, context)} ${segmentsSection(order, context)}
    ${paymentsSection(order, context)} ${timelineSection(order, context)}`;
}

function actionsView(order: Order, context: DetailsContext): TemplateResult {
  const { t, role } = context;
  const actions = actionsFor(order, role);
  const impossible: [label: string, reasons: readonly string[]][] = [
    ...actions.flatMap(({ id, obstacle }): typeof impossible =>
      obstacle ? [[t.actions[id], obstacleTexts(obstacle, context)]] : [],
    ),
    ...context
      .hostActions(order)
      .flatMap(({ label, reason }): typeof impossible =>
        reason === null ? [] : [[label, [reason]]],
      ),
  ];
  return html`<div class="panel-actions" role="group" aria-label=${t.details.actions}>
      ${actions.map(({ id, obstacle }) =>
        obstacle ? nothing : actionButton(id, order, context, ''),
      )}
      ${hostButtons(order, context)}
    </div>
    ${
      impossible.length > 0
        ? html`<details class="impossible">
            <summary>${t.details.unavailable}</summary>
            <dl>
              ${impossible.map(
                ([label, reasons]) =>
                  html`<div>
                    <dt>${label}</dt>
                    ${reasons.map((text) => html`<dd>${text}</dd>`)}
                  </div>`,
              )}
            </dl>
          </details>`
        : nothing
    }`;
}
