import { decodeBase64url } from './base64url.js';
import { ownMembers } from './json-object.js';
import { P256, webCrypto } from './web-crypto.js';

/** A public key of ES256 as a JSON Web Key (RFC 7517). */
export interface EntitlementKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  /** Tells it from the others of its set; tokens name it. */
  kid: string;
  use: 'sig';
  alg: 'ES256';
}

/** A JSON Web Key Set as it is sent; keys of other kinds in it are passed over. */
export interface KeySet {
  readonly keys: readonly object[];
}

/** Somewhere keys are looked up: `remoteKeys`, or a host's own cache. */
export interface KeySource {
  /** The key of that id, null when there is none. Rejects when that cannot be told. */
  find(kid: string): Promise<EntitlementKey | null>;
}

const COORDINATE_BYTES = 32;

/** The public part of a JSON Web Key for ES256, and only that; null for any other key. */
export function publicKey(jwk: unknown): EntitlementKey | null {
  const { kty, crv, x, y, kid, use = 'sig', alg = 'ES256' } = ownMembers(jwk) ?? {};
  const fits = kty === 'EC' && crv === 'P-256' && use === 'sig' && alg === 'ES256';
  if (!fits || typeof kid !== 'string' || !isCoordinate(x) || !isCoordinate(y)) return null;
  return { kty, crv, x, y, kid, use, alg };
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && decodeBase64url(value)?.length === COORDINATE_BYTES;
}

/** The key of that id in a set. */
export function keyIn({ keys }: KeySet, kid: string): EntitlementKey | null {
  for (const jwk of keys) {
    const key = publicKey(jwk);
    if (key?.kid === kid) return key;
  }
  return null;
}

/** The key to check with. May reject when the point is not on the curve; else no signature fits it. */
export function importPublicKey({ kty, crv, x, y }: EntitlementKey): Promise<CryptoKey> {
  return webCrypto().importKey('jwk', { kty, crv, x, y }, P256, false, ['verify']);
}
