import type { InstallationEntitlement } from '../contract/index.js';
import { encodeBase64url } from './base64url.js';
import { claimsOf } from './claims.js';
import { ownMembers } from './json-object.js';
import { publicKey, type EntitlementKey } from './keys.js';
import { MAX_TOKEN_LENGTH, TOKEN_ALGORITHM, TOKEN_TYPE } from './token.js';
import { ES256, P256, webCrypto } from './web-crypto.js';

/** A private key of ES256 as a JSON Web Key. It stays on the backend. */
export interface EntitlementSigningKey extends EntitlementKey {
  d: string;
}

/** Who signs, and with what. */
export interface EntitlementSignerOptions {
  /** Names the backend, for example by its address. */
  issuer: string;
  /** Names the app that the tokens are for; hosts must then name it too. */
  audience?: string;
  /** Signs from now on. */
  key: EntitlementSigningKey;
  /** Other keys of the set: the one before, until its last token is over, and the next, so that hosts know it in time. */
  otherKeys?: readonly EntitlementKey[];
}

/** Issues signed entitlements, and publishes the keys that check them. */
export interface EntitlementSigner {
  /**
   * The token of a backend's answer, for its `token`. It holds for fifteen minutes, and never beyond the answer's `nextChangeAt`.
   *
   * @throws RangeError when it would be longer than 4096 characters
   */
  sign(entitlement: InstallationEntitlement): Promise<string>;
  /** The key set to publish, without any private part. */
  keySet(): { keys: EntitlementKey[] };
}

/**
 * A signer with one key that signs and others that are still, or already, published.
 *
 * @throws TypeError when a key is not one of ES256, or two have the same id
 * @throws Error where there is no WebCrypto
 */
export async function createEntitlementSigner({
  issuer,
  audience,
  key,
  otherKeys = [],
}: EntitlementSignerOptions): Promise<EntitlementSigner> {
  const published = [key, ...otherKeys].map(requirePublicKey);
  if (new Set(published.map(({ kid }) => kid)).size < published.length) {
    throw new TypeError('Two keys have the same id.');
  }
  const signingKey = await importSigningKey(key);
  const header = encodeJson({ alg: TOKEN_ALGORITHM, typ: TOKEN_TYPE, kid: key.kid });
  return {
    async sign(entitlement) {
      const signed = `${header}.${encodeJson(claimsOf(entitlement, issuer, audience ?? null))}`;
      const bytes = new TextEncoder().encode(signed);
      const signature = await webCrypto().sign(ES256, signingKey, bytes);
      const token = `${signed}.${encodeBase64url(new Uint8Array(signature))}`;
      if (token.length > MAX_TOKEN_LENGTH) throw new RangeError('The token is too long.');
      return token;
    },
    keySet: () => ({ keys: published.map((each) => ({ ...each })) }),
  };
}

/** A fresh key to sign with. Its id is its thumbprint (RFC 7638), so it is another for every key. */
export async function createSigningKey(): Promise<EntitlementSigningKey> {
  const subtle = webCrypto();
  const { privateKey } = await subtle.generateKey(P256, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await subtle.exportKey('jwk', privateKey);
  const named = new TextEncoder().encode(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
  const kid = encodeBase64url(new Uint8Array(await subtle.digest('SHA-256', named)));
  return { kty: 'EC', crv: 'P-256', x, y, d, kid, use: 'sig', alg: TOKEN_ALGORITHM };
}

function requirePublicKey(jwk: EntitlementKey): EntitlementKey {
  const key = publicKey(jwk);
  if (!key) throw new TypeError('A key is not one of ES256 with an id.');
  return key;
}

async function importSigningKey(jwk: EntitlementSigningKey): Promise<CryptoKey> {
  const { kty, crv, x, y } = jwk;
  const d = ownMembers(jwk)?.d;
  if (typeof d !== 'string') throw new TypeError('The key has no private part.');
  try {
    return await webCrypto().importKey('jwk', { kty, crv, x, y, d }, P256, false, ['sign']);
  } catch (cause) {
    throw new TypeError('The key cannot sign.', { cause });
  }
}

function encodeJson(value: object): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}
