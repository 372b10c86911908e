import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryRefusedError, type Notice } from '../../../src/billing/index.js';
import type { BillingEvent } from '../../../src/contract/index.js';
import {
  createWebhookNotifier,
  type WebhookOptions,
} from '../../../src/server/webhooks/webhook-notifier.js';
import { verifyWebhook } from '../../../src/verify/index.js';
import { DAY, World } from '../../helpers/billing-world.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NEXT_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const NOW = '2026-03-01T08:00:00.500Z';

const EVENT: BillingEvent = {
  type: 'order.paid',
  timestamp: '2026-03-01T07:59:00.000Z',
  data: {
    installationId: 'in_42',
    orderId: 'SK1',
    kind: 'new',
    seats: 5,
    amount: 60_000,
    currency: 'CNY',
    paidAt: '2026-03-01T07:58:00.000Z',
  },
};

const NOTICE: Notice = {
  key: 'over-limit:2026-03-08T08:00:00.000Z',
  kind: 'over-limit',
  seats: 5,
  seatsInUse: 6,
  blocksAt: '2026-03-08T08:00:00.000Z',
  installationId: 'in_42',
  dueAt: '2026-03-01T08:00:00.000Z',
  appName: '考勤助手',
  customerName: '甲公司',
  contacts: ['王管理'],
};

interface Received {
  headers: IncomingMessage['headers'];
  method: string | undefined;
  body: string;
}

let server: Server;
let url: string;
let received: Received[];
let answer: { status: number; location?: string; body?: string };

beforeEach(async () => {
  received = [];
  answer = { status: 204 };
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, method: request.method, body });
      const { status, location, body: said } = answer;
      response.writeHead(status, location === undefined ? {} : { location });
      response.end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const notifier = (over: Partial<WebhookOptions> = {}) =>
  createWebhookNotifier({
    url,
    secrets: [SECRET],
    clock: { now: () => NOW },
    allowLocalHttp: true,
    ...over,
  });

const verified = (webhook: Received, secrets: string | string[] = SECRET) =>
  verifyWebhook(webhook, secrets, { now: () => Date.parse(NOW) });

