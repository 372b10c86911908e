import type { OrderStrings } from '../orders/strings.js';

// A file of their own, so that who needs these alone carries no more.
export const orderStatuses: OrderStrings['statuses'] = {
  pending: 'Awaiting payment',
  paid: 'Paid',
  cancelled: 'Cancelled',
  lapsed: 'Lapsed',
  replaced: 'Price lowered',
  'refund-requested': 'Refund requested',
  refunding: 'Refund under way',
  refunded: 'Refunded',
  'refund-failed': 'Refund failed',
};

export const paymentMethods: OrderStrings['methods'] = {
  wechat: 'WeChat Pay',
  'bank-transfer': 'Bank transfer',
};

export const orderKinds: OrderStrings['kinds'] = {
  new: 'Purchase',
  renew: 'Renewal',
  expand: 'Added seats',
};

export const invoiceStatuses: OrderStrings['invoiceStatuses'] = {
  requested: 'Requested',
  mailed: 'Mailed',
  sent: 'Sent',
  cancelled: 'Cancelled',
};
