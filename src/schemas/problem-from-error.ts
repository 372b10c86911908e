import type { BackendError, BackendErrorCode } from '../contract/index.js';
import { PROBLEM_STATUS, type Problem } from './problem.js';

const TITLES: Readonly<Record<BackendErrorCode, string>> = {
  'quote-changed': 'The quote has changed',
  'forfeit-not-accepted': 'What the order loses has not been accepted',
  'policy-changed': 'The policy has changed',
  'not-found': 'Not found',
  forbidden: 'Not allowed',
  unauthenticated: 'Not signed in',
  conflict: 'Something is in the way',
  invalid: 'The request cannot be fulfilled as it is',
  'rate-limited': 'Too many requests',
  network: 'A service behind this one could not be reached',
  timeout: 'A service behind this one did not answer in time',
  'invalid-response': 'A service behind this one gave an answer that makes no sense',
  unavailable: 'Not available at the moment',
};

/** The problem document of an error (RFC 9457). Neither cause nor stack leave the server; `retryAfter` goes into the header. */
export function problemFrom({ code, data }: BackendError): Problem {
  const detail = data.issues?.map((issue) => `${issue.path}: ${issue.code}`).join(', ');
  return {
    type: `urn:seatkit:problem:${code}`,
    title: TITLES[code],
    status: PROBLEM_STATUS[code],
    ...(detail ? { detail } : {}),
    code,
    ...data,
  };
}
