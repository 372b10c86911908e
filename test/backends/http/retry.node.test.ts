import { describe, expect, test } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { BillingBackend } from '../../../src/contract/index.js';
import * as canned from '../../helpers/canned-shapes.js';
import { createManualTimer } from '../../helpers/manual-timer.js';
import { answeredBy, failure, URL_BASE } from './client.js';

const KEY = 'key-12345678';
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('<h1>Sorry</h1>', { status: code, headers });
const never = () => new Promise<Response>(() => undefined);

const SAFE: [string, (client: BillingBackend) => Promise<unknown>, unknown][] = [
  ['a read', (client) => client.session(), canned.session],
  ['a quote', (client) => client.quote('i-1', { kind: 'renew', cycles: 1 }), canned.quote],
  ['a keyed write', (client) => client.lowerPrice('o-1', { amount: 1, key: KEY }), canned.order],
];

const UNSAFE: [string, (client: BillingBackend) => Promise<unknown>][] = [
  ['cancelOrder', (client) => client.cancelOrder('o-1')],
  ['submit', (client) => client.submit('i-1')],
  [
    'publishPolicy',
    (client) => client.publishPolicy('i-1', { policy: canned.policy, baseVersion: 1 }),
  ],
  ['decideRefund', (client) => client.decideRefund('o-1', { decision: 'approve' })],
  ['markInvoice', (client) => client.markInvoice('o-1', 'sent')],
  ['answerComplaint', (client) => client.answerComplaint('o-1', { text: 't', close: true })],
];

describe.each(SAFE)('%s', (_what, call, answer) => {
  test('is tried again after a failure of network or server, later each time', async () => {
    const { client, timer, requests } = answeredBy(offline, status(503), () =>
      Response.json(answer),
    );
    const result = call(client);
    await timer.fire(400);
    await timer.fire(800);
    expect(await result).toEqual(answer);
    expect(requests).toHaveLength(3);
    expect(timer.pending()).toEqual([]);
  });

  test('gives up after three tries, with the last failure', async () => {
    const { client, timer, requests } = answeredBy(offline, offline, status(502));
    const failed = failure(call(client));
    await timer.fire(400);
    await timer.fire(800);
    expect((await failed).code).toBe('unavailable');
    expect(requests).toHaveLength(3);
  });

  test('is the same request each time, with the same key', async () => {
    const { client, timer, requests } = answeredBy(offline, () => Response.json(answer));
    const result = call(client);
    await timer.fire(400);
    await result;
    const [first, second] = requests;
    expect(second!.url).toBe(first!.url);
    expect(await second!.text()).toBe(await first!.text());
    expect(second!.headers.get('Idempotency-Key')).toBe(first!.headers.get('Idempotency-Key'));
  });
});

describe.each(UNSAFE)('%s, which has no key,', (_name, call) => {
  test.each([
    ['network', offline],
    ['unavailable', status(503)],
    ['rate-limited', status(429, { 'Retry-After': '1' })],
  ])('is never repeated on %s', async (code, answer) => {
    const { client, timer, requests } = answeredBy(answer);
    expect((await failure(call(client))).code).toBe(code);
    expect(requests).toHaveLength(1);
    expect(timer.pending()).toEqual([]);
  });
});

describe('what is not repeated, since the same would come again', () => {
  test.each([400, 401, 403, 404, 409, 422])('status %i', async (code) => {
    const { client, requests } = answeredBy(status(code));
    await failure(client.session());
    expect(requests).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  test('is waited for when it is longer than the backoff', async () => {
    const { client, timer } = answeredBy(status(429, { 'Retry-After': '7' }), () =>
      Response.json(canned.session),
    );
    const session = client.session();
    await timer.fire(7_000);
    expect(await session).toEqual(canned.session);
    expect(timer.scheduled).not.toContain(400);
  });

  test('longer than ten seconds is told instead', async () => {
    const { client, requests } = answeredBy(status(429, { 'Retry-After': '11' }));
    const error = await failure(client.session());
    expect(error).toMatchObject({ code: 'rate-limited', retryAfter: 11, retryable: true });
    expect(requests).toHaveLength(1);
  });
});

test('retries are spread over the half of each pause', async () => {
  const timer = { ...createManualTimer(), random: () => 0.999 };
  const fetch = () => Promise.resolve(new Response(null, { status: 503 }));
  const failed = failure(createHttpBackend({ url: URL_BASE, fetch }, timer).session());
  await timer.fire(400 * (1 - 0.999 / 2));
  await timer.fire(800 * (1 - 0.999 / 2));
  expect((await failed).code).toBe('unavailable');
});

describe('a backend that never answers', () => {
  test('is a time-out, and is let go of', async () => {
    let signal: AbortSignal | null | undefined;
    const timer = createManualTimer();
    const client = createHttpBackend(
      {
        url: URL_BASE,
        timeout: 1_234,
        fetch: (_input, init) => {
          signal = init?.signal;
          return never();
        },
      },
      timer,
    );
    const failed = failure(client.submit('i-1'));
    await timer.fire(1_234);
    expect((await failed).code).toBe('timeout');
    expect(signal?.aborted).toBe(true);
  });

  test('in the middle of a body is one too', async () => {
    const { client, timer } = answeredBy(
      () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })),
    );
    const failed = failure(client.submit('i-1'));
    await timer.fire(10_000);
    expect((await failed).code).toBe('timeout');
  });

  test('is asked again when that is safe', async () => {
    const { client, timer, requests } = answeredBy(never, () => Response.json(canned.session));
    const session = client.session();
    await timer.fire(10_000);
    await timer.fire(400);
    expect(await session).toEqual(canned.session);
    expect(requests).toHaveLength(2);
  });
});

describe('abort', () => {
  test('before the call sends nothing', async () => {
    const { client, requests } = answeredBy(() => Response.json(canned.session));
    const reason = new Error('gone');
    await expect(client.session({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test('while waiting for an answer rejects with the reason, even where fetch does not listen', async () => {
    const { client, timer, requests } = answeredBy(never);
    const controller = new AbortController();
    const session = client.session({ signal: controller.signal });
    const reason = new Error('gone');
    controller.abort(reason);
    await expect(session).rejects.toBe(reason);
    expect(timer.pending()).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(1);
  });

  test('between two tries ends the waiting and the trying', async () => {
    const { client, timer, requests } = answeredBy(offline);
    const controller = new AbortController();
    const session = client.session({ signal: controller.signal });
    await expect.poll(() => timer.pending()).toEqual([400]);
    controller.abort();
    await expect(session).rejects.toHaveProperty('name', 'AbortError');
    expect(timer.pending()).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});

test('no timer outlives its call', async () => {
  const { client, timer } = answeredBy(() => Response.json(canned.session));
  await client.session();
  expect(timer.scheduled).toEqual([10_000]);
  expect(timer.pending()).toEqual([]);
});
