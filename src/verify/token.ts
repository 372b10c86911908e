import { decodeBase64url } from './base64url.js';
import type { EntitlementFault } from './faults.js';
import { readJsonObject, type JsonObject } from './json-object.js';

/** The token's media type, its `typ`: no other token of the same keys is taken for one. */
export const TOKEN_TYPE = 'entitlement+jwt';

export const TOKEN_ALGORITHM = 'ES256';

/** The longest token; longer ones are neither made nor read. */
export const MAX_TOKEN_LENGTH = 4096;

const SIGNATURE_BYTES = 64;

/** A token taken apart; nothing in it is to be believed before its signature was checked. */
interface ParsedToken {
  kid: string;
  /** What the signature is over. */
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  claims: JsonObject;
}

/** Takes a compact JWS (RFC 7515 §7.1) apart, or says why it cannot be a token of an entitlement. */
export function parseToken(token: string): ParsedToken | EntitlementFault {
  if (token.length > MAX_TOKEN_LENGTH) return 'malformed';
  const [header, payload, signature, ...rest] = token.split('.').map(decodeBase64url);
  if (!header || !payload || !signature || rest.length > 0) return 'malformed';
  const fields = readJsonObject(header);
  const claims = readJsonObject(payload);
  if (!fields || !claims) return 'malformed';
  const { alg, typ, kid, crit } = fields;
  if (alg !== TOKEN_ALGORITHM) return 'wrong-algorithm';
  if (typ !== TOKEN_TYPE) return 'wrong-type';
  // `crit` names extensions that must be understood, and none is.
  if (typeof kid !== 'string' || crit !== undefined || signature.length !== SIGNATURE_BYTES) {
    return 'malformed';
  }
  const signed = new TextEncoder().encode(token.slice(0, token.lastIndexOf('.')));
  return { kid, signed, signature, claims };
}
