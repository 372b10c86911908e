import type { OrderKind, PaymentMethod } from '../../domain/index.js';
import type { Notice } from '../purchase-form/strings.js';
import type { OrderStrings } from '../common/orders/strings.js';
import type { ElementStrings } from '../types.js';

/** Texts of the part of `<purchase-form>` that takes payments, beside those of the form. Amounts, dates, seats and terms come printed. */
export interface PurchasePaymentStrings extends ElementStrings {
  statuses: OrderStrings['statuses'];
  paying: {
    order: string;
    amount: string;
    what(kind: string, seats: string, end: string): string;
    payBefore(time: string): string;
    resumed: string;
    conflict: string;
    lowered(before: string, after: string): string;
    start(amount: string): string;
    waiting: string;
    checking: string;
    check: string;
    unknown: string;
    offline: string;
    unsafeUrl: string;
    simulate: string;
    newWindow: string;
  };
  qr: {
    name(amount: string): string;
    how: string;
    drawing: string;
    undrawable: string;
    remaining: string;
    expired: string;
    renew: string;
  };
  wallet: {
    opening: string;
    confirming: string;
    cancelled: string;
    failed: string;
    absent: string;
    again(amount: string): string;
  };
  leave: {
    authorize: string;
    redirect: string;
    go: string;
    returned: string;
  };
  transfer: {
    how: string;
    accountName: string;
    accountNumber: string;
    bankName: string;
    reference: string;
    referenceHelp: string;
    /** The amount stands alone, to be copied. */
    amount(currency: string): string;
    steps: Record<'created' | 'processing' | 'bank-accepted' | 'succeeded', string>;
    progress: string;
    days: string;
    /** Of a transfer that the gateway does not see arriving. */
    byOperator: string;
    barred: string;
  };
  out: {
    switchTo: Record<PaymentMethod, string>;
    /** Why it cannot be switched while a payment is being started. */
    wait: string;
    back: string;
    cancel: string;
  };
  cancel: Notice & { confirm: string; confirmBack: string; keep: string };
  done: {
    title: Record<OrderKind, string>;
    text(app: string): string;
    receipt: string;
    seats: string;
    until: string;
    paid: string;
    credit: string;
    order: string;
    paidAt: string;
    /** Only on paper. */
    customer: string;
    app: string;
    by: string;
    method: string;
    transaction: string;
    print: string;
    /** What can be done now; a refund until then. */
    next(until: string): string;
    settled: string;
    again: string;
  };
  changed: Notice & {
    /** Why, as far as the two prices tell. */
    why: Record<'published' | 'time' | 'other', string>;
    /** What it comes to. */
    more(by: string, due: string): string;
    less(by: string, due: string): string;
    same(due: string): string;
    lines: string;
    before: string;
    after: string;
    /** Marks of a line, besides the same line before and after. */
    marks: Record<'changed' | 'added' | 'gone', string>;
    seats: string;
    time: string;
    end: string;
    /** Credit the price cannot take up. */
    lost: string;
    /** Days by which the service ends earlier. */
    earlier: string;
    nothing: string;
    confirm(amount: string): string;
    back: string;
  };
  ended: Record<'lapsed' | 'cancelled' | 'replaced', Notice> & {
    refund(status: string): Notice;
    again: string;
    kept: string;
  };
}
