import { listingRow } from '../../src/backends/local/store/store-transaction.js';
import type { ListingRow } from '../../src/backends/local/store/schema.js';
import type { Database } from '../../src/backends/local/store/tables.js';
import type { OrderRecord } from '../../src/billing/ports.js';
import { anOrder } from '../backends/local/records.js';

const KINDS = ['new', 'renew', 'expand'] as const;
const STATUSES = ['paid', 'paid', 'paid', 'cancelled', 'lapsed', 'refunded', 'replaced'] as const;
const MINUTE_MS = 60_000;
const FIRST = Date.parse('2020-01-01T00:00:00.000Z');
/** Orders put in one transaction. */
const TOGETHER = 5000;
const CLERK = '周文';

/** The order number `index` of a busy store: ids as the store draws them, later ones later, the rest in no order, the same every time. */
export function oneOfMany(index: number): OrderRecord {
  const chance = scatter(index);
  const ms = FIRST + index * 20 * MINUTE_MS + (chance % MINUTE_MS);
  const customer = chance % 500;
  const template = anOrder();
  const method = chance % 3 === 0 ? 'bank-transfer' : 'wechat';
  return {
    ...template,
    id: `SK${ms.toString(36).toUpperCase().padStart(9, '0')}000${scatterText(chance)}`,
    installationId: `installation-${customer}`,
    customerName: `第${customer}公司`,
    kind: KINDS[chance % KINDS.length] ?? 'new',
    status: STATUSES[scatter(chance) % STATUSES.length] ?? 'paid',
    method,
    createdAt: new Date(ms).toISOString(),
    paidAt: new Date(ms + MINUTE_MS).toISOString(),
    createdBy: { ...template.createdBy, userName: chance % 7 === 0 ? CLERK : '王管理' },
    quote: {
      ...template.quote,
      seats: 1 + (chance % 900),
      payable: (scatter(chance) % 900_000) + 1,
    },
  };
}

/** What the listing keeps of so many orders, oldest first. */
export function manyRows(count: number): ListingRow[] {
  return Array.from({ length: count }, (_, index) => listingRow(oneOfMany(index)));
}

/** Puts so many into a store, thousands in one transaction and without the rules of billing: to make them one by one takes long. */
export async function putMany(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, at) => from + at);
    await database.transaction('write', async (tables) => {
      const [first, ...orders] = numbers.map(oneOfMany);
      const put = (order: OrderRecord) =>
        Promise.all([tables.orders.put(order), tables.listing.put(listingRow(order))]);
      if (first) await put(first);
      await Promise.all(orders.map(put));
    });
  }
}

/** A number as good as drawn, below 2³². */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function scatterText(chance: number): string {
  return chance.toString(36).toUpperCase().slice(-4).padStart(4, '0');
}