describe('a webhook', () => {
  it('carries an event that its receiver verifies', async () => {
    await notifier().deliver('order.paid:SK1', EVENT);
    const [only] = received;
    expect(only).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(only?.headers['webhook-timestamp']).toBe('1772352000');
    expect(await verified(only!)).toMatchObject({ ok: true, event: EVENT });
    expect(await verified(only!, NEXT_SECRET)).toEqual({ ok: false, reason: 'bad-signature' });
  });

  it('has the same id for every try of one thing, and another for another', async () => {
    const { deliver } = notifier();
    await deliver('order.paid:SK1', EVENT);
    await deliver('order.paid:SK1', EVENT);
    await deliver('order.paid:甲.SK2\r\n', EVENT);
    const ids = received.map(({ headers }) => headers['webhook-id']);
    expect(ids[0]).toMatch(/^evt_[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).toMatch(/^evt_[0-9a-f]{32}$/);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is signed by each secret while one is changed for the other', async () => {
    await notifier({ secrets: [NEXT_SECRET, SECRET] }).deliver('x', EVENT);
    expect(await verified(received[0]!, SECRET)).toMatchObject({ ok: true });
    expect(await verified(received[0]!, NEXT_SECRET)).toMatchObject({ ok: true });
  });

  it('carries a notice without the names of people', async () => {
    await notifier().send(NOTICE);
    const { kind, seats, seatsInUse, blocksAt, installationId, appName } = NOTICE as Notice & {
      kind: 'over-limit';
    };
    expect(await verified(received[0]!)).toMatchObject({
      event: {
        type: 'notice.due',
        timestamp: NOTICE.dueAt,
        data: { kind, seats, seatsInUse, blocksAt, installationId, appName },
      },
    });
    expect(received[0]?.body).not.toContain('王管理');
    expect(received[0]?.body).not.toContain('甲公司');
  });

  it('of an end says which', async () => {
    const { installationId, dueAt, appName, customerName, contacts } = NOTICE;
    const whose = { installationId, dueAt, appName, customerName, contacts };
    const endsAt = '2026-03-16T08:00:00.000Z';
    await notifier().send({
      ...whose,
      key: `trial-ending:${endsAt}`,
      kind: 'trial-ending',
      endsAt,
    });
    expect(JSON.parse(received[0]!.body)).toEqual({
      type: 'notice.due',
      timestamp: dueAt,
      data: { installationId, appName, kind: 'trial-ending', endsAt },
    });
  });
});

describe('an answer', () => {
  it.each([200, 202, 299])('of %i takes it', async (status) => {
    answer = { status, body: 'thanks' };
    await expect(notifier().deliver('x', EVENT)).resolves.toBeUndefined();
  });

  it.each([400, 401, 404, 429, 500, 503])('of %i has it tried again', async (status) => {
    answer = { status, body: 'x'.repeat(100_000) };
    const error: unknown = await notifier()
      .deliver('x', EVENT)
      .catch((caught: unknown) => caught);
    expect(error).toEqual(new Error(`The webhook answered ${status}.`));
    expect(error).not.toBeInstanceOf(DeliveryRefusedError);
  });

  it('of 410 gives it up', async () => {
    answer = { status: 410 };
    await expect(notifier().deliver('x', EVENT)).rejects.toBeInstanceOf(DeliveryRefusedError);
  });

  it.each([301, 302, 307, 308])('of %i is not followed', async (status) => {
    answer = { status, location: `${url}/elsewhere` };
    await expect(notifier().deliver('x', EVENT)).rejects.toThrow(`answered ${status}`);
    expect(received).toHaveLength(1);
  });

  it('is not read beyond its status, however long it goes on', async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      cancel() {
        cancelled = true;
      },
    });
    const fetch = () => Promise.resolve(new Response(endless));
    await notifier({ fetch }).deliver('x', EVENT);
    expect(cancelled).toBe(true);
  });

  it('that does not come is waited for no longer than the worker has its jobs', async () => {
    let signal: AbortSignal | null | undefined;
    const hanging: typeof fetch = (_, init) => {
      signal = init?.signal;
      return new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal?.reason as Error));
      });
    };
    const timeouts: number[] = [];
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => {
      timeouts.push(ms);
      return timeout(1);
    };
    try {
      const given = notifier({ fetch: hanging }).deliver('x', EVENT);
      await expect(given).rejects.toThrow('did not answer in time');
    } finally {
      AbortSignal.timeout = timeout;
    }
    expect(timeouts).toEqual([10_000]);
  });

  it('cannot come from where nobody listens', async () => {
    const gone = url;
    await new Promise((resolve) => server.close(resolve));
    await expect(notifier({ url: gone }).deliver('x', EVENT)).rejects.toThrow('cannot be reached');
    server.listen(0);
  });
});

describe('an address', () => {
  const made = (over: Partial<WebhookOptions>) => () => notifier(over);

  it.each([
    'http://hooks.example/',
    'ftp://hooks.example/',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'file:///etc/passwd',
  ])('of %s is refused', (address) => {
    expect(made({ url: address })).toThrow('https');
  });

  it('on this machine is over http only where that is allowed', () => {
    expect(made({ url: 'http://localhost:8080/', allowLocalHttp: false })).toThrow('https');
    expect(made({ url: 'http://[::1]:8080/' })).not.toThrow();
    expect(made({ url: 'https://hooks.example/' })).not.toThrow();
  });

  it('carries no password, and no message goes out unsigned', () => {
    expect(made({ url: 'https://me:secret@hooks.example/' })).toThrow('no user name');
    expect(made({ secrets: [] })).toThrow('needs a secret');
    expect(made({ secrets: ['whsec_short'] })).toThrow('24 to 64 bytes');
  });
});

describe('the outbox', () => {
  it('tries until the receiver is back, and each thing has one id', async () => {
    const world: World = new World(undefined, notifier({ clock: { now: () => world.now } }));
    answer = { status: 503 };
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.pass(60_000);
    expect(received.length).toBeGreaterThan(2);
    answer = { status: 200 };
    received = [];
    await world.pass(DAY);
    const events = received.map(({ body }) => (JSON.parse(body) as BillingEvent).type);
    expect(events.sort()).toEqual(['entitlement.changed', 'order.paid']);
    expect(await world.billing.deadLetters.list(10)).toEqual([]);
  });

  it('keeps what a receiver that is gone refuses', async () => {
    const world: World = new World(undefined, notifier({ clock: { now: () => world.now } }));
    answer = { status: 410 };
    await world.launch();
    await world.pass(9 * DAY);
    const dead = await world.billing.deadLetters.list(10);
    expect(dead.map(({ task, lastError }) => [task.kind, lastError])).toEqual([
      ['send-event', 'The webhook answered 410.'],
      ['send-notice', 'The webhook answered 410.'],
    ]);
  });
});
