import type { QuoteStrings } from '../quotes/strings.js';

// A file of their own, so that who needs these alone carries no more.
export const seats: QuoteStrings['seats'] = (count, format) =>
  `${format.number(count)} ${format.plural(count, { one: 'seat', other: 'seats' })}`;

export const cycles: QuoteStrings['cycles'] = (count, cycle, format) =>
  `${format.number(count)} ${format.plural(
    count,
    cycle === 'year' ? { one: 'year', other: 'years' } : { one: 'month', other: 'months' },
  )}`;

export const days: QuoteStrings['days'] = (count, format) =>
  `${format.number(count)} ${format.plural(count, { one: 'day', other: 'days' })}`;

export const gift: QuoteStrings['gift'] = (count, format) => `${days(count, format)} free`;
