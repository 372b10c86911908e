import { createServer as createHttpServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authenticateJwt, type JwtOptions, type Visitor } from '../../../src/server/index.js';

const ISSUER = 'https://id.example';
const AUDIENCE = 'seatkit';

interface Pair {
  privateKey: CryptoKey;
  jwk: JWK & { kty: string };
}

let ours: Pair;
let theirs: Pair;
let rsa: Pair;

async function pair(alg: string, kid: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg } as Pair['jwk'] };
}

beforeAll(async () => {
  [ours, theirs, rsa] = await Promise.all([
    pair('ES256', 'one'),
    pair('ES256', 'one'),
    pair('RS256', 'two'),
  ]);
});

const CLAIMS = {
  name: 'Wang Fang',
  role: 'administrator',
  installations: ['app-1'],
  tenant: 'blue-river',
};

interface Made {
  claims?: JWTPayload;
  by?: Pair;
  alg?: string;
  kid?: string;
  issuer?: string;
  audience?: string;
  expires?: string | number;
}

function make({ claims = CLAIMS, by = ours, alg = 'ES256', kid = 'one', ...more }: Made = {}) {
  const { issuer = ISSUER, audience = AUDIENCE, expires = '1h' } = more;
  return new SignJWT({ sub: 'wang-fang', ...claims })
    .setProtectedHeader({ alg, kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(by.privateKey);
}

function ask(token: string, options: Partial<JwtOptions> = {}): Promise<Visitor | null> {
  const authenticate = authenticateJwt({
    keys: { keys: [ours.jwk, rsa.jwk] },
    issuer: ISSUER,
    audience: AUDIENCE,
    ...options,
  });
  const headers = { Authorization: `Bearer ${token}` };
  return authenticate(new Request('https://billing.example', { headers }));
}

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

describe('a JSON Web Token', () => {
  it('names the visitor by its claims', async () => {
    const expires = seconds(600);
    expect(await ask(await make({ expires }))).toEqual({
      userId: 'wang-fang',
      userName: 'Wang Fang',
      role: 'administrator',
      installations: ['app-1'],
      tenant: 'blue-river',
      expiresAt: new Date((expires + 60) * 1000).toISOString(),
    });
    expect(await ask(await make({ by: rsa, alg: 'RS256', kid: 'two' }))).not.toBeNull();
  });

  it('counts a minute beyond its end, because clocks differ', async () => {
    expect(await ask(await make({ expires: seconds(-30) }))).not.toBeNull();
    expect(await ask(await make({ expires: seconds(-90) }))).toBeNull();
  });

  it('is believed from this issuer, for this server, with these keys alone', async () => {
    expect(await ask(await make({ issuer: 'https://other.example' }))).toBeNull();
    expect(await ask(await make({ audience: 'another' }))).toBeNull();
    expect(await ask(await make({ by: theirs }))).toBeNull();
    expect(await ask(await make({ kid: 'unknown' }))).toBeNull();
    expect(await ask(await make(), { algorithms: ['RS256'] })).toBeNull();
  });

  it('is not believed unsigned, or signed with a public key as a secret', async () => {
    const none = new UnsecuredJWT({ sub: 'wang-fang', ...CLAIMS })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .encode();
    expect(await ask(none)).toBeNull();
    const secret = new TextEncoder().encode(JSON.stringify(rsa.jwk));
    const confused = await new SignJWT({ sub: 'wang-fang', ...CLAIMS })
      .setProtectedHeader({ alg: 'HS256', kid: 'two' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .sign(secret);
    expect(await ask(confused)).toBeNull();
  });

  it.each(['none', 'HS256'])('cannot be asked for with %s', (algorithm) => {
    expect(() =>
      authenticateJwt({
        keys: { keys: [] },
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: [algorithm as 'ES256'],
      }),
    ).toThrow(TypeError);
  });

  it.each([
    ['no role', { ...CLAIMS, role: undefined }],
    ['the role of the system', { ...CLAIMS, role: 'system' }],
    ['no installations', { ...CLAIMS, installations: undefined }],
    ['no user', { ...CLAIMS, sub: '' }],
  ])('names nobody with %s', async (_, claims) => {
    expect(await ask(await make({ claims }))).toBeNull();
  });

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d.e', '..', 'eyJhbGciOiJub25lIn0..'])(
    'is not %j',
    async (text) => {
      expect(await ask(text)).toBeNull();
    },
  );
});

describe('the keys of the issuer', () => {
  let server: Server;
  let status = 200;
  async function publish(): Promise<URL> {
    server = createHttpServer((_, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ keys: [ours.jwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return new URL(`http://127.0.0.1:${address.port}/keys.json`);
  }
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('are fetched from where they are published', async () => {
    status = 200;
    const keys = await publish();
    expect(await ask(await make(), { keys })).toMatchObject({ userId: 'wang-fang' });
    expect(await ask(await make({ by: theirs }), { keys })).toBeNull();
  });

  it('cannot be done without: then nothing can be told of any token', async () => {
    status = 500;
    const keys = await publish();
    await expect(ask(await make(), { keys })).rejects.toThrow();
  });
});
