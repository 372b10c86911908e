import { BackendError, type Order } from '../../contract/index.js';
import { audited } from '../audit.js';
import type { Asked } from '../context.js';
import { requireObject, requireOneOf, requireText } from '../input.js';
import { drop } from '../jobs.js';
import { lockOrder, type Located } from '../locate.js';
import type { StoreTransaction } from '../ports.js';
import { personOf } from '../principal.js';
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
 * Approves, rejects or retries a refund (SPEC §5 "Refund"). Two who decide at once: the second is told.
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
  return store.transaction('write', async (tx) => {
    const located = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    if (located.order.status !== DECIDABLE[decision]) {
      const order = await orderView(tx, located.order, now);
      throw new BackendError('conflict', { reason: 'refund-not-requested', order });
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
}

async function rejectRefund(
  tx: StoreTransaction,
  { installation, order }: Located,
  decisionReason: string,
  { by, now }: { by: Located['order']['createdBy']; now: string },
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
