import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { Column } from '../columns/column.js';
import { FIRST_ROW } from '../row-focus.js';
import type { RowContext } from './context.js';

export interface RowView extends RowContext {
  /** Those that are shown. */
  columns: readonly Column[];
}

/** One order as a row, which opens its details. */
export function rowView(order: Order, index: number, view: RowView): TemplateResult {
  const { t, columns, selected } = view;
  const { id } = order;
  const onClick = (event: Event) => {
    if (!isControl(event) && !isSelecting()) view.onSelect(id, event);
  };
  return html`<tr
    class="row"
    role="row"
    tabindex="-1"
    data-order=${id}
    aria-rowindex=${index + FIRST_ROW}
    aria-selected=${selected === id}
    @click=${onClick}
  >
    ${columns.map(
      (column) =>
        html`<td
          class=${cellClass(column)}
          role="gridcell"
          title=${column.title?.(order, view) ?? nothing}
        >
          ${
            column.area === 'actions'
              ? nothing
              : html`<span class="cell-label" aria-hidden="true">${column.label(t)}</span>`
          }
          <span class="cell-value"
            >${column.cell ? column.cell(order, view) : column.text(order, view)}</span
          >
        </td>`,
    )}
  </tr>`;
}

export const cellClass = ({ area, align }: Column): string =>
  `cell ${area} ${area.startsWith('x') ? 'extra' : ''} ${align === 'end' ? 'figures' : ''}`;

/** Buttons and links in a row do what they say, not what the row does. */
function isControl(event: Event): boolean {
  return (event.target as Element).closest('button, a') !== null;
}

/** Whoever marks a text to copy it did not mean to open anything. */
function isSelecting(): boolean {
  return getSelection()?.type === 'Range';
}
