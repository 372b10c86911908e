import type { ReadingRequest } from '../export/reading-flow.js';
import { CHOICES, type ChoiceName } from '../filter.js';
import { wordOf } from '../order-facts.js';
import { amountText, timeText } from '../views/filter-texts.js';

/** What a list is narrowed by, in words: each criterion with its name. Empty when nothing is left out. */
export function filterWords(context: ReadingRequest): [name: string, value: string][] {
  const { t, tools, format, filter } = context;
  const words: Record<ChoiceName, Readonly<Record<string, string>>> = {
    statuses: t.orders.statuses,
    kinds: t.orders.kinds,
    methods: t.orders.methods,
    invoices: { none: t.filters.noInvoice, ...t.orders.invoiceStatuses },
  };
  const chosen = (Object.keys(CHOICES) as ChoiceName[]).map((name): [string, string] => [
    t.filters[name],
    format.list((filter[name] ?? []).map((word) => wordOf(words[name], word))),
  ]);
  return [
    [tools.print.search, filter.text ?? ''],
    ...chosen,
    [t.filters.time, timeText(context)],
    [t.filters.amount, amountText(context)],
  ].filter((item): item is [string, string] => item[1] !== '');
}
