import { afterEach, describe, expect, test, vi } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import { BackendError } from '../../../src/contract/index.js';
import * as canned from '../../helpers/canned-shapes.js';
import { createManualTimer } from '../../helpers/manual-timer.js';
import { answeredBy, failure, URL_BASE } from './client.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the address', () => {
  test.each([
    'javascript:alert(1)',
    'ftp://billing.example',
    'file:///etc/passwd',
    'blob:https://billing.example/1',
    'https://user:secret@billing.example',
    'https://billing.example/?tenant=1',
    'https://billing.example/#a',
    'billing.example',
    '',
  ])('%j is refused at once', (url) => {
    expect(() => createHttpBackend({ url })).toThrow(TypeError);
  });

  test('may be relative to a page', async () => {
    vi.stubGlobal('document', { baseURI: 'https://host.example/app/index.html' });
    const seen: string[] = [];
    const backend = createHttpBackend({
      url: '../billing/',
      fetch: (input) => {
        seen.push(new Request(input).url);
        return Promise.resolve(Response.json(canned.session));
      },
    });
    await backend.session();
    expect(seen).toEqual(['https://host.example/billing/v1/session']);
  });

  test('keeps its path before that of the route', async () => {
    const { client, requests } = answeredBy(() => Response.json(canned.order));
    await client.order('a/b');
    expect(requests[0]!.url).toBe(`${URL_BASE}/v1/orders/a%2Fb`);
  });
});

test('without an own fetch the global one of the moment is called', async () => {
  const backend = createHttpBackend({ url: URL_BASE });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(canned.session)));
  expect(await backend.session()).toEqual(canned.session);
});

test('nothing comes from a cache, and no redirect is followed', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(Response.json(canned.session)),
  );
  await createHttpBackend({ url: URL_BASE, fetch }).session();
  expect(fetch.mock.calls[0]![1]).toMatchObject({ cache: 'no-store', redirect: 'error' });
});

describe('the token', () => {
  const withToken = (token: string | (() => string | Promise<string>)) => {
    const timer = createManualTimer();
    const sent: (string | null)[] = [];
    const backend = createHttpBackend(
      {
        url: URL_BASE,
        token,
        fetch: (input, init) => {
          sent.push(new Request(input, init).headers.get('Authorization'));
          return Promise.resolve(
            sent.length === 1 ? new Response(null, { status: 503 }) : Response.json(canned.session),
          );
        },
      },
      timer,
    );
    return { backend, sent, timer };
  };

  test('is sent as a bearer token', async () => {
    const { backend, sent, timer } = withToken('abc');
    const session = backend.session();
    await timer.fire(400);
    await session;
    expect(sent).toEqual(['Bearer abc', 'Bearer abc']);
  });

  test('of a function is asked for again before every try', async () => {
    let issued = 0;
    const { backend, sent, timer } = withToken(() => Promise.resolve(`t${(issued += 1)}`));
    const session = backend.session();
    await timer.fire(400);
    await session;
    expect(sent).toEqual(['Bearer t1', 'Bearer t2']);
  });

  test('that cannot be had, or be sent, leaves the call unauthenticated and unsent', async () => {
    for (const token of [() => Promise.reject(new Error('no session')), 'line\nbreak']) {
      const { backend, sent } = withToken(token);
      expect((await failure(backend.session())).code).toBe('unauthenticated');
      expect(sent).toEqual([]);
    }
  });

  test('keeps the error of a source that speaks the contract', async () => {
    const { backend } = withToken(() => Promise.reject(new BackendError('forbidden')));
    expect((await failure(backend.session())).code).toBe('forbidden');
  });

  test('that never comes is a time-out', async () => {
    const { backend, timer } = withToken(() => new Promise(() => undefined));
    const failed = failure(backend.submit('i-1'));
    await timer.fire(10_000);
    expect((await failed).code).toBe('timeout');
  });
});
