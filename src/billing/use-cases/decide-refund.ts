import { BackendError, type Order } from '../../contract/index.js';
import type { Instant } from '../../domain/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { requireObject, requireOneOf, requireText } from '../input.js';
import { isDue } from '../instants.js';
import { drop } from '../jobs.js';
import { lockOrder, type Located } from '../locate.js';
import type { StoreTransaction } from '../ports.js';
import { personOf, SYSTEM } from '../principal.js';
import { beginRefund } from '../refunds.js';
import { moved, noted } from '../timeline.js';
import { orderView } from '../views.js';

export type RefundDecision =
  { decision: 'approve' | 'retry' } | { decision: 'reject'; reason: string };

const DECISIONS: readonly RefundDecision['decision'][] = ['approve', 'retry', 'reject'];

/** The status an order has when a decision about its refund can be made. */
const DECIDABLE = {
  approve: 'refund-requested',
  reject: 'refund-requested',
  retry: 'refund-failed',
} as const;

/**
 * Approves, rejects or retries a refund (SPEC §5 "Refund"). Two who decide at once: the second is told. A rejection that comes when the
 * seven days are over is too late, whether or not a worker has come by.
 *
 * @throws BackendError `conflict` with `refund-not-requested` when there is nothing of the kind to decide
 */
export async function decideRefund(
  { store, principal, clock, ids }: Asked,
  orderId: string,
  input: RefundDecision,
): Promise<Order> {
  const decision = requireOneOf('decision', requireObject('', input).decision, DECISIONS);
  const reason = input.decision === 'reject' ? requireText('reason', input.reason) : null;
  const outcome = await store.transaction('write', async (tx) => {
    const located = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const { status, refund } = located.order;
    if (status !== DECIDABLE[decision]) return notRequested(tx, located, now);
    if (reason !== null && refund && isDue(refund.decisionDueAt, now)) {
      const approved = await beginRefund(tx, located, 'approve-refund', SYSTEM, { ids, now });
      return notRequested(tx, approved, now);
    }
    const by = personOf(principal);
    const event = decision === 'retry' ? 'retry-refund' : 'approve-refund';
    const decided =
      reason === null
        ? await beginRefund(tx, located, event, by, { ids, now })
        : await rejectRefund(tx, located, reason, { by, now });
    const on = { installationId: located.installation.id, orderId };
    await audited(tx, principal, 'decideRefund', on, { decision, reason }, now);
    return orderView(tx, decided.order, now);
  });
  if (outcome instanceof BackendError) throw outcome;
  return outcome;
}

/** Returned, not thrown, so that what the clock has decided is kept. */
async function notRequested(
  tx: StoreTransaction,
  { order }: Located,
  now: Instant,
): Promise<BackendError> {
  const view = await orderView(tx, order, now);
  return new BackendError('conflict', { reason: 'refund-not-requested', order: view });
}

async function rejectRefund(
  tx: StoreTransaction,
  { installation, order }: Located,
  decisionReason: string,
  { by, now }: { by: Located['order']['createdBy']; now: Instant },
): Promise<Located> {
  const { id: orderId, refund } = order;
  const rejected = noted(
    {
      ...moved(order, 'reject-refund'),
      refund: refund && {
        ...refund,
        status: 'rejected',
        decidedAt: now,
        decidedBy: by,
        decisionReason,
      },
    },
    'refund-rejected',
    by,
    now,
  );
  const free = { ...installation, refundOrderId: null };
  await tx.putOrder(rejected);
  await tx.putInstallation(free);
  await drop(tx, installation.id, { kind: 'approve-refund', orderId });
  return { installation: free, order: rejected };
}
