import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlement } from '../../src/domain/index.js';
import {
  createEntitlementSigner,
  createSigningKey,
  verifyEntitlement,
} from '../../src/verify/index.js';
import { accessFacts, instantsNear } from '../helpers/arbitraries-policy.js';
import {
  answerFor,
  APP,
  claimsIn,
  clockAt,
  ISSUER,
  later,
  LIFETIME,
  NOW,
  partsOf,
  signerWithKey,
  STANDING,
} from '../helpers/entitlement-tokens.js';

describe('a signer', () => {
  it('signs what other software accepts', async () => {
    const { signer } = await signerWithKey();
    const token = await signer.sign(answerFor(STANDING.active));
    const [header, , signature] = partsOf(token);
    const [publicJwk] = signer.keySet().keys;
    expect(JSON.parse(new TextDecoder().decode(header))).toEqual({
      alg: 'ES256',
      typ: 'entitlement+jwt',
      kid: publicJwk!.kid,
    });
    const key = createPublicKey({ key: { ...publicJwk! }, format: 'jwk' });
    const over = Buffer.from(token.slice(0, token.lastIndexOf('.')));
    expect(verify('sha256', over, { key, dsaEncoding: 'ieee-p1363' }, signature!)).toBe(true);
  });

  it('tells the state, seats and ends, and nothing about people or money', async () => {
    const { signer } = await signerWithKey();
    const token = await signer.sign(answerFor(STANDING.active));
    const seconds = Date.parse(NOW) / 1000;
    expect(claimsIn(token)).toEqual({
      iss: ISSUER,
      sub: APP,
      iat: seconds,
      exp: seconds + LIFETIME / 1000,
      state: 'active',
      blocked: false,
      seats: 30,
      notice: null,
      endsAt: later(265 * 86_400_000),
      nextChangeAt: later(258 * 86_400_000),
    });
  });

  it('gives no token that outlasts what it says', async () => {
    const { signer } = await signerWithKey();
    const soon = {
      ...STANDING.active,
      segments: [{ seats: 5, startsAt: NOW, endsAt: later(1234) }],
    };
    const { exp } = claimsIn(await signer.sign(answerFor(soon)));
    expect(exp).toBe((Date.parse(NOW) + 1234) / 1000);
  });

  it('publishes no private part, and gives nobody its own list', async () => {
    const key = await createSigningKey();
    const old = await createSigningKey();
    const signer = await createEntitlementSigner({ issuer: ISSUER, key, otherKeys: [old] });
    const { keys } = signer.keySet();
    expect(keys.map(({ kid }) => kid)).toEqual([key.kid, old.kid]);
    for (const published of keys) {
      expect(Object.keys(published).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    }
    keys[0]!.x = 'changed';
    keys.pop();
    expect(signer.keySet().keys).toHaveLength(2);
    expect(signer.keySet().keys[0]!.x).toBe(key.x);
  });

  it('refuses keys that cannot serve', async () => {
    const key = await createSigningKey();
    const other = await createSigningKey();
    const attempt = (change: object, otherKeys = [other]) =>
      createEntitlementSigner({ issuer: ISSUER, key: { ...key, ...change }, otherKeys });
    await expect(attempt({ crv: 'P-384' })).rejects.toThrow(TypeError);
    await expect(attempt({ kid: undefined })).rejects.toThrow(TypeError);
    await expect(attempt({ d: undefined })).rejects.toThrow(TypeError);
    await expect(attempt({ d: 'AAAA' })).rejects.toThrow(TypeError);
    await expect(attempt({ x: other.x })).rejects.toThrow(TypeError);
    await expect(attempt({}, [{ ...other, kid: key.kid }])).rejects.toThrow('same id');
  });

  it('refuses to make what nobody would read', async () => {
    const { signer } = await signerWithKey();
    const long = answerFor(STANDING.trial, NOW, 'x'.repeat(4000));
    await expect(signer.sign(long)).rejects.toThrow(RangeError);
  });
});

describe('a change of keys', () => {
  it('locks nobody out: the next is published before it signs, the last until its tokens are over', async () => {
    const [first, second] = [await createSigningKey(), await createSigningKey()];
    const before = await createEntitlementSigner({
      issuer: ISSUER,
      key: first,
      otherKeys: [second],
    });
    const after = await createEntitlementSigner({
      issuer: ISSUER,
      key: second,
      otherKeys: [first],
    });
    const over = await createEntitlementSigner({ issuer: ISSUER, key: second });
    const [old, fresh] = [
      await before.sign(answerFor(STANDING.active)),
      await after.sign(answerFor(STANDING.active)),
    ];
    const options = { now: clockAt() };
    for (const { keySet } of [before, after]) {
      for (const token of [old, fresh]) {
        expect(await verifyEntitlement(token, keySet(), options)).toMatchObject({ ok: true });
      }
    }
    expect(await verifyEntitlement(old, over.keySet(), options)).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
  });
});

describe('a token agrees with the rules', () => {
  const moments = fc.record({
    facts: accessFacts,
    now: instantsNear,
    wait: fc.oneof(fc.constantFrom(0, 1, LIFETIME - 1, LIFETIME), fc.nat({ max: LIFETIME + 1000 })),
  });

  it('as long as it holds: whatever the facts, no token says other than they do', async () => {
    const { signer } = await signerWithKey();
    const keys = signer.keySet();
    const seen = { held: 0, over: 0 };
    await fc.assert(
      fc.asyncProperty(moments, async ({ facts, now, wait }) => {
        const token = await signer.sign(answerFor(facts, now));
        const { nextChangeAt } = entitlement(facts, now);
        const change = nextChangeAt === null ? Infinity : Date.parse(nextChangeAt);
        for (const at of [Date.parse(now) + wait, change - 1, change].filter(Number.isFinite)) {
          const result = await verifyEntitlement(token, keys, {
            installationId: APP,
            clockToleranceMs: 0,
            now: () => at,
          });
          const holds = at < Math.min(Date.parse(now) + LIFETIME, change);
          expect(result.ok).toBe(holds);
          if (!result.ok) {
            expect(result.reason).toBe('expired');
            seen.over += 1;
            continue;
          }
          const { state, blocked, seats, notice, endsAt } = entitlement(
            facts,
            new Date(at).toISOString(),
          );
          expect(result.entitlement).toMatchObject({ state, blocked, seats, notice, endsAt });
          seen.held += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.held).toBeGreaterThan(100);
    expect(seen.over).toBeGreaterThan(100);
  });

  it('within the tolerance: nobody is let in at or after the end of their time', async () => {
    const { signer } = await signerWithKey();
    const keys = signer.keySet();
    const late = fc.nat({ max: 10_000 });
    await fc.assert(
      fc.asyncProperty(accessFacts, instantsNear, late, async (facts, now, ms) => {
        const { endsAt, blocked } = entitlement(facts, now);
        if (endsAt === null || blocked) return;
        const issued = later(-1, endsAt);
        const token = await signer.sign(answerFor(facts, issued));
        const at = Date.parse(endsAt) + ms;
        const result = await verifyEntitlement(token, keys, { now: () => at });
        expect(result.ok && !result.entitlement.blocked).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
