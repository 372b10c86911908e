import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import type { ColumnName } from '../../../locales/order-list/strings.js';
import { isolated } from '../../../ui/isolated.js';
import { setText } from '../../../ui/set-text.js';
import { badge, badgeClass } from '../../../ui/templates/badge.js';
import { copyable, fillCopyable } from '../../../ui/templates/copyable.js';
import { badgeKind } from '../order-facts.js';
import type { RowContext } from '../views/context.js';
import { blankActions, fillActions } from '../views/row-actions.js';
import { methodText, periodText } from '../views/texts.js';
import type { Column } from './column.js';

const named = (id: ColumnName, column: Omit<Column, 'id' | 'area' | 'label'>): Column => ({
  id,
  area: id,
  label: ({ columns }) => columns[id],
  ...column,
});

/** The list's own columns but the last, in their order. */
export const FACTS: readonly Column[] = [
  named('date', {
    sort: 'createdAt',
    align: 'start',
    width: [100],
    text: ({ createdAt }, { format }) => format.date(createdAt),
    title: ({ createdAt }, { format }) => format.dateTime(createdAt),
  }),
  named('number', {
    align: 'start',
    width: [170, 1.1],
    fixed: true,
    text: ({ id }) => id,
    cell: { blank: blankNumber, fill: fillNumber },
    title: ({ id }) => id,
  }),
  named('kind', {
    sort: 'kind',
    align: 'start',
    width: [96],
    text: ({ kind }, { t }) => t.orders.kinds[kind],
  }),
  named('seats', {
    sort: 'seats',
    align: 'end',
    width: [52],
    text: ({ quote }, { format }) => format.number(quote.seats),
  }),
  named('period', { align: 'start', width: [184, 1.4], text: periodText, title: periodText }),
  named('amount', {
    sort: 'amount',
    align: 'end',
    width: [100, 0.8],
    text: ({ quote, currency }, { format }) => format.money(quote.payable, currency),
  }),
  named('method', { align: 'start', width: [92], text: methodText, title: methodText }),
  named('status', {
    sort: 'status',
    align: 'start',
    width: [144],
    text: ({ status }, { t }) => t.orders.statuses[status],
    cell: {
      blank: () => badge('neutral', ''),
      fill: ({ firstElementChild: drawn }, { status }, { t }) => {
        if (!drawn) return;
        drawn.className = badgeClass(badgeKind(status));
        setText(drawn, t.orders.statuses[status]);
      },
    },
  }),
];

/** The last column, which always stays: what can be done. */
export const ACTIONS: Column = named('actions', {
  align: 'start',
  width: [164],
  fixed: true,
  text: () => '',
  cell: { blank: blankActions, fill: fillActions },
});

/** Among orders of several installations each names its app and company. */
function blankNumber({ t, several }: RowContext): TemplateResult {
  return html`${copyable('', t.common)}${several ? html` <span class="origin"></span>` : nothing}`;
}

function fillNumber(
  value: HTMLElement,
  { id, customerName, appName }: Order,
  { t }: RowContext,
): void {
  const [number, origin] = value.children;
  if (number) fillCopyable(number, id, t.common);
  if (origin) setText(origin, `${isolated(customerName)} · ${isolated(appName)}`);
}
