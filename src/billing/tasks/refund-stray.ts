import { askGateway } from '../ask-gateway.js';
import type { Ports } from '../context.js';
import { drop, nextTry, postpone } from '../jobs.js';
import { lockOrderById } from '../locate.js';
import type { Job } from '../ports.js';
import { absorbStrayRefund, strayOf, type StrayTask } from '../strays.js';
import { refundAtGateway } from './refund-at-gateway.js';

/** Has the gateway return money that arrived without need, and looks again until it has. */
export async function refundStray(ports: Ports, job: Job, task: StrayTask): Promise<void> {
  const { store, gateway, clock, ids } = ports;
  const { orderId, number, transactionId, refundNumber } = task;
  const order = await store.transaction('read', (tx) => tx.order(orderId));
  const stray = order && strayOf(order, task);
  if (!stray) return store.transaction('write', (tx) => drop(tx, job.installationId, task));

  const { amount, reason } = stray;
  const { currency } = order;
  const request = { number, transactionId, refundNumber, amount, currency, reason };
  const answer = await askGateway(refundAtGateway(gateway, request, job));
  return store.transaction('write', async (tx) => {
    const located = await lockOrderById(tx, orderId);
    if (!located) return;
    const now = clock.now();
    await postpone(tx, job, nextTry(job, now), null);
    await absorbStrayRefund(tx, located, job, task, answer, { ids, now });
  });
}
