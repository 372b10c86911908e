/**
 * What must agree in the records of one installation. Pure, and told apart from what made them: what it expects follows from the orders
 * and the rules of the domain alone.
 */
import { isReceived } from '../../billing/order-query.js';
import type { AuditEntry, InstallationRecord, JobTask, OrderRecord } from '../../billing/index.js';
import { jobId } from '../../billing/jobs.js';
import { settlingAttempt, transferUnderWay } from '../../billing/payments.js';
import type { PublishedPolicy, TimelineEntry } from '../../contract/index.js';
import { blocksOrdering, segmentsAfter, type Segment } from '../../domain/index.js';

/** Two records that do not agree. */
export interface Disagreement {
  installationId: string;
  /** null where no one order is the matter. */
  orderId: string | null;
  /** For whoever looks into it; names no person. */
  fault: string;
}

/** Everything an installation's books are made of. */
export interface Books {
  installation: InstallationRecord;
  policies: readonly PublishedPolicy[];
  orders: readonly OrderRecord[];
  /** Ids of what is planned for it. */
  jobs: ReadonlySet<string>;
  audit: readonly AuditEntry[];
}

type Fault = Omit<Disagreement, 'installationId'>;

/** Every disagreement in the books of an installation; none when they are in order. */
export function checkInstallation(books: Books): Disagreement[] {
  const { id: installationId } = books.installation;
  const faults = [
    ...pendingFaults(books),
    ...books.orders.flatMap((order) => [
      ...statusFaults(order),
      ...moneyFaults(order),
      ...jobFaults(order, books.jobs),
      ...auditFaults(order, books.audit),
    ]),
    ...segmentFaults(books),
  ];
  return faults.map((fault) => ({ installationId, ...fault }));
}

function pendingFaults({ installation, orders }: Books): Fault[] {
  const { pendingOrderId, refundOrderId } = installation;
  const idsOf = (which: (order: OrderRecord) => boolean) =>
    orders.filter(which).map(({ id }) => id);
  const pending = idsOf(({ status }) => status === 'pending');
  const refunding = idsOf(({ status }) => blocksOrdering(status));
  const faults: Fault[] = [];
  if (!isOnly(pendingOrderId, pending)) {
    faults.push(fault(pendingOrderId, `pending are ${list(pending)}`));
  }
  if (!isOnly(refundOrderId, refunding)) {
    faults.push(fault(refundOrderId, `refunds under way are ${list(refunding)}`));
  }
  return faults;
}

function isOnly(id: string | null, ids: readonly string[]): boolean {
  return id === null ? ids.length === 0 : ids.length === 1 && ids[0] === id;
}

function statusFaults(order: OrderRecord): Fault[] {
  const { id, status, paidAt, refund, timeline, lapsesAt } = order;
  const paid = isReceived(status) || status === 'refunded';
  const faults: Fault[] = [];
  if (paid !== (paidAt !== null)) faults.push(fault(id, `${status}, yet paid at ${paidAt}`));
  if (timesOf(timeline, 'paid') !== (paid ? 1 : 0)) {
    faults.push(fault(id, `${status}, yet ${timesOf(timeline, 'paid')} times paid`));
  }
  if (timeline.at(-1)?.status !== status) {
    faults.push(fault(id, `${status}, which its history does not end with`));
  }
  if (status !== 'pending' && lapsesAt !== null) faults.push(fault(id, `${status}, yet lapses`));
  const expected = REFUND_STATES[status];
  if (expected !== undefined && refund?.status !== expected) {
    faults.push(fault(id, `${status}, yet its refund is ${refund?.status ?? 'missing'}`));
  }
  return faults;
}

const REFUND_STATES: Readonly<Partial<Record<OrderRecord['status'], string>>> = {
  'refund-requested': 'requested',
  refunding: 'refunding',
  refunded: 'refunded',
  'refund-failed': 'failed',
};

/** One payment of what was asked for; every other that succeeded is money that goes back. */
function moneyFaults(order: OrderRecord): Fault[] {
  const { id, quote, paidAt, settledByCredit, payments, refund } = order;
  const settling = settlingAttempt(order);
  const faults: Fault[] = [];
  if ((settling !== undefined) !== (paidAt !== null && !settledByCredit)) {
    faults.push(
      fault(id, settling ? 'money came, yet it is not paid by it' : 'paid without money'),
    );
  }
  if (settledByCredit && quote.payable !== 0)
    faults.push(fault(id, 'credit left something to pay'));
  if (settling && settling.amount !== quote.payable) {
    faults.push(fault(id, `paid ${settling.amount}, due ${quote.payable}`));
  }
  if (refund && refund.amount !== quote.payable) {
    faults.push(fault(id, `refund of ${refund.amount}, paid ${quote.payable}`));
  }
  const others = payments.filter(
    (attempt) => attempt !== settling && attempt.state === 'succeeded',
  );
  for (const { number, transactionId, stray } of others) {
    if (!stray.some((money) => money.transactionId === transactionId)) {
      faults.push(fault(id, `payment ${number} is a second one, and not sent back`));
    }
  }
  const lines = quote.lines.reduce((sum, { amount }) => sum + amount, 0);
  if (lines !== quote.payable) faults.push(fault(id, `lines add up to ${lines}`));
  return faults;
}

