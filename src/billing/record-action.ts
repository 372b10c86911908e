import { BackendError, type PaymentAction, type PaymentAttempt } from '../contract/index.js';
import type { Instant } from '../domain/index.js';
import type { Asked } from './context.js';
import { conflictWith } from './gates.js';
import { normalInstant } from './instants.js';
import { plan } from './jobs.js';
import { lockOrder } from './locate.js';
import { isOpen, withAttempt } from './payments.js';
import type { OrderRecord, StoreTransaction } from './ports.js';
import { personOf } from './principal.js';
import { noted } from './timeline.js';

type Prepared = Extract<PaymentAction, { attemptId: string }>;

/**
 * Keeps what the gateway prepared for an attempt. Where the attempt was closed while the gateway worked, what it prepared is closed too.
 * `authorize` prepared nothing: the attempt goes on when the payer is known.
 *
 * @throws BackendError `conflict` when the attempt was closed, or its order is not pending any more
 */
export async function recordAction(
  { store, principal, clock }: Asked,
  orderId: string,
  { id }: PaymentAttempt,
  action: Exclude<PaymentAction, { type: 'none' }>,
): Promise<PaymentAction> {
  if (action.type === 'authorize') return action;
  const outcome = await store.transaction('write', async (tx) => {
    const { order } = await lockOrder(tx, principal, orderId);
    const attempt = order.payments.find((other) => other.id === id);
    if (!attempt) throw new BackendError('not-found');
    const now = clock.now();
    if (!isOpen(attempt) || order.status !== 'pending') {
      return closeLate(tx, order, attempt, now);
    }
    if (attempt.action) return attempt.action;

    const started = withAttempt(order, opened(attempt, action));
    await tx.putOrder(noted(started, 'payment-started', personOf(principal), now));
    return action;
  });
  if (outcome instanceof BackendError) throw outcome;
  return outcome;
}

function opened(attempt: PaymentAttempt, action: Prepared): PaymentAttempt {
  const state = attempt.method === 'bank-transfer' ? 'created' : 'open';
  return {
    ...attempt,
    // The gateway may have told more before it answered.
    state: attempt.state === 'creating' ? state : attempt.state,
    action,
    expiresAt: normalInstant(action.expiresAt),
  };
}

async function closeLate(
  tx: StoreTransaction,
  { id: orderId, installationId, status, paidAt }: OrderRecord,
  { number }: PaymentAttempt,
  now: Instant,
): Promise<BackendError> {
  await plan(tx, installationId, { kind: 'close-payment', orderId, number }, now);
  if (status === 'pending') return new BackendError('conflict', { reason: 'key-reused' });
  const reason = paidAt === null ? 'order-not-pending' : 'payment-succeeded';
  return conflictWith(tx, reason, orderId, now);
}
