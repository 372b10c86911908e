import type { Person, StrayPayment } from '../contract/index.js';
import { lapsesAt, type Instant } from '../domain/index.js';
import { plan } from './jobs.js';
import type { Located } from './locate.js';
import { applyGatewayPayment, attemptOf, transferUnderWay, withAttempt } from './payments.js';
import type { GatewayPayment, Ids, OrderRecord, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';
import { settle } from './settle.js';
import { noted } from './timeline.js';

/** One word of the gateway about a payment. */
export interface GatewayWord {
  number: string;
  payment: GatewayPayment;
  /** `told`: it came unasked, and is remembered even when it tells nothing new; `answered`: billing asked. */
  source: 'told' | 'answered';
  /** Who made billing ask; for the timeline. */
  by?: Person;
}

/**
 * Takes in what the gateway said about one of the order's payments, and all that follows from it: the order may be paid, a transfer may
 * bar its lapse, money without use is flagged and sent back. The same word again changes nothing. Stores what changed.
 */
export async function absorb(
  tx: StoreTransaction,
  located: Located,
  { number, payment, source, by = SYSTEM }: GatewayWord,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<Located> {
  const { installation, order } = located;
  const attempt = attemptOf(order, number);
  if (!attempt || payment.state === 'unknown') return located;

  const due = order.quote.payable;
  const change = applyGatewayPayment(attempt, payment, { status: order.status, due, now });
  if (change.outcome === 'ignored' && source === 'answered') return located;
  const heard = withAttempt(order, change.attempt);

  switch (change.outcome) {
    case 'ignored':
      await tx.putOrder(heard);
      return { installation, order: heard };
    case 'paid': {
      const { paidAt } = change;
      const { method } = attempt;
      return settle(tx, { installation, order: heard }, { paidAt, method, by: SYSTEM, now });
    }
    case 'stray': {
      const timed = await retimed(tx, { installation, order: heard });
      const flagged = noted(timed, 'stray-payment', SYSTEM, now);
      await tx.putOrder(flagged);
      await planStrayRefund(tx, flagged, number, change.stray, { ids, now });
      return { installation, order: flagged };
    }
    case 'progressed':
    case 'closed': {
      const event = change.outcome === 'closed' ? 'payment-closed' : 'payment-progressed';
      const timed = await retimed(tx, { installation, order: heard });
      const moved = noted(timed, event, by, now);
      await tx.putOrder(moved);
      return { installation, order: moved };
    }
  }
}

/** A transfer under way bars the lapse; once it has failed, or brought another amount, the order lapses when it would have. */
async function retimed(
  tx: StoreTransaction,
  { installation, order }: Located,
): Promise<OrderRecord> {
  if (order.status !== 'pending') return order;
  if (transferUnderWay(order)) return { ...order, lapsesAt: null };
  if (order.lapsesAt !== null) return order;
  const { segments } = installation.subscription;
  const end = lapsesAt(order, segments);
  await plan(tx, installation.id, { kind: 'lapse', orderId: order.id }, end);
  return { ...order, lapsesAt: end };
}

async function planStrayRefund(
  tx: StoreTransaction,
  { id: orderId, installationId }: OrderRecord,
  number: string,
  { transactionId }: StrayPayment,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<void> {
  const refundNumber = ids.next('refund-number');
  const task = { kind: 'refund-stray', orderId, number, transactionId, refundNumber } as const;
  await plan(tx, installationId, task, now);
}
