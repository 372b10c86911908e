import { BackendError, isBackendError } from '../../contract/index.js';
import { abortable, type HttpEnvironment } from './environment.js';

export interface HttpBackendOptions {
  /** Where the REST contract is served, for example `https://billing.example/api`; http(s), without user, query or fragment. */
  url: string;
  /** Sent as a bearer token; a function is asked before every try, so that it can renew one. */
  token?: string | (() => string | Promise<string>);
  /** Stands in for the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds each try may take; 10 000 when absent. */
  timeout?: number;
}

/** What one try sends. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** Sends a request once and hands the answer to `read`, all within the time-out. */
export type Transport = <Value>(
  request: HttpRequest,
  read: (response: Response) => Promise<Value>,
  signal?: AbortSignal,
) => Promise<Value>;

/**
 * One try over the network.
 * Fails with `timeout`, `network`, or `unauthenticated` when no token can be had; with the signal's reason when that aborts.
 */
export function createTransport(
  { token, fetch = (...args) => globalThis.fetch(...args), timeout = 10_000 }: HttpBackendOptions,
  { schedule }: HttpEnvironment,
): Transport {
  return async ({ method, url, headers, body }, read, signal) => {
    signal?.throwIfAborted();
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    const cancelTimer = schedule(abort, timeout);
    signal?.addEventListener('abort', abort);
    const work = async () => {
      const sent = await authorized(headers, token);
      const response = await fetch(url, {
        method,
        headers: sent,
        ...(body === undefined ? {} : { body }),
        cache: 'no-store',
        // A redirected POST would arrive as a GET, and a redirected token elsewhere.
        redirect: 'error',
        signal: attempt.signal,
      });
      return read(response);
    };
    try {
      return await abortable(work(), attempt.signal);
    } catch (cause) {
      signal?.throwIfAborted();
      if (attempt.signal.aborted) throw new BackendError('timeout', { cause });
      throw isBackendError(cause) ? cause : new BackendError('network', { cause });
    } finally {
      cancelTimer();
      signal?.removeEventListener('abort', abort);
    }
  };
}

async function authorized(
  headers: HttpRequest['headers'],
  token: HttpBackendOptions['token'],
): Promise<Headers> {
  const result = new Headers(headers);
  if (token === undefined) return result;
  try {
    const value = typeof token === 'function' ? await token() : token;
    result.set('Authorization', `Bearer ${value}`);
  } catch (cause) {
    throw isBackendError(cause) ? cause : new BackendError('unauthenticated', { cause });
  }
  return result;
}
