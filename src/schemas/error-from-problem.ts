import * as z from 'zod/mini';
import { BackendError, type BackendErrorCode, type BackendErrorData } from '../contract/index.js';
import { errorCode, PROBLEM_MEMBERS } from './problem.js';

const STATUS_CODES: Readonly<Record<number, BackendErrorCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
  504: 'timeout',
};

const withCode = z.object({ code: errorCode });
const members = z.object(PROBLEM_MEMBERS);

/**
 * The error behind a failed answer. The code comes from the problem document, or from the status where there is none;
 * members that make no sense are left out, since the code still tells what to do.
 * @param problem the body as JSON, or anything else
 */
export function errorFrom(problem: unknown, status: number, headers: Headers): BackendError {
  const { data } = withCode.safeParse(problem);
  const retryAfter = retryAfterSeconds(headers);
  return new BackendError(data?.code ?? codeOf(status), {
    ...(data ? membersOf(problem as object) : {}),
    ...(retryAfter === null ? {} : { retryAfter }),
  });
}

/** An answer that is neither a success nor a known failure, such as a redirect, comes from something else than a backend. */
function codeOf(status: number): BackendErrorCode {
  return STATUS_CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid-response');
}

function membersOf(problem: object): BackendErrorData {
  const all = members.safeParse(problem);
  if (all.success) return all.data;
  const senseless = new Set(all.error.issues.map(({ path }) => path[0]));
  const rest = Object.entries(problem).filter(([name]) => !senseless.has(name));
  return members.parse(Object.fromEntries(rest));
}

/** `Retry-After` in whole seconds, from either of its forms; null where it is absent or senseless. */
function retryAfterSeconds(headers: Headers): number | null {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const until = Date.parse(text);
  if (Number.isNaN(until) || !text.endsWith('GMT')) return null;
  const now = Date.parse(headers.get('Date') ?? '') || Date.now();
  return Math.max(0, Math.ceil((until - now) / 1000));
}
