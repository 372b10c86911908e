import type { Person } from '../contract/index.js';
import { drop } from './jobs.js';
import type { Located } from './locate.js';
import type { StoreTransaction } from './ports.js';
import { moved, noted } from './timeline.js';

const HOW = {
  cancel: 'cancelled',
  lapse: 'lapsed',
  replace: 'replaced',
} as const;

/** Ends a pending order without a payment; the installation is free for the next one. Stores both. */
export async function closeOrder(
  tx: StoreTransaction,
  { installation, order }: Located,
  how: keyof typeof HOW,
  by: Person,
  now: string,
): Promise<Located> {
  const closed = noted({ ...moved(order, how), lapsesAt: null }, HOW[how], by, now);
  const free = { ...installation, pendingOrderId: null };
  await tx.putOrder(closed);
  await tx.putInstallation(free);
  await drop(tx, installation.id, { kind: 'lapse', orderId: order.id });
  return { installation: free, order: closed };
}
