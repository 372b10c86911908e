import { base } from '../common/base/en.js';
import { errors } from '../common/errors/en.js';
import { quotes } from '../common/quotes/en.js';
import type { IssueLimits, PricingEditorStrings } from './strings.js';

export const pricingEditor: PricingEditorStrings = {
  common: base,
  errors,
  quotes,

  title: 'Pricing',
  empty: {
    provider: {
      title: 'No pricing yet',
      text: 'Once you publish it, the customer can try and buy the app.',
      next: 'Begin with the trial and the price; the rest may stay empty.',
    },
    others: {
      title: 'No pricing yet',
      text: 'The provider has not priced this app.',
      next: 'It will appear here once published.',
    },
  },
  readOnly: {
    title: 'View only',
    text: 'Only the provider may change the pricing. This account is not allowed to.',
    next: 'Ask the provider if something needs to change.',
  },

  checklist: {
    label: 'Before launch',
    merchantAccount: 'Merchant account',
    authorization: 'Authorisation',
    policy: 'Pricing',
    submission: 'Submission',
    launch: 'Launch',
    done: 'Done',
    open: 'To do',
    waiting: 'Not started',
    version: (version) => `Version ${version}`,
    submit: 'Submit',
    launchNow: 'Launch…',
    submitted: 'Submitted for launch.',
    launched: (trialEnd) => `Launched. The trial runs until ${trialEnd}.`,
  },

  trial: {
    legend: 'Trial',
    days: { label: 'Trial', help: 'From launch, 1–60 days.' },
    extra: 'Allow an extra trial',
    extraDays: {
      label: 'Extra trial',
      help: 'Started once by an administrator after the trial; both together at most 60 days.',
    },
    unit: 'days',
    launched:
      'The app is launched: its trial follows the version of that moment, whatever is changed here.',
  },
  cycle: {
    legend: 'Billing cycle',
    options: { year: 'Yearly', month: 'Monthly' },
    hints: { year: '365 days', month: '31 days' },
  },
  rule: {
    legend: 'Price',
    perSeat: 'Per seat',
    tiered: 'Tiers',
    unitAmount: (cycle) => `Per seat and ${cycle}`,
    modeLegend: 'How tiers count',
    modes: { volume: 'By total seats', graduated: 'Tier by tier' },
    modeHelp: {
      volume: 'The one tier that holds the total prices all seats.',
      graduated: 'Each tier prices its own seats, and the parts add up.',
    },
  },
  tiers: {
    seats: 'Seats',
    kind: 'Kind',
    price: 'Price',
    flat: 'Flat price',
    unit: 'Per seat',
    add: 'Add a tier',
    row: (place) => `Tier ${place}`,
    upTo: (place) => `Tier ${place}: up to how many seats, empty for no end`,
    priced: (place) => `Tier ${place}: kind of price`,
    amount: (place) => `Tier ${place}: price`,
    remove: (place) => `Remove tier ${place}`,
    open: 'no end',
    added: (place) => `Tier ${place} added.`,
    removed: (place) => `Tier ${place} removed.`,
  },
  offer: {
    legend: 'Offer',
    none: 'None',
    discount: 'Discount',
    gift: 'Free days',
    from: 'From',
    pay: 'Pay',
    give: 'Get',
    limitDiscount:
      'The percentage that is paid: 90 is 10% off, 70 (30% off) the least. 10% off can be typed too.',
    limitGift: 'At most 35% of the bought time is given.',
    most: (days) => `at most ${days}`,
    add: 'Add a step',
    row: (place) => `Step ${place}`,
    minCycles: (place) => `Step ${place}: from how long a term`,
    percent: (place) => `Step ${place}: percentage paid`,
    days: (place) => `Step ${place}: free days`,
    remove: (place) => `Remove step ${place}`,
    added: (place) => `Step ${place} added.`,
    removed: (place) => `Step ${place} removed.`,
  },
  limits: {
    legend: 'Seats of an order',
    min: 'At least',
    max: 'At most',
    help: 'Nothing else can be ordered. Leave empty for no limit.',
  },
  cap: {
    legend: 'Highest price',
    amount: {
      label: 'Highest price',
      help: 'What is still above it after the offer is lowered to it. Leave empty for none.',
    },
    perLegend: 'What the highest price is for',
    per: { order: 'per order', cycle: 'per cycle' },
  },
  expansion: {
    legend: 'Adding seats',
    options: { 'new-term': 'Starts a new term', 'co-term': 'Keeps the end' },
    help: {
      'new-term': 'All seats are bought for a fresh term; what is left of the old one is credited.',
      'co-term': 'The difference is charged for the days that are left; the end stays.',
    },
  },
  currency: { label: 'Currency', help: 'For example CNY, HKD, USD.' },

  sample: {
    unitSeats: 'seats',
  },
  place: (index, format) => format.number(index + 1),

  issues: {
    count: (count, format) =>
      `${format.number(count)} ${format.plural(count, { one: 'field needs a change', other: 'fields need a change' })}`,
    go: 'Show',
    text: issueText,
    percent: (min, max) => `Enter the percentage that is paid, ${min} to ${max}: 90 for 10% off.`,
    gift: (max) => `At most 35% of the bought time can be free: ${max} days here.`,
    tiers: (max) => `At most ${max} tiers.`,
    steps: (max) => `At most ${max} steps.`,
    stepsEmpty: 'The offer has no step. Add one, or choose no offer.',
    tiersEmpty: 'There is no tier. Add one, or price per seat.',
  },

  footer: {
    saved: 'Draft saved on this device',
    unsaved: 'The browser cannot save the draft; it is lost when you leave',
    found: 'Your last draft was found again',
    clean: (version) => `Same as published version ${version}`,
    unchanged: 'Nothing changed yet',
    invalid: (count, format) =>
      `${format.number(count)} ${format.plural(count, { one: 'field needs a change', other: 'fields need a change' })}`,
    undo: 'Undo changes',
    recover: 'Get them back',
    undone: 'Changes undone; you can get them back.',
    recovered: 'Your changes are back.',
    publish: (version) => `Review and publish v${version}`,
  },
  review: {
    published: (version) => `Version ${version} is published.`,
    nothing: (version) => `Same as version ${version}: there is nothing to publish.`,
  },
};

