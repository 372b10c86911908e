import { BackendError } from '../contract/index.js';
import type { Instant } from '../domain/index.js';
import type { InstallationRecord, StoreTransaction } from './ports.js';
import { orderView } from './views.js';

/**
 * From the request of a refund until it ends, nothing can be ordered, paid or invoiced (SPEC §5).
 *
 * @throws BackendError `conflict` (`refund-under-way`) with the order being refunded
 */
export async function requireNoRefund(
  tx: StoreTransaction,
  { refundOrderId }: InstallationRecord,
  now: Instant,
): Promise<void> {
  if (refundOrderId === null) return;
  throw await conflictWith(tx, 'refund-under-way', refundOrderId, now);
}

/** @throws BackendError `conflict` (`order-pending`) with the order in the way */
export async function requireNonePending(
  tx: StoreTransaction,
  { pendingOrderId }: InstallationRecord,
  now: Instant,
): Promise<void> {
  if (pendingOrderId === null) return;
  throw await conflictWith(tx, 'order-pending', pendingOrderId, now);
}

/** A conflict with the order that is in the way, as it is now. */
export async function conflictWith(
  tx: StoreTransaction,
  reason:
    | 'order-pending'
    | 'order-not-pending'
    | 'payment-succeeded'
    | 'transfer-under-way'
    | 'refund-under-way',
  orderId: string,
  now: Instant,
): Promise<BackendError> {
  const order = await tx.order(orderId);
  return new BackendError('conflict', {
    reason,
    ...(order ? { order: await orderView(tx, order, now) } : {}),
  });
}
