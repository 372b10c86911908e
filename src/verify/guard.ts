import type { VerifiedEntitlement } from './claims.js';
import type { KeySet, KeySource } from './keys.js';
import { blockedRefusal, faultRefusal, missingRefusal, type Refusal } from './problems.js';
import { findToken, type HeaderReader, type TokenPlace } from './token-place.js';
import { verifyEntitlement, type VerifyOptions } from './verify-entitlement.js';

/** What a guard of a host's server lets pass. */
export interface EntitlementGuardOptions<Incoming> extends Omit<VerifyOptions, 'installationId'> {
  /** Checks the signature: a key set, or `remoteKeys(…)`. */
  keys: KeySet | KeySource;
  /** Whose installation a request is about, as the host itself knows, from its session for example; never from the token. */
  installationId: (incoming: Incoming) => string | Promise<string>;
  /** Where requests carry the token: by default the header `Seatkit-Entitlement`. */
  from?: TokenPlace;
}

/** Whether a request may pass: the entitlement it has, or what to answer instead. */
export type GuardResult =
  { ok: true; entitlement: VerifiedEntitlement } | { ok: false; refusal: Refusal };

/** Passes requests with a valid token of an app that is not blocked. Rejects with what `installationId` throws. */
export async function guard<Incoming>(
  incoming: Incoming,
  header: HeaderReader,
  { keys, installationId, from, ...options }: EntitlementGuardOptions<Incoming>,
): Promise<GuardResult> {
  const token = findToken(header, from);
  if (token === null) return { ok: false, refusal: missingRefusal() };
  const expected = { ...options, installationId: await installationId(incoming) };
  const checked = await verifyEntitlement(token, keys, expected);
  if (!checked.ok) return { ok: false, refusal: faultRefusal(checked.reason) };
  const { entitlement } = checked;
  return entitlement.blocked
    ? { ok: false, refusal: blockedRefusal(entitlement) }
    : { ok: true, entitlement };
}
