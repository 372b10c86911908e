import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ColumnName } from '../../../locales/order-list/strings.js';
import { badge } from '../../../ui/templates/badge.js';
import { copyable } from '../../../ui/templates/copyable.js';
import { icon } from '../../../ui/templates/icon.js';
import { likelyAction } from '../actions.js';
import { badgeKind } from '../order-facts.js';
import { FIRST_ROW } from '../row-focus.js';
import { actionButton } from './action-view.js';
import type { RowContext } from './context.js';
import { methodText, periodText } from './texts.js';

/** One order as a row, which opens its details. */
export function rowView(order: Order, index: number, view: RowContext): TemplateResult {
  const { t, format, selected, several } = view;
  const { id, kind, status, currency, quote, createdAt } = order;
  const period = periodText(order, view);
  const method = methodText(order, view);
  const onClick = (event: Event) => {
    if (!isControl(event) && !isSelecting()) view.onSelect(id, event);
  };
  const cell = (column: ColumnName, content: unknown, title?: string) =>
    html`<td class="cell ${column}" role="gridcell" title=${title ?? nothing}>
      ${
        column === 'actions'
          ? nothing
          : html`<span class="cell-label" aria-hidden="true">${t.columns[column]}</span>`
      }
      <span class="cell-value">${content}</span>
    </td>`;
  return html`<tr
    class="row"
    role="row"
    tabindex="-1"
    data-order=${id}
    aria-rowindex=${index + FIRST_ROW}
    aria-selected=${selected === id}
    @click=${onClick}
  >
    ${cell('date', format.date(createdAt), format.dateTime(createdAt))}
    ${cell(
      'number',
      html`${copyable(id, t.common)}
      ${
        several
          ? html`<span class="origin">${order.customerName} · ${order.appName}</span>`
          : nothing
      }`,
      id,
    )}
    ${cell('kind', t.orders.kinds[kind])} ${cell('seats', format.number(quote.seats))}
    ${cell('period', period, period)} ${cell('amount', format.money(quote.payable, currency))}
    ${cell('method', method, method)}
    ${cell('status', badge(badgeKind(status), t.orders.statuses[status]))}
    ${cell('actions', actionsView(order, view))}
  </tr>`;
}

function actionsView(order: Order, view: RowContext): TemplateResult {
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

/** Buttons and links in a row do what they say, not what the row does. */
function isControl(event: Event): boolean {
  return (event.target as Element).closest('button, a') !== null;
}

/** Whoever marks a text to copy it did not mean to open anything. */
function isSelecting(): boolean {
  return getSelection()?.type === 'Range';
}
