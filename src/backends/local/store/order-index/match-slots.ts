import { matchesInstallation, matchesTraits, searchText } from '../../../../billing/order-query.js';
import type { OrderQuery } from '../../../../billing/ports.js';
import type { Instant } from '../../../../domain/index.js';
import type { OrderColumns } from './order-columns.js';

/** A byte for each slot, or for each of what many share: 1 for yes, 0 for no. */
export type Flags = Uint8Array<ArrayBuffer>;

const YEAR_0 = Date.parse('0000-01-01T00:00:00.000Z');
const YEAR_10000 = Date.parse('+010000-01-01T00:00:00.000Z');

/**
 * `matchesOrder` for every slot that is shown. What many orders share is decided once for all of them; the rest goes column by column, since
 * a plain loop over one typed array costs a small part of a look at each order.
 */
export function matchSlots(columns: OrderColumns, shown: Flags, query: OrderQuery): Flags {
  const { traits, traitsOf, owners, ownersOf, createdAt, payable } = columns;
  const { from, to, minAmount, maxAmount, text } = query;
  const matching = shown.slice();
  keepFlagged(
    matching,
    traits,
    flags(traitsOf, (trait) => matchesTraits(trait, query)),
  );
  keepFlagged(
    matching,
    owners,
    flags(ownersOf, (owner) => matchesInstallation(owner, query)),
  );
  if (from !== undefined) keepFrom(matching, createdAt, firstMsFrom(from));
  if (to !== undefined) keepTo(matching, createdAt, firstMsFrom(to) - 1);
  if (minAmount !== undefined) keepFrom(matching, payable, minAmount);
  if (maxAmount !== undefined) keepTo(matching, payable, maxAmount);
  if (text !== undefined) keepBoth(matching, matchText(columns, text));
  return matching;
}

function keepFlagged(matching: Flags, places: Uint32Array, wanted: Flags): void {
  if (!wanted.includes(0)) return;
  for (let slot = 0; slot < matching.length; slot++) {
    matching[slot] = (matching[slot] ?? 0) & (wanted[places[slot] ?? 0] ?? 0);
  }
}

function keepFrom(matching: Flags, values: Float64Array, least: number): void {
  for (let slot = 0; slot < matching.length; slot++) {
    if (!((values[slot] ?? NaN) >= least)) matching[slot] = 0;
  }
}

function keepTo(matching: Flags, values: Float64Array, most: number): void {
  for (let slot = 0; slot < matching.length; slot++) {
    if (!((values[slot] ?? NaN) <= most)) matching[slot] = 0;
  }
}

function keepBoth(matching: Flags, others: Flags): void {
  for (let slot = 0; slot < matching.length; slot++) {
    matching[slot] = (matching[slot] ?? 0) & (others[slot] ?? 0);
  }
}

/** Names are looked through once for all orders that have them, ids all together. */
function matchText({ searchIds, idStarts, owners, ownersOf }: OrderColumns, text: string): Flags {
  const found = new Uint8Array(owners.length);
  const names = ownersOf.map((owner) => searchText({ id: '', ...owner }));
  if (text.includes('\n')) {
    for (let slot = 0; slot < found.length; slot++) {
      const id = searchIds.slice(idStarts[slot], (idStarts[slot + 1] ?? 0) - 1);
      found[slot] = `${id}${names[owners[slot] ?? 0] ?? ''}`.includes(text) ? 1 : 0;
    }
    return found;
  }
  const named = flags(names, (name) => name.includes(text));
  for (let slot = 0; slot < found.length; slot++) found[slot] = named[owners[slot] ?? 0] ?? 0;
  let slot = 0;
  for (let at = searchIds.indexOf(text); at >= 0;) {
    while ((idStarts[slot + 1] ?? Infinity) <= at) slot++;
    if (slot >= found.length) break;
    found[slot] = 1;
    at = searchIds.indexOf(text, idStarts[slot + 1]);
  }
  return found;
}

/** The first millisecond whose instant is not before this one: instants compare as texts, whatever a filter names. */
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

function flags<Value>(values: readonly Value[], matches: (value: Value) => boolean): Flags {
  return Uint8Array.from(values, (value) => (matches(value) ? 1 : 0));
}
