import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { icon } from '../../../ui/templates/icon.js';
import { likelyAction } from '../actions.js';
import { actionButton } from './action-view.js';
import type { RowContext } from './context.js';

/** What most likely is to be done to an order as a button, and the rest in a menu. */
export function rowActions(order: Order, view: RowContext): TemplateResult {
  const { t, role, menuOf, onMenu, onSelect } = view;
  const { id } = order;
  const likely = likelyAction(order, role);
  return html`${
      likely
        ? actionButton(likely, order, view)
        : html`<button
            class="button compact"
            type="button"
            aria-label=${t.open(id)}
            @click=${(event: Event) => onSelect(id, event)}
          >
            ${t.details.open}
          </button>`
    }
    <button
      class="icon-button compact"
      type="button"
      aria-label=${t.menu(id)}
      aria-haspopup="menu"
      aria-expanded=${menuOf === id}
      @click=${(event: Event) => onMenu(order, event)}
    >
      ${icon('more')}
    </button>`;
}
