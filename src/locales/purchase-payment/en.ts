import { base } from '../common/base/en.js';
import { orderStatuses } from '../common/order-words/en.js';
import type { PurchasePaymentStrings } from './strings.js';

/** English */
export const strings: PurchasePaymentStrings = {
  common: base,
  statuses: orderStatuses,

  paying: {
    order: 'Order',
    amount: 'Due',
    what: (kind, seats, end) => `${kind} · ${seats} · until ${end}`,
    payBefore: (time) => `Please pay before ${time}; after that the order closes by itself.`,
    resumed: 'This order has not been paid yet. You can go on.',
    conflict:
      'There already is an order waiting for payment. Finish or cancel it before placing another; what you entered has been kept.',
    lowered: (before, after) => `The provider lowered the price from ${before} to ${after}.`,
    start: (amount) => `Pay ${amount}`,
    waiting: 'Waiting for the payment. This page updates by itself.',
    checking: 'Looking for the payment…',
    check: 'I have paid, check now',
    unknown:
      'The result of the payment cannot be seen at the moment. If you have paid, do not pay again; we keep looking.',
    offline:
      'The network is down; we look again as soon as it is back. If you have paid, do not pay again.',
    unsafeUrl:
      'The payment link is not safe and was not opened. Choose another way to pay, or ask the provider.',
    simulate: 'Simulate the payment',
    newWindow: 'opens in a new window',
  },
  qr: {
    name: (amount) => `WeChat Pay code for ${amount}`,
    how: 'Open WeChat on your phone and scan this code',
    drawing: 'Drawing the code…',
    undrawable: 'The code could not be drawn. Please try again.',
    remaining: 'The code is valid for',
    expired: 'The code has expired',
    renew: 'Get a new code',
  },
  wallet: {
    opening: 'Opening WeChat Pay…',
    confirming: 'Confirming the payment, one moment…',
    cancelled: 'The payment window was closed. The order is kept; you can pay again.',
    failed: 'WeChat Pay did not finish. Please wait for the result before you decide to pay again.',
    absent: 'WeChat Pay cannot be reached from here. Open this page in WeChat or WeCom.',
    again: (amount) => `Pay ${amount} again`,
  },
  leave: {
    authorize: 'WeChat first needs to confirm who pays. You come back to this page afterwards.',
    redirect: 'You go to WeChat to pay and come back to this page afterwards.',
    go: 'Go to WeChat',
    returned: 'If you have paid, this page updates by itself; if not, you can go there again.',
  },
  transfer: {
    how: 'Transfer from your company’s online bank to this account. Amount and reference must match exactly.',
    accountName: 'Account name',
    accountNumber: 'Account number',
    bankName: 'Bank',
    reference: 'Reference',
    referenceHelp: 'Needed to match the transfer with the order.',
    amount: (currency) => `Amount (${currency})`,
    steps: {
      created: 'Waiting for the transfer',
      processing: 'Transfer under way',
      'bank-accepted': 'Accepted by the bank',
      succeeded: 'Arrived',
    },
    progress: 'Progress of the transfer',
    days: 'It may take hours or days to arrive. You can close this page and come back later.',
    byOperator:
      'Somebody at the platform checks that this transfer arrived; the order then updates by itself.',
    barred:
      'The transfer is under way. Until it ends, the order cannot be cancelled or paid in another way.',
  },
  out: {
    switchTo: {
      wechat: 'Pay with WeChat instead',
      'bank-transfer': 'Pay by bank transfer instead',
    },
    wait: 'Waiting for the payment service. Once there is an answer you can pay another way.',
    back: 'Back to the form',
    cancel: 'Cancel order',
  },
  cancel: {
    title: 'Cancel this order?',
    text: 'The payment channel is asked first: if the money has been sent, the order counts as paid. What you entered is kept.',
    confirm: 'Cancel order',
    confirmBack: 'Cancel order and go back',
    keep: 'Keep paying',
  },
  done: {
    title: { new: 'Bought', renew: 'Renewed', expand: 'Seats added' },
    text: (app) => `${app} can now be used with the new seats and time.`,
    receipt: 'Summary of the order',
    seats: 'Seats',
    until: 'Until',
    paid: 'Paid',
    credit: 'Credit for remaining value',
    order: 'Order',
    paidAt: 'Paid at',
    customer: 'Company',
    app: 'App',
    by: 'Ordered by',
    method: 'Paid with',
    transaction: 'Transaction',
    print: 'Print',
    next: (until) =>
      `The list of orders is where to request an invoice or, until ${until} and without one, a refund.`,
    settled: 'Covered by the remaining value; nothing to pay.',
    again: 'Place another order',
  },
  changed: {
    title: 'The price has changed. Please confirm again',
    text: 'Nothing has been ordered or charged, and everything you entered is kept.',
    why: {
      published: 'The provider changed the prices.',
      time: 'Less of the paid time is left, and the days that are credited or charged follow it.',
      other: 'The price on the page was not the one worked out now, which is the one that counts.',
    },
    more: (by, due) => `${due} is due, ${by} more than before.`,
    less: (by, due) => `${due} is due, ${by} less than before.`,
    same: (due) => `${due} is due as before; how it comes about has changed.`,
    lines: 'Line',
    before: 'Before',
    after: 'Now',
    marks: { changed: 'changed', added: 'new', gone: 'no longer' },
    seats: 'Seats',
    time: 'Term',
    end: 'Until',
    lost: 'Remaining value lost',
    earlier: 'Ends earlier by',
    nothing: 'none',
    confirm: (amount) => `Order for ${amount}`,
    back: 'Back to the form',
  },
  ended: {
    lapsed: {
      title: 'The order has closed',
      text: 'No payment arrived in time. Should one still arrive, it is paid back automatically.',
    },
    cancelled: {
      title: 'The order is cancelled',
      text: 'Should a payment still arrive, it is paid back automatically.',
    },
    replaced: {
      title: 'Another order has taken its place',
      text: 'The provider changed the price. Please pay the new order.',
    },
    refund: (status) => ({
      title: `Order: ${status}`,
      text: 'No new order can be placed until the refund ends. The list of orders shows how it goes.',
    }),
    again: 'Buy again',
    kept: 'The seats and term you entered have been kept.',
  },
};
