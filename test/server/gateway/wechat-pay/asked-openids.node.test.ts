import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { askedOpenids } from '../../../../src/server/gateway/wechat-pay/asked-openids.js';

const PAYER = { installationId: 'in 42', payerId: 'wang&fang' };
let host: Server | null = null;

afterEach(() => {
  host?.closeAllConnections();
  host?.close();
});

/** The host's server, and who asks it. */
async function over(answer: RequestListener) {
  const server = createServer(answer);
  host = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/openids?of=us`);
  return askedOpenids({ url, token: 'a-token-of-16-or-more' });
}

it('asks who a person is in WeChat, and shows that it may', async () => {
  const asked: unknown[] = [];
  const openids = await over(({ url, headers, method }, response) => {
    asked.push([method, url, headers.authorization]);
    response.end('{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}');
  });
  expect(await openids.openid(PAYER)).toBe('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o');
  expect(asked).toEqual([
    [
      'GET',
      '/openids?of=us&installationId=in+42&userId=wang%26fang',
      'Bearer a-token-of-16-or-more',
    ],
  ]);
});

it('knows nobody whom the host does not know', async () => {
  const openids = await over((_, response) => response.writeHead(404).end());
  expect(await openids.openid(PAYER)).toBeNull();
});

it.each<[string, RequestListener]>([
  ['failed', (_, response) => response.writeHead(500).end('{"openid":"oUpF8uMuAJO"}')],
  ['points elsewhere', (_, response) => response.writeHead(302, { Location: '/x' }).end()],
  ['is none', (_, response) => response.end('{"openid":"a b"}')],
  ['is not there', (_, response) => response.end('{}')],
  ['is no JSON', (_, response) => response.end('<html>')],
  ['is too long', (_, response) => response.end(`{"openid":"oUpF8uMuAJO"}${' '.repeat(5000)}`)],
])('believes no answer that %s', async (_, answer) => {
  const openids = await over(answer);
  await expect(openids.openid(PAYER)).rejects.toThrow();
});
