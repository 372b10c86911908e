import { html, nothing, type TemplateResult } from 'lit';
import type { Order, OrderTotals } from '../../../contract/index.js';
import { paper } from '../../../ui/paper.js';
import type { Column } from '../columns/column.js';
import { NEWEST_FIRST } from '../filter.js';
import type { ReadingRequest } from '../export/reading-flow.js';
import { filterWords } from './filter-words.js';
import { printStyles } from './print-styles.js';

/** What is printed, and what it says of itself. */
export interface PrintedOrders {
  columns: readonly Column[];
  rows: readonly HTMLTableRowElement[];
  /** Null when the backend did not say. */
  totals: OrderTotals | null;
  /** Whose orders they are: one of them; undefined where they are of several installations. */
  origin: Order | undefined;
  request: ReadingRequest;
}

/** An order as a row on paper. */
export function printRow(
  order: Order,
  columns: readonly Column[],
  { t, format }: ReadingRequest,
  several: boolean,
): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const { align, area, text } of columns) {
    const cell = row.insertCell();
    cell.className = `${align} ${area}`;
    cell.textContent = text(order, { t, format });
    if (area !== 'number' || !several) continue;
    const origin = cell.appendChild(document.createElement('span'));
    origin.className = 'origin';
    origin.textContent = originText(order);
  }
  return row;
}

/** All orders on paper: what they are, what they come to, and a plain table whose head is on every page. */
export function printSheet(printed: PrintedOrders): HTMLElement {
  const body = document.createElement('tbody');
  for (const row of printed.rows) body.append(row);
  return paper(printed.request.format.locale, sheetView(printed, body), printStyles);
}

function sheetView(
  { columns, rows, totals, origin, request }: PrintedOrders,
  body: HTMLTableSectionElement,
): TemplateResult {
  const { t, tools, format, now } = request;
  const { timeZone } = format;
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const criteria = filterWords(request);
  const { by, direction } = request.filter.sort ?? NEWEST_FIRST;
  return html`<h1>${t.label}</h1>
    ${origin ? html`<p>${originText(origin)}</p>` : nothing}
    <dl>
      <dt>${tools.print.filter}</dt>
      ${
        criteria.length > 0
          ? criteria.map(([name, value]) => html`<dd>${t.filters.active(name, value)}</dd>`)
          : html`<dd>${tools.print.unfiltered}</dd>`
      }
      <dt>${t.sort.label}</dt>
      <dd>${t.sort.option(by, direction)}</dd>
      <dt>${t.totals.label}</dt>
      <dd class="totals">${t.count(totals?.count ?? rows.length, format)}</dd>
      ${totals ? nothing : html`<dd>${t.totals.missing}</dd>`}
      ${totals?.amounts.map(
        ({ currency, payable, received }) =>
          html`<dt>${t.totals.payable}</dt>
            <dd class="totals">${format.money(payable, currency)}</dd>
            <dt>${t.totals.received}</dt>
            <dd class="totals">${format.money(received, currency)}</dd>`,
      )}
      <dt>${tools.print.timeZone}</dt>
      <dd>${zone}</dd>
      <dt>${tools.print.printedAt}</dt>
      <dd>${format.dateTime(now)}</dd>
    </dl>
    <table>
      <thead>
        <tr>
          ${columns.map(
            ({ label, align }) => html`<th class=${align} scope="col">${label(t)}</th>`,
          )}
        </tr>
      </thead>
      ${body}
    </table>`;
}

function originText({ customerName, appName }: Order): string {
  return `${customerName} · ${appName}`;
}
