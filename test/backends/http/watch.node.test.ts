import { describe, expect, test, vi } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { Change } from '../../../src/contract/index.js';
import { createManualTimer } from '../../helpers/manual-timer.js';
import { connect, URL_BASE } from './client.js';

const SILENCE = 45_000;

/** A server whose streams the test writes and ends by hand; `answers` stand in for the first of them. */
function serve(...answers: (() => Response | Promise<Response>)[]) {
  const timer = createManualTimer();
  const requests: Request[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const cancelled: number[] = [];
  const open = () => {
    const index = streams.length;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        streams.push(controller);
      },
      cancel: () => {
        cancelled.push(index);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });
  };
  const client = createHttpBackend(
    {
      url: URL_BASE,
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return (answers[requests.length - 1] ?? open)();
      },
    },
    timer,
  );
  const heard: Change[] = [];
  const stop = client.watch('i-1', (change) => heard.push(change));
  return {
    client,
    timer,
    requests,
    cancelled,
    heard,
    stop,
    /** Waits for the n-th stream to be open. */
    stream: (index: number) => vi.waitUntil(() => streams[index], { interval: 1, timeout: 5_000 }),
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (change: object, id?: string) =>
  bytes(`event: change\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(change)}\n\n`);

describe('over the handler', () => {
  test('changes are heard', async () => {
    const { client, fake } = connect();
    const heard: Change[] = [];
    const opened = vi.spyOn(fake, 'watch');
    const stop = client.watch('企业 1', (change) => heard.push(change));
    await vi.waitUntil(() => opened.mock.calls.length === 1, { interval: 1 });
    expect(opened.mock.calls[0]![0]).toBe('企业 1');
    fake.tell({ installationId: '企业 1', orderId: 'o-1' });
    await expect.poll(() => heard).toEqual([{ installationId: '企业 1', orderId: 'o-1' }]);
    stop();
  });

  test('changes of all installations come by one stream of their own', async () => {
    const { client, fake, requests } = connect();
    const heard: Change[] = [];
    const opened = vi.spyOn(fake, 'watch');
    const stop = client.watch(null, (change) => heard.push(change));
    await vi.waitUntil(() => opened.mock.calls.length === 1, { interval: 1 });
    expect(opened.mock.calls[0]![0]).toBeNull();
    expect(new URL(requests[0]!.url).pathname).toBe('/v1/changes');
    fake.tell({ installationId: 'i-1', orderId: 'o-1' });
    fake.tell({ installationId: null });
    await expect
      .poll(() => heard)
      .toEqual([{ installationId: 'i-1', orderId: 'o-1' }, { installationId: null }]);
    stop();
  });

  test('what happens while the stream is down is heard after it, once', async () => {
    const { client, fake, timer, handler, requests } = connect();
    const heard: Change[] = [];
    const stop = client.watch('i-1', (change) => heard.push(change));
    await expect.poll(() => timer.pending()).toContain(SILENCE);
    fake.tell({ installationId: 'i-1', orderId: 'o-1' });
    await expect.poll(() => heard).toHaveLength(1);
    handler.endStreams();
    await expect.poll(() => timer.pending()).toEqual([1_000]);
    fake.tell({ installationId: 'i-1', orderId: 'o-2' });
    await timer.fire(1_000);
    await expect.poll(() => heard.map(({ orderId }) => orderId)).toEqual(['o-1', 'o-2']);
    expect(requests[1]!.headers.get('Last-Event-ID')).toBe('1');
    stop();
  });
});

test('a stream asks for events, and carries the token', async () => {
  const { requests, stream, stop } = serve();
  await stream(0);
  expect(requests[0]!.url).toBe(`${URL_BASE}/v1/installations/i-1/changes`);
  expect(requests[0]!.headers.get('Accept')).toBe('text/event-stream');
  expect(requests[0]!.headers.has('Last-Event-ID')).toBe(false);
  stop();
});

test('events that make no sense are passed over', async () => {
  const { heard, stream, stop } = serve();
  const server = await stream(0);
  server.enqueue(bytes('event: change\ndata: {rubbish\n\n'));
  server.enqueue(bytes('event: change\ndata: {"installationId":5}\n\n'));
  server.enqueue(bytes('event: other\ndata: {"installationId":"i-1"}\n\n'));
  server.enqueue(bytes(': comment\n\n'));
  server.enqueue(event({ installationId: 'i-1', more: true }));
  await expect.poll(() => heard).toEqual([{ installationId: 'i-1' }]);
  stop();
});

test('a character cut in two arrives whole', async () => {
  const { heard, stream, stop } = serve();
  const server = await stream(0);
  const whole = event({ installationId: '企' });
  for (const byte of whole) server.enqueue(Uint8Array.of(byte));
  await expect.poll(() => heard).toEqual([{ installationId: '企' }]);
  stop();
});

describe('a stream that breaks', () => {
  test('is opened again, later after each failure, and at once hopeful after a success', async () => {
    const down = () => Promise.reject(new TypeError('Failed to fetch'));
    const busy = () => new Response(null, { status: 503 });
    const { timer, stream, stop } = serve(down, busy);
    await timer.fire(2_000);
    await timer.fire(4_000);
    const server = await stream(0);
    server.enqueue(event({ installationId: 'i-1' }));
    await expect.poll(() => timer.scheduled.filter((ms) => ms === SILENCE)).toHaveLength(2);
    server.error(new TypeError('terminated'));
    await timer.fire(2_000);
    await stream(1);
    stop();
  });

  test('never waits longer than a minute', async () => {
    const timer = createManualTimer();
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const stop = createHttpBackend({ url: URL_BASE, fetch }, timer).watch('i-1', () => undefined);
    for (const pause of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      await timer.fire(pause);
    }
    stop();
  });

  test('without ids says that something may have changed', async () => {
    const { timer, heard, stream, stop } = serve();
    (await stream(0)).close();
    await timer.fire(1_000);
    await stream(1);
    await expect.poll(() => heard).toEqual([{ installationId: 'i-1' }]);
    stop();
  });

  test('waits as long as the server asked', async () => {
    const { timer, stream, stop } = serve();
    const server = await stream(0);
    server.enqueue(bytes('retry: 7000\n\n'));
    server.close();
    await timer.fire(7_000);
    await stream(1);
    stop();
  });

  test('is one that has been silent for too long', async () => {
    const { timer, stream, cancelled, stop } = serve();
    await stream(0);
    await timer.fire(SILENCE);
    await timer.fire(2_000);
    await stream(1);
    expect(cancelled).toEqual([0]);
    stop();
  });

  test('is one whose event never ends', async () => {
    const { timer, stream, cancelled, stop } = serve();
    (await stream(0)).enqueue(bytes('data: '.padEnd(200_000, 'x')));
    await timer.fire(2_000);
    await stream(1);
    expect(cancelled).toEqual([0]);
    stop();
  });

  test('for want of a session is tried again', async () => {
    const { timer, stream, stop } = serve(() => new Response(null, { status: 401 }));
    await timer.fire(2_000);
    await stream(0);
    stop();
  });
});

describe('where there is no stream', () => {
  test.each([
    ['not found', () => new Response(null, { status: 404 })],
    ['not implemented', () => new Response(null, { status: 501 })],
    ['not allowed', () => new Response(null, { status: 403 })],
    ['no content', () => new Response(null, { status: 204 })],
    ['a page', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
  ])('%s: nothing is heard, and nothing asked again', async (_what, answer) => {
    const answered = vi.fn(answer);
    const { timer, requests, heard, stop } = serve(answered);
    await vi.waitUntil(() => answered.mock.calls.length === 1, { interval: 1 });
    await expect.poll(() => timer.pending()).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(heard).toEqual([]);
    stop();
  });

  test('an id that no address can carry is never asked for', async () => {
    const { client, requests } = connect();
    client.watch('..', () => undefined)();
    await Promise.resolve();
    expect(requests).toEqual([]);
  });
});

describe('stopping', () => {
  test('closes the stream and leaves nothing behind', async () => {
    const { timer, stream, cancelled, heard, stop } = serve();
    const server = await stream(0);
    await expect.poll(() => timer.pending()).toEqual([SILENCE]);
    server.enqueue(event({ installationId: 'i-1' }));
    stop();
    await expect.poll(() => cancelled).toEqual([0]);
    expect(timer.pending()).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('while it waits to connect again ends that too', async () => {
    const { timer, stream, requests, stop } = serve();
    (await stream(0)).close();
    await expect.poll(() => timer.pending()).toEqual([1_000]);
    stop();
    await expect.poll(() => timer.pending()).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test('while it connects ends that too', async () => {
    const { timer, requests, stop } = serve(() => new Promise(() => undefined));
    await expect.poll(() => requests).toHaveLength(1);
    expect(requests[0]!.signal.aborted).toBe(false);
    stop();
    await expect.poll(() => requests[0]!.signal.aborted).toBe(true);
    await expect.poll(() => timer.pending()).toEqual([]);
  });
});

describe('several who watch one installation', () => {
  test('share a stream until the last has stopped', async () => {
    const { client, stream, requests, cancelled, heard, stop } = serve();
    const others: Change[] = [];
    const stopOther = client.watch('i-1', (change) => others.push(change));
    const server = await stream(0);
    server.enqueue(event({ installationId: 'i-1', orderId: 'o-1' }));
    await expect.poll(() => others).toHaveLength(1);
    expect(heard).toEqual(others);
    stop();
    stop();
    server.enqueue(event({ installationId: 'i-1', orderId: 'o-2' }));
    await expect.poll(() => others).toHaveLength(2);
    expect(heard).toHaveLength(1);
    expect(cancelled).toEqual([]);
    stopOther();
    await expect.poll(() => cancelled).toEqual([0]);
    expect(requests).toHaveLength(1);
  });

  test('may come back after all have gone', async () => {
    const { client, stream, heard, stop } = serve();
    await stream(0);
    stop();
    const again: Change[] = [];
    const stopAgain = client.watch('i-1', (change) => again.push(change));
    (await stream(1)).enqueue(event({ installationId: 'i-1' }));
    await expect.poll(() => again).toHaveLength(1);
    expect(heard).toEqual([]);
    stopAgain();
  });
});
