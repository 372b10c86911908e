import { isBackendError, type BackendError, type BackendErrorCode } from '../../contract/index.js';
import { PROBLEM_TYPE, problemFrom } from '../../schemas/index.js';
import type { Problem } from '../../schemas/problem.js';

/** A fault of the request itself, which HTTP has a status of its own for. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';

  /** @param title what people are told; nothing that the request said */
  constructor(
    readonly status: 400 | 404 | 405 | 408 | 413 | 414 | 415,
    readonly title: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(title);
  }
}

/** What a fault of HTTP's own is to a caller of the contract. */
const CODES: Readonly<Record<HttpFault['status'], BackendErrorCode>> = {
  400: 'invalid',
  404: 'not-found',
  405: 'invalid',
  408: 'timeout',
  413: 'invalid',
  414: 'invalid',
  415: 'invalid',
};

/** Seconds to wait when something behind the server is down and nobody knows for how long. */
const PAUSE_SECONDS = 2;

/** Whether an error says by itself what went wrong; any other is a fault of the server. */
export function isExpected(error: unknown): error is HttpFault | BackendError {
  return error instanceof HttpFault || isBackendError(error);
}

/** The answer to a request that failed: a problem document (RFC 9457) without cause or stack. */
export function problemResponse(error: unknown): Response {
  if (error instanceof HttpFault) return faultResponse(error);
  if (!isBackendError(error)) {
    const code = 'unavailable';
    const title = 'Something went wrong here';
    return respond({ type: `urn:seatkit:problem:${code}`, title, status: 500, code });
  }
  const problem = problemFrom(error);
  const { code } = error;
  const retryAfter = error.retryAfter ?? (code === 'unavailable' ? PAUSE_SECONDS : null);
  return respond(problem, {
    ...(retryAfter !== null && { 'Retry-After': String(retryAfter) }),
    ...(code === 'unauthenticated' && { 'WWW-Authenticate': 'Bearer' }),
  });
}

function faultResponse({ status, title, headers }: HttpFault): Response {
  const code = CODES[status];
  return respond({ type: `urn:seatkit:problem:${code}`, title, status, code }, headers);
}

function respond(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': PROBLEM_TYPE, ...headers },
  });
}
