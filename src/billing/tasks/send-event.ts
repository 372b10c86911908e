import type { Ports } from '../context.js';
import { drop } from '../jobs.js';
import type { Job, JobTask } from '../ports.js';

type Task = Extract<JobTask, { kind: 'send-event' }>;

/** Hands an event to whoever listens. */
export async function sendEvent(
  { store, events }: Ports,
  { installationId }: Job,
  task: Task,
): Promise<void> {
  await events?.deliver(task.id, task.event);
  await store.transaction('write', (tx) => drop(tx, installationId, task));
}
