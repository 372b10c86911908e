import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Order, OrderFilter } from '../../../contract/index.js';
import { icon } from '../../../ui/templates/icon.js';
import type { Column } from '../columns/column.js';
import type { Depth } from '../depth-loader.js';
import { NEWEST_FIRST, type SortKey } from '../filter.js';
import type { RowSlot } from '../row-focus.js';
import { cellClass, rowView, type RowView } from './row-view.js';

export interface TableView extends RowView {
  orders: readonly Order[];
  /** The rows to draw; null for all. */
  slots: readonly RowSlot[] | null;
  /** Undefined until it has loaded. */
  depth: Depth | undefined;
  /** How many there are in all. */
  count: number;
  filter: OrderFilter;
  /** The rows are of the filter before. */
  outdated: boolean;
  onSort: (by: SortKey) => void;
  onKeydown: (event: KeyboardEvent) => void;
  onFocusin: (event: FocusEvent) => void;
}

/** The orders as a table; on a narrow box the same rows are drawn as cards. The roles are written out, since a table drawn as a grid loses its own. */
export function tableView(view: TableView): TemplateResult {
  const { t, columns, orders, slots, count, outdated, several, depth } = view;
  return html`<table
    class="orders ${outdated ? 'outdated' : ''} ${several ? 'several' : ''} ${slots ? 'windowed' : ''}"
    role="grid"
    aria-label=${t.label}
    aria-rowcount=${count + 1}
    aria-busy=${outdated}
    @keydown=${view.onKeydown}
    @focusin=${view.onFocusin}
  >
    <thead>
      <tr class="head" role="row" aria-rowindex="1">
        ${columns.map((column) => headView(column, view))}
      </tr>
    </thead>
    <tbody>
      ${repeat(
        slots ?? orders.map((order, index): RowSlot => ({ index, order })),
        ({ index, order }) => order?.id ?? index,
        ({ index, order }) => (order ? rowView(order, index, view) : depth?.waitingRow(index)),
      )}
    </tbody>
  </table>`;
}

function headView(column: Column, view: TableView): TemplateResult {
  const { t, filter, onSort } = view;
  const { sort: by } = column;
  const sort = filter.sort ?? NEWEST_FIRST;
  const direction = by === sort.by ? sort.direction : null;
  const label = column.label(t);
  const ariaSort = by ? (direction ?? 'none') : nothing;
  return html`<th class=${cellClass(column)} role="columnheader" scope="col" aria-sort=${ariaSort}>
    ${
      by
        ? html`<button
            class="sort ${direction ?? ''}"
            type="button"
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
