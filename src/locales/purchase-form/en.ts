import { base } from '../common/base/en.js';
import { checkoutErrors } from '../common/checkout-errors/en.js';
import { paymentMethods } from '../common/order-words/en.js';
import { quotes } from '../common/quotes/en.js';
import type { PurchaseFormStrings } from './strings.js';

/** English */
export const strings: PurchaseFormStrings = {
  common: base,
  errors: checkoutErrors,
  methods: paymentMethods,
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
    cheaper: (range, price) => `A seat costs less with ${range} seats: ${price}. Show prices`,
    next: {
      volume: (from, price) => `From ${from} seats on: ${price}. Show prices`,
      graduated: (from, price) => `From seat ${from} on: ${price}. Show prices`,
    },
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
    now: 'Now',
    after: 'After the order',
    left: (days) => `${days} left`,
    later: (now, from, after) => `${now}; ${after} from ${from}`,
    paid: {
      renew: (days, from) => `The time already paid stays; ${days} more follow from ${from}.`,
      newTerm: (worth) =>
        `A new term begins with the payment; what is left of the paid time is worth ${worth} and credited.`,
      coTerm: (worth) =>
        `The end stays and only the difference for the time left is charged: what is left of the paid time is worth ${worth} and credited.`,
      ended: (date) =>
        `The time bought before ended on ${date}; the new time starts when the payment succeeds.`,
    },
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
    segment: (seats, end) => `${seats} until ${end}`,
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

  payment: {
    title: 'Pay',
    starting: 'Starting the payment…',
    notLoaded: {
      title: 'The payment could not be loaded',
      text: 'The order is kept and nothing has been charged.',
      next: 'Check the connection and try again.',
    },
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
