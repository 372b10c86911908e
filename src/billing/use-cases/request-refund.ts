import { BackendError, type Order } from '../../contract/index.js';
import { refundDecisionDueAt, refundEligibility } from '../../domain/index.js';
import type { Asked } from '../context.js';
import { requireNoRefund } from '../gates.js';
import { madeBefore, rememberMade } from '../idempotency.js';
import { requireKey, requireObject, requireText } from '../input.js';
import { plan } from '../jobs.js';
import { lockOrder } from '../locate.js';
import { personOf } from '../principal.js';
import { moved, noted } from '../timeline.js';
import { orderView } from '../views.js';

/**
 * Asks for the whole of what was paid for an order (SPEC §5 "Refund"). From now until it ends nothing can be ordered, paid or invoiced.
 *
 * @throws BackendError `conflict` with `refund-under-way`, `refund-ineligible` (and every reason) or `key-reused`
 */
export async function requestRefund(
  { store, principal, clock }: Asked,
  orderId: string,
  input: { reason: string; key: string },
): Promise<Order> {
  const key = requireKey(requireObject('', input).key);
  const reason = requireText('reason', input.reason);
  return store.transaction('write', async (tx) => {
    const { installation, order } = await lockOrder(tx, principal, orderId);
    const now = clock.now();
    const { id: installationId } = installation;
    const scope = `request-refund:${orderId}`;
    const attempt = { installationId, scope, key, body: { reason } };
    if (await madeBefore(tx, attempt)) return orderView(tx, order, now);

    await requireNoRefund(tx, installation, now);
    const standing = await tx.standingOrders([installationId]);
    const eligibility = refundEligibility(order, standing, now);
    if (!eligibility.ok) {
      const { reasons: refundReasons } = eligibility;
      throw new BackendError('conflict', { reason: 'refund-ineligible', refundReasons });
    }
    const by = personOf(principal);
    const decisionDueAt = refundDecisionDueAt(now);
    const requested = noted(
      {
        ...moved(order, 'request-refund'),
        refund: {
          status: 'requested',
          amount: order.quote.payable,
          reason,
          requestedAt: now,
          requestedBy: by,
          decisionDueAt,
          decidedAt: null,
          decidedBy: null,
          decisionReason: null,
          refundedAt: null,
          failure: null,
        },
      },
      'refund-requested',
      by,
      now,
    );
    await tx.putOrder(requested);
    await tx.putInstallation({ ...installation, refundOrderId: orderId });
    await plan(tx, installationId, { kind: 'approve-refund', orderId }, decisionDueAt);
    await rememberMade(tx, attempt, orderId, now);
    return orderView(tx, requested, now);
  });
}
