import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/index.js';
import { readJsonObject } from '../../verify/json-object.js';
import { bearerToken, type Authenticate, type Visitor } from './authenticate.js';
import { readVisitor } from './read-visitor.js';

/**
 * The host's own token, for hosts without an issuer of JSON Web Tokens: `seatkit1.<payload>.<signature>`.
 *
 * payload: base64url of UTF-8 JSON `{ userId, userName, role, installations, tenant?, expiresAt }`, where `installations` is a list of ids
 * or `all` and `expiresAt` an instant. signature: base64url of HMAC-SHA256 over `seatkit1.<payload>` with the secret's UTF-8 bytes.
 * There is one algorithm, and the token cannot choose another.
 */
const VERSION = 'seatkit1';

/** Of a secret, in characters: shorter ones can be guessed. */
const SHORTEST_SECRET = 32;

/**
 * Makes a host token, on the host's own server. Pages get it from there, and never the secret.
 *
 * @throws TypeError for a secret of less than 32 characters; RangeError when `expiresAt` is no instant
 */
export function createHostToken(
  visitor: Visitor & { expiresAt: Instant },
  { secret }: { secret: string },
): string {
  requireSecret(secret);
  const { userId, userName, role, installations, tenant } = visitor;
  const expiresAt = new Date(visitor.expiresAt).toISOString();
  const payload = { userId, userName, role, installations, tenant, expiresAt };
  const signed = `${VERSION}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${sign(signed, secret).toString('base64url')}`;
}

/**
 * Believes host tokens in `Authorization: Bearer`.
 *
 * @param options.secrets shared with the host's server; more than one while it changes from one to the other
 * @throws TypeError without a secret, or with one of less than 32 characters
 */
export function authenticateHostToken({ secrets }: { secrets: readonly string[] }): Authenticate {
  if (secrets.length === 0) throw new TypeError('A host token needs a secret.');
  secrets.forEach(requireSecret);
  return (request) => {
    const token = bearerToken(request);
    return Promise.resolve(token === null ? null : readToken(token, secrets));
  };
}

function readToken(token: string, secrets: readonly string[]): Visitor | null {
  const [version, payload, signature, ...rest] = token.split('.');
  if (version !== VERSION || !payload || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const signed = `${VERSION}.${payload}`;
  // Every secret is tried, so that how long it takes tells nothing.
  const fitting = secrets.filter((secret) => isSame(given, sign(signed, secret)));
  if (fitting.length === 0) return null;
  const claims = readJsonObject(Buffer.from(payload, 'base64url'));
  if (!claims) return null;
  const { userId, userName, role, installations, tenant, expiresAt } = claims;
  if (typeof expiresAt !== 'string' || !(Date.parse(expiresAt) > Date.now())) return null;
  const visitor = readVisitor({ userId, userName, role, installations, tenant });
  return visitor && { ...visitor, expiresAt };
}

function sign(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function requireSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET) {
    throw new TypeError(`A secret has at least ${SHORTEST_SECRET} characters.`);
  }
}
