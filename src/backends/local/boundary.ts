import {
  BackendError,
  isBackendError,
  toBackendError,
  type BackendErrorCode,
  type BillingBackend,
  type CallOptions,
} from '../../contract/index.js';

/** The calls of the contract that answer once. */
export type CallName = Exclude<keyof BillingBackend, 'watch'>;

/**
 * What goes wrong with a call: an error code refuses it undone; `hang` never answers; `rubbish` answers something else;
 * `late` does it and answers after ten seconds; `twice` does it two times, as a repeating network would, and gives the first answer.
 */
export type Fault = BackendErrorCode | 'hang' | 'rubbish' | 'late' | 'twice';

/** Per call, and under `all` for every other one. Absent: it works. */
export type Faults = Partial<Record<CallName | 'all', Fault>>;

/** What a page must expect from a backend it does not know. */
const RUBBISH = { rubbish: true, items: null, lines: 'none' };

const LATE_MS = 10_000;

export interface Boundary {
  latency: number;
  faults: Faults;
}

/** Runs one call as a network would: with its latency and faults, copies in and out, and an abort that is heard at once. */
export async function across<Result>(
  boundary: Boundary,
  name: CallName,
  options: CallOptions | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  const { signal } = options ?? {};
  signal?.throwIfAborted();
  return abortable(signal, async () => {
    const fault = boundary.faults[name] ?? boundary.faults.all;
    await wait(boundary.latency, signal);
    switch (fault) {
      case undefined:
        return answer(run);
      case 'hang':
        return new Promise<never>(() => undefined);
      case 'rubbish':
        return RUBBISH as unknown as Result;
      case 'late': {
        const late = await answer(run);
        await wait(LATE_MS, signal);
        return late;
      }
      case 'twice': {
        const first = await answer(run);
        await answer(run).catch(() => undefined);
        return first;
      }
      default:
        throw new BackendError(fault);
    }
  });
}

/** A copy, so that a page that changes what it was given changes nothing here. */
export function copyIn<Value>(value: Value): Value {
  try {
    return structuredClone(value);
  } catch (cause) {
    throw new BackendError('invalid', { issues: [{ path: '', code: 'not-plain' }], cause });
  }
}

async function answer<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return structuredClone(await run());
  } catch (error) {
    throw copyError(error);
  }
}

/** The data of an error is an answer too. */
function copyError(error: unknown): BackendError {
  if (!isBackendError(error)) return toBackendError(error);
  const { code, data, retryAfter, cause } = error;
  return new BackendError(code, {
    ...structuredClone(data),
    ...(retryAfter !== null && { retryAfter }),
    cause,
  });
}

/** Waits in real time, whatever the settable clock says. */
function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/** Rejects with the signal's reason as soon as it is aborted, though the work may go on. */
function abortable<Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (signal === undefined) return work();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    void work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
