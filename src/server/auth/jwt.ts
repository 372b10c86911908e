import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { bearerToken, type Authenticate } from './authenticate.js';
import { readVisitor } from './read-visitor.js';

/** Whose tokens are believed. */
export interface JwtOptions {
  /** Where the issuer publishes its key set, or the set itself. */
  keys: URL | { keys: readonly { kty: string }[] };
  issuer: string;
  /** What tokens for this server name; those for another are not believed. */
  audience: string;
  /** Which of `JWT_ALGORITHMS` keys may be used with; ES256 and RS256 when absent. */
  algorithms?: readonly JwtAlgorithm[];
}

/** Signatures with a key pair. A shared secret is not among them, nor `none`: who can check a token must not be able to make one. */
export const JWT_ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
] as const;

export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

/** By how much the clocks of issuer and server may differ, in seconds. */
const TOLERANCE_SECONDS = 60;

/** What jose says when its remote key set cannot be had; anything else is the token's fault. */
const OUT_OF_REACH = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/**
 * Believes JSON Web Tokens (RFC 7519) in `Authorization: Bearer`, signed by a key of the issuer's set. Claims: `sub` (the user's id), `name`
 * (as shown to others), `role` (`provider`, `administrator`, `member` or `operator`), `installations` (a list of ids, or `all`),
 * `tenant` (optional; whose people they are), `exp` (required), `nbf`, `iss` and `aud`.
 *
 * @throws TypeError for an algorithm that is not among `JWT_ALGORITHMS`
 */
export function authenticateJwt(options: JwtOptions): Authenticate {
  const { keys, issuer, audience, algorithms = ['ES256', 'RS256'] } = options;
  const known: ReadonlySet<string> = new Set(JWT_ALGORITHMS);
  for (const algorithm of algorithms) {
    if (!known.has(algorithm))
      throw new TypeError(`Not an algorithm with a key pair: ${algorithm}`);
  }
  const findKey =
    keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet({ keys: [...keys.keys] });

  return async (request) => {
    const token = bearerToken(request);
    if (token === null) return null;
    try {
      const { payload } = await jwtVerify(token, findKey, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      const { sub, name, role, installations, tenant, exp = 0 } = payload;
      const visitor = readVisitor({ userId: sub, userName: name, role, installations, tenant });
      return visitor && { ...visitor, expiresAt: endOf(exp) };
    } catch (error) {
      if (error instanceof errors.JOSEError && !OUT_OF_REACH.has(error.code)) return null;
      throw error;
    }
  };
}

/** Until when the server believes it. */
function endOf(exp: number): string {
  const last = 253_402_300_799;
  return new Date(Math.min(exp + TOLERANCE_SECONDS, last) * 1000).toISOString();
}