function issueText(
  code: Parameters<PricingEditorStrings['issues']['text']>[0],
  limits: IssueLimits,
): string {
  const { min, max, digits } = limits;
  switch (code) {
    case 'empty':
    case 'missing':
      return 'Please fill this in.';
    case 'not-amount':
      return 'Enter an amount in figures, for example 1,200 or 1200.50.';
    case 'too-many-decimals':
      return digits === 0 ? 'This currency has no decimals.' : `At most ${digits} decimals.`;
    case 'out-of-range':
      if (min !== null && max !== null) return `Must be between ${min} and ${max}.`;
      if (min !== null) return `Must be at least ${min}.`;
      return max === null ? 'Not allowed.' : `Must be at most ${max}.`;
    case 'not-rising':
      return min === null
        ? 'Must be above the row before.'
        : `Must be above the row before: at least ${min}.`;
    case 'both-amounts':
      return 'Choose either a flat price or a price per seat.';
    case 'no-amount':
      return 'Enter the price.';
    case 'open-tier-not-last':
      return 'Only the last tier may have no end.';
    case 'trial-too-long':
      return `Trial and extra trial together are at most ${max ?? '60'} days.`;
    case 'min-above-max':
      return 'The fewest seats cannot be more than the most.';
    case 'unknown-currency':
      return 'There is no such currency. Enter its three letters, for example CNY.';
    case 'unknown-key':
    case 'wrong-type':
      return 'This cannot be read. Please enter it again.';
    default:
      return quotes.countFaults[code];
  }
}
