import { html, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ActionName } from '../../../locales/order-list/strings.js';
import type { OrderContext } from './context.js';

/** They take something away, so that their buttons warn. */
export const DANGEROUS: ReadonlySet<ActionName> = new Set(['cancel', 'request-refund']);

/** How the button of an action looks. */
export const actionKind = (id: ActionName): string =>
  id === 'pay' ? 'primary' : DANGEROUS.has(id) ? 'danger' : '';

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
