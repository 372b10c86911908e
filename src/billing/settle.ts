import type { BillingEvent, Person } from '../contract/index.js';
import { segmentsAfter, type Instant, type PaymentMethod } from '../domain/index.js';
import { tell } from './events.js';
import { latest } from './instants.js';
import { drop, plan } from './jobs.js';
import type { Located } from './locate.js';
import { openAttempts } from './payments.js';
import type { OrderRecord, StoreTransaction } from './ports.js';
import { changeSegments } from './subscription.js';
import { moved, noted } from './timeline.js';

/** How an order came to be paid. */
export interface Settlement {
  /** The gateway's success time; bought time starts here. */
  paidAt: Instant;
  /** null when credit covered it. */
  method: PaymentMethod | null;
  by: Person;
  now: Instant;
}

/**
 * The only place where an order becomes paid: its segments are granted, the installation is free for the next order, and whatever else
 * might still bring money for it is closed. Stores both.
 */
export async function settle(
  tx: StoreTransaction,
  { installation, order }: Located,
  { paidAt: toldAt, method, by, now }: Settlement,
): Promise<Located> {
  const { id: orderId, installationId, policyVersion, request, quotedAt, quote } = order;
  const published = await tx.policyVersion(installationId, policyVersion);
  if (!published) throw new Error(`Order ${orderId} pins policy ${policyVersion}, which is gone`);

  const paidAt = await inOrder(tx, order, toldAt);
  const { segments, replaced } = segmentsAfter(installation.subscription.segments, {
    orderId,
    policyVersion,
    policy: published.policy,
    request,
    quotedAt,
    paidAt,
    adjustment: adjustmentOf(quote.lines),
  });
  const paid = noted(
    {
      ...moved(order, 'pay'),
      paidAt,
      method,
      settledByCredit: method === null,
      lapsesAt: null,
      segmentsReplaced: replaced,
      segmentsGranted: segments.filter((segment) => segment.orderId === orderId),
    },
    'paid',
    by,
    now,
  );
  const serving = await changeSegments(
    tx,
    { ...installation, pendingOrderId: null },
    segments,
    now,
  );
  await tx.putOrder(paid);
  await drop(tx, installationId, { kind: 'lapse', orderId });
  for (const { number } of openAttempts(paid)) {
    await plan(tx, installationId, { kind: 'close-payment', orderId, number }, now);
  }
  await tell(tx, paidEvent(paid, paidAt, now), orderId);
  return { installation: serving, order: paid };
}

function paidEvent(
  { id: orderId, installationId, kind, quote, currency }: OrderRecord,
  paidAt: Instant,
  timestamp: Instant,
): BillingEvent {
  const { seats, payable: amount } = quote;
  const data = { installationId, orderId, kind, seats, amount, currency, paidAt };
  return { type: 'order.paid', timestamp, data };
}

/**
 * When an order was paid, never before it was made or the one before it was paid: where the gateway's clock differs from ours, the order
 * that changed the paid time last would not count as the newest, and an earlier one could be refunded from under it.
 */
async function inOrder(
  tx: StoreTransaction,
  { installationId, createdAt }: OrderRecord,
  toldAt: Instant,
): Promise<Instant> {
  const standing = await tx.standingOrders([installationId]);
  return latest(toldAt, createdAt, ...standing.map(({ paidAt }) => paidAt ?? toldAt));
}

/** By how much the price was lowered in all, 0 or more. */
function adjustmentOf(lines: Located['order']['quote']['lines']): number {
  return lines.reduce((sum, { code, amount }) => (code === 'adjustment' ? sum - amount : sum), 0);
}
