import { html, nothing, render } from 'lit';
import type { Order } from '../../../contract/index.js';
import { setText } from '../../../ui/set-text.js';
import type { Column } from '../columns/column.js';
import type { RowContext } from './context.js';

export interface RowView extends RowContext {
  /** Those that are shown. */
  columns: readonly Column[];
}

/** The cells of a row without an order, to be cloned for each row and filled: that is much faster than drawing each by its template. */
export function blankCells(view: RowView): DocumentFragment {
  const { t, columns } = view;
  const cells = document.createDocumentFragment();
  render(
    columns.map(
      (column) =>
        html`<td class=${cellClass(column)} role="gridcell" tabindex="-1">
          ${
            column.area === 'actions'
              ? nothing
              : html`<span class="cell-label" aria-hidden="true">${column.label(t)}</span>`
          }
          <span class="cell-value">${column.cell?.blank(view)}</span>
        </td>`,
    ),
    cells,
  );
  for (const control of cells.querySelectorAll<HTMLElement>('a, button')) control.tabIndex = -1;
  // What a template leaves behind to find its places again.
  const walker = document.createTreeWalker(cells, NodeFilter.SHOW_COMMENT);
  const marks: Comment[] = [];
  while (walker.nextNode()) marks.push(walker.currentNode as Comment);
  for (const mark of marks) mark.remove();
  return cells;
}

/** @param row with a clone of {@link blankCells} for the same columns, whatever order was in them */
export function fillCells(row: HTMLElement, order: Order, view: RowView): void {
  view.columns.forEach(({ cell, text, title }, at) => {
    const place = row.children[at] as HTMLElement;
    const value = place.lastElementChild as HTMLElement;
    const words = text(order, view);
    if (cell) cell.fill(value, order, view);
    else setText(value, words);
    if (title) place.title = title === text ? words : title(order, view);
  });
}

/** Stands where an order will be drawn once it has come. */
export function waitingCells(): DocumentFragment {
  const cells = document.createDocumentFragment();
  render(html`<td class="cell" role="gridcell"></td>`, cells);
  return cells;
}

export const cellClass = ({ area, align }: Column): string =>
  `cell ${area} ${area.startsWith('x') ? 'extra' : ''} ${align === 'end' ? 'figures' : ''}`;
