import { askGateway } from '../ask-gateway.js';
import type { Ports } from '../context.js';
import { drop, nextTry, postpone } from '../jobs.js';
import { lockOrderById } from '../locate.js';
import { settlingAttempt } from '../payments.js';
import type { GatewayRefundRequest, Job, JobTask, OrderRecord } from '../ports.js';
import { absorbRefund } from '../refunds.js';
import { refundAtGateway } from './refund-at-gateway.js';

type Task = Extract<JobTask, { kind: 'refund-order' }>;

/** Has the gateway return what was paid for an order, and looks again until that has succeeded or failed. */
export async function refundOrder(ports: Ports, job: Job, task: Task): Promise<void> {
  const { store, clock } = ports;
  const { orderId } = task;
  const order = await store.transaction('read', (tx) => tx.order(orderId));
  const request = order && requestFor(order);
  const answer = request && (await askGateway(refundAtGateway(ports.gateway, request, job)));
  await store.transaction('write', async (tx) => {
    const located = await lockOrderById(tx, orderId);
    if (!located) return;
    const now = clock.now();
    const heard =
      request && answer
        ? await absorbRefund(tx, located, request.refundNumber, answer, now)
        : located;
    if (heard.order.status === 'refunding') await postpone(tx, job, nextTry(job, now), null);
    else await drop(tx, heard.installation.id, task);
  });
}

function requestFor(order: OrderRecord): GatewayRefundRequest | null {
  const { status, refund, refundNumber, currency } = order;
  if (status !== 'refunding' || !refund || refundNumber === null) return null;
  const attempt = settlingAttempt(order);
  if (attempt?.transactionId == null) {
    throw new Error(`Order ${order.id} is to be refunded, but no payment of it is known`);
  }
  const { number, transactionId } = attempt;
  const { amount, reason } = refund;
  return { number, transactionId, refundNumber, amount, currency, reason };
}
