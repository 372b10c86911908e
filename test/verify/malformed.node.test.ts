import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ENTITLEMENT_FAULTS,
  verifyEntitlement,
  type EntitlementSigningKey,
  type KeySet,
} from '../../src/verify/index.js';
import {
  answerFor,
  claimsIn,
  clockAt,
  encoded,
  partsOf,
  signed,
  signerWithKey,
  STANDING,
} from '../helpers/entitlement-tokens.js';

let key: EntitlementSigningKey;
let keys: KeySet;
let token: string;
let claims: Record<string, unknown>;

beforeAll(async () => {
  const made = await signerWithKey();
  key = made.key;
  keys = made.signer.keySet();
  token = await made.signer.sign(answerFor(STANDING.active));
  claims = claimsIn(token);
});

async function faultOf(text: string) {
  const result = await verifyEntitlement(text, keys, { now: clockAt() });
  return result.ok ? null : result.reason;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const header = () => ({ alg: 'ES256', typ: 'entitlement+jwt', kid: key.kid });

describe('a token whose text was touched', () => {
  it.each<[string, (text: string) => string]>([
    ['padding', (text) => `${text}==`],
    ['a blank before it', (text) => ` ${text}`],
    ['a line break after it', (text) => `${text}\n`],
    ['a line break within', (text) => text.replace('.', '\n.')],
    ['a fourth part', (text) => `${text}.AA`],
    ['a fourth part, empty', (text) => `${text}.`],
    ['two parts', (text) => text.slice(0, text.lastIndexOf('.'))],
    ['no parts', () => ''],
    ['dots alone', () => '..'],
    ['standard base64', (text) => text.replace(/.$/, '+')],
    ['letters of another width', (text) => text.replace('e', 'ｅ')],
    ['a part that is no base64', (text) => text.replace('.', 'A.')],
  ])('%s', async (_, change) => {
    expect(await faultOf(change(token))).toBe('malformed');
  });

  it('has one text for its bytes: bits left over are zero', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // 64 bytes leave four bits over in the last letter.
    const last = alphabet.indexOf(token.at(-1)!);
    expect(last % 16).toBe(0);
    for (let bits = 1; bits < 16; bits += 1) {
      expect(await faultOf(token.slice(0, -1) + alphabet[last + bits]!)).toBe('malformed');
    }
  });

  it('is refused whichever bit of it was changed', async () => {
    const parts = partsOf(token);
    const accepted: string[] = [];
    const unknown = new Set<string>();
    for (const [index, part] of parts.entries()) {
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const changed = Uint8Array.from(part);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        const text = parts.map((each, at) => encoded(at === index ? changed : each)).join('.');
        const fault = await faultOf(text);
        if (fault === null) accepted.push(`part ${index}, bit ${bit}`);
        else if (!ENTITLEMENT_FAULTS.includes(fault)) unknown.add(fault);
        if (index === 2) expect(fault).toBe('bad-signature');
      }
    }
    expect(accepted).toEqual([]);
    expect([...unknown]).toEqual([]);
  });
});

