import type { Order } from '../../../contract/index.js';
import { currencyDigits, printAmount } from '../../../domain/amount-text.js';
import type { Instant } from '../../../domain/index.js';
import { wallClock } from '../calendar.js';
import type { Column } from '../columns/column.js';
import { wordOf } from '../order-facts.js';
import { methodText, periodText } from '../views/texts.js';
import type { Cell } from './csv.js';
import type { ReadingContext } from './reading-flow.js';

/** A column of the file: its head, and what an order has in it. */
type FileColumn = [head: string, cell: (order: Order) => Cell];

/** How orders are written into a file: the heads of the columns, and the cells of each order. */
export interface OrderTable {
  heads: string[];
  cells: (order: Order) => Cell[];
}

/** Which columns a file has. */
export interface FileColumns {
  /** Of the list, the host's among them, in their order. */
  columns: readonly Column[];
  /** With them all else that is known of an order. */
  everything: boolean;
  /** Orders of several installations: each names its company and app. */
  several: boolean;
}

/**
 * Orders in words of the reader's language. Amounts are plain decimals in major units with their currency beside them; instants are local
 * dates and times, and their heads name the time zone.
 */
export function orderTable(
  context: ReadingContext,
  { columns, everything, several }: FileColumns,
): OrderTable {
  const facts = factsOf(context);
  const own = (column: Column) => facts[column.area] ?? [hostColumn(column, context)];
  const table = everything
    ? [
        ...Object.values(facts).flat(),
        ...columns.filter(({ area }) => !(area in facts)).flatMap(own),
      ]
    : columns.flatMap((column) => [
        ...own(column),
        ...(several && column.area === 'number' ? facts.origin : []),
      ]);
  return {
    heads: table.map(([head]) => head),
    cells: (order) => table.map(([, cell]) => cell(order)),
  };
}

type Facts = Record<string, FileColumn[]> & { origin: FileColumn[] };

/** What a file has for the columns of the list, and what the list has no column for; in the order of a file with everything. */
function factsOf(context: ReadingContext): Facts {
  const { t, tools, format } = context;
  const zone = format.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { columns, details, orders } = t;
  const { inZone, currency } = tools.export;
  const clock = wallClock(zone);
  const time = (instant: Instant | null) => (instant === null ? '' : clock(instant));
  const amount = amountPrinter();
  const invoices: Record<string, string> = orders.invoiceStatuses;
  return {
    number: [[columns.number, ({ id }) => id]],
    date: [[inZone(details.createdAt, zone), ({ createdAt }) => time(createdAt)]],
    paid: [[inZone(details.paidAt, zone), ({ paidAt }) => time(paidAt)]],
    kind: [[columns.kind, ({ kind }) => wordOf(orders.kinds, kind)]],
    status: [[columns.status, ({ status }) => wordOf(orders.statuses, status)]],
    seats: [[columns.seats, ({ quote }) => ({ figure: String(quote.seats) })]],
    period: [[columns.period, (order) => periodText(order, context)]],
    amount: [
      [columns.amount, ({ quote, currency }) => ({ figure: amount(quote.payable, currency) })],
      [currency, (order) => order.currency],
    ],
    method: [[columns.method, (order) => methodText(order, context)]],
    invoice: [
      [
        details.invoice,
        ({ invoice }) => (invoice ? wordOf(invoices, invoice.status) : t.filters.noInvoice),
      ],
    ],
    origin: [
      [details.app, ({ appName }) => appName],
      [details.customer, ({ customerName }) => customerName],
    ],
    createdBy: [[details.createdBy, ({ createdBy }) => createdBy.userName]],
  };
}

/** A column of the host's is its text, whatever that is. */
function hostColumn({ label, text }: Column, context: ReadingContext): FileColumn {
  return [label(context.t), (order) => text(order, context)];
}

function amountPrinter(): (minor: number, currency: string) => string {
  const known = new Map<string, number>();
  return (minor, currency) => {
    const digits = known.get(currency) ?? currencyDigits(currency);
    known.set(currency, digits);
    return printAmount(minor, digits);
  };
}
