import type { OrderFilter, OrderSort } from '../../contract/index.js';
import type { InvoiceStatus, OrderKind, OrderStatus, PaymentMethod } from '../../domain/index.js';

/** What a list can be narrowed by with boxes to tick, and the words for it, in the order they are offered. */
export const CHOICES = {
  statuses: [
    'pending',
    'paid',
    'refund-requested',
    'refunding',
    'refunded',
    'refund-failed',
    'cancelled',
    'lapsed',
    'replaced',
  ] satisfies OrderStatus[],
  kinds: ['new', 'renew', 'expand'] satisfies OrderKind[],
  methods: ['wechat', 'bank-transfer'] satisfies PaymentMethod[],
  invoices: ['none', 'requested', 'mailed', 'sent', 'cancelled'] satisfies (
    'none' | InvoiceStatus
  )[],
} as const;

export type ChoiceName = keyof typeof CHOICES;

export const SORT_KEYS = ['createdAt', 'kind', 'seats', 'amount', 'status'] as const;

export type SortKey = OrderSort['by'];

export const NEWEST_FIRST: OrderSort = { by: 'createdAt', direction: 'descending' };

/**
 * A host's filter with what means nothing left out, so that what is asked for is what the chips show. The installation and the size of a
 * page are the element's.
 */
export function readFilter(given: OrderFilter | null | undefined): OrderFilter {
  const filter: OrderFilter = {};
  if (typeof given !== 'object' || given === null) return filter;
  const { statuses, kinds, methods, invoices, from, to, minAmount, maxAmount, text, sort } = given;
  assignKnown(filter, 'statuses', known(statuses, CHOICES.statuses));
  assignKnown(filter, 'kinds', known(kinds, CHOICES.kinds));
  assignKnown(filter, 'methods', known(methods, CHOICES.methods));
  assignKnown(filter, 'invoices', known(invoices, CHOICES.invoices));
  if (isInstant(from)) filter.from = from;
  if (isInstant(to)) filter.to = to;
  if (isAmount(minAmount)) filter.minAmount = minAmount;
  if (isAmount(maxAmount)) filter.maxAmount = maxAmount;
  if (typeof text === 'string' && text.trim() !== '') filter.text = text;
  if (isSort(sort)) filter.sort = { by: sort.by, direction: sort.direction };
  return filter;
}

/** Whether anything is left out by the filter. */
export function narrows({ sort: _sort, ...criteria }: OrderFilter): boolean {
  return Object.keys(criteria).length > 0;
}

/** The same filter with one box ticked or not. */
export function toggled(filter: OrderFilter, name: ChoiceName, word: string): OrderFilter {
  const before: readonly string[] = filter[name] ?? [];
  const after = before.includes(word)
    ? before.filter((other) => other !== word)
    : [...before, word];
  return readFilter({ ...filter, [name]: after });
}

/** The filter after a click on a column's head: the way that is most use first, then the other. */
export function sortedBy(filter: OrderFilter, by: SortKey): OrderFilter {
  const before = filter.sort ?? NEWEST_FIRST;
  const first = by === 'kind' || by === 'status' ? 'ascending' : 'descending';
  const other = first === 'ascending' ? 'descending' : 'ascending';
  const direction = before.by === by && before.direction === first ? other : first;
  return { ...filter, sort: { by, direction } };
}

function known<Word extends string>(words: unknown, all: readonly Word[]): Word[] {
  if (!Array.isArray(words)) return [];
  return all.filter((word) => words.includes(word));
}

function assignKnown<Name extends ChoiceName>(
  filter: OrderFilter,
  name: Name,
  words: NonNullable<OrderFilter[Name]>,
): void {
  if (words.length > 0) filter[name] = words;
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isSort(value: unknown): value is OrderSort {
  const { by, direction } = (value ?? {}) as Partial<OrderSort>;
  return (
    (SORT_KEYS as readonly unknown[]).includes(by) &&
    (direction === 'ascending' || direction === 'descending')
  );
}
