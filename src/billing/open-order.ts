import type { Person } from '../contract/index.js';
import { lapsesAt, type Instant } from '../domain/index.js';
import { plan } from './jobs.js';
import type { Located } from './locate.js';
import type { InstallationRecord, OrderRecord, StoreTransaction } from './ports.js';
import { settle } from './settle.js';
import { noted } from './timeline.js';

/** What a new order is made of; the rest begins empty. */
export type NewOrder = Pick<
  OrderRecord,
  | 'id'
  | 'kind'
  | 'currency'
  | 'request'
  | 'policyVersion'
  | 'quote'
  | 'quotedAt'
  | 'createdBy'
  | 'replacesOrderId'
>;

/**
 * Puts a new order into an installation that has none pending: it waits for its payment, or is paid at once when nothing is to pay
 * (SPEC §3 "settled-by-credit"). Stores both.
 */
export async function openOrder(
  tx: StoreTransaction,
  installation: InstallationRecord,
  order: NewOrder,
  by: Person,
  now: Instant,
): Promise<Located> {
  const { appName, customerName } = installation;
  const made: OrderRecord = {
    ...order,
    installationId: installation.id,
    appName,
    customerName,
    status: 'pending',
    createdAt: now,
    lapsesAt: null,
    paidAt: null,
    settledByCredit: false,
    method: null,
    payments: [],
    segmentsReplaced: [],
    segmentsGranted: [],
    refund: null,
    refundNumber: null,
    invoice: null,
    complaints: [],
    timeline: [],
    replacedByOrderId: null,
  };
  const created = noted(made, 'created', by, now);
  if (created.quote.payable === 0) {
    return settle(tx, { installation, order: created }, { paidAt: now, method: null, by, now });
  }
  const end = lapsesAt(created, installation.subscription.segments);
  const pending = { ...created, lapsesAt: end };
  const waiting = { ...installation, pendingOrderId: order.id };
  await tx.putOrder(pending);
  await tx.putInstallation(waiting);
  await plan(tx, installation.id, { kind: 'lapse', orderId: order.id }, end);
  return { installation: waiting, order: pending };
}
