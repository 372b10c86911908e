import type { InstallationEntitlement } from '../contract/index.js';
import type { EndNoticeKind, EntitlementState, Instant } from '../domain/index.js';
import type { JsonObject } from './json-object.js';

/** How long a token holds at most: a host's server learns of a refund or a purchase within it. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** What a token says of an installation: no names, no amounts, nothing about a person (SPEC §6). */
export interface VerifiedEntitlement extends Pick<
  InstallationEntitlement,
  'installationId' | 'state' | 'blocked' | 'seats' | 'notice' | 'endsAt' | 'nextChangeAt'
> {
  /** The backend that issued it. */
  issuer: string;
  /** The app it was issued for; null where the backend names none. */
  audience: string | null;
  issuedAt: Instant;
  /** From then on it no longer counts: soon after the issue, and never after `nextChangeAt`. */
  expiresAt: Instant;
}

const BLOCKED: Readonly<Record<EntitlementState, boolean>> = {
  'not-launched': true,
  trial: false,
  'extra-trial': false,
  'trial-expired': true,
  active: false,
  'over-limit': false,
  'over-limit-blocked': true,
  expired: true,
};

const NOTICES: Readonly<Record<EndNoticeKind, true>> = {
  'trial-ending': true,
  'trial-ended': true,
  'service-ending': true,
  'service-ended': true,
};

/** The last instant that a date of four digits has, in seconds. */
const LAST_SECOND = 253_402_300_799;

/**
 * The claims of a token (RFC 7519 §4): the entitlement as it stands at the backend's `now`, until it may differ.
 * `iat` and `exp` are seconds to the millisecond, because an end is exclusive to the millisecond.
 */
export function claimsOf(
  entitlement: InstallationEntitlement,
  issuer: string,
  audience: string | null,
): JsonObject {
  const { installationId, state, blocked, seats, notice, endsAt, nextChangeAt } = entitlement;
  const issued = Date.parse(entitlement.now);
  const change = nextChangeAt === null ? Infinity : Date.parse(nextChangeAt);
  return {
    iss: issuer,
    ...(audience === null ? {} : { aud: audience }),
    sub: installationId,
    iat: issued / 1000,
    exp: Math.min(issued + TOKEN_LIFETIME_MS, change) / 1000,
    state,
    blocked,
    seats,
    notice,
    endsAt,
    nextChangeAt,
  };
}

/** What claims say; null where they are not those of an entitlement. Claims nobody asked for are passed over. */
export function readClaims(claims: JsonObject): VerifiedEntitlement | null {
  const { iss, aud = null, sub, iat, exp } = claims;
  const { state, blocked, seats, notice, endsAt, nextChangeAt } = claims;
  const fits =
    isName(iss) &&
    (aud === null || isName(aud)) &&
    isName(sub) &&
    isSeconds(iat) &&
    isSeconds(exp) &&
    isState(state) &&
    blocked === BLOCKED[state] &&
    (seats === null || isCount(seats)) &&
    (notice === null || isNotice(notice)) &&
    (endsAt === null || isInstant(endsAt)) &&
    (nextChangeAt === null || isInstant(nextChangeAt));
  if (!fits) return null;
  const expires = toInstant(exp);
  return {
    installationId: sub,
    state,
    blocked: BLOCKED[state],
    seats,
    notice,
    endsAt,
    nextChangeAt,
    issuer: iss,
    audience: aud,
    issuedAt: toInstant(iat),
    expiresAt: nextChangeAt !== null && nextChangeAt < expires ? nextChangeAt : expires,
  };
}

function toInstant(seconds: number): Instant {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LAST_SECOND;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isState(value: unknown): value is EntitlementState {
  return typeof value === 'string' && Object.hasOwn(BLOCKED, value);
}

function isNotice(value: unknown): value is EndNoticeKind {
  return typeof value === 'string' && Object.hasOwn(NOTICES, value);
}

function isInstant(value: unknown): value is Instant {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
