import type { OrderStrings } from './strings.js';

// Apart, so that who needs these alone carries no more.
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

export const orders: OrderStrings = {
  kinds: { new: 'Purchase', renew: 'Renewal', expand: 'Added seats' },
  statuses: orderStatuses,
  methods: paymentMethods,
  paymentStates: {
    creating: 'Being set up',
    open: 'Waiting for payment',
    created: 'Waiting for the transfer',
    processing: 'With the bank',
    'bank-accepted': 'Accepted by the bank',
    succeeded: 'Received',
    closed: 'Closed',
    revoked: 'Revoked',
  },
  invoiceTypes: { ordinary: 'Ordinary invoice', special: 'Special VAT invoice' },
  invoiceStatuses: {
    requested: 'Requested',
    mailed: 'Mailed',
    sent: 'Sent',
    cancelled: 'Cancelled',
  },
  complaintCategories: {
    service: 'Service',
    price: 'Price',
    refund: 'Refund',
    invoice: 'Invoice',
    'personal-data': 'Personal data',
    other: 'Something else',
  },
  complaintStatuses: { filed: 'Filed', answered: 'Answered', closed: 'Closed' },
  roles: {
    provider: 'Provider',
    administrator: 'Administrator',
    member: 'Member',
    operator: 'Platform',
    system: 'System',
  },
  events: {
    created: 'Order made',
    'payment-started': 'Payment started',
    'payment-progressed': 'Payment moved on',
    'payment-closed': 'Payment closed',
    'transfer-confirmed': 'Arrival of the transfer confirmed',
    paid: 'Paid',
    'stray-payment': 'Surplus payment received',
    'stray-refunded': 'Surplus payment returned',
    cancelled: 'Order cancelled',
    lapsed: 'Lapsed without payment',
    replaced: 'Price lowered, replaced by a new order',
    'refund-requested': 'Refund requested',
    'refund-rejected': 'Refund rejected',
    'refund-approved': 'Refund approved',
    refunded: 'Refund paid out',
    'refund-failed': 'Refund failed',
    'invoice-requested': 'Invoice requested',
    'invoice-mailed': 'Invoice mailed',
    'invoice-sent': 'Invoice sent',
    'invoice-cancelled': 'Invoice cancelled',
    'complaint-filed': 'Provider reported',
    'complaint-answered': 'Platform answered',
    'complaint-closed': 'Complaint closed',
  },
  refundReasons: {
    'not-paid': () => 'The order was not paid, so there is nothing to refund.',
    'too-late': ({ until }, format) =>
      `A refund can be requested within 10 days of payment; that ended on ${format.dateTime(until)}.`,
    'invoice-requested': () =>
      'An invoice was requested, so it cannot be refunded unless that is cancelled.',
    'not-newest': () => 'A later order was paid too. Request a refund for the newest one first.',
    'order-pending': () => 'An order waits for payment. Pay or cancel it first.',
  },
};
