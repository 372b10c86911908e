import type { OrderFilter } from '../../../contract/index.js';
import { CHOICES, readFilter, type ChoiceName } from '../filter.js';

/** Minor units; longer figures are no amount that anything costs (SPEC §2, "Bounds"). */
const AMOUNT = /^\d{1,13}$/;

/** To the minute, with seconds and milliseconds where they are not zero. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?)?Z$/;

/** What an address calls the lists of words. */
const WORDS: Readonly<Record<ChoiceName, string>> = {
  statuses: 'status',
  kinds: 'kind',
  methods: 'method',
  invoices: 'invoice',
};

const DIRECTIONS = new Map([
  ['asc', 'ascending'],
  ['desc', 'descending'],
]);

/**
 * A filter with its sort as short, readable text: `status:paid,refunded;min:100000;sort:amount-desc;text:SK0`. Amounts are in minor units,
 * instants in UTC. The text that is searched for stands last and goes on to the end, whatever it contains. Empty when nothing is chosen.
 */
export function printFilter(given: OrderFilter): string {
  const { from, to, minAmount, maxAmount, sort, text, ...words } = readFilter(given);
  const items: [name: string, value: string | number | undefined][] = [
    ...choiceNames().map((name): [string, string | undefined] => [
      WORDS[name],
      words[name]?.join(','),
    ]),
    ['from', from && shortInstant(from)],
    ['to', to && shortInstant(to)],
    ['min', minAmount],
    ['max', maxAmount],
    ['sort', sort && `${sort.by}-${sort.direction === 'ascending' ? 'asc' : 'desc'}`],
    ['text', text],
  ];
  return items
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`]))
    .join(';');
}

/** The filter in a text as {@link printFilter} makes it. Anybody can write an address: what means nothing is left out, item by item. */
export function parseFilter(code: string): OrderFilter {
  const parts = new Map<string, string>();
  let rest = code;
  while (rest !== '') {
    const end = rest.startsWith('text:') ? -1 : rest.indexOf(';');
    const item = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + 1);
    const colon = item.indexOf(':');
    const name = item.slice(0, Math.max(colon, 0));
    if (!parts.has(name)) parts.set(name, item.slice(colon + 1));
  }
  const [by, direction] = parts.get('sort')?.split('-') ?? [];
  const read = {
    ...Object.fromEntries(choiceNames().map((name) => [name, parts.get(WORDS[name])?.split(',')])),
    from: readInstant(parts.get('from')),
    to: readInstant(parts.get('to')),
    minAmount: readAmount(parts.get('min')),
    maxAmount: readAmount(parts.get('max')),
    sort: { by, direction: DIRECTIONS.get(direction ?? '') },
    text: parts.get('text'),
  };
  return readFilter(read as OrderFilter);
}

function choiceNames(): ChoiceName[] {
  return Object.keys(CHOICES) as ChoiceName[];
}

function shortInstant(instant: string): string {
  return new Date(instant).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
}

function readInstant(text = ''): string | undefined {
  const at = INSTANT.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function readAmount(text = ''): number | undefined {
  return AMOUNT.test(text) ? Number(text) : undefined;
}
