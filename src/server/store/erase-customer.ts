import type { Kysely } from 'kysely';
import type { AuditEntry, OrderRecord } from '../../billing/index.js';
import { BackendError, type Change } from '../../contract/index.js';
import { writeChanges } from './change-rows.js';
import { ERASED, erasedEntry, erasedInstallation, erasedOrder } from './erased.js';
import { engineOf } from './handles.js';
import { roomOfPeople } from './notes.js';
import { retrying } from './retrying.js';
import type { Schema } from './schema.js';
import type { ServerStore } from './server-store.js';
import { storeTransaction } from './store-transaction.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transactions.js';

/** What one idempotency record is kept for beyond its key: money that a statement line was read for. */
const MONEY = 'confirmed-transaction';

/**
 * Deletes what an installation's records say of its customer's people: names, contacts, where invoices went, what was complained of, their
 * wallets, and the requests that are remembered by their keys. The books stay, and still agree: amounts, paid time, numbers, states, who did what in which
 * role. Backups made before still hold the rest.
 *
 * @throws BackendError `not-found` when there is no such installation
 */
export async function eraseCustomer(store: ServerStore, installationId: string): Promise<void> {
  const engine = engineOf(store);
  await retrying(engine, () =>
    inTransaction(engine, 'write', async (db) => {
      const changes: Change[] = [];
      const changed = (change: Change) => void changes.push(change);
      const scope: Scope = { kind: engine.kind, db, mode: 'write', changed };
      const tx = storeTransaction(scope);
      const installation = await tx.lockInstallation(installationId);
      if (!installation) throw new BackendError('not-found');
      await tx.putInstallation(erasedInstallation(installation));
      for (const order of await ordersOf(db, installationId)) await tx.putOrder(erasedOrder(order));
      await eraseEntries(db, installationId);
      await eraseRequests(db, installationId);
      await db.deleteFrom('notes').where('room', '=', roomOfPeople(installationId)).execute();
      await writeChanges(scope, changes);
    }),
  );
  await retrying(engine, () => engine.forget());
}

async function ordersOf(db: Kysely<Schema>, installationId: string): Promise<OrderRecord[]> {
  const rows = await db
    .selectFrom('order_documents')
    .select('body')
    .where('installation_id', '=', installationId)
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as OrderRecord);
}

async function eraseEntries(db: Kysely<Schema>, installationId: string): Promise<void> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('installation_id', '=', installationId)
    .execute();
  for (const { sequence, body } of rows) {
    const erased = JSON.stringify(erasedEntry(JSON.parse(body) as AuditEntry));
    if (erased === body) continue;
    await db
      .updateTable('audit')
      .set({ body: erased })
      .where('installation_id', '=', installationId)
      .where('sequence', '=', sequence)
      .execute();
  }
}

/** Requests as they were sent, and what a receiver answered when it was told something. */
async function eraseRequests(db: Kysely<Schema>, installationId: string): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ body: JSON.stringify(ERASED) })
    .where('installation_id', '=', installationId)
    .where('scope', '!=', MONEY)
    .execute();
  for (const table of ['jobs', 'dead_letters'] as const) {
    await db
      .updateTable(table)
      .set({ last_error: null })
      .where('installation_id', '=', installationId)
      .where('last_error', 'is not', null)
      .execute();
  }
}
