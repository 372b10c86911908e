import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { Column } from '../columns/column.js';
import type { RowContext } from './context.js';

export interface RowView extends RowContext {
  /** Those that are shown. */
  columns: readonly Column[];
}

/** The cells of one order's row. */
export function rowCells(order: Order, view: RowView): TemplateResult[] {
  const { t, columns } = view;
  return columns.map(
    (column) =>
      html`<td
        class=${cellClass(column)}
        role="gridcell"
        tabindex="-1"
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
  );
}

/** Stands where an order will be drawn once it has come. */
export const waitingCell = html`<td class="cell" role="gridcell"></td>`;

export const cellClass = ({ area, align }: Column): string =>
  `cell ${area} ${area.startsWith('x') ? 'extra' : ''} ${align === 'end' ? 'figures' : ''}`;
