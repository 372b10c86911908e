import {
  comparePositions,
  isReceived,
  positionOf,
  sumTotals,
} from '../../../../billing/order-query.js';
import type { OrderPosition, OrderQuery } from '../../../../billing/ports.js';
import type { OrderTotals } from '../../../../contract/index.js';
import { slotMatcher } from './match-columns.js';
import { orderAt, type OrderTraits } from './order-columns.js';
import type { Layers } from './select-layered.js';

interface FoundSlots {
  /** One more than the page where more follow. */
  positions: OrderPosition[];
  totals: OrderTotals;
}

/** What matches among the slots that are not hidden: the page and the totals in one pass over them as they are sorted. */
export function selectSlots(
  { columns, slots, hidden }: Omit<Layers, 'changes'>,
  query: OrderQuery,
): FoundSlots {
  const { payable, traits, traitsOf } = columns;
  const { by, direction } = query.sort;
  const matches = slotMatcher(columns, query);
  const last = slots.length - 1;
  const slotAt = (place: number): number =>
    slots[direction === 'ascending' ? place : last - place] ?? 0;
  const positionAt = (place: number): OrderPosition =>
    positionOf(orderAt(columns, slotAt(place)), by);
  const begin = query.after ? firstAfter(slots.length, positionAt, query.after, query) : 0;

  const counts = new Uint32Array(traitsOf.length);
  const amounts = new Float64Array(traitsOf.length);
  const page: OrderPosition[] = [];
  for (let place = 0; place <= last; place++) {
    const slot = slotAt(place);
    if (hidden[slot] === 1 || !matches(slot)) continue;
    const trait = traits[slot] ?? 0;
    counts[trait] = (counts[trait] ?? 0) + 1;
    amounts[trait] = (amounts[trait] ?? 0) + (payable[slot] ?? 0);
    if (place >= begin && page.length <= query.limit) page.push(positionAt(place));
  }
  return { positions: page, totals: totalsByTrait(traitsOf, counts, amounts) };
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

function totalsByTrait(
  traits: readonly OrderTraits[],
  counts: Uint32Array,
  amounts: Float64Array,
): OrderTotals {
  const groups = traits.map(({ currency, status }, trait) => {
    const payable = amounts[trait] ?? 0;
    return {
      count: counts[trait] ?? 0,
      amounts: [{ currency, payable, received: isReceived(status) ? payable : 0 }],
    };
  });
  return sumTotals(groups.filter(({ count }) => count > 0));
}
