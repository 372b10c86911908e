import { sql } from 'kysely';
import type { AuditEntry, InstallationRecord, OrderRecord } from '../../billing/index.js';
import type { PublishedPolicy } from '../../contract/index.js';
import { checkInstallation, type Disagreement } from './books.js';
import { engineOf } from './handles.js';
import { orderRow } from './order-rows.js';
import { SUM_TABLES, SUMS } from './order-sums.js';
import { retrying } from './retrying.js';
import type { ServerStore } from './server-store.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transactions.js';

type Db = Scope['db'];

/**
 * Looks whether everything a store keeps agrees, at one instant: orders with their payments, paid time, refunds, the record of who did what,
 * what is planned for them, and what is kept beside them to find and sum them. Reads all of it; changes nothing.
 *
 * @returns every disagreement; none when the books are in order
 */
export async function checkBooks(store: ServerStore): Promise<Disagreement[]> {
  const engine = engineOf(store);
  return retrying(engine, () =>
    inTransaction(engine, 'read', async (db) => {
      const installations = await db
        .selectFrom('installations')
        .selectAll()
        .orderBy('installation_id')
        .execute();
      const found: Disagreement[] = [];
      for (const { installation_id, body } of installations) {
        found.push(...(await checkOne(db, JSON.parse(body) as InstallationRecord)));
        found.push(...(await lookUpFaults(db, installation_id)));
      }
      return [...found, ...(await ownerless(db))];
    }),
  );
}

async function checkOne(db: Db, installation: InstallationRecord): Promise<Disagreement[]> {
  const { id } = installation;
  const bodies = async <Document>(table: 'policies' | 'order_documents' | 'audit') => {
    const rows = await db
      .selectFrom(table)
      .select('body')
      .where('installation_id', '=', id)
      .execute();
    return rows.map(({ body }) => JSON.parse(body) as Document);
  };
  const jobs = await db.selectFrom('jobs').select('id').where('installation_id', '=', id).execute();
  return checkInstallation({
    installation,
    policies: await bodies<PublishedPolicy>('policies'),
    orders: await bodies<OrderRecord>('order_documents'),
    audit: await bodies<AuditEntry>('audit'),
    jobs: new Set(jobs.map((job) => job.id)),
  });
}

/** What is kept beside the orders to find and sum them says what they say. */
async function lookUpFaults(db: Db, installationId: string): Promise<Disagreement[]> {
  const of = (table: 'orders' | 'order_documents' | 'payment_numbers' | 'order_owners') =>
    sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where installation_id = ${installationId}`.execute(db);
  const documents = await of('order_documents');
  const orders = documents.rows.map(({ body }) => JSON.parse(body as string) as OrderRecord);
  const found: Disagreement[] = [];
  const expect = (what: string, kept: unknown[], expected: unknown[]) => {
    if (inOrder(kept) === inOrder(expected)) return;
    found.push({ installationId, orderId: null, fault: `${what} say otherwise than the orders` });
  };

  expect('the listed orders', (await of('orders')).rows, orders.map(orderRow));
  expect(
    'the owners',
    (await of('order_owners')).rows,
    orders.map(({ id }) => ({ order_id: id, installation_id: installationId })),
  );
  expect(
    'the payment numbers',
    (await of('payment_numbers')).rows,
    orders.flatMap(({ id, payments }) =>
      payments.map(({ number }) => ({
        number,
        installation_id: installationId,
        order_id: id,
      })),
    ),
  );
  for (const table of SUM_TABLES) {
    const key = sql.join(SUMS[table].map((column) => sql.ref(column)));
    const { rows: sums } = await sql<object>`
      select ${key}, orders, payable from ${sql.table(table)}
      where installation_id = ${installationId} and orders <> 0`.execute(db);
    const { rows: added } = await sql<object>`
      select ${key}, cast(count(*) as bigint) as orders, cast(sum(payable) as bigint) as payable
      from orders where installation_id = ${installationId} group by ${key}`.execute(db);
    expect('the sums', sums, added);
  }
  return found;
}

/** Rows as text, whatever order they and their columns came in. */
function inOrder(rows: readonly unknown[]): string {
  return rows
    .map((row) =>
      JSON.stringify(Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1))),
    )
    .sort()
    .join('\n');
}

/** What belongs to installations that there are none of. */
async function ownerless(db: Db): Promise<Disagreement[]> {
  const { rows } = await sql<{ installation_id: string; order_id: string }>`
    select installation_id, order_id from order_documents where not exists (
      select 1 from installations
      where installations.installation_id = order_documents.installation_id)`.execute(db);
  return rows.map(({ installation_id: installationId, order_id: orderId }) => ({
    installationId,
    orderId,
    fault: 'its installation is gone',
  }));
}
