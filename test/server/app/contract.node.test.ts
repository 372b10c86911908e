import { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../src/schemas/index.js';
import { contractChecks, type ContractHarness } from '../../../src/testing/index.js';
import { fetchFrom } from '../../helpers/http-handler.js';
import { createAnswerCheck, type AnswerCheck } from '../openapi/answers.js';
import type { OpenApi } from '../openapi/open-api.js';
import { harnessOf } from './harness.js';
import { createWorld } from './server-world.js';

describe('the server keeps the contract, seen through the HTTP client', () => {
  const world = createWorld();
  let check: AnswerCheck;
  beforeAll(async () => {
    const document = (await (await world.send('/openapi.json')).json()) as OpenApi;
    check = createAnswerCheck(document);
  });
  const fetch = fetchFrom({
    async handle(request) {
      const response = await world.server.fetch(request);
      await check.see(request, response);
      return response;
    },
  });
  const harness = harnessOf(world, fetch);

  for (const [name, keeps] of Object.entries(contractChecks)) {
    it(name, () => keeps(() => harness));
  }

  it('answers as its OpenAPI document says, in every call', () => {
    expect(check.faults).toEqual([]);
    const answered = [...check.seen];
    const successes = Object.entries(ROUTES).map(([name, { status }]) => `${name} ${status}`);
    expect(answered).toEqual(expect.arrayContaining(successes));
    expect(answered).toEqual(expect.arrayContaining(['changes 200', 'allChanges 200']));
  });
});

describe('over a real socket the server', () => {
  const world = createWorld({ limits: { requestsPerSecond: 1e6, burst: 1e6, bodyMs: 100 } });
  let listening: Server;
  let url: string;
  let harness: ContractHarness;
  beforeAll(async () => {
    const made = createAdaptorServer({ fetch: (request) => world.server.fetch(request) });
    if (!(made instanceof Server)) throw new TypeError('Expected an HTTP/1.1 server.');
    listening = made;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    harness = harnessOf(world, (input, init) => globalThis.fetch(input, init), url);
  });
  afterAll(async () => {
    await world.server.close();
    // Among them those that a page opened and never used.
    listening.closeAllConnections();
    listening.close();
  });

  for (const [name, keeps] of Object.entries(contractChecks)) {
    it(`keeps: ${name}`, () => keeps(() => harness));
  }

  /** What the server answers to bytes as they are, until it closes the line or says enough. */
  function exchange(text: string, until: RegExp): Promise<string> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.setEncoding('utf8');
      socket.on('data', (data: string) => {
        answer += data;
        if (until.test(answer)) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
    });
  }

  const head = (token: string, length: number) =>
    [
      'POST /v1/installations/x/policies HTTP/1.1',
      'Host: billing.example',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      '\r\n',
    ].join('\r\n');
  const provider = () =>
    world.welcome({ role: 'provider', userId: 'p', userName: 'P', installations: 'all' });

  it('does not wait for a body that does not come', async () => {
    expect(await exchange(`${head(provider(), 100)}{"po`, /took too long/)).toMatch(
      /^HTTP\/1.1 408 /,
    );
  });

  it('does not take a body in that is too long', async () => {
    const answer = await exchange(`${head(provider(), 10_000_000)}{"po`, /too large/);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([
    ['no request', 'HELLO\r\n\r\n'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b/../\r\nConnection: close\r\n\r\n'],
    [
      'an address that climbs',
      'GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ],
    ['no address', 'GET x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['an unknown method', 'TRACE /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ])('refuses %s', async (_, text) => {
    expect(await exchange(text, /\r\n\r\n$/)).toMatch(/^HTTP\/1.1 4\d\d /);
  });
});
