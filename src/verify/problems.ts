import type { EntitlementState, Instant } from '../domain/index.js';
import type { VerifiedEntitlement } from './claims.js';
import type { EntitlementFault } from './faults.js';

/** What a host's server answers instead of what was asked for (RFC 9457). Nothing in it is about a person. */
export interface EntitlementProblem {
  /** `urn:seatkit:problem:` and `entitlement-blocked`, `entitlement-missing`, `entitlement-refused` or `entitlement-unchecked`. */
  type: string;
  title: string;
  /** 402, 401 without an acceptable token, 503 when none can be checked. */
  status: 401 | 402 | 503;
  detail: string;
  /** With 402: how the app stands. */
  state?: EntitlementState;
  /** With 402: when the trial or the bought time ended. */
  endsAt?: Instant | null;
  /** With 401 and 503: why a token was not accepted. */
  reason?: EntitlementFault;
}

/** A problem and the headers that go with it. */
export interface Refusal {
  problem: EntitlementProblem;
  headers: Readonly<Record<string, string>>;
}

const BLOCKED_DETAIL: Readonly<Partial<Record<EntitlementState, string>>> = {
  'not-launched': 'The app has not been launched yet. Its provider launches it.',
  'trial-expired':
    'The trial is over. Nothing is lost: once an administrator has bought seats, the app opens again.',
  'over-limit-blocked':
    'More seats are in use than paid for. Nothing is lost: once an administrator has added seats, or fewer are in use, the app opens again.',
  expired:
    'The paid time is over. Nothing is lost: once an administrator has renewed, the app opens again.',
};

/** What a blocked app answers. */
export function blockedRefusal({ state, endsAt }: VerifiedEntitlement): Refusal {
  return refusal({
    type: 'urn:seatkit:problem:entitlement-blocked',
    title: 'The app is blocked',
    status: 402,
    detail: BLOCKED_DETAIL[state] ?? 'The app cannot be used now.',
    state,
    endsAt,
  });
}

/** What a request without a token gets. */
export function missingRefusal(): Refusal {
  return refusal(
    {
      type: 'urn:seatkit:problem:entitlement-missing',
      title: 'No entitlement was sent',
      status: 401,
      detail: 'Ask the billing backend for the entitlement and send its token with the request.',
    },
    { 'WWW-Authenticate': 'Bearer realm="entitlement"' },
  );
}

/** What a request gets whose token is not accepted. */
export function faultRefusal(reason: EntitlementFault): Refusal {
  if (reason === 'keys-unavailable') {
    return refusal(
      {
        type: 'urn:seatkit:problem:entitlement-unchecked',
        title: 'The entitlement cannot be checked at the moment',
        status: 503,
        detail: 'The keys that check it could not be had. Send the request again a little later.',
        reason,
      },
      { 'Retry-After': '30' },
    );
  }
  return refusal(
    {
      type: 'urn:seatkit:problem:entitlement-refused',
      title: 'The entitlement is not accepted',
      status: 401,
      detail: 'Ask the billing backend for a fresh entitlement and send the request again.',
      reason,
    },
    { 'WWW-Authenticate': 'Bearer realm="entitlement", error="invalid_token"' },
  );
}

function refusal(problem: EntitlementProblem, headers: Record<string, string> = {}): Refusal {
  return {
    problem,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...headers,
    },
  };
}
