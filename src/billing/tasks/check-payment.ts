import { absorb } from '../absorb.js';
import { askGateway } from '../ask-gateway.js';
import type { Ports } from '../context.js';
import { HOUR_MS, later, MINUTE_MS } from '../instants.js';
import { drop, plan } from '../jobs.js';
import { lockOrderById } from '../locate.js';
import { attemptOf, isOpen } from '../payments.js';
import type { JobTask } from '../ports.js';
import type { Instant } from '../../domain/index.js';

type Task = Extract<JobTask, { kind: 'check-payment' }>;

/** Asks the gateway how an open payment stands, since its word may have been lost; less and less often, until it is not open any more. */
export async function checkPayment(
  { store, gateway, ids, clock }: Ports,
  task: Task,
): Promise<void> {
  const { orderId, number } = task;
  const order = await store.transaction('read', (tx) => tx.order(orderId));
  const open = order && attemptOf(order, number);
  const payment = open && isOpen(open) ? await askGateway(gateway.query(number)) : null;
  await store.transaction('write', async (tx) => {
    const located = await lockOrderById(tx, orderId);
    if (!located) return;
    const now = clock.now();
    const heard = payment
      ? await absorb(tx, located, { number, payment, source: 'answered' }, { ids, now })
      : located;
    const attempt = attemptOf(heard.order, number);
    const { id } = heard.installation;
    if (attempt && isOpen(attempt)) await plan(tx, id, task, nextLook(attempt.createdAt, now));
    else await drop(tx, id, task);
  });
}

/** After as long as the payment has been open, between a minute and an hour. */
function nextLook(createdAt: Instant, now: Instant): Instant {
  const age = Date.parse(now) - Date.parse(createdAt);
  return later(now, Math.min(Math.max(age, MINUTE_MS), HOUR_MS));
}
