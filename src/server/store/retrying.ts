import { setTimeout as wait } from 'node:timers/promises';
import { BackendError } from '../../contract/index.js';
import type { Engine } from './engine.js';

const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 100;
/** A connection kept for later may have been lost while nobody looked, and its neighbours with it. */
const MOST_LOST = 20;

/** A commit whose answer was lost: it may have happened. */
export class CommitLost extends Error {
  override readonly name = 'CommitLost';
}

/**
 * Runs `work` until it gets through, or the engine's time is up: collisions are tried again after a random wait, so that the same ones do
 * not meet again.
 *
 * @throws BackendError `unavailable`, `storage-full` where that is why; the error of `work` itself as it is
 */
export async function retrying<Result>(
  engine: Pick<Engine, 'failureOf' | 'timeoutMs'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = performance.now() + engine.timeoutMs;
  let lost = 0;
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CommitLost) throw unavailable(error);
      const failure = engine.failureOf(error);
      if (failure === null) throw error;
      if (failure === 'full') {
        throw new BackendError('unavailable', { reason: 'storage-full', cause: error });
      }
      const again = failure === 'collision' || (failure === 'lost' && ++lost <= MOST_LOST);
      if (!again || performance.now() >= end) throw unavailable(error);
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
    }
  }
}

export function unavailable(cause: unknown): BackendError {
  return new BackendError('unavailable', { cause });
}