describe('a token that is no entitlement, though signed', () => {
  it('too long, also by a letter', async () => {
    const without = (await signed(key, { ...claims, pad: '' })).length;
    const fitting = Math.floor(((4096 - without) * 3) / 4);
    expect(await faultOf(await signed(key, { ...claims, pad: 'x'.repeat(fitting - 2) }))).toBe(
      null,
    );
    expect(await faultOf(await signed(key, { ...claims, pad: 'x'.repeat(fitting + 2) }))).toBe(
      'malformed',
    );
    expect(await faultOf('A'.repeat(10_000_000))).toBe('malformed');
    expect(await faultOf('.'.repeat(10_000_000))).toBe('malformed');
  });

  it.each<[string, () => Uint8Array]>([
    [
      'no UTF-8 in a name',
      () =>
        bytes(JSON.stringify({ ...claims, sub: '~' })).map((byte) => (byte === 0x7e ? 255 : byte)),
    ],
    [
      'a byte order mark',
      () => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(JSON.stringify(claims))]),
    ],
    ['something after it', () => bytes(`${JSON.stringify(claims)}{}`)],
    ['cut short', () => bytes(JSON.stringify(claims).slice(0, -1))],
    ['deeply nested', () => bytes('['.repeat(2900))],
    ['an array', () => bytes(`[${JSON.stringify(claims)}]`)],
    ['null', () => bytes('null')],
    ['a text', () => bytes('"expired"')],
    ['nothing', () => bytes('')],
  ])('claims: %s', async (_, payload) => {
    expect(await faultOf(await signed(key, payload()))).toBe('malformed');
  });

  it.each<[string, unknown]>([
    ['iss', undefined],
    ['iss', ''],
    ['sub', undefined],
    ['sub', ''],
    ['sub', ['in_42']],
    ['aud', ['in_42']],
    ['aud', ''],
    ['iat', undefined],
    ['iat', '1772352000'],
    ['iat', -1],
    ['exp', undefined],
    ['exp', null],
    ['exp', 1e300],
    ['exp', '9999999999'],
    ['state', 'paid'],
    ['state', 'toString'],
    ['state', '__proto__'],
    ['state', 'expired'],
    ['state', undefined],
    ['blocked', true],
    ['blocked', 0],
    ['blocked', undefined],
    ['seats', -1],
    ['seats', 1.5],
    ['seats', '30'],
    ['seats', undefined],
    ['notice', 'hurry'],
    ['notice', 'toString'],
    ['notice', undefined],
    ['endsAt', '2026-03-01'],
    ['endsAt', '2026-13-01T00:00:00.000Z'],
    ['endsAt', 0],
    ['endsAt', undefined],
    ['nextChangeAt', 'soon'],
    ['nextChangeAt', undefined],
  ])('claim %s is %j', async (name, value) => {
    expect(await faultOf(await signed(key, { ...claims, [name]: value }))).toBe('malformed');
  });

  it('header with an extension that must be understood', async () => {
    const critical = { ...header(), crit: ['b64'], b64: false };
    expect(await faultOf(await signed(key, claims, critical))).toBe('malformed');
  });

  it.each([undefined, null, 1, {}])('header whose key id is %j', async (kid) => {
    expect(await faultOf(await signed(key, claims, { ...header(), kid }))).toBe('malformed');
  });
});

describe('members named twice or after a prototype', () => {
  const twice = (text: string, more: string) => bytes(text.replace(/}$/, `,${more}}`));

  it('count by the last of their name, in claims and header', async () => {
    const blocked = twice(JSON.stringify(claims), '"state":"expired","blocked":true');
    const result = await verifyEntitlement(await signed(key, blocked), keys, { now: clockAt() });
    expect(result).toMatchObject({ ok: true, entitlement: { state: 'expired', blocked: true } });
    const none = twice(JSON.stringify(header()), '"alg":"none"');
    expect(await faultOf(await signed(key, claims, none))).toBe('wrong-algorithm');
  });

  it('give nothing that is not their own', async () => {
    const { sub: _, ...rest } = claims;
    const inherited = twice(JSON.stringify(rest), '"__proto__":{"sub":"in_42"}');
    expect(await faultOf(await signed(key, inherited))).toBe('malformed');
    const bare = twice('{"typ":"entitlement+jwt"}', '"__proto__":{"alg":"ES256"}');
    expect(await faultOf(await signed(key, claims, bare))).toBe('wrong-algorithm');
  });

  describe('where the prototype of everything was changed', () => {
    const prototype = Object.prototype as { sub?: string; alg?: string };
    afterEach(() => {
      delete prototype.sub;
      delete prototype.alg;
    });

    it('give nothing either', async () => {
      const { sub: _, ...rest } = claims;
      const nameless = await signed(key, rest);
      const unsigned = await signed(key, claims, { typ: 'entitlement+jwt', kid: key.kid });
      prototype.sub = 'in_42';
      prototype.alg = 'ES256';
      expect(await faultOf(nameless)).toBe('malformed');
      expect(await faultOf(unsigned)).toBe('wrong-algorithm');
    });
  });
});

describe('anything else', () => {
  it('is refused for a reason of the list, and never throws', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => encoded(bytes(JSON.stringify(value)))),
      fc.uint8Array({ maxLength: 80 }).map((value) => encoded(value)),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(part, part, part).map((all) => all.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(ENTITLEMENT_FAULTS).toContain(await faultOf(text));
      }),
      { numRuns: 500 },
    );
  });
});
