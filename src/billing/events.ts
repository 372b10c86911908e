import type { BillingEvent } from '../contract/index.js';
import { plan } from './jobs.js';
import type { StoreTransaction } from './ports.js';

/**
 * Puts an event into the outbox, in the transaction of what happened: it is told if that is kept, and only then.
 *
 * @param about together with the type, names what happened; the same again is the same event
 */
export function tell(tx: StoreTransaction, event: BillingEvent, about: string): Promise<void> {
  const { type, timestamp, data } = event;
  const task = { kind: 'send-event', id: `${type}:${about}`, event } as const;
  return plan(tx, data.installationId, task, timestamp);
}
