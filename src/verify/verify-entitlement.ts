import type { Instant } from '../domain/index.js';
import { readClaims, type VerifiedEntitlement } from './claims.js';
import type { EntitlementFault } from './faults.js';
import { importPublicKey, keyIn, type KeySet, type KeySource } from './keys.js';
import { parseToken } from './token.js';
import { ES256, webCrypto } from './web-crypto.js';

/** Whose tokens are accepted, and when. */
export interface VerifyOptions {
  /** The installation it must be of. Without it the caller compares `installationId` itself. */
  installationId?: string;
  /** The backend that must have issued it; without it any whose key is in the set. */
  issuer?: string;
  /** The app it must be for. A token for an app is refused where none is named. */
  audience?: string;
  /** How far the clocks of backend and host may differ, in milliseconds; 5000 by default. It never reaches beyond an end of time. */
  clockToleranceMs?: number;
  /** The host's clock, in milliseconds since 1970. */
  now?: () => number;
}

/** An entitlement to rely on, or why there is none. */
export type Verification =
  { ok: true; entitlement: VerifiedEntitlement } | { ok: false; reason: EntitlementFault };

/**
 * Checks a signed entitlement (SPEC §6) without asking the backend: its form, its ES256 signature by a key of the set, whose it is
 * and whether it still holds. Whether the app is `blocked` is for the caller to look at.
 *
 * @throws Error where there is no WebCrypto
 */
export async function verifyEntitlement(
  token: string,
  keys: KeySet | KeySource,
  options: VerifyOptions = {},
): Promise<Verification> {
  const checked = await check(token, keys, options);
  return typeof checked === 'string'
    ? { ok: false, reason: checked }
    : { ok: true, entitlement: checked };
}

async function check(
  token: string,
  keys: KeySet | KeySource,
  options: VerifyOptions,
): Promise<VerifiedEntitlement | EntitlementFault> {
  const parsed = parseToken(token);
  if (typeof parsed === 'string') return parsed;
  const subtle = webCrypto();
  const key = await findKey(keys, parsed.kid);
  if (typeof key === 'string') return key;
  if (!(await subtle.verify(ES256, key, parsed.signature, parsed.signed))) return 'bad-signature';
  const entitlement = readClaims(parsed.claims);
  if (!entitlement) return 'malformed';
  return faultOf(entitlement, options) ?? entitlement;
}

async function findKey(
  keys: KeySet | KeySource,
  kid: string,
): Promise<CryptoKey | 'unknown-key' | 'keys-unavailable'> {
  try {
    const key = 'find' in keys ? await keys.find(kid) : keyIn(keys, kid);
    return key ? await importPublicKey(key) : 'unknown-key';
  } catch {
    return 'keys-unavailable';
  }
}

function faultOf(
  entitlement: VerifiedEntitlement,
  { installationId, issuer, audience, clockToleranceMs = 5000, now = Date.now }: VerifyOptions,
): EntitlementFault | null {
  if (issuer !== undefined && entitlement.issuer !== issuer) return 'wrong-issuer';
  if (entitlement.audience !== (audience ?? null)) return 'wrong-audience';
  if (installationId !== undefined && entitlement.installationId !== installationId) {
    return 'wrong-installation';
  }
  const at = now();
  if (at < Date.parse(entitlement.issuedAt) - clockToleranceMs) return 'not-yet-valid';
  return at < endOf(entitlement, clockToleranceMs) ? null : 'expired';
}

/** When it no longer holds. Clocks that differ are borne with, except at the end of time that was paid for or tried: an end is exclusive. */
function endOf(
  { blocked, endsAt, expiresAt }: VerifiedEntitlement,
  clockToleranceMs: number,
): number {
  const end: Instant | null = blocked ? null : endsAt;
  return Math.min(
    Date.parse(expiresAt) + clockToleranceMs,
    end === null ? Infinity : Date.parse(end),
  );
}
