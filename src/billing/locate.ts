import { BackendError } from '../contract/index.js';
import { requireString } from './input.js';
import type { InstallationRecord, OrderRecord, StoreTransaction } from './ports.js';
import { sees, type Principal } from './principal.js';

/** An order with the installation it belongs to, both locked where a transaction writes. */
export interface Located {
  installation: InstallationRecord;
  order: OrderRecord;
}

/** No id is longer; what is names nothing, and no store is asked for it. */
const LONGEST_ID = 200;

function couldBe(id: string): boolean {
  return id !== '' && id.length <= LONGEST_ID;
}

/** @throws BackendError `not-found` when there is none, or the principal may not see it; `invalid` when `id` is no text */
export async function findInstallation(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<InstallationRecord> {
  const known = couldBe(requireString('id', id)) && sees(principal, id);
  const installation = known ? await tx.installation(id) : null;
  if (!installation) throw new BackendError('not-found');
  return installation;
}

/** The same, for writing. */
export async function lockInstallation(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<InstallationRecord> {
  const known = couldBe(requireString('id', id)) && sees(principal, id);
  const installation = known ? await tx.lockInstallation(id) : null;
  if (!installation) throw new BackendError('not-found');
  return installation;
}

/** @throws BackendError `not-found` when there is none, or the principal may not see it; `invalid` when `id` is no text */
export async function findOrder(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<OrderRecord> {
  const order = couldBe(requireString('id', id)) ? await tx.order(id) : null;
  if (!order || !sees(principal, order.installationId)) throw new BackendError('not-found');
  return order;
}

/** The same, for writing. */
export async function lockOrder(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<Located> {
  const order = await findOrder(tx, principal, id);
  const located = await lockKnownOrder(tx, order);
  if (!located) throw new BackendError('not-found');
  return located;
}

/** An order for writing, when billing itself acts. null where it is gone. */
export async function lockOrderById(tx: StoreTransaction, id: string): Promise<Located | null> {
  const order = await tx.order(id);
  return order && lockKnownOrder(tx, order);
}

async function lockKnownOrder(
  tx: StoreTransaction,
  { id, installationId }: OrderRecord,
): Promise<Located | null> {
  const installation = await tx.lockInstallation(installationId);
  // Read again: before the lock another writer may have changed it.
  const order = await tx.order(id);
  return installation && order ? { installation, order } : null;
}