function jobFaults(order: OrderRecord, jobs: ReadonlySet<string>): Fault[] {
  const { id: orderId, installationId } = order;
  return tasksOf(order)
    .map((task) => jobId(installationId, task))
    .filter((id) => !jobs.has(id))
    .map((id) => fault(orderId, `nobody will do ${id}`));
}

/** What somebody must still do for an order. */
function tasksOf(order: OrderRecord): JobTask[] {
  const { id: orderId, status, payments } = order;
  const tasks: JobTask[] = [];
  if (status === 'pending' && !transferUnderWay(order)) tasks.push({ kind: 'lapse', orderId });
  if (status === 'refund-requested') tasks.push({ kind: 'approve-refund', orderId });
  if (status === 'refunding') tasks.push({ kind: 'refund-order', orderId });
  for (const { number, stray } of payments) {
    for (const { transactionId, refundedAt } of stray) {
      if (refundedAt !== null) continue;
      tasks.push({ kind: 'refund-stray', orderId, number, transactionId, refundNumber: '' });
    }
  }
  return tasks;
}

/** What people did to an order, and what its history calls it. */
const AUDITED: Readonly<Record<string, readonly TimelineEntry['event'][]>> = {
  lowerPrice: ['replaced'],
  confirmTransfer: ['transfer-confirmed'],
  decideRefund: ['refund-approved', 'refund-rejected'],
  markInvoice: ['invoice-mailed', 'invoice-sent', 'invoice-cancelled'],
};

function auditFaults({ id, timeline }: OrderRecord, audit: readonly AuditEntry[]): Fault[] {
  return Object.entries(AUDITED).flatMap(([action, events]) => {
    const byPeople = timeline.filter(
      ({ by, event }) => by.role !== 'system' && events.includes(event),
    );
    const written = audit.filter((entry) => entry.orderId === id && entry.action === action);
    return byPeople.length === written.length
      ? []
      : [fault(id, `${byPeople.length} times ${action}, ${written.length} written down`)];
  });
}

/** The paid time is what the orders that stand bought, one after the other; a refunded one was the newest, and left nothing. */
function segmentFaults({ installation, policies, orders }: Books): Fault[] {
  const bought = orders
    .flatMap((order) => {
      const { paidAt, status } = order;
      return paidAt !== null && isReceived(status) ? [{ ...order, paidAt }] : [];
    })
    .sort((a, b) => compare(a.paidAt, b.paidAt) || compare(a.id, b.id));
  const faults: Fault[] = [];
  let segments: Segment[] = [];
  for (const order of bought) {
    const { id: orderId, policyVersion, request, quotedAt, paidAt, quote } = order;
    const published = policies.find(({ version }) => version === policyVersion);
    if (!published) {
      faults.push(fault(orderId, `its policy ${policyVersion} is gone`));
      continue;
    }
    const { policy } = published;
    const adjustment = quote.lines.reduce(
      (sum, { code, amount }) => (code === 'adjustment' ? sum - amount : sum),
      0,
    );
    const paid = { orderId, policyVersion, policy, request, quotedAt, paidAt, adjustment };
    try {
      const change = segmentsAfter(segments, paid);
      const granted = change.segments.filter((segment) => segment.orderId === orderId);
      if (!same(granted, order.segmentsGranted) || !same(change.replaced, order.segmentsReplaced)) {
        faults.push(fault(orderId, 'it granted or replaced other time than it bought'));
      }
      segments = change.segments;
    } catch {
      faults.push(fault(orderId, 'it could not be quoted on what was bought before it'));
    }
  }
  if (!same(segments, installation.subscription.segments)) {
    faults.push(fault(null, 'the paid time is not what the orders bought'));
  }
  return faults;
}

function timesOf(timeline: readonly TimelineEntry[], event: TimelineEntry['event']): number {
  return timeline.filter((entry) => entry.event === event).length;
}

/** Whether two lists of segments are the same, whatever the order of their keys. */
function same(a: readonly Segment[], b: readonly Segment[]): boolean {
  const plain = (segments: readonly Segment[]) =>
    segments.map((segment) => JSON.stringify(Object.entries(segment).sort()));
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}

function fault(orderId: string | null, what: string): Fault {
  return { orderId, fault: what };
}
