import { BackendError } from '../../contract/index.js';
import { absorb } from '../absorb.js';
import { askGateway } from '../ask-gateway.js';
import type { Ports } from '../context.js';
import { drop } from '../jobs.js';
import { lockOrderById } from '../locate.js';
import type { GatewayPayment, JobTask } from '../ports.js';

type Task = Extract<JobTask, { kind: 'close-payment' }>;

const OVER: readonly GatewayPayment['state'][] = ['unknown', 'closed', 'revoked', 'succeeded'];

/**
 * Closes a payment that no order waits for. Money that arrived all the same is flagged and sent back.
 *
 * @throws BackendError `unavailable` while the gateway cannot close it, as with a transfer under way: to be tried again
 */
export async function closePayment(
  { store, gateway, ids, clock }: Ports,
  task: Task,
): Promise<void> {
  const { orderId, number } = task;
  const payment = await askGateway(gateway.close(number));
  await store.transaction('write', async (tx) => {
    const located = await lockOrderById(tx, orderId);
    if (!located) return;
    const now = clock.now();
    await absorb(tx, located, { number, payment, source: 'answered' }, { ids, now });
    if (OVER.includes(payment.state)) await drop(tx, located.installation.id, task);
  });
  if (!OVER.includes(payment.state)) throw new BackendError('unavailable');
}
