import type { OrderSort, RefundStatus, StrayPayment } from '../../contract/index.js';
import type { InvoiceField } from '../../domain/index.js';
import type { ErrorText, StateText } from '../common/base/strings.js';
import type { ErrorStrings } from '../common/errors/strings.js';
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
  | 'answer-complaint';

/** Why something cannot be done, beside the reasons against a refund. */
export type ObstacleName =
  | 'not-pending'
  | 'transfer-under-way'
  | 'nothing-due'
  | 'not-paid'
  | 'nothing-paid'
  | 'invoice-exists'
  | 'refund-under-way'
  | 'refunded'
  | 'complaint-open'
  | 'no-refund-requested'
  | 'refund-not-failed'
  | 'no-invoice-requested'
  | 'no-open-complaint';

export type ColumnName =
  'date' | 'number' | 'kind' | 'seats' | 'period' | 'amount' | 'method' | 'status' | 'actions';

export type FieldName =
  | Exclude<InvoiceField, 'type'>
  | 'reason'
  | 'category'
  | 'text'
  | 'contact'
  | 'decision'
  | 'mark'
  | 'amount'
  | 'close';

export type IssueName =
  | 'missing'
  | 'not-chosen'
  | 'too-long'
  | 'bad-format'
  | 'check-digit'
  | 'no-destination'
  | 'not-amount'
  | 'too-many-decimals'
  | 'too-large'
  | 'not-lower';

/** What is wrong with one field of a dialog. */
export interface FieldFault {
  field: FieldName | 'type';
  code: IssueName;
  max?: number;
}

/** Texts of `<order-list>`. */
export interface OrderListStrings extends ElementStrings {
  errors: ErrorStrings;
  orders: OrderStrings;
  quotes: QuoteStrings;

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
  totals: { label: string; payable: string; received: string };
  more: string;
  moreFailed: string;
  empty: StateText;
  noMatch: StateText;
  member: ErrorText;
  whomToAsk(names: string): string;
  filterFailed: ErrorText;

  /** The filtered orders as a file. */
  export: {
    button: string;
    /** Announced when a long one begins. */
    started(count: number, format: Formatter): string;
    /** Shown, and announced from time to time. */
    progress(done: number, total: number, format: Formatter): string;
    cancel: string;
    cancelled: string;
    done(count: number, format: Formatter): string;
    failed: string;
    /** What the next try goes on from. */
    kept(done: number, total: number, format: Formatter): string;
    /** The head of a column of instants. */
    inZone(name: string, timeZone: string): string;
    currency: string;
    /** The name of the file; `day` is `2026-11-22`. */
    file(day: string): string;
  };

  /** Opens the details of an order. */
  open(orderId: string): string;
  /** The menu of an order. */
  menu(orderId: string): string;
  period(from: string, to: string): string;
  until(day: string): string;
  withGift(term: string, gift: string): string;
  unchosen: string;

  actions: Record<ActionName, string>;
  obstacles: Record<ObstacleName, string>;
  /** Where the person reads on after trying to pay and the page did nothing. */
  payHint: string;

  details: {
    /** Opens them. */
    open: string;
    heading(kind: string): string;
    actions: string;
    unavailable: string;
    facts: string;
    app: string;
    customer: string;
    createdAt: string;
    createdBy: string;
    paidAt: string;
    lapsesAt: string;
    term: string;
    policy: string;
    version(version: number, format: Formatter): string;
    settledByCredit: string;
    replaces: string;
    replacedBy: string;
    payments: string;
    attempt: string;
    transaction: string;
    stray: Record<StrayPayment['reason'], string>;
    strayReturned(at: string): string;
    strayReturning: string;
    segments: string;
    before: string;
    after: string;
    none: string;
    worth(amount: string): string;
    invoice: string;
    invoiceUpdated: string;
    invoiceFields: Record<Exclude<InvoiceField, 'type'>, string>;
    invoiceType: string;
    refund: string;
    refundStatuses: Record<RefundStatus, string>;
    refundReason: string;
    requestedBy: string;
    decisionDue: string;
    decided: string;
    decisionReason: string;
    failure: string;
    refundedAt: string;
    complaints: string;
    contact: string;
    timeline: string;
    /** Who did something: `王芳（企业管理员）` */
    person(name: string, role: string): string;
  };

  tasks: {
    submit: Record<Exclude<ActionName, 'pay'>, string>;
    /** Announced and shown once it is done. */
    done: Record<Exclude<ActionName, 'pay'>, string>;
    /** The payment arrived before the order could be cancelled. */
    paidInstead: string;
    /** Beside an error: the order has been brought up to date. */
    refreshed: string;
    /** Leaves the dialog without doing it. */
    back: string;
    order(kind: string, amount: string): string;
    cancelText: string;
    reason: string;
    refund: {
      comesBack(amount: string): string;
      comesBackHelp: string;
      nothingBack: string;
      lost(seats: string, period: string): string;
      restored(seats: string, period: string): string;
      noneRestored: string;
      earlierKept: string;
      blocked: string;
      due: string;
    };
    decide: {
      legend: string;
      approve: string;
      reject: string;
      requested(by: string, at: string): string;
      approveText(amount: string): string;
      rejectHelp: string;
      dueAt(at: string): string;
    };
    retryText(amount: string): string;
    invoice: {
      legend: string;
      amount(amount: string): string;
      titleHelp: string;
      taxHelp: string;
      destination: string;
      remembered: string;
    };
    mark: {
      legend: string;
      options: { mailed: string; sent: string; cancelled: string };
      final: string;
    };
    lower: {
      now(amount: string): string;
      label: string;
      help: string;
    };
    complaint: {
      lead: string;
      category: string;
      text: string;
      contact: string;
      contactHelp: string;
    };
    answer: { text: string; close: string };
  };
  issues: Record<IssueName, (field: string, max: number, format: Formatter) => string>;
}
