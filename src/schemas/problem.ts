import * as z from 'zod/mini';
import {
  BACKEND_ERROR_CODES,
  BACKEND_ERROR_REASONS,
  type BackendErrorCode,
} from '../contract/index.js';
import { invoiceIssue, refundIneligibility } from './aftercare.js';
import { order } from './order.js';
import { policyIssue, publishedPolicy } from './policy.js';
import { quote, violation } from './pricing.js';
import { count } from './primitives.js';

/** The media type of a problem document (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

export const errorCode = z.enum(BACKEND_ERROR_CODES);

/** What an error may bring along, member by member: `BackendErrorData`. */
export const PROBLEM_MEMBERS = {
  reason: z.exactOptional(z.enum(BACKEND_ERROR_REASONS)),
  quote: z.exactOptional(quote),
  policy: z.exactOptional(publishedPolicy),
  violations: z.exactOptional(z.array(violation)),
  policyIssues: z.exactOptional(z.array(policyIssue)),
  invoiceIssues: z.exactOptional(z.array(invoiceIssue)),
  issues: z.exactOptional(z.array(z.object({ path: z.string(), code: z.string() }))),
  current: z.exactOptional(publishedPolicy),
  order: z.exactOptional(order),
  refundReasons: z.exactOptional(z.array(refundIneligibility)),
};

/** A whole problem document, as servers send it. */
export const problem = z.object({
  /** `urn:seatkit:problem:` and the code. */
  type: z.string(),
  title: z.string(),
  status: count,
  detail: z.exactOptional(z.string()),
  code: errorCode,
  ...PROBLEM_MEMBERS,
});

export type Problem = z.infer<typeof problem>;

/** The HTTP status of every code. */
export const PROBLEM_STATUS: Readonly<Record<BackendErrorCode, number>> = {
  'quote-changed': 409,
  'forfeit-not-accepted': 409,
  'policy-changed': 409,
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  invalid: 422,
  'rate-limited': 429,
  network: 502,
  timeout: 504,
  'invalid-response': 502,
  unavailable: 503,
};
