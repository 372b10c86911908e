import { matchesInstallation, matchesTraits, searchText } from '../../../../billing/order-query.js';
import type { OrderQuery } from '../../../../billing/ports.js';
import type { Instant } from '../../../../domain/index.js';
import type { OrderColumns } from './order-columns.js';

const YEAR_0 = Date.parse('0000-01-01T00:00:00.000Z');
const YEAR_10000 = Date.parse('+010000-01-01T00:00:00.000Z');

/** Whether the order at a slot is among those a query asks for: `matchesOrder`, with all that many orders share decided beforehand. */
export function slotMatcher(columns: OrderColumns, query: OrderQuery): (slot: number) => boolean {
  const { createdAt, payable, traits, traitsOf, owners, ownersOf } = columns;
  const traitMatches = flags(traitsOf, (trait) => matchesTraits(trait, query));
  const ownerMatches = flags(ownersOf, (owner) => matchesInstallation(owner, query));
  const from = query.from === undefined ? -Infinity : firstMsFrom(query.from);
  const to = query.to === undefined ? Infinity : firstMsFrom(query.to);
  const { minAmount = -Infinity, maxAmount = Infinity, text } = query;
  const contains = text === undefined ? () => true : textMatcher(columns, text);
  return (slot) => {
    const at = createdAt[slot] ?? NaN;
    const amount = payable[slot] ?? NaN;
    return (
      traitMatches[traits[slot] ?? 0] === 1 &&
      ownerMatches[owners[slot] ?? 0] === 1 &&
      at >= from &&
      at < to &&
      amount >= minAmount &&
      amount <= maxAmount &&
      contains(slot)
    );
  };
}

/** Names are looked through once for all orders that have them. */
function textMatcher(
  { searchIds, owners, ownersOf }: OrderColumns,
  text: string,
): (slot: number) => boolean {
  const names = ownersOf.map((owner) => searchText({ id: '', ...owner }));
  if (text.includes('\n')) {
    return (slot) => `${searchIds[slot] ?? ''}${names[owners[slot] ?? 0] ?? ''}`.includes(text);
  }
  const named = flags(names, (name) => name.includes(text));
  return (slot) => named[owners[slot] ?? 0] === 1 || (searchIds[slot] ?? '').includes(text);
}

/** The first millisecond whose instant is not before this one: instants are compared as texts, whatever a filter names. */
function firstMsFrom(instant: Instant): number {
  let low = YEAR_0;
  let high = YEAR_10000;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (new Date(middle).toISOString() < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function flags<Value>(values: readonly Value[], matches: (value: Value) => boolean): Uint8Array {
  return Uint8Array.from(values, (value) => (matches(value) ? 1 : 0));
}
