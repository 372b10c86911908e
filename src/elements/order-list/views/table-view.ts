import { html, nothing, type TemplateResult } from 'lit';
import type { OrderFilter } from '../../../contract/index.js';
import { icon } from '../../../ui/templates/icon.js';
import type { Column } from '../columns/column.js';
import { NEWEST_FIRST, type SortKey } from '../filter.js';
import type { OrderBook } from '../order-book.js';
import { onRowClick, onRowLeave } from './row-actions.js';
import { cellClass, type RowView } from './row-view.js';

export interface TableView extends RowView {
  /** Only the rows near what is seen are drawn, each at its own place. */
  windowed: boolean;
  /** How many there are in all. */
  count: number;
  book: OrderBook;
  filter: OrderFilter;
  /** The rows are of the filter before. */
  outdated: boolean;
  onSort: (by: SortKey) => void;
  onKeydown: (event: KeyboardEvent) => void;
  onFocusin: (event: FocusEvent) => void;
}

/**
 * The orders as a table; on a narrow box the same rows are drawn as cards. The roles are written out, since a table drawn as a grid loses its
 * own. The rows are not of the template, see `RowBody`.
 */
export function tableView(view: TableView): TemplateResult {
  const { t, columns, windowed, count, outdated, several } = view;
  const orderOf = (id: string) => view.book.find(id);
  return html`<table
    class="orders ${outdated ? 'outdated' : ''} ${several ? 'several' : ''} ${windowed ? 'windowed' : ''}"
    role="grid"
    aria-label=${t.label}
    aria-rowcount=${count + 1}
    aria-busy=${outdated}
    @click=${(event: Event) => onRowClick(event, orderOf, view)}
    @focusout=${onRowLeave}
    @pointerout=${onRowLeave}
    @keydown=${view.onKeydown}
    @focusin=${view.onFocusin}
  >
    <thead>
      <tr class="head" role="row" aria-rowindex="1">
        ${columns.map((column) => headView(column, view))}
      </tr>
    </thead>
    <tbody></tbody>
  </table>`;
}

function headView(column: Column, view: TableView): TemplateResult {
  const { t, filter, onSort } = view;
  const { sort: by } = column;
  const sort = filter.sort ?? NEWEST_FIRST;
  const direction = by === sort.by ? sort.direction : null;
  const label = column.label(t);
  const ariaSort = by ? (direction ?? 'none') : nothing;
  return html`<th
    class=${cellClass(column)}
    role="columnheader"
    scope="col"
    tabindex="-1"
    aria-sort=${ariaSort}
  >
    ${
      by
        ? html`<button
            class="sort ${direction ?? ''}"
            type="button"
            tabindex="-1"
            data-sort=${by}
            @click=${() => onSort(by)}
          >
            ${label}${icon('chevron')}
          </button>`
        : column.area === 'actions'
          ? html`<span class="visually-hidden">${label}</span>`
          : label
    }
  </th>`;
}
