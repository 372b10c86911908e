import type { Person, Refund } from '../contract/index.js';
import { segmentsBefore, type Instant } from '../domain/index.js';
import { tell } from './events.js';
import { normalInstant } from './instants.js';
import { drop, plan } from './jobs.js';
import type { Located } from './locate.js';
import type { GatewayRefund, Ids, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';
import { changeSegments } from './subscription.js';
import { moved, noted } from './timeline.js';

/** Sends the money back: for the first time, or again after it failed. Without any money there is nothing to wait for. Stores both. */
export async function beginRefund(
  tx: StoreTransaction,
  { installation, order }: Located,
  event: 'approve-refund' | 'retry-refund',
  by: Person,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<Located> {
  const refund = refundOf(order);
  const refunding = noted(
    {
      ...moved(order, event),
      // A number that failed is used up.
      refundNumber: ids.next('refund-number'),
      refund: { ...refund, status: 'refunding', decidedAt: now, decidedBy: by, failure: null },
    },
    'refund-approved',
    by,
    now,
  );
  const { id: orderId } = order;
  await drop(tx, installation.id, { kind: 'approve-refund', orderId });
  if (refund.amount === 0) {
    return completeRefund(tx, { installation, order: refunding }, now, now);
  }
  await tx.putOrder(refunding);
  await plan(tx, installation.id, { kind: 'refund-order', orderId }, now);
  return { installation, order: refunding };
}

/** Takes in how a refund stands; only the current try's first final word changes anything. Stores what changed. */
export async function absorbRefund(
  tx: StoreTransaction,
  located: Located,
  refundNumber: string,
  answer: GatewayRefund,
  now: Instant,
): Promise<Located> {
  const { installation, order } = located;
  if (order.status !== 'refunding' || order.refundNumber !== refundNumber) return located;
  if (answer.state === 'succeeded') {
    return completeRefund(tx, located, normalInstant(answer.refundedAt), now);
  }
  if (answer.state !== 'failed') return located;

  const failed = noted(
    {
      ...moved(order, 'fail-refund'),
      refund: { ...refundOf(order), status: 'failed', failure: answer.failure },
    },
    'refund-failed',
    SYSTEM,
    now,
  );
  await tx.putOrder(failed);
  await drop(tx, installation.id, { kind: 'refund-order', orderId: order.id });
  return { installation, order: failed };
}

/** The money is back: the order's paid time goes, and what it replaced comes back as it was (SPEC §5). */
async function completeRefund(
  tx: StoreTransaction,
  { installation, order }: Located,
  refundedAt: Instant,
  now: Instant,
): Promise<Located> {
  const { id: orderId, segmentsReplaced: replaced, currency } = order;
  const { id: installationId } = installation;
  const refund = refundOf(order);
  const refunded = noted(
    {
      ...moved(order, 'complete-refund'),
      refund: { ...refund, status: 'refunded', refundedAt },
    },
    'refunded',
    SYSTEM,
    now,
  );
  await tx.putOrder(refunded);
  await drop(tx, installationId, { kind: 'refund-order', orderId });
  const data = { installationId, orderId, amount: refund.amount, currency, refundedAt };
  await tell(tx, { type: 'order.refunded', timestamp: now, data }, orderId);
  const segments = segmentsBefore(installation.subscription.segments, { orderId, replaced });
  const free = { ...installation, refundOrderId: null };
  return { installation: await changeSegments(tx, free, segments, now), order: refunded };
}

function refundOf({ id, refund }: Located['order']): Refund {
  if (!refund) throw new Error(`Nobody asked for a refund of order ${id}`);
  return refund;
}
