import { base } from '../common/base/en.js';
import { checkoutErrors } from '../common/checkout-errors/en.js';
import {
  invoiceStatuses,
  orderKinds,
  orderStatuses,
  paymentMethods,
} from '../common/order-words/en.js';
import { cycles, gift, seats } from '../common/terms/en.js';
import type { OrderListStrings } from './strings.js';

const SORTED = {
  createdAt: { ascending: 'Oldest first', descending: 'Newest first' },
  amount: { ascending: 'Smallest amount first', descending: 'Largest amount first' },
  seats: { ascending: 'Fewest seats first', descending: 'Most seats first' },
  status: { ascending: 'State, ascending', descending: 'State, descending' },
  kind: { ascending: 'Type, ascending', descending: 'Type, descending' },
} as const;

/** English */
export const strings: OrderListStrings = {
  common: base,
  errors: checkoutErrors,
  orders: { kinds: orderKinds, statuses: orderStatuses, methods: paymentMethods, invoiceStatuses },
  quotes: { seats, cycles, gift },

  label: 'Orders',
  columns: {
    date: 'Date',
    number: 'Order',
    kind: 'Type',
    seats: 'Seats',
    period: 'Term',
    amount: 'Amount',
    method: 'Paid by',
    status: 'State',
    actions: 'Actions',
  },
  sort: {
    label: 'Sort',
    option: (by, direction) => SORTED[by][direction],
    sorted: (by, direction) => `Sorted: ${SORTED[by][direction]}`,
  },
  filters: {
    label: 'Filter orders',
    search: 'Search order, app, company or buyer',
    statuses: 'State',
    kinds: 'Type',
    methods: 'Paid by',
    invoices: 'Invoice',
    time: 'Order date',
    amount: 'Amount',
    noInvoice: 'Not requested',
    from: 'From',
    to: 'To',
    lastDays: (days, format) => `Last ${format.number(days)} days`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    least: 'At least',
    most: 'At most',
    atLeast: (amount) => `from ${amount}`,
    atMost: (amount) => `up to ${amount}`,
    active: (name, value) => `${name}: ${value}`,
    clear: 'Clear',
    clearAll: 'Clear filters',
    badAmount: 'Enter an amount, for example 1200.00.',
  },
  count: (count, format) =>
    `${format.number(count)} ${format.plural(count, { one: 'order', other: 'orders' })}`,
  shown: (shown, count, format) =>
    `Showing ${format.number(shown)} of ${format.number(count)} orders`,
  totals: {
    label: 'Totals',
    payable: 'Due in all',
    received: 'Received',
    missing: 'The totals are missing. The orders are all here and can be worked with.',
  },
  more: 'Load more',
  moreFailed: 'Further orders could not be loaded. The ones above are not affected.',
  empty: {
    title: 'No orders yet',
    text: 'Purchases, renewals and added seats will be listed here.',
  },
  noMatch: {
    title: 'No order matches',
    text: 'Try another word, or widen the filters.',
  },
  member: {
    title: 'Orders are for administrators',
    text: 'They hold prices and invoice details, which only your company’s administrators can see.',
    next: 'To buy, renew or get an invoice, ask an administrator.',
  },
  whomToAsk: (names) => `You can ask: ${names}`,
  filterFailed: {
    title: 'The filter could not be applied',
    text: 'Your orders are not affected, and the filter is kept.',
    next: 'Check the connection and try again.',
  },

  tools: { columns: 'Columns', print: 'Print', export: 'Export' },

  open: (orderId) => `Details of order ${orderId}`,
  menu: (orderId) => `Actions for order ${orderId}`,
  period: (from, to) => `${from} – ${to}`,
  until: (day) => `until ${day}`,
  withGift: (term, gift) => `${term}, ${gift}`,
  unchosen: 'Not chosen',

  actions: {
    pay: 'Pay',
    cancel: 'Cancel order',
    'request-invoice': 'Request invoice',
    'request-refund': 'Request refund',
    'file-complaint': 'Report the provider',
    'decide-refund': 'Decide refund',
    'retry-refund': 'Retry refund',
    'mark-invoice': 'Update invoice',
    'lower-price': 'Lower price',
    'answer-complaint': 'Answer complaint',
    'confirm-transfer': 'Confirm arrival',
    renew: 'Renew again',
  },
  payHint:
    'This page offers no way to pay. Finish on the app’s checkout page; the order is kept for you until it lapses.',
  renewHint: 'There is no way to renew on this page. Use the page where the app is sold.',

  details: {
    open: 'Details',
    app: 'App',
    customer: 'Company',
    createdAt: 'Ordered',
    createdBy: 'Ordered by',
    paidAt: 'Paid',
    invoice: 'Invoice',
    settledByCredit: 'Covered by credit',
    person: (name, role) => (name === '' ? role : `${name} (${role})`),
  },
};
