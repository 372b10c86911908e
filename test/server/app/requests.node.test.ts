import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../../src/contract/index.js';
import {
  createEntitlementSigner,
  createSigningKey,
  verifyEntitlement,
} from '../../../src/verify/index.js';
import { POLICY } from '../../helpers/billing-world.js';
import { createWorld, ORIGIN, type ServerWorld, type WorldOptions } from './server-world.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };

let world: ServerWorld;
let id: string;
let provider: string;
let operator: string;

async function begin(options: WorldOptions = {}) {
  world = createWorld(options);
  id = await world.newInstallation();
  const everything = {
    userName: 'Somebody Private',
    installations: 'all',
    tenant: 'blue',
  } as const;
  provider = world.welcome({ ...everything, role: 'provider', userId: 'p' });
  operator = world.welcome({ ...everything, role: 'operator', userId: 'o' });
}

beforeEach(() => begin());

/** Publishes whatever text is sent. */
function publish(body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) {
  const path = `/v1/installations/${id}/policies`;
  return world.send(path, {
    method: 'POST',
    as: provider,
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
}

async function problemOf(response: Response) {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = (await response.json()) as { status: number; code: string };
  expect(problem.status).toBe(response.status);
  expect(JSON.stringify(problem)).not.toMatch(/ at .*:\d+:\d+|node_modules|Error:/);
  return problem;
}

const GOOD = JSON.stringify({ policy: POLICY, baseVersion: null });

describe('a body', () => {
  it('is taken in UTF-8, with or without saying so', async () => {
    for (const type of [
      'application/json',
      'application/json; charset=UTF-8',
      'Application/JSON;charset="utf-8"',
    ]) {
      await begin();
      expect((await publish(GOOD, { 'Content-Type': type })).status).toBe(201);
    }
  });

  it.each([
    ['no JSON', '{"policy":', 400],
    ['more than JSON', `${GOOD}x`, 400],
    ['the same key twice', '{"baseVersion":null,"policy":{"trial":1,"tr\\u0069al":2}}', 400],
    ['nested endlessly', `{"policy":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 400],
    ['too long', JSON.stringify({ policy: 'x'.repeat(70_000) }), 413],
    ['a field nobody knows', JSON.stringify({ policy: POLICY, baseVersion: null, extra: 1 }), 422],
    ['a list', '[]', 422],
    ['nothing', 'null', 422],
    ['a number', '1e999', 422],
    ['text no database keeps', '{"policy":{"currency":"\\u0000"},"baseVersion":null}', 422],
    ['half a character', '{"policy":{"currency":"\\ud800"},"baseVersion":null}', 422],
  ])('with %s is refused', async (_, body, status) => {
    expect((await problemOf(await publish(body))).status).toBe(status);
  });

  it('may have a key again in another object, and brackets and quotes in texts', async () => {
    const text = '{"policy":{"a":{"x":1},"b":[{"x":"{\\"x\\":1,}\\\\"}]},"baseVersion":null}';
    expect((await problemOf(await publish(text))).status).toBe(422);
  });

  it.each([
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['another charset', 'application/json; charset=gbk'],
    ['two types', 'application/json, text/plain'],
  ])('of type %s is refused', async (_, type) => {
    expect((await problemOf(await publish(GOOD, { 'Content-Type': type }))).status).toBe(415);
  });

  it('that is compressed or no UTF-8 is refused', async () => {
    const zipped = await publish(GOOD, { ...JSON_TYPE, 'Content-Encoding': 'gzip' });
    expect(zipped.status).toBe(415);
    expect((await publish(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
  });

  it('is cut as soon as it is too long, however long it says it is', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    expect((await problemOf(await publish(endless))).status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });

  it('that does not arrive is not waited for', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let cancelled = false;
    const stuck = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
    const answer = publish(stuck);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await problemOf(await answer)).toMatchObject({ status: 408, code: 'timeout' });
    expect(cancelled).toBe(true);
  });

  it('is not looked at when who sends it may not make the call', async () => {
    const response = await world.send(`/v1/installations/${id}/policies`, {
      method: 'POST',
      as: operator,
      headers: JSON_TYPE,
      body: '{"policy":',
    });
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('that breaks off is refused', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: () => Promise.reject(new Error('reset')),
    });
    expect((await problemOf(await publish(broken))).status).toBe(400);
  });

  it('is refused where a call has no use for one', async () => {
    const path = `/v1/installations/${id}/submit`;
    const init = { method: 'POST', as: provider, headers: JSON_TYPE };
    const refused = await problemOf(await world.send(path, { ...init, body: '{"force":true}' }));
    expect(refused).toMatchObject({
      status: 422,
      issues: [{ path: 'force', code: 'unknown-key' }],
    });
    expect((await world.send(path, { ...init, body: '{}' })).status).toBe(409);
    expect((await world.send('/v1/session?debug=1', { as: provider })).status).toBe(422);
  });
});

describe('an address', () => {
  it.each([
    ['/v1', 404],
    ['/v1/session/', 404],
    ['/V1/session', 404],
    ['//v1/session', 404],
    ['/v1/%73ession', 404],
    ['/v1/installations//policy', 404],
    ['/v1/installations/a%2Fb', 404],
    ['/v1/installations/..%2f..%2fsession', 404],
    ['/v1/installations/%00', 404],
    ['/v1/installations/%E0%A4%A', 404],
    ['/v1/installations/%ff', 404],
    ['/v1/installations/a%0d%0aSet-Cookie:x', 404],
    [`/v1/installations/${'x'.repeat(3000)}`, 404],
    [`/v1/installations/${'x'.repeat(9000)}`, 414],
    ["/v1/orders/'%20or%201=1--", 404],
    ['/v1/orders?cursor=x', 422],
    ['/v1/orders?cursor=a&cursor=b', 422],
    ['/v1/orders?limit=1&limit=2', 422],
    ['/v1/orders?limit=1e9', 422],
    ['/v1/orders?text=%00', 422],
    ['/v1/orders?unknown=1', 422],
    ['/v1/orders?__proto__=1', 422],
    ['/v1/orders?sort.by=amount', 422],
    ['/v1/orders?from=yesterday', 422],
  ])('of %s answers %i', async (path, status) => {
    const response = await world.send(path, { as: provider });
    expect((await problemOf(response)).status).toBe(status);
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  it('has its methods, and says which', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'POST']) {
      const response = await world.send('/v1/session', { method, as: provider });
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    }
    const path = `/v1/installations/${id}/policies`;
    const options = await world.send(path, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect((await world.send('/nowhere', { method: 'OPTIONS' })).status).toBe(404);
  });

  it('answers HEAD like GET, without a body', async () => {
    const get = await world.send('/v1/session', { as: provider });
    const head = await world.send('/v1/session', { as: provider, method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toBeNull();
    expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
    expect((await world.send('/v1/nothing', { method: 'HEAD' })).body).toBeNull();
  });

  it('stands beneath the base path', async () => {
    await begin({ basePath: '/billing' });
    expect((await world.send('/billing/v1/session', { as: provider })).status).toBe(200);
    expect((await world.send('/v1/session', { as: provider })).status).toBe(404);
    expect(() => createWorld({ basePath: 'billing/' })).toThrow(TypeError);
  });
});

describe('an answer', () => {
  it('carries the time of the server and may not be kept, sniffed or framed', async () => {
    await world.advance({ days: 40 });
    const { headers } = await world.send('/v1/session', { as: provider });
    expect(Date.parse(headers.get('Date')!)).toBe(Date.parse(world.clock.now()));
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  it('to who is not signed in says how', async () => {
    const response = await world.send('/v1/session');
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});

describe('pages of other origins', () => {
  const PAGE = 'https://console.example';
  const from = (origin: string, more = {}) => ({ headers: { Origin: origin, ...more } });
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    ...from(origin, { 'Access-Control-Request-Method': 'POST' }),
  });

  beforeEach(() => begin({ cors: { origins: [PAGE] } }));

  it('may call when they are listed', async () => {
    const { status, headers } = await world.send('/v1/session', preflight(PAGE));
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
    );
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, POST');
    const answer = await world.send('/v1/session', { as: provider, ...from(PAGE) });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(answer.headers.get('Access-Control-Expose-Headers')).toMatch(/Retry-After.*Date/);
    expect(answer.headers.get('Vary')).toContain('Origin');
    expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  it('may read refusals too, to tell people what is wrong', async () => {
    const refused = await world.send('/v1/session', from(PAGE));
    expect(refused.status).toBe(401);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
  });

  it.each([
    'https://evil.example',
    'https://console.example.evil',
    'http://console.example',
    'null',
  ])('such as %s may not when they are not', async (origin) => {
    for (const init of [preflight(origin), { as: provider, ...from(origin) }]) {
      const { headers } = await world.send('/v1/session', init);
      expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
      expect(headers.get('Vary')).toContain('Origin');
    }
  });

  it.each(['*', 'null', 'https://console.example/', 'console.example'])(
    'cannot be listed as %s',
    (origin) => {
      expect(() => createWorld({ cors: { origins: [origin] } })).toThrow(TypeError);
    },
  );
});

describe('too many requests', () => {
  it('wait, and those of others do not', async () => {
    await begin({ limits: { requestsPerSecond: 0.5, burst: 3 } });
    const ask = (as: string) => world.send('/v1/session', { as });
    for (let count = 0; count < 3; count += 1) expect((await ask(provider)).status).toBe(200);
    const refused = await ask(provider);
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate-limited' });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
    const again = world.welcome({
      role: 'provider',
      userId: 'p',
      userName: 'P',
      installations: 'all',
      tenant: 'blue',
    });
    expect((await ask(again)).status, 'another token of the same visitor').toBe(429);
    expect((await ask(operator)).status).toBe(200);
    expect((await world.send('/healthz')).status).toBe(200);
  });
});

describe('what goes wrong behind the server', () => {
  it('answers 503 when the store is away, and is ready again with it', async () => {
    world.breakStore(new BackendError('unavailable', { cause: new Error('ECONNREFUSED') }));
    const response = await world.send(`/v1/installations/${id}`, { as: provider });
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect((await world.send('/readyz')).status).toBe(503);
    expect((await world.send('/healthz')).status).toBe(200);
    world.breakStore(null);
    expect((await world.send('/readyz')).status).toBe(200);
    expect((await world.send(`/v1/installations/${id}`, { as: provider })).status).toBe(200);
  });

  it('answers 500 without a word of what it was', async () => {
    world.breakStore(new TypeError('password of the database is hunter2'));
    const response = await world.send(`/v1/installations/${id}`, { as: provider });
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({ status: 500, code: 'unavailable' });
    expect(text).not.toContain('hunter2');
  });

  it('answers 503 when nobody can tell who asks', async () => {
    await begin({ authenticate: () => Promise.reject(new Error('key set is away')) });
    expect(await problemOf(await world.send('/v1/session', { as: 'x' }))).toMatchObject({
      status: 503,
    });
  });
});

describe('the log', () => {
  it('tells of every request what it was, and nothing that it said', async () => {
    const lines: string[] = [];
    const write =
      (level: string) =>
      (event: string, fields = {}) =>
        void lines.push(JSON.stringify({ level, event, ...fields }));
    await begin({ log: { info: write('info'), warn: write('warn'), error: write('error') } });
    const response = await publish(GOOD);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      level: 'info',
      event: 'request',
      method: 'POST',
      route: '/v1/installations/{id}/policies',
      status: 201,
      tenant: 'blue',
      role: 'provider',
      request: response.headers.get('X-Request-Id'),
    });
    await publish('{"secret-field":1}');
    await world.send('/v1/orders?text=Somebody%20Private', { as: provider });
    await world.send(`/v1/unknown/${id}?token=secret-token`);
    world.breakStore(new TypeError('insert into people values (Somebody Private)'));
    const failed = await world.send(`/v1/installations/${id}`, { as: provider });
    const requestId = failed.headers.get('X-Request-Id');
    expect(
      lines.some((line) => line.includes('"request-failed"') && line.includes(requestId!)),
    ).toBe(true);
    const all = lines.join('\n');
    for (const word of ['Somebody', 'secret', provider, 'unitAmount', id])
      expect(all).not.toContain(word);
  });
});

describe('work', () => {
  it('is called for after every write, even one that failed, and after no read', async () => {
    let calls = 0;
    await begin({ onWork: () => void (calls += 1) });
    await world.send('/v1/session', { as: provider });
    expect(calls).toBe(0);
    await publish(GOOD);
    expect(calls).toBe(1);
    await publish(GOOD);
    expect(calls).toBe(2);
    await world.send(`/v1/installations/${id}/seats-in-use`, {
      method: 'POST',
      as: operator,
      headers: JSON_TYPE,
      body: '{"seatsInUse":3}',
    });
    expect(calls).toBe(3);
    await world.send('/v1/dead-letters', { as: operator });
    expect(calls).toBe(3);
  });

  it('is called for after a notification, which needs nobody signed in', async () => {
    let calls = 0;
    await begin({
      onWork: () => void (calls += 1),
      notifications: (request) => Promise.resolve(new Response(request.url, { status: 200 })),
    });
    const response = await world.send('/v1/notifications/wechat-pay', {
      method: 'POST',
      body: '{}',
    });
    expect([response.status, calls]).toEqual([200, 1]);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('signed entitlements', () => {
  it('are believed by whoever has the keys that the server publishes', async () => {
    const key = await createSigningKey();
    await begin({ signer: await createEntitlementSigner({ issuer: ORIGIN, key }) });
    const published = (await (await world.send('/keys.json')).json()) as { keys: object[] };
    expect(JSON.stringify(published)).not.toContain('"d"');
    const answer = await world.send(`/v1/installations/${id}/entitlement`, { as: provider });
    const { token } = (await answer.json()) as { token: string };
    const verified = await verifyEntitlement(token, published, {
      issuer: ORIGIN,
      installationId: id,
      now: () => Date.parse(world.clock.now()),
    });
    expect(verified).toMatchObject({ ok: true });
  });

  it('are left out where there is no signer, or it fails', async () => {
    const path = `/v1/installations/${id}/entitlement`;
    expect(await (await world.send(path, { as: provider })).json()).toMatchObject({ token: null });
    expect((await world.send('/keys.json')).status).toBe(404);
    await begin({
      signer: { sign: () => Promise.reject(new RangeError()), keySet: () => ({ keys: [] }) },
    });
    expect(await (await world.send(path, { as: provider })).json()).toMatchObject({ token: null });
  });
});

describe('the host itself', () => {
  const post = (path: string, body: object) =>
    world.send(path, {
      method: 'POST',
      as: operator,
      headers: JSON_TYPE,
      body: JSON.stringify(body),
    });

  /** Who did what to an installation, as it is written down. */
  async function deeds(installationId: string): Promise<string[]> {
    const entries = await world.store.transaction('read', (tx) => tx.auditEntries(installationId));
    return entries.map(({ by, action }) => `${by.role} ${by.userId} ${action}`);
  }

  it('makes installations, tells their facts and reports their seats', async () => {
    const facts = {
      appName: 'A',
      providerName: 'P',
      customerName: 'C',
      contacts: ['Li Na'],
      merchantAccountOpened: false,
      customerAuthorized: true,
      seatsInUse: null,
    };
    const made = await post('/v1/installations', { id: 'blue.app', ...facts });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ id: 'blue.app', appName: 'A', policyVersion: null });
    expect((await post('/v1/installations', { id: 'blue.app', ...facts })).status).toBe(409);
    expect((await post('/v1/installations', { id: 'a/b', ...facts })).status).toBe(422);
    expect((await post('/v1/installations', { id: '..', ...facts })).status).toBe(422);
    const changed = await post('/v1/installations/blue.app/platform-facts', {
      merchantAccountOpened: true,
    });
    expect(await changed.json()).toMatchObject({
      merchantAccountOpened: true,
      contacts: ['Li Na'],
    });
    const counted = await post('/v1/installations/blue.app/seats-in-use', { seatsInUse: 7 });
    expect(await counted.json()).toMatchObject({ subscription: { seatsInUse: 7 } });
    expect((await post('/v1/installations/blue.app/seats-in-use', { seatsInUse: -1 })).status).toBe(
      422,
    );
    expect((await post('/v1/installations/nowhere/seats-in-use', { seatsInUse: 1 })).status).toBe(
      404,
    );
    expect(await deeds('blue.app')).toEqual([
      'operator o create-installation',
      'operator o set-platform-facts',
    ]);
  });

  it('looks after what nobody took', async () => {
    let fails = true;
    await begin({
      notifier: { send: () => Promise.resolve() },
      events: {
        deliver: () => (fails ? Promise.reject(new Error('down')) : Promise.resolve()),
      },
    });
    await publish(GOOD);
    for (const step of ['submit', 'launch'])
      await world.send(`/v1/installations/${id}/${step}`, { method: 'POST', as: provider });
    await world.advance({ days: 5 });
    const list = async () =>
      (await (await world.send('/v1/dead-letters?limit=5', { as: operator })).json()) as {
        id: string;
      }[];
    const [letter] = await list();
    expect(letter).toMatchObject({ installationId: id, task: { kind: 'send-event' } });
    fails = false;
    const replay = `/v1/dead-letters/${encodeURIComponent(letter!.id)}/replay`;
    expect((await post(replay, {})).status).toBe(204);
    expect((await post(replay, {})).status).toBe(404);
    await world.work();
    for (const { id: left } of await list())
      expect((await post(`/v1/dead-letters/${encodeURIComponent(left)}/discard`, {})).status).toBe(
        204,
      );
    expect(await list()).toEqual([]);
    expect((await deeds(id)).at(-1)).toBe('operator o replay-dead-letter');
  });
});

it('waits for requests under way when it closes', async () => {
  let answer: (value: null) => void = () => undefined;
  const pending = new Promise<null>((resolve) => (answer = resolve));
  const server = createWorld({ authenticate: () => pending }).server;
  const response = server.fetch(new Request(`${ORIGIN}/v1/session`));
  let closed = false;
  const closing = server.close().then(() => (closed = true));
  await Promise.resolve();
  expect(closed).toBe(false);
  answer(null);
  expect((await response).status).toBe(401);
  await closing;
  expect((await server.fetch(new Request(`${ORIGIN}/healthz`))).status).toBe(503);
});
