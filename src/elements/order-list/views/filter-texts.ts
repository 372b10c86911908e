import type { FilterContext } from './context.js';

type ChosenContext = Omit<FilterContext, 'now' | 'onFilter'>;

/** What the chip says about when orders were made. */
export function timeText({ t, filter: { from, to }, format }: ChosenContext): string {
  const first = from && format.date(from);
  // The end is exclusive, and people name the last day.
  const last = to && format.date(new Date(Date.parse(to) - 1).toISOString());
  if (first && last) return t.period(first, last);
  if (first) return t.filters.since(first);
  return last ? t.filters.until(last) : '';
}

/** What the chip says about what is payable. */
export function amountText({ t, filter, format, currency }: ChosenContext): string {
  const { minAmount, maxAmount } = filter;
  const least = minAmount === undefined ? '' : format.money(minAmount, currency);
  const most = maxAmount === undefined ? '' : format.money(maxAmount, currency);
  if (least && most) return t.period(least, most);
  if (least) return t.filters.atLeast(least);
  return most ? t.filters.atMost(most) : '';
}
