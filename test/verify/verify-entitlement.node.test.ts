import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createEntitlementSigner,
  createSigningKey,
  verifyEntitlement,
  type EntitlementSigner,
  type EntitlementSigningKey,
  type KeySet,
  type VerifyOptions,
} from '../../src/verify/index.js';
import {
  answerFor,
  APP,
  claimsIn,
  clockAt,
  encoded,
  ISSUER,
  later,
  LIFETIME,
  NOW,
  signed,
  signerWithKey,
  STANDING,
} from '../helpers/entitlement-tokens.js';

let key: EntitlementSigningKey;
let signer: EntitlementSigner;
let keys: KeySet;
let token: string;
let claims: Record<string, unknown>;

beforeAll(async () => {
  ({ key, signer } = await signerWithKey());
  keys = signer.keySet();
  token = await signer.sign(answerFor(STANDING.active));
  claims = claimsIn(token);
});

/** Why a token is refused; null when it is accepted. */
async function faultOf(text: string, options: VerifyOptions = {}, set: KeySet = keys) {
  const result = await verifyEntitlement(text, set, { now: clockAt(), ...options });
  return result.ok ? null : result.reason;
}

describe('verifyEntitlement accepts', () => {
  it('a token of the key set, and says what it says', async () => {
    const options = { installationId: APP, issuer: ISSUER, now: clockAt() };
    expect(await verifyEntitlement(token, keys, options)).toEqual({
      ok: true,
      entitlement: {
        installationId: APP,
        issuer: ISSUER,
        audience: null,
        issuedAt: NOW,
        expiresAt: later(LIFETIME),
        state: 'active',
        blocked: false,
        seats: 30,
        notice: null,
        endsAt: later(265 * 86_400_000),
        nextChangeAt: later(258 * 86_400_000),
      },
    });
  });

  it('a token as other software signs it', async () => {
    const text = `${encoded({ kid: key.kid, typ: 'entitlement+jwt', alg: 'ES256', cty: 'x' })}.${encoded(claims)}`;
    const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' });
    const signature = sign('sha256', Buffer.from(text), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    expect(await faultOf(`${text}.${signature.toString('base64url')}`)).toBe(null);
  });

  it('claims beside those it knows', async () => {
    expect(await faultOf(await signed(key, { ...claims, jti: '1', plan: { a: [1] } }))).toBe(null);
  });

  it('its key among keys of other kinds', async () => {
    const mixed = { keys: [{ kty: 'RSA', kid: key.kid, n: 'AQAB', e: 'AQAB' }, {}, ...keys.keys] };
    expect(await faultOf(token, {}, mixed)).toBe(null);
  });
});

describe('verifyEntitlement refuses another algorithm', () => {
  const header = (alg: unknown) => ({ alg, typ: 'entitlement+jwt', kid: key.kid });

  it.each(['none', 'None', 'HS256', 'ES384', 'RS256', 'es256', '', null, { name: 'ES256' }])(
    '%j, even with a good signature',
    async (alg) => {
      expect(await faultOf(await signed(key, claims, header(alg)))).toBe('wrong-algorithm');
    },
  );

  it('none, without a signature', async () => {
    const text = `${encoded(header('none'))}.${encoded(claims)}.`;
    expect(await faultOf(text)).toBe('wrong-algorithm');
    expect(await faultOf(`${encoded(header('ES256'))}.${encoded(claims)}.`)).toBe('malformed');
  });

  it('HS256 with the public key as its secret', async () => {
    const publicKey = createPublicKey({ key: { ...keys.keys[0] }, format: 'jwk' });
    for (const secret of [
      publicKey.export({ type: 'spki', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'der' }),
      JSON.stringify(keys.keys[0]),
    ]) {
      const text = `${encoded(header('HS256'))}.${encoded(claims)}`;
      const mac = createHmac('sha256', secret).update(text).digest('base64url');
      expect(await faultOf(`${text}.${mac}`)).toBe('wrong-algorithm');
    }
  });
});

describe('verifyEntitlement refuses another signer', () => {
  it('who is not in the key set', async () => {
    const other = await signerWithKey();
    expect(await faultOf(await other.signer.sign(answerFor(STANDING.active)))).toBe('unknown-key');
  });

  it('who uses the id of a key in the set', async () => {
    const other = await createSigningKey();
    expect(await faultOf(await signed({ ...other, kid: key.kid }, claims))).toBe('bad-signature');
  });

  it('whose key comes with the token', async () => {
    const other = await createSigningKey();
    const { d: _, ...jwk } = other;
    const header = { alg: 'ES256', typ: 'entitlement+jwt', kid: key.kid, jwk };
    expect(await faultOf(await signed(other, claims, header))).toBe('bad-signature');
  });

  it('whose signature is another, of zeros, or in DER', async () => {
    const [header, payload] = token.split('.');
    const zeros = encoded(new Uint8Array(64));
    expect(await faultOf(`${header}.${payload}.${zeros}`)).toBe('bad-signature');
    const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' });
    const der = sign('sha256', Buffer.from(`${header}.${payload}`), privateKey);
    expect(await faultOf(`${header}.${payload}.${der.toString('base64url')}`)).toBe('malformed');
  });

  it('whose key is not for signing by ES256', async () => {
    for (const change of [{ use: 'enc' }, { alg: 'ES384' }, { crv: 'P-384' }, { x: 'AQ' }]) {
      const set = { keys: [{ ...keys.keys[0], ...change }] };
      expect(await faultOf(token, {}, set)).toBe('unknown-key');
    }
  });

  it('told from a key that is no point of the curve', async () => {
    const set = { keys: [{ ...keys.keys[0], x: encoded(new Uint8Array(32)) }] };
    expect(await faultOf(token, {}, set)).toBe('keys-unavailable');
  });
});

describe('verifyEntitlement refuses what is for others', () => {
  it('another installation', async () => {
    expect(await faultOf(token, { installationId: 'in_43' })).toBe('wrong-installation');
  });

  it('another issuer', async () => {
    expect(await faultOf(token, { issuer: 'https://other.example' })).toBe('wrong-issuer');
  });

  it('another audience, none where one is asked for, one where none is', async () => {
    const forApp = await createEntitlementSigner({ issuer: ISSUER, audience: 'app-1', key });
    const addressed = await forApp.sign(answerFor(STANDING.active));
    expect(await faultOf(addressed, { audience: 'app-1' })).toBe(null);
    expect(await faultOf(addressed, { audience: 'app-2' })).toBe('wrong-audience');
    expect(await faultOf(addressed)).toBe('wrong-audience');
    expect(await faultOf(token, { audience: 'app-1' })).toBe('wrong-audience');
  });

  it('another kind of token of the same backend', async () => {
    for (const typ of ['JWT', 'at+jwt', undefined]) {
      const header = { alg: 'ES256', typ, kid: key.kid };
      expect(await faultOf(await signed(key, claims, header))).toBe('wrong-type');
    }
  });
});

describe('verifyEntitlement looks at the time', () => {
  const exact = { clockToleranceMs: 0 };

  it('of its end, which is exclusive', async () => {
    expect(await faultOf(token, { ...exact, now: clockAt(LIFETIME - 1) })).toBe(null);
    expect(await faultOf(token, { ...exact, now: clockAt(LIFETIME) })).toBe('expired');
    expect(await faultOf(token, { ...exact, now: clockAt(LIFETIME + 1) })).toBe('expired');
  });

  it('of its issue', async () => {
    expect(await faultOf(token, { ...exact, now: clockAt(-1) })).toBe('not-yet-valid');
    expect(await faultOf(token, { ...exact, now: clockAt(0) })).toBe(null);
  });

  it('with five seconds for clocks that differ', async () => {
    expect(await faultOf(token, { now: clockAt(-5000) })).toBe(null);
    expect(await faultOf(token, { now: clockAt(-5001) })).toBe('not-yet-valid');
    expect(await faultOf(token, { now: clockAt(LIFETIME + 4999) })).toBe(null);
    expect(await faultOf(token, { now: clockAt(LIFETIME + 5000) })).toBe('expired');
  });

  it('and lets nobody use the app a millisecond beyond the end of their time', async () => {
    const ending = {
      ...STANDING.active,
      segments: [{ seats: 5, startsAt: later(-1e9), endsAt: later(1000) }],
    };
    const last = await signer.sign(answerFor(ending));
    expect(await faultOf(last, { now: clockAt(999) })).toBe(null);
    expect(await faultOf(last, { now: clockAt(1000) })).toBe('expired');
  });

  it('and believes no token for longer than what it says can last', async () => {
    const careless = await signed(key, { ...claims, nextChangeAt: later(60_000) });
    expect(await faultOf(careless, { ...exact, now: clockAt(59_999) })).toBe(null);
    expect(await faultOf(careless, { ...exact, now: clockAt(60_000) })).toBe('expired');
  });

  it("of the host's own clock when none is given", async () => {
    const issuedIn = async (ms: number) => {
      const issued = new Date(Date.now() + ms).toISOString();
      return verifyEntitlement(await signer.sign(answerFor(STANDING.expired, issued)), keys);
    };
    expect(await issuedIn(3_600_000)).toEqual({ ok: false, reason: 'not-yet-valid' });
    expect(await issuedIn(-3_600_000)).toEqual({ ok: false, reason: 'expired' });
    expect(await issuedIn(0)).toMatchObject({ ok: true });
  });
});
