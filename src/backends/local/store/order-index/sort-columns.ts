import type { OrderSort } from '../../../../contract/index.js';
import type { OrderColumns, OrderTraits } from './order-columns.js';
import { sortSlots } from './sort-slots.js';
import type { Sliced } from './slices.js';

/** The slots of all orders as an ascending sort has them; the descending one is its reverse. */
export function sortColumns(columns: OrderColumns, by: OrderSort['by']): Sliced<Uint32Array> {
  const values = sortValues(columns, by);
  return sortSlots(columns.ids.length, (a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

/** A number for each order, in the order of what it is sorted by. */
function sortValues(columns: OrderColumns, by: OrderSort['by']): Float64Array | Uint32Array {
  switch (by) {
    case 'createdAt':
      return columns.createdAt;
    case 'amount':
      return columns.payable;
    case 'seats':
      return columns.seats;
    case 'status':
    case 'kind': {
      const ranks = wordRanks(columns.traitsOf, by);
      return Uint32Array.from(columns.traits, (trait) => ranks[trait] ?? 0);
    }
  }
}

/** For each of the traits, how many other words come before its own. */
function wordRanks(traits: readonly OrderTraits[], by: 'status' | 'kind'): number[] {
  const words = [...new Set(traits.map((trait) => trait[by]))].sort();
  return traits.map((trait) => words.indexOf(trait[by]));
}
