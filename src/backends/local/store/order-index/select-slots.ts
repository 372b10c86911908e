import {
  comparePositions,
  isReceived,
  positionOf,
  sumTotals,
} from '../../../../billing/order-query.js';
import type { OrderPosition, OrderQuery } from '../../../../billing/ports.js';
import type { OrderTotals } from '../../../../contract/index.js';
import type { Layers } from './layers.js';
import { matchSlots, type Flags } from './match-slots.js';
import { orderAt, type OrderColumns } from './order-columns.js';

interface FoundSlots {
  /** One more than the page where more follow. */
  positions: OrderPosition[];
  totals: OrderTotals;
}

/** What matches among the slots that are shown. */
export function selectSlots(
  { columns, slots, shown }: Omit<Layers, 'changes'>,
  query: OrderQuery,
): FoundSlots {
  const { by, direction } = query.sort;
  const last = slots.length - 1;
  const slotAt = (place: number): number =>
    slots[direction === 'ascending' ? place : last - place] ?? 0;
  const positionAt = (place: number): OrderPosition =>
    positionOf(orderAt(columns, slotAt(place)), by);

  const matching = matchSlots(columns, shown, query);
  const positions: OrderPosition[] = [];
  let place = query.after ? firstAfter(slots.length, positionAt, query.after, query) : 0;
  for (; place <= last && positions.length <= query.limit; place++) {
    if (matching[slotAt(place)] === 1) positions.push(positionAt(place));
  }
  return { positions, totals: totalsOfSlots(columns, matching) };
}

/** The first place whose order comes after a position, where no order need stand any more. */
function firstAfter(
  count: number,
  positionAt: (place: number) => OrderPosition,
  after: OrderPosition,
  { sort }: OrderQuery,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(positionAt(middle), after, sort.direction) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Summed up by what decides about currency and receipt, without a look at each order. */
function totalsOfSlots({ payable, traits, traitsOf }: OrderColumns, matching: Flags): OrderTotals {
  const counts = new Uint32Array(traitsOf.length);
  const sums = new Float64Array(traitsOf.length);
  for (let slot = 0; slot < matching.length; slot++) {
    if (matching[slot] === 0) continue;
    const trait = traits[slot] ?? 0;
    counts[trait] = (counts[trait] ?? 0) + 1;
    sums[trait] = (sums[trait] ?? 0) + (payable[slot] ?? 0);
  }
  const groups = traitsOf.map(({ currency, status }, trait) => {
    const sum = sums[trait] ?? 0;
    return {
      count: counts[trait] ?? 0,
      amounts: [{ currency, payable: sum, received: isReceived(status) ? sum : 0 }],
    };
  });
  return sumTotals(groups.filter(({ count }) => count > 0));
}
