import { BackendError } from '../contract/index.js';
import type { InstallationRecord, OrderRecord, StoreTransaction } from './ports.js';
import { sees, type Principal } from './principal.js';

/** An order with the installation it belongs to, both locked where a transaction writes. */
export interface Located {
  installation: InstallationRecord;
  order: OrderRecord;
}

/** @throws BackendError `not-found` when there is none, or the principal may not see it */
export async function findInstallation(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<InstallationRecord> {
  const installation = sees(principal, id) ? await tx.installation(id) : null;
  if (!installation) throw new BackendError('not-found');
  return installation;
}

/** The same, for writing. */
export async function lockInstallation(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<InstallationRecord> {
  const installation = sees(principal, id) ? await tx.lockInstallation(id) : null;
  if (!installation) throw new BackendError('not-found');
  return installation;
}

/** @throws BackendError `not-found` when there is none, or the principal may not see it */
export async function findOrder(
  tx: StoreTransaction,
  principal: Principal,
  id: string,
): Promise<OrderRecord> {
  const order = await tx.order(id);
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
