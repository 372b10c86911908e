import type { InvoiceStatus, OrderKind, OrderStatus, PaymentMethod } from '../domain/index.js';
import type { OrderFilter, OrderSort } from '../contract/index.js';
import { refuse, requireInstant, requireObject, requireOneOf, requireString } from './input.js';
import type { OrderPosition, OrderQuery } from './ports.js';

const PAGE = 50;
const LARGEST_PAGE = 200;
const NEWEST_FIRST: OrderSort = { by: 'createdAt', direction: 'descending' };

const KINDS: readonly OrderKind[] = ['new', 'renew', 'expand'];
const METHODS: readonly PaymentMethod[] = ['wechat', 'bank-transfer'];
const INVOICES: readonly ('none' | InvoiceStatus)[] = [
  'none',
  'requested',
  'mailed',
  'sent',
  'cancelled',
];
const STATUSES: readonly OrderStatus[] = [
  'pending',
  'paid',
  'cancelled',
  'lapsed',
  'replaced',
  'refund-requested',
  'refunding',
  'refunded',
  'refund-failed',
];
const SORTS: readonly OrderSort['by'][] = ['createdAt', 'amount', 'seats', 'status', 'kind'];
const DIRECTIONS: readonly OrderSort['direction'][] = ['ascending', 'descending'];

/** A filter with its defaults, still without whose orders may be seen. */
export type Criteria = Omit<OrderQuery, 'installations' | 'after'> & { installationId?: string };

type Readers = { [Name in keyof OrderFilter]-?: (value: unknown) => OrderFilter[Name] };

/** How each part of a filter is read, whatever it is. */
const READERS: Readers = {
  installationId: (id) => requireString('installationId', id),
  kinds: (words) => requireWords('kinds', words, KINDS),
  statuses: (words) => requireWords('statuses', words, STATUSES),
  methods: (words) => requireWords('methods', words, METHODS),
  invoices: (words) => requireWords('invoices', words, INVOICES),
  from: (instant) => requireInstant('from', instant),
  to: (instant) => requireInstant('to', instant),
  minAmount: (amount) => requireInteger('minAmount', amount),
  maxAmount: (amount) => requireInteger('maxAmount', amount),
  text: (text) => requireString('text', text),
  sort: readSort,
  limit: (rows) => requireInteger('limit', rows, { min: 1, max: LARGEST_PAGE }),
};

/** @throws BackendError `invalid` naming the part that means nothing, also one that no filter has */
export function readFilter(input: OrderFilter): Criteria {
  const { text, sort = NEWEST_FIRST, limit = PAGE, ...filter } = readParts(input);
  const wanted = text?.trim().toLowerCase();
  return { ...filter, ...(wanted ? { text: wanted } : {}), sort, limit };
}

function readParts(input: OrderFilter): OrderFilter {
  const given = Object.entries(requireObject('', input)).filter(([, value]) => value !== undefined);
  const parts = given.map(([name, value]) => {
    if (!Object.hasOwn(READERS, name)) refuse(name, 'unknown-key');
    return [name, READERS[name as keyof OrderFilter](value)] as const;
  });
  return Object.fromEntries(parts);
}

function requireWords<Word extends string>(
  path: string,
  words: unknown,
  allowed: readonly Word[],
): Word[] {
  if (!Array.isArray(words)) return refuse(path, 'wrong-type');
  return words.map((word, index) => requireOneOf(`${path}[${index}]`, word, allowed));
}

function requireInteger(
  path: string,
  value: unknown,
  { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {},
): number {
  if (typeof value !== 'number') return refuse(path, 'wrong-type');
  if (!Number.isInteger(value)) return refuse(path, 'not-integer');
  return value >= min && value <= max ? value : refuse(path, 'out-of-range');
}

function readSort(value: unknown): OrderSort {
  const { by, direction } = requireObject('sort', value as OrderSort);
  return {
    by: requireOneOf('sort.by', by, SORTS),
    direction: requireOneOf('sort.direction', direction, DIRECTIONS),
  };
}

/** Where a page ended, as an opaque text that only continues a list sorted the same way. */
export function writeCursor({ value, id }: OrderPosition, { by, direction }: OrderSort): string {
  return JSON.stringify([by, direction, value, id]);
}

/** @throws BackendError `invalid` when the cursor is none of ours, or from a list sorted otherwise */
export function readCursor(cursor: string, { by, direction }: OrderSort): OrderPosition {
  const parts = parse(requireString('cursor', cursor));
  if (!Array.isArray(parts) || parts.length !== 4) return refuse('cursor', 'out-of-range');
  const [cursorBy, cursorDirection, value, id] = parts as unknown[];
  const known = typeof value === (by === 'amount' || by === 'seats' ? 'number' : 'string');
  if (cursorBy !== by || cursorDirection !== direction || !known || typeof id !== 'string') {
    return refuse('cursor', 'out-of-range');
  }
  return { value: value as string | number, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
