import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticateHostToken, createHostToken, type Visitor } from '../../../src/server/index.js';

const SECRET = 'a-secret-of-more-than-32-characters';
const NEXT = 'another-secret-of-more-than-32-characters';
const VISITOR: Visitor = {
  role: 'administrator',
  userId: 'wang-fang',
  userName: '王芳',
  installations: ['app-1', 'app-2'],
  tenant: 'blue-river',
};

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

function make(visitor: Visitor = VISITOR, secret = SECRET, expiresAt = inAnHour()): string {
  return createHostToken({ ...visitor, expiresAt }, { secret });
}

/** A token that says anything at all, rightly signed. */
function signed(payload: unknown): string {
  const text = `seatkit1.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}

function ask(authorization: string | null, secrets = [SECRET]): Promise<Visitor | null> {
  const headers = authorization === null ? {} : { Authorization: authorization };
  return authenticateHostToken({ secrets })(new Request('https://billing.example', { headers }));
}

describe('a host token', () => {
  it('names the visitor, until it expires', async () => {
    const expiresAt = inAnHour();
    expect(await ask(`Bearer ${make(VISITOR, SECRET, expiresAt)}`)).toEqual({
      ...VISITOR,
      expiresAt,
    });
    const { tenant: _, ...plain } = VISITOR;
    expect(await ask(`bearer ${make({ ...plain, installations: 'all' })}`)).toMatchObject({
      installations: 'all',
    });
    expect(
      await ask(`Bearer ${make(VISITOR, SECRET, new Date(Date.now() - 1).toISOString())}`),
    ).toBeNull();
  });

  it('is believed with any of the secrets, so that they can change', async () => {
    const old = `Bearer ${make()}`;
    expect(await ask(old, [NEXT, SECRET])).toMatchObject({ userId: 'wang-fang' });
    expect(await ask(old, [NEXT])).toBeNull();
  });

  it('is not believed with one character changed', async () => {
    const token = make();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom('A', 'z', '.', '-'),
        async (at, by) => {
          const changed = token.slice(0, at) + by + token.slice(at + 1);
          // The last character of a signature of 32 bytes carries two bits that mean nothing.
          fc.pre(at < token.length - 1 && changed !== token);
          expect(await ask(`Bearer ${changed}`)).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', null],
    ['another scheme', `Basic ${make()}`],
    ['no token', 'Bearer '],
    ['two tokens', `Bearer ${make()}, Bearer ${make()}`],
    ['a part too many', `Bearer ${make()}.x`],
    ['no signature', `Bearer ${make().split('.').slice(0, 2).join('.')}.`],
  ])('is not found in %s', async (_, authorization) => {
    expect(await ask(authorization)).toBeNull();
  });

  const claims = { ...VISITOR, expiresAt: '2099-01-01T00:00:00.000Z' };
  it('is a token when it says what it must', async () => {
    expect(await ask(`Bearer ${signed(claims)}`)).toEqual(claims);
  });

  it.each([
    ['an unknown role', { ...claims, role: 'system' }],
    ['no user', { ...claims, userId: '' }],
    ['a user that is a number', { ...claims, userId: 1 }],
    ['installations that are one text', { ...claims, installations: 'app-1' }],
    ['installations among which is a number', { ...claims, installations: ['app-1', 2] }],
    ['no installations', { ...claims, installations: undefined }],
    ['no end', { ...claims, expiresAt: undefined }],
    ['an end that is none', { ...claims, expiresAt: 'never' }],
    ['nothing', null],
    ['a list', []],
  ])('names nobody with %s, however well it is signed', async (_, payload) => {
    expect(await ask(`Bearer ${signed(payload)}`)).toBeNull();
  });

  it('needs a secret that cannot be guessed', () => {
    expect(() => authenticateHostToken({ secrets: [] })).toThrow(TypeError);
    expect(() => authenticateHostToken({ secrets: [SECRET, 'short'] })).toThrow(TypeError);
    expect(() => make(VISITOR, 'short')).toThrow(TypeError);
    expect(() => make(VISITOR, SECRET, 'soon')).toThrow(RangeError);
  });
});
