import { BackendError } from '../contract/errors.js';

/** How long a call may take before it counts as failed. */
export const CALL_TIMEOUT_MS = 20_000;
/** The same for what is nice to know, and must not hold up the rest. */
export const ASIDE_TIMEOUT_MS = 3_000;

/**
 * Runs one backend call that ends for certain: with its answer, with a `timeout`, or as soon as `signal` aborts,
 * even where the backend neither answers nor heeds the signal.
 */
export async function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
  milliseconds = CALL_TIMEOUT_MS,
): Promise<Result> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => controller.abort(new BackendError('timeout')), milliseconds);
  try {
    // Listens before the backend does, so that the reason is the timeout and not the backend's own word for an abort.
    const end = aborted(controller.signal);
    return await Promise.race([work(controller.signal), end]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
