import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createEntitlementSigner,
  createSigningKey,
  remoteKeys,
  verifyEntitlement,
  type EntitlementSigningKey,
  type KeySource,
} from '../../src/verify/index.js';
import { deferred } from '../helpers/call-host.js';
import { answerFor, clockAt, ISSUER, STANDING } from '../helpers/entitlement-tokens.js';

const URL_OF_KEYS = 'https://billing.example/keys.json';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A backend that publishes keys, and a clock; `answer` is what it says next. */
class Publisher {
  at = 0;
  fetches = 0;
  asked: RequestInit | undefined;
  answer: () => Response | Promise<Response> = () => new Response(null, { status: 404 });
  readonly keys: KeySource = remoteKeys(URL_OF_KEYS, {
    now: () => this.at,
    fetch: async (_url, init) => {
      this.fetches += 1;
      this.asked = init;
      return this.answer();
    },
  });

  async publish(...keys: EntitlementSigningKey[]) {
    const [key, ...otherKeys] = keys;
    const signer = await createEntitlementSigner({ issuer: ISSUER, key: key!, otherKeys });
    this.answer = () => Response.json(signer.keySet());
  }

  fail() {
    this.answer = () => Promise.reject(new TypeError('offline'));
  }

  async verify(key: EntitlementSigningKey) {
    const signer = await createEntitlementSigner({ issuer: ISSUER, key });
    const token = await signer.sign(answerFor(STANDING.active));
    const result = await verifyEntitlement(token, this.keys, { now: clockAt() });
    return result.ok ? 'ok' : result.reason;
  }
}

let publisher: Publisher;
let first: EntitlementSigningKey;
let second: EntitlementSigningKey;

beforeEach(async () => {
  publisher = new Publisher();
  [first, second] = [await createSigningKey(), await createSigningKey()];
});

afterEach(() => void vi.unstubAllGlobals());

describe('a remote key set', () => {
  it('is fetched when first needed, once for all who wait, and kept', async () => {
    await publisher.publish(first);
    expect(publisher.fetches).toBe(0);
    const all = Array.from({ length: 20 }, () => publisher.verify(first));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['ok']));
    publisher.at = 10 * MINUTE - 1;
    expect(await publisher.verify(first)).toBe('ok');
    expect(publisher.fetches).toBe(1);
  });

  it('is not followed elsewhere, and is not waited for without end', async () => {
    await publisher.publish(first);
    await publisher.verify(first);
    expect(publisher.asked).toMatchObject({ redirect: 'error' });
    expect(publisher.asked?.signal).toBeInstanceOf(AbortSignal);
  });

  it('is fetched again when it is old: a key taken out counts no longer', async () => {
    await publisher.publish(first, second);
    expect(await publisher.verify(second)).toBe('ok');
    await publisher.publish(first);
    publisher.at = 10 * MINUTE;
    expect(await publisher.verify(second)).toBe('unknown-key');
    expect(publisher.fetches).toBe(2);
  });

  it('is fetched for a key it does not have, at most once in a cool-down', async () => {
    await publisher.publish(first);
    await publisher.verify(first);
    await publisher.publish(second, first);
    publisher.at = 29_999;
    expect(await publisher.verify(second)).toBe('unknown-key');
    expect(publisher.fetches).toBe(1);
    publisher.at = 30_000;
    expect(await publisher.verify(second)).toBe('ok');
    expect(publisher.fetches).toBe(2);
    for (let count = 0; count < 50; count += 1) {
      expect(await publisher.verify(await createSigningKey())).toBe('unknown-key');
    }
    expect(publisher.fetches).toBe(2);
    expect(await publisher.verify(first)).toBe('ok');
  });

  it('lets everyone wait who needs a key that is just being fetched', async () => {
    await publisher.publish(first);
    await publisher.verify(first);
    await publisher.publish(second, first);
    const { answer } = publisher;
    const held = deferred<undefined>();
    publisher.answer = () => held.promise.then(answer);
    publisher.at = MINUTE;
    const both = [publisher.verify(second), publisher.verify(second)];
    await vi.waitUntil(() => publisher.fetches === 2);
    held.resolve(undefined);
    expect(await Promise.all(both)).toEqual(['ok', 'ok']);
    expect(publisher.fetches).toBe(2);
  });

  it('is fetched by each request of its own where requests may not wait for each other', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' });
    await publisher.publish(first);
    const { answer } = publisher;
    // The first request was ended by its platform: what it fetched never comes.
    publisher.answer = () =>
      publisher.fetches === 1 ? new Promise<Response>(() => undefined) : answer();
    void publisher.verify(first);
    await vi.waitUntil(() => publisher.fetches === 1);
    expect(await publisher.verify(first)).toBe('ok');
  });
});

describe('a key set that cannot be had', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    ['no network', () => Promise.reject(new TypeError('offline'))],
    ['a failure', () => new Response('{"keys":[]}', { status: 500 })],
    ['a page', () => new Response('<!doctype html>')],
    ['other JSON', () => Response.json({ kty: 'EC' })],
    ['no object', () => Response.json(null)],
    ['no list', () => Response.json({ keys: { length: 1 } })],
  ])('is told from a bad token: %s', async (_, answer) => {
    publisher.answer = answer;
    expect(await publisher.verify(first)).toBe('keys-unavailable');
  });

  it('is told from a set without the key, whatever is in it', async () => {
    publisher.answer = () => Response.json({ keys: [null, 1, 'key', [], { kid: first.kid }] });
    expect(await publisher.verify(first)).toBe('unknown-key');
  });

  it('is not asked for by every request, and recovers', async () => {
    publisher.fail();
    for (let count = 0; count < 20; count += 1) {
      expect(await publisher.verify(first)).toBe('keys-unavailable');
    }
    expect(publisher.fetches).toBe(1);
    await publisher.publish(first);
    publisher.at = 30_000;
    expect(await publisher.verify(first)).toBe('ok');
    expect(await publisher.verify(second)).toBe('unknown-key');
  });

  it('says so too for a key that the last set did not have', async () => {
    await publisher.publish(first);
    await publisher.verify(first);
    publisher.fail();
    publisher.at = MINUTE;
    expect(await publisher.verify(second)).toBe('keys-unavailable');
    expect(await publisher.verify(first)).toBe('ok');
  });

  it('does not lock out who paid: the last set serves for a day, and no longer', async () => {
    await publisher.publish(first);
    await publisher.verify(first);
    publisher.fail();
    publisher.at = DAY - 1;
    expect(await publisher.verify(first)).toBe('ok');
    publisher.at = DAY;
    expect(await publisher.verify(first)).toBe('keys-unavailable');
  });

  it('is given up after its time', async () => {
    const keys = remoteKeys(URL_OF_KEYS, {
      timeoutMs: 1,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        }),
    });
    await expect(keys.find('any')).rejects.toThrow('cannot be had');
  });

  it("may be a host's own look-up that fails", async () => {
    const signer = await createEntitlementSigner({ issuer: ISSUER, key: first });
    const token = await signer.sign(answerFor(STANDING.active));
    const source: KeySource = { find: () => Promise.reject(new Error('cache is down')) };
    expect(await verifyEntitlement(token, source, { now: clockAt() })).toEqual({
      ok: false,
      reason: 'keys-unavailable',
    });
  });
});
