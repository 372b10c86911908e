import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { OrderRecord } from '../../src/billing/index.js';
import { engineOf } from '../../src/server/store/handles.js';
import type { ServerStore } from '../../src/server/store/index.js';
import { orderRow } from '../../src/server/store/order-rows.js';
import { SUM_TABLES, SUMS } from '../../src/server/store/order-sums.js';
import type { Schema } from '../../src/server/store/schema.js';
import { POLICY } from '../../src/testing/scene.js';
import { anInstallation, NOON } from '../backends/local/records.js';
import { oneOfMany } from '../helpers/many-orders.js';

export const CUSTOMERS = 1000;

/** Rows put in one statement. */
const TOGETHER = 5000;
/** Paid time of each customer: it comes from the orders that were paid, but few of them count at a time. */
const TERMS = 3;
const YEAR_MS = 365 * 86_400_000;

export function customer(index: number): string {
  return `customer-${String(index % CUSTOMERS).padStart(4, '0')}`;
}

/**
 * Puts a thousand launched installations and so many orders in turn for each into an empty store, as the store would keep them, but
 * thousands at a time and without the rules of billing.
 */
export async function fillBooks(store: ServerStore, orders: number): Promise<void> {
  await store.transaction('write', async (tx) => {
    for (let index = 0; index < CUSTOMERS; index++) {
      const id = customer(index);
      await tx.putInstallation(
        anInstallation({
          id,
          policyVersion: 1,
          submittedAt: NOON,
          subscription: subscriptionOf(id, TERMS),
        }),
      );
      const by = { role: 'provider', userId: 'p1', userName: '云服科技' } as const;
      await tx.addPolicyVersion(id, {
        version: 1,
        policy: POLICY,
        publishedAt: NOON,
        publishedBy: by,
      });
    }
  });
  const { db, kind } = engineOf(store);
  if (kind === 'sqlite') await sql`pragma cache_size = -1000000`.execute(db);
  for (let from = 0; from < orders; from += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, orders - from) }, (_, at) =>
      orderOf(from + at),
    );
    await insert(db, kind, 'orders', some.map(orderRow));
    await insert(db, kind, 'order_documents', some.map(documentRow));
  }
  await sql`insert into order_owners (order_id, installation_id)
    select order_id, installation_id from orders`.execute(db);
  for (const table of SUM_TABLES) {
    const key = sql.join(SUMS[table].map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${key}, orders, payable)
      select ${key}, count(*), sum(payable) from orders group by ${key}`.execute(db);
  }
  // What autovacuum has done on a server that has run for a while.
  if (kind === 'postgres') await sql`vacuum analyze`.execute(db);
}

/** So many years one after the other, the last of which runs now. */
function subscriptionOf(installationId: string, terms: number) {
  const first = Date.now() - (terms - 0.5) * YEAR_MS;
  const segments = Array.from({ length: terms }, (_, index) => ({
    orderId: `${installationId}-${index}`,
    policyVersion: 1,
    seats: 10,
    cycle: 'year' as const,
    cycles: 1,
    termDays: 365,
    days: 365,
    startsAt: new Date(first + index * YEAR_MS).toISOString(),
    endsAt: new Date(first + (index + 1) * YEAR_MS).toISOString(),
    value: 120_000,
  }));
  return { launchedAt: NOON, trialDays: 15, extraTrial: null, segments };
}

/** The order number `index`: later ones are newer, and each customer's is followed by the next customer's. */
export function orderOf(index: number): OrderRecord {
  const id = customer(index);
  return { ...oneOfMany(index), installationId: id, customerName: `${id} 公司` };
}

function documentRow(order: OrderRecord): Schema['order_documents'] {
  return {
    installation_id: order.installationId,
    order_id: order.id,
    body: JSON.stringify(order),
  };
}

/** Rows as one parameter. */
async function insert(
  db: Kysely<Schema>,
  kind: 'sqlite' | 'postgres',
  table: keyof Schema,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const list = (write: (column: string) => RawBuilder<unknown>) => sql.join(columns.map(write));
  const json = JSON.stringify(rows);
  const values =
    kind === 'sqlite'
      ? sql`select ${list((name) => sql`value->>${sql.lit(name)}`)} from json_each(${json})`
      : sql`select ${list(sql.ref)} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`;
  await sql`insert into ${sql.table(table)} (${list(sql.ref)}) ${values}`.execute(db);
}
