import { base } from '../common/base/en.js';
import { checkoutErrors } from '../common/checkout-errors/en.js';
import { orderStatuses, paymentMethods } from '../common/orders/en.js';
import { quotes } from '../common/quotes/en.js';
import type { PurchaseFormStrings } from './strings.js';

/** English */
export const strings: PurchaseFormStrings = {
  common: base,
  errors: checkoutErrors,
  orders: { statuses: orderStatuses, methods: paymentMethods },
  quotes,

  title: (kind, app) =>
    ({ new: `Buy ${app}`, renew: `Renew ${app}`, expand: `Add seats to ${app}` })[kind],
  heading: { new: 'Buy', renew: 'Renew', expand: 'Add seats' },
  kindLegend: 'Kind of order',

  seats: {
    label: 'Seats',
    unit: 'seats',
    decrease: 'Fewer seats',
    increase: 'More seats',
    presets: 'Common numbers of seats',
    between: (min, max) => `${min} to ${max} seats can be ordered`,
    atLeast: (min) => `${min} seats or more`,
    change: (now, after) => `${now} now → ${after}`,
  },
  tiers: {
    summary: 'Show prices by number of seats',
    cheaper: (range) => `A seat costs less with ${range} seats. Show prices`,
    seats: 'Seats',
    price: { year: 'Price per year', month: 'Price per month' },
    between: (from, to) => `${from}–${to}`,
    from: (from) => `${from} or more`,
    unit: (price) => `${price} per seat`,
    flat: (price) => `${price} for all of them`,
    volume: 'All seats are priced by the tier that holds their number.',
    graduated: 'Each tier prices its own seats; the sum is the price.',
    current: 'Your tier',
  },
  term: {
    label: 'Term',
    other: 'Other term',
    otherHelp: (most) => `At most ${most}`,
    unit: { year: 'years', month: 'months' },
    saves: (amount) => `save ${amount}`,
    perSeatDay: (price) => `${price}/seat/day`,
    until: (end) => `until ${end}`,
  },
  advice: {
    cheaper: (seats, amount) => `${seats} cost less: ${amount} off the price.`,
    same: (seats) => `The same price covers up to ${seats}.`,
    longer: (term, perSeatDay) => `A term of ${term} costs less: ${perSeatDay} per seat and day.`,
    take: (to) => `Change to ${to}`,
    renew: 'Renew instead',
  },
  end: {
    label: 'Until',
    change: (now, after) => `${now} → ${after}`,
    same: (end) => `${end} (unchanged)`,
    estimate: 'Estimated as if paid now. Bought time starts when the payment succeeds.',
    givesUpTrial:
      'Starts as soon as the payment succeeds; time left of a trial, if any, is given up.',
  },
  summary: {
    show: 'Show details',
    hide: 'Hide details',
    none: 'Enter valid seats and a term to see the price.',
    pay: (amount) => `Pay ${amount}`,
    settle: (amount) => `Place order, pay ${amount}`,
    announce: (amount, end) => `Due ${amount}, until ${end}`,
    announceNone: 'This cannot be ordered as entered. See the messages beside the fields.',
  },
  forfeit: {
    credit: (amount) =>
      `I understand that ${amount} of remaining value exceeds this price and is lost, without a refund.`,
    earlier: (days, end, format) =>
      `I understand that the service will end on ${end}, ${format.number(days)} ${format.plural(days, { one: 'day', other: 'days' })} earlier than now.`,
    both: (amount, days, end, format) =>
      `I understand that ${amount} of remaining value exceeds this price and is lost, without a refund, and that the service will end on ${end}, ${format.number(days)} ${format.plural(days, { one: 'day', other: 'days' })} earlier than now.`,
    required: 'Tick the box to accept this before paying.',
  },
  method: {
    legend: 'Payment',
    hint: {
      wechat: 'Scan a code with WeChat on your phone; arrives at once',
      'bank-transfer': 'From your company’s online bank; usually hours to a few days',
    },
    phoneHint: {
      wallet: 'With WeChat Pay inside this app',
      redirect: 'You go to WeChat to pay and come back to this page',
    },
  },
  repriced: {
    title: 'The provider changed the prices',
    text: 'The price has been worked out anew. What you entered is unchanged.',
    dismiss: 'OK',
  },
  changed: {
    title: 'The price has changed. Please confirm again',
    text: 'Nothing has been ordered or charged. This is the price now:',
    before: 'Before',
    after: 'Now',
    end: 'Until',
    confirm: (amount) => `Order for ${amount}`,
    back: 'Back to the form',
  },

  payment: {
    title: 'Pay',
    order: 'Order',
    amount: 'Due',
    what: (kind, seats, end) => `${kind} · ${seats} · until ${end}`,
    payBefore: (time) => `Please pay before ${time}; after that the order closes by itself.`,
    resumed: 'This order has not been paid yet. You can go on.',
    conflict:
      'There already is an order waiting for payment. Finish or cancel it before placing another; what you entered has been kept.',
    lowered: (before, after) => `The provider lowered the price from ${before} to ${after}.`,
    start: (amount) => `Pay ${amount}`,
    starting: 'Starting the payment…',
    notLoaded: {
      title: 'The payment could not be loaded',
      text: 'The order is kept and nothing has been charged.',
      next: 'Check the connection and try again.',
    },
    waiting: 'Waiting for the payment. This page updates by itself.',
    checking: 'Looking for the payment…',
    check: 'I have paid, check now',
    unknown:
      'The result of the payment cannot be seen at the moment. If you have paid, do not pay again; we keep looking.',
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
    barred:
      'The transfer is under way. Until it ends, the order cannot be cancelled or paid in another way.',
  },
  out: {
    switchTo: {
      wechat: 'Pay with WeChat instead',
      'bank-transfer': 'Pay by bank transfer instead',
    },
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
    settled: 'Covered by the remaining value; nothing to pay.',
    again: 'Place another order',
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
  obstacle: {
    member: {
      title: 'An administrator has to buy this',
      text: 'Members cannot place orders.',
      ask: (people) => `Please ask an administrator of your company: ${people}`,
    },
    notBuyer: {
      title: 'This account cannot buy',
      text: 'Only administrators of the customer company can place orders. Sign in as one and try again.',
    },
    noPolicy: (provider) => ({
      title: 'There is no price yet',
      text: `${provider} has not published a price for this app. Ask the provider; you can buy once it is published.`,
    }),
    notLaunched: (provider) => ({
      title: 'The app has not been launched',
      text: `It can be bought once it is launched. Ask ${provider} when that will be.`,
    }),
    refundUnderWay: (order) => ({
      title: 'A refund is under way',
      text: `No new order can be placed until the refund of order ${order} ends. The list of orders shows how it goes.`,
    }),
    check: 'Check again',
  },
};
