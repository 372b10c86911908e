import type { InstallationEntitlement } from '../../src/contract/index.js';
import {
  entitlement,
  type AccessFacts,
  type EntitlementState,
  type Instant,
} from '../../src/domain/index.js';
import { encodeBase64url } from '../../src/verify/base64url.js';
import {
  createEntitlementSigner,
  createSigningKey,
  type EntitlementSigningKey,
} from '../../src/verify/index.js';

/** The instant of every answer here that says no other. */
export const NOW: Instant = '2026-03-01T08:00:00.000Z';
export const ISSUER = 'https://billing.example';
export const APP = 'in_42';

const DAY = 86_400_000;
export const LIFETIME = 15 * 60_000;

export const later = (ms: number, from: Instant = NOW): Instant =>
  new Date(Date.parse(from) + ms).toISOString();

/** A clock that stands some milliseconds after `NOW`. */
export const clockAt =
  (ms = 0) =>
  () =>
    Date.parse(NOW) + ms;

/** A backend's answer about any facts. */
export function answerFor(
  facts: AccessFacts,
  now: Instant = NOW,
  installationId = APP,
): InstallationEntitlement {
  return {
    ...entitlement(facts, now),
    installationId,
    appName: '项目助手',
    providerName: '某某软件',
    contacts: ['王小明'],
    role: 'member',
    facts,
    now,
    token: null,
  };
}

const trial = (launchedAt: Instant | null): AccessFacts => ({
  launchedAt,
  trialDays: 15,
  extraTrial: { days: 7, startedAt: null },
  segments: [],
});

const bought = (fromDay: number, toDay: number, more: Partial<AccessFacts> = {}): AccessFacts => ({
  ...trial(later(-300 * DAY)),
  segments: [{ seats: 30, startsAt: later(fromDay * DAY), endsAt: later(toDay * DAY) }],
  ...more,
});

/** Facts that stand like this at `NOW`. */
export const STANDING: Readonly<Record<EntitlementState, AccessFacts>> = {
  'not-launched': trial(null),
  trial: trial(later(-DAY)),
  'extra-trial': { ...trial(later(-20 * DAY)), extraTrial: { days: 7, startedAt: later(-DAY) } },
  'trial-expired': trial(later(-30 * DAY)),
  active: bought(-100, 265),
  'over-limit': bought(-100, 265, { seatsInUse: 31, overLimitSince: later(-DAY) }),
  'over-limit-blocked': bought(-100, 265, { seatsInUse: 31, overLimitSince: later(-8 * DAY) }),
  expired: bought(-100, -1),
};

/** A signer with a fresh key. */
export async function signerWithKey() {
  const key = await createSigningKey();
  return { key, signer: await createEntitlementSigner({ issuer: ISSUER, key }) };
}

/** Any header and payload, properly signed: what only a holder of the key can make. */
export async function signed(
  key: EntitlementSigningKey,
  payload: object | Uint8Array,
  header: object | Uint8Array = { alg: 'ES256', typ: 'entitlement+jwt', kid: key.kid },
): Promise<string> {
  const text = `${encoded(header)}.${encoded(payload)}`;
  const { kty, crv, x, y, d } = key;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, curve, false, [
    'sign',
  ]);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, imported, new TextEncoder().encode(text));
  return `${text}.${encodeBase64url(new Uint8Array(signature))}`;
}

/** JSON, or bytes that are none, as a part of a token. */
export function encoded(part: object | Uint8Array): string {
  const bytes = part instanceof Uint8Array ? part : new TextEncoder().encode(JSON.stringify(part));
  return encodeBase64url(bytes);
}

/** The three parts of a token, as bytes. */
export function partsOf(token: string): Uint8Array[] {
  return token
    .split('.')
    .map((part) =>
      Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
        letter.charCodeAt(0),
      ),
    );
}

/** The claims of a token, unchecked. */
export function claimsIn(token: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(partsOf(token)[1])) as Record<string, unknown>;
}
