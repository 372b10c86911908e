import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBackendError } from '../../../src/contract/index.js';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import * as canned from '../../helpers/canned-shapes.js';
import { createManualTimer } from '../../helpers/manual-timer.js';
import { answeredBy, failure } from './client.js';

const html = '<!doctype html><title>Sign in</title>';

describe('an answer that is not what was asked for', () => {
  test.each([
    ['rubbish', '{{{'],
    ['an HTML page', html],
    ['nothing', ''],
    ['a truncated body', JSON.stringify(canned.order).slice(0, -20)],
    ['another shape', JSON.stringify(canned.session)],
    ['a wrong type inside', JSON.stringify({ ...canned.order, quotedAt: 0 })],
    ['a link that runs code', JSON.stringify({ type: 'redirect', url: 'javascript:alert(1)' })],
    ['null', 'null'],
  ])('%s is an invalid response, and is not asked for again', async (_what, body) => {
    const { client, requests } = answeredBy(() => new Response(body));
    const error = await failure(client.order('o-1'));
    expect(error.code).toBe('invalid-response');
    expect(requests).toHaveLength(1);
  });

  test('a wrong type says where in its cause', async () => {
    const { client } = answeredBy(() => Response.json({ ...canned.order, quotedAt: 0 }));
    const { cause } = await failure(client.order('o-1'));
    expect(JSON.stringify(cause)).toContain('quotedAt');
  });

  test('keys of a later version are dropped', async () => {
    const { client } = answeredBy(() => Response.json({ ...canned.session, theme: 'dark' }));
    expect(await client.session()).toEqual(canned.session);
  });

  test('any status of success will do: a repeated creation may answer 200', async () => {
    const { client } = answeredBy(() => Response.json(canned.entitlement, { status: 200 }));
    expect(await client.startExtraTrial('i-1', 'key-12345678')).toEqual(canned.entitlement);
  });
});

describe('an error page without a problem document', () => {
  test.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'invalid'],
    [301, 'invalid-response'],
  ] as const)('of status %i is %s', async (status, code) => {
    const { client, requests } = answeredBy(() => new Response(html, { status }));
    expect((await failure(client.session())).code).toBe(code);
    expect(requests).toHaveLength(1);
  });
});

test('a body that breaks off on the way is a network failure', async () => {
  const { client } = answeredBy(
    () =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode('{"role":'));
            controller.error(new TypeError('terminated'));
          },
        }),
      ),
  );
  expect((await failure(client.submit('i-1'))).code).toBe('network');
});

test('any answer either parses or fails as a BackendError', async () => {
  const statuses = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
  const bodies = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify({ code: 'quote-changed', quote: value })),
    fc.jsonValue().map((value) => JSON.stringify({ ...canned.order, quote: value })),
  );
  const headers = fc.dictionary(
    fc.constantFrom('Retry-After', 'Date', 'Content-Type'),
    fc.stringMatching(/^[0-9 :GMTWed-]{0,30}$/),
  );
  await fc.assert(
    fc.asyncProperty(statuses, bodies, headers, async (status, body, fields) => {
      const bare = [204, 205, 304].includes(status);
      const backend = createHttpBackend(
        {
          url: 'https://billing.example',
          fetch: () =>
            Promise.resolve(new Response(bare ? null : body, { status, headers: fields })),
        },
        createManualTimer(),
      );
      const outcome: unknown = await backend
        .publishPolicy('i-1', { policy: canned.policy, baseVersion: null })
        .catch((error: unknown) => error);
      expect(isBackendError(outcome)).toBe(true);
      if (isBackendError(outcome) && status < 300) expect(outcome.code).toBe('invalid-response');
    }),
    { numRuns: 1000 },
  );
});
