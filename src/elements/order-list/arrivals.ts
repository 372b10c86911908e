import type { OrderFilter } from '../../contract/index.js';
import { NEWEST_FIRST } from './filter.js';
import { keyOf } from './load-orders.js';
import type { OrderBook } from './order-book.js';
import type { ViewContext } from './views/context.js';

/** What came last, as far as a viewer is told of it. */
export class Arrivals {
  /** ISO 4217; what the orders that came last are in. */
  currency = 'CNY';

  #key: string | undefined;
  #sort = keyOf({ sort: NEWEST_FIRST });

  /** Once other orders than before are there, how many, or how they are sorted; null when that need not be said. */
  words(book: OrderBook, query: OrderFilter, { t, format }: ViewContext): string | null {
    const { value, outdated } = book;
    if (!value || outdated || value.key === this.#key) return null;
    const first = this.#key === undefined;
    this.#key = value.key;
    this.currency = value.totals?.amounts[0]?.currency ?? this.currency;
    const { sort = NEWEST_FIRST } = query;
    const before = this.#sort;
    this.#sort = keyOf({ sort });
    if (first) return null;
    if (this.#sort !== before) return t.sort.sorted(sort.by, sort.direction);
    return value.totals ? t.count(value.totals.count, format) : t.totals.missing;
  }
}
