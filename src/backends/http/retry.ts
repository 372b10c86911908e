import { isBackendError, type BackendErrorCode } from '../../contract/index.js';
import { wait, type HttpEnvironment } from './environment.js';

/** Failures that may be over in a moment. An answer that makes no sense is not: the same would come again. */
const TRANSIENT: ReadonlySet<BackendErrorCode> = new Set([
  'network',
  'timeout',
  'unavailable',
  'rate-limited',
]);

/** Tries after the first. */
const MOST_RETRIES = 2;
/** A longer `Retry-After` is told to the caller instead of waited for, in seconds. */
const LONGEST_WAIT = 10;

/** Milliseconds: `first` doubled with every failure up to `most`, of which a random half is taken off. */
export function backoff(
  failures: number,
  first: number,
  most: number,
  random: () => number,
): number {
  return Math.min(first * 2 ** failures, most) * (1 - random() / 2);
}

/** Repeats a call that is safe to repeat, a bounded number of times and never before `Retry-After`. */
export async function withRetries<Value>(
  attempt: () => Promise<Value>,
  { schedule, random }: HttpEnvironment,
  signal?: AbortSignal,
): Promise<Value> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (retries === MOST_RETRIES || !isBackendError(error) || !TRANSIENT.has(error.code)) {
        throw error;
      }
      const retryAfter = error.retryAfter ?? 0;
      if (retryAfter > LONGEST_WAIT) throw error;
      const pause = Math.max(retryAfter * 1000, backoff(retries, 400, 5_000, random));
      await wait(schedule, pause, signal);
    }
  }
}
