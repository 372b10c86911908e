import type { BillingBackend, Order, OrderFilter } from '../../../src/contract/index.js';
import { order, orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend, type FakeBackend } from '../../helpers/fake-backend.js';

/** A backend with as many orders as wanted, newest first, page by page; a cursor is the id of the last order before. */
export interface Crowd extends FakeBackend {
  /** Cursor and size of each page asked for. */
  readonly pages: [cursor: string | null, limit: number][];
  items: Order[];
}

export function createCrowd(count: number, override: Partial<BillingBackend> = {}): Crowd {
  const pages: Crowd['pages'] = [];
  const backend = createFakeBackend({
    orders: ({ limit = 50, text = '' }: OrderFilter, cursor) => {
      pages.push([cursor, limit]);
      const found = crowd.items.filter(({ id }) => id.includes(text));
      const start = cursor === null ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
      const items = found.slice(start, start + limit);
      const more = start + limit < found.length;
      return Promise.resolve({
        items,
        nextCursor: more ? (items.at(-1)?.id ?? null) : null,
        totals: { ...orderPage.totals, count: found.length },
      });
    },
    ...override,
  });
  const crowd = Object.assign(backend, { pages, items: numbered(count) });
  return crowd;
}

/** From the highest number down. */
export function numbered(count: number): Order[] {
  return Array.from({ length: count }, (_, index) => ({
    ...order,
    id: `o-${String(count - index).padStart(6, '0')}`,
  }));
}
