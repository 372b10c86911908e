import type { Instant } from '../domain/index.js';
import { closeOrder } from './close-order.js';
import type { Ports } from './context.js';
import { isDue } from './instants.js';
import { drop, plan } from './jobs.js';
import { lockOrderById, type Located } from './locate.js';
import type { OrderRecord, StoreTransaction } from './ports.js';
import { SYSTEM } from './principal.js';
import { withdrawThen } from './withdraw.js';

/**
 * Lets a pending order lapse if its time is over. The gateway is asked first: a payment that did arrive wins, and a transfer under way
 * bars the lapse (SPEC §5).
 *
 * @throws BackendError `unavailable` when the gateway does not answer
 */
export async function lapseIfDue(ports: Ports, orderId: string): Promise<void> {
  await withdrawThen<undefined>({
    ports,
    by: SYSTEM,
    locate: (tx) => locate(tx, orderId),
    check: (_tx, { order }) =>
      Promise.resolve(mustLapse(order, ports.clock.now()) ? null : { result: undefined }),
    decide: async (tx, located) => {
      await closeOrder(tx, located, 'lapse', SYSTEM, ports.clock.now());
      return undefined;
    },
  });
}

/** The worker's look at a pending order: lapses it, or comes back when its time is over. */
export async function runLapse(ports: Ports, orderId: string): Promise<void> {
  await lapseIfDue(ports, orderId);
  await ports.store.transaction('write', async (tx) => {
    const { id, installationId, status, lapsesAt } = (await locate(tx, orderId)).order;
    const task = { kind: 'lapse', orderId: id } as const;
    if (status === 'pending' && lapsesAt !== null) await plan(tx, installationId, task, lapsesAt);
    else await drop(tx, installationId, task);
  });
}

function mustLapse({ status, lapsesAt }: OrderRecord, now: Instant): boolean {
  return status === 'pending' && isDue(lapsesAt, now);
}

async function locate(tx: StoreTransaction, orderId: string): Promise<Located> {
  const located = await lockOrderById(tx, orderId);
  if (!located) throw new Error(`Order ${orderId} is gone`);
  return located;
}
