import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ActionName } from '../../../locales/order-list/strings.js';
import { actionKind } from './action-kind.js';
import type { OrderContext } from './context.js';

/** A button for an action; what the host has a page for is a link. */
export function actionButton(
  id: ActionName,
  order: Order,
  { t, pageFor, onAction }: OrderContext,
  style = 'compact',
): TemplateResult {
  const label = t.actions[id];
  const onClick = (event: Event) => onAction(id, order, event);
  const kind = actionKind(id);
  const url = pageFor(id, order);
  return url
    ? html`<a class="button ${kind} ${style}" href=${url} data-action=${id} @click=${onClick}
        >${label}</a
      >`
    : html`<button
        class="button ${kind} ${style}"
        type="button"
        data-action=${id}
        @click=${onClick}
      >
        ${label}
      </button>`;
}
