import type { PaymentNotification, RefundStatus, StrayPayment } from '../../contract/index.js';
import type { InvoiceField } from '../../domain/index.js';
import type { ErrorStrings } from '../common/errors/strings.js';
import type { OrderStrings } from '../common/orders/strings.js';
import type { QuoteStrings } from '../common/quotes/strings.js';
import type { ActionName } from '../order-list/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** What is done in a dialog of its own. */
export type TaskName = Exclude<ActionName, 'pay' | 'renew'>;

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
  | 'no-open-complaint'
  | 'order-pending'
  | 'no-transfer-to-confirm';

export type FieldName =
  | Exclude<InvoiceField, 'type'>
  | 'reason'
  | 'category'
  | 'text'
  | 'contact'
  | 'decision'
  | 'mark'
  | 'amount'
  | 'close'
  | 'attempt'
  | 'transactionId'
  | 'receivedDay'
  | 'receivedTime';

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
  | 'not-lower'
  | 'not-positive'
  | 'not-then';

/** What is wrong with one field of a dialog. */
export interface FieldFault {
  field: FieldName | 'type';
  code: IssueName;
  max?: number;
}

/** Texts of the part of `<order-list>` that loads apart: details, menu and dialogs. */
export interface OrderDetailsStrings extends ElementStrings {
  /** Everything that may be refused; to list orders, less is. */
  errors: ErrorStrings;
  orders: OrderStrings;
  quotes: QuoteStrings;
  obstacles: Record<ObstacleName, string>;

  details: {
    heading(kind: string): string;
    actions: string;
    unavailable: string;
    facts: string;
    lapsesAt: string;
    term: string;
    /** When and by what the price was made. */
    pinned(version: number, at: string, format: Formatter): string;
    replaces: string;
    replacedBy: string;
    payments: string;
    attempt: string;
    transaction: string;
    /** What was heard of a payment, the gateway's words and the operator's. */
    notifications: string;
    /** Beside those that moved nothing. */
    outcomes: Record<Exclude<PaymentNotification['outcome'], 'applied'>, string>;
    stray: Record<StrayPayment['reason'], string>;
    strayReturned(at: string): string;
    strayReturning: string;
    segments: string;
    before: string;
    after: string;
    none: string;
    from: string;
    to: string;
    value: string;
    /** The order was refunded. */
    taken: string;
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
  };

  tasks: {
    submit: Record<TaskName, string>;
    /** Announced and shown once it is done. */
    done: Record<TaskName, string>;
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
      /** Titles used before, to choose from. */
      titles: string;
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
    transfer: {
      lead: string;
      attempt: string;
      /** One of several attempts: its reference and when it began. */
      option(reference: string, at: string): string;
      reference: string;
      transactionId: string;
      transactionHelp: string;
      amount: string;
      day: string;
      time: string;
      timeHelp: string;
      /** The amount is another: what will happen. */
      wrongAmount(amount: string): string;
      /** The order waits for no money: what will happen. */
      notPending(status: string): string;
    };
  };
  /** Changes are not heard of by themselves. */
  unwatched: string;
  issues: Record<IssueName, (field: string, max: number, format: Formatter) => string>;
}
