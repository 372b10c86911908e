import type { OrderSort } from '../../contract/index.js';
import type { ErrorText, StateText } from '../common/base/strings.js';
import type { CheckoutErrorStrings } from '../common/checkout-errors/strings.js';
import type { OrderStrings } from '../common/orders/strings.js';
import type { QuoteStrings } from '../common/quotes/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** What can be done to an order. */
export type ActionName =
  | 'pay'
  | 'cancel'
  | 'request-invoice'
  | 'request-refund'
  | 'file-complaint'
  | 'decide-refund'
  | 'retry-refund'
  | 'mark-invoice'
  | 'lower-price'
  | 'answer-complaint'
  | 'confirm-transfer'
  | 'renew';

export type ColumnName =
  'date' | 'number' | 'kind' | 'seats' | 'period' | 'amount' | 'method' | 'status' | 'actions';

/** Texts of `<order-list>`. */
export interface OrderListStrings extends ElementStrings {
  errors: CheckoutErrorStrings;
  orders: Pick<OrderStrings, 'kinds' | 'statuses' | 'methods' | 'invoiceStatuses'>;
  quotes: Pick<QuoteStrings, 'seats' | 'cycles' | 'gift'>;

  /** Name of the list. */
  label: string;
  columns: Record<ColumnName, string>;
  sort: {
    label: string;
    option(by: OrderSort['by'], direction: OrderSort['direction']): string;
    /** Announced. */
    sorted(by: OrderSort['by'], direction: OrderSort['direction']): string;
  };
  filters: {
    label: string;
    search: string;
    statuses: string;
    kinds: string;
    methods: string;
    invoices: string;
    time: string;
    amount: string;
    noInvoice: string;
    from: string;
    to: string;
    lastDays(days: number, format: Formatter): string;
    since(day: string): string;
    until(day: string): string;
    least: string;
    most: string;
    atLeast(amount: string): string;
    atMost(amount: string): string;
    /** A chip that narrows the list. */
    active(name: string, value: string): string;
    clear: string;
    clearAll: string;
    badAmount: string;
  };
  count(count: number, format: Formatter): string;
  /** Announced once a page has come. */
  shown(shown: number, count: number, format: Formatter): string;
  totals: { label: string; payable: string; received: string; missing: string };
  more: string;
  moreFailed: string;
  empty: StateText;
  noMatch: StateText;
  member: ErrorText;
  whomToAsk(names: string): string;
  filterFailed: ErrorText;

  /** Buttons for the list as a whole. */
  tools: { columns: string; print: string; export: string };

  /** Opens the details of an order. */
  open(orderId: string): string;
  /** The menu of an order. */
  menu(orderId: string): string;
  period(from: string, to: string): string;
  until(day: string): string;
  withGift(term: string, gift: string): string;
  unchosen: string;

  actions: Record<ActionName, string>;
  /** Where the person reads on after trying to pay and the page did nothing. */
  payHint: string;
  /** The same for renewing. */
  renewHint: string;

  details: {
    /** Opens them. */
    open: string;
    app: string;
    customer: string;
    createdAt: string;
    createdBy: string;
    paidAt: string;
    invoice: string;
    settledByCredit: string;
    /** Who did something: `王芳（企业管理员）` */
    person(name: string, role: string): string;
  };
}
