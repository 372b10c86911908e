/** Runs `callback` after `ms` milliseconds, unless the returned function is called before. */
export type Schedule = (callback: () => void, ms: number) => () => void;

/** What the client takes from its surroundings besides `fetch`; tests bring their own. */
export interface HttpEnvironment {
  schedule: Schedule;
  /** From 0 up to 1; spreads retries, so that many pages do not return at the same instant. */
  random: () => number;
}

export const defaultEnvironment: HttpEnvironment = {
  schedule: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Resolves after `ms` milliseconds; rejects with the signal's reason when that comes first. */
export async function wait(schedule: Schedule, ms: number, signal?: AbortSignal): Promise<void> {
  let cancel: (() => void) | undefined;
  const elapsed = new Promise<void>((resolve) => {
    cancel = schedule(resolve, ms);
  });
  try {
    await abortable(elapsed, signal);
  } finally {
    cancel?.();
  }
}

/** The promise, or the signal's reason as soon as it aborts: what is waited for may not know the signal. */
export async function abortable<Value>(
  promise: Promise<Value>,
  signal?: AbortSignal,
): Promise<Value> {
  if (!signal) return promise;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
