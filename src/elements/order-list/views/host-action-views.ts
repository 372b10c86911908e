import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { OrderContext } from './context.js';

/** What the host offers for an order, as items of its menu; what is not possible now says why. */
export function hostMenuItems(
  order: Order,
  { hostActions, onHostAction }: OrderContext,
): TemplateResult | typeof nothing {
  const actions = hostActions(order);
  if (actions.length === 0) return nothing;
  return html`<div class="menu-line" role="separator"></div>
    ${actions.map(({ id, label, reason }) =>
      reason === null
        ? html`<button
            class="menu-item"
            type="button"
            role="menuitem"
            tabindex="-1"
            data-host-action=${id}
            @click=${() => onHostAction(id, order)}
          >
            ${label}
          </button>`
        : html`<div
            class="menu-item"
            role="menuitem"
            tabindex="-1"
            aria-disabled="true"
            data-host-action=${id}
          >
            ${label} <span class="menu-reason">${reason}</span>
          </div>`,
    )}`;
}

/** The same as buttons of the details, those that are possible. */
export function hostButtons(order: Order, context: OrderContext): TemplateResult[] {
  return context
    .hostActions(order)
    .flatMap(({ id, label, reason }) =>
      reason === null
        ? html`<button
            class="button"
            type="button"
            data-host-action=${id}
            @click=${() => context.onHostAction(id, order)}
          >
            ${label}
          </button>`
        : [],
    );
}
