import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerFor, clockAt, signerWithKey, STANDING } from '../helpers/entitlement-tokens.js';

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

describe.each([
  ['no crypto at all', undefined],
  ['crypto of a page over plain HTTP', { getRandomValues: () => undefined }],
])('with %s', (_, crypto) => {
  it('can be imported, and lets nobody in', async () => {
    const { signer } = await signerWithKey();
    const token = await signer.sign(answerFor(STANDING.active));
    vi.stubGlobal('crypto', crypto);
    const { createSigningKey, remoteKeys, requireEntitlement, verifyEntitlement } =
      await import('../../src/verify/index.js');
    const keys = remoteKeys('https://billing.example/keys.json');
    const check = requireEntitlement({ keys, installationId: () => 'in_42' });
    const headers = { 'Seatkit-Entitlement': token };
    const request = new Request('https://app.example', { headers });
    await expect(check(request)).rejects.toThrow('WebCrypto');
    await expect(verifyEntitlement(token, signer.keySet())).rejects.toThrow('WebCrypto');
    await expect(createSigningKey()).rejects.toThrow('WebCrypto');
    // What needs no key is refused as everywhere.
    expect(await verifyEntitlement('a.b.c', signer.keySet(), { now: clockAt() })).toEqual({
      ok: false,
      reason: 'malformed',
    });
  });
});
