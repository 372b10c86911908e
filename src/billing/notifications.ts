import { absorb } from './absorb.js';
import type { Ports } from './context.js';
import { jobId } from './jobs.js';
import { lockOrderById, type Located } from './locate.js';
import type { GatewayEvent, StoreTransaction } from './ports.js';
import { absorbRefund } from './refunds.js';
import { absorbStrayRefund } from './strays.js';

/**
 * Takes in what a gateway tells unasked (SPEC §5). Duplicates, words that come late or out of order and numbers nobody knows change nothing.
 * Whether the event is genuine is for the caller to have checked.
 */
export function handleNotification(
  { store, clock, ids }: Ports,
  event: GatewayEvent,
): Promise<void> {
  return store.transaction('write', async (tx) => {
    const order = await tx.orderByPaymentNumber(event.number);
    const located = order && (await lockOrderById(tx, order.id));
    if (!located) return;
    const now = clock.now();
    if (event.type === 'payment') {
      const { number, payment } = event;
      await absorb(tx, located, { number, payment, source: 'told' }, { ids, now });
    } else if (event.refundNumber === located.order.refundNumber) {
      await absorbRefund(tx, located, event.refundNumber, event.refund, now);
    } else {
      await absorbStrayNotice(tx, located, event, { ids, now });
    }
  });
}

/** The refund of money that arrived without need: its job knows the number. */
async function absorbStrayNotice(
  tx: StoreTransaction,
  located: Located,
  { number, refundNumber, refund }: Extract<GatewayEvent, { type: 'refund' }>,
  tools: { ids: Ports['ids']; now: string },
): Promise<void> {
  const { id: orderId, installationId, payments } = located.order;
  const strays = payments.find((attempt) => attempt.number === number)?.stray ?? [];
  for (const { transactionId } of strays) {
    const task = { kind: 'refund-stray', orderId, number, transactionId, refundNumber } as const;
    const job = await tx.job(jobId(installationId, task));
    if (job?.task.kind === 'refund-stray' && job.task.refundNumber === refundNumber) {
      await absorbStrayRefund(tx, located, job, job.task, refund, tools);
    }
  }
}
