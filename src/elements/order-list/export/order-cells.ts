import type { Order } from '../../../contract/index.js';
import { currencyDigits, printAmount } from '../../../domain/amount-text.js';
import type { Instant } from '../../../domain/index.js';
import { wallClock } from '../calendar.js';
import { wordOf } from '../order-facts.js';
import type { ViewContext } from '../views/context.js';
import { methodText, periodText } from '../views/texts.js';
import type { Cell } from './csv.js';

/** A column of the file: its head, and what an order has in it. */
type Column = [head: string, cell: (order: Order) => Cell];

/** How orders are written into a file: the heads of the columns, and the cells of each order. */
export interface OrderTable {
  heads: string[];
  cells: (order: Order) => Cell[];
}

/**
 * Orders in words of the reader's language. Amounts are plain decimals in major units with their currency beside them; instants are local
 * dates and times, and their heads name the time zone.
 */
export function orderTable({ t, format }: ViewContext): OrderTable {
  const zone = format.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { columns, details, orders } = t;
  const clock = wallClock(zone);
  const time = (instant: Instant | null) => (instant === null ? '' : clock(instant));
  const amount = amountPrinter();
  const invoices: Record<string, string> = orders.invoiceStatuses;
  const table: Column[] = [
    [columns.number, ({ id }) => id],
    [t.export.inZone(details.createdAt, zone), ({ createdAt }) => time(createdAt)],
    [t.export.inZone(details.paidAt, zone), ({ paidAt }) => time(paidAt)],
    [columns.kind, ({ kind }) => wordOf(orders.kinds, kind)],
    [columns.status, ({ status }) => wordOf(orders.statuses, status)],
    [columns.seats, ({ quote }) => ({ figure: String(quote.seats) })],
    [columns.period, (order) => periodText(order, { t, format })],
    [columns.amount, ({ quote, currency }) => ({ figure: amount(quote.payable, currency) })],
    [t.export.currency, ({ currency }) => currency],
    [columns.method, (order) => methodText(order, { t, format })],
    [
      details.invoice,
      ({ invoice }) => (invoice ? wordOf(invoices, invoice.status) : t.filters.noInvoice),
    ],
    [details.app, ({ appName }) => appName],
    [details.customer, ({ customerName }) => customerName],
    [details.createdBy, ({ createdBy }) => createdBy.userName],
  ];
  return {
    heads: table.map(([head]) => head),
    cells: (order) => table.map(([, cell]) => cell(order)),
  };
}

function amountPrinter(): (minor: number, currency: string) => string {
  const known = new Map<string, number>();
  return (minor, currency) => {
    const digits = known.get(currency) ?? currencyDigits(currency);
    known.set(currency, digits);
    return printAmount(minor, digits);
  };
}
