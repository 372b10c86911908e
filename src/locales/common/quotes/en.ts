import { cycles, days, gift, seats } from '../terms/en.js';
import type { QuoteStrings } from './strings.js';

export const quotes: QuoteStrings = {
  seats,
  cycles,
  days,
  // Two decimals at most, so that 100 − 87.55 is not 12.450000000000003.
  discount: (payPercent, format) =>
    `${format.percent((10_000 - Math.round(payPercent * 100)) / 100)} off`,
  gift,
  cycleNames: { year: 'year', month: 'month' },
  due: 'Due',
  breakdown: 'Price',
  lines: {
    list: () => 'Standard price',
    prorated: () => 'Added seats for the remaining time',
    discount: ({ minCycles, payPercent }, { cycle, format }) =>
      `${quotes.discount(payPercent, format)} from ${quotes.cycles(minCycles, cycle, format)}`,
    cap: ({ cap }, { currency, format }) => `Highest price ${format.money(cap, currency)}`,
    credit: () => 'Credit for remaining value',
    'credit-limit': () => 'Credit up to the price only',
    adjustment: () => 'Lowered by the provider',
  },
  part: (part, cycles, { cycle, currency, format }) => {
    const seats = quotes.seats(part.seats, format);
    const time = quotes.cycles(cycles, cycle, format);
    return 'unitAmount' in part
      ? `${seats} × ${format.money(part.unitAmount, currency)} × ${time}`
      : `${format.money(part.flatAmount, currency)} for ${seats} × ${time}`;
  },
  share: (amount, days, ofDays, { currency, format }) =>
    `${format.money(amount, currency)} × ${format.number(days)}/${format.number(ofDays)} days`,
  violations: {
    'not-integer': ({ field }) =>
      field === 'seats' ? 'Enter a whole number of seats.' : 'Enter the term as a whole number.',
    'seats-out-of-range': ({ min, max }, { format }) =>
      `Enter between ${format.number(min)} and ${format.number(max)} seats.`,
    'seats-below-minimum': ({ min }, { format }) =>
      `The smallest order is ${quotes.seats(min, format)}.`,
    'seats-above-maximum': ({ max }, { format }) =>
      `The largest order is ${quotes.seats(max, format)}.`,
    'seats-outside-tiers': ({ max }, { format }) =>
      `The pricing ends at ${quotes.seats(max, format)}. Ask the provider about more.`,
    'seats-not-increased': ({ min }, { format }) =>
      `To add seats, the new total must be at least ${quotes.seats(min, format)}.`,
    'cycles-out-of-range': ({ min, max }, { cycle, format }) =>
      `Choose a term from ${quotes.cycles(min, cycle, format)} to ${quotes.cycles(max, cycle, format)}.`,
    'amount-out-of-range': ({ max }, { currency, format }) =>
      `The order exceeds ${format.money(max, currency)}. Choose fewer seats or a shorter term.`,
    'already-active': ({ endsAt }, { format }) =>
      `It is paid until ${format.date(endsAt)}. You can renew or add seats.`,
    'nothing-to-expand': () => 'No paid time is running. Buy first, then add seats.',
    'nothing-to-renew': () => 'Nothing has been bought yet. Buy first.',
    'cycle-changed': ({ cycle }) =>
      `Your time was bought by the ${quotes.cycleNames[cycle]} and pricing has changed, so seats cannot be added to the same end. Ask the provider.`,
    'not-launched': () => 'It can be bought once the app is launched.',
    'no-policy': () => 'It can be bought once the provider has published pricing.',
  },
  countFaults: {
    empty: 'Enter a number.',
    'not-number': 'Use digits, for example 30.',
    'not-integer': 'Enter a whole number, for example 30.',
    negative: 'It cannot be below zero.',
    'too-large': 'That number is too large.',
  },
};
