import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayPaymentRequest } from '../../../../src/billing/index.js';
import { createWeChatPay, type WeChatPay } from '../../../../src/server/gateway/index.js';
import { WeChatPayStandIn } from './stand-in.js';

const NOW = '2026-03-01T08:00:00.000Z';
const REQUEST: GatewayPaymentRequest = {
  number: 'P-1_a|*2',
  orderId: 'SK1',
  installationId: 'installation-1',
  attemptId: 'A1',
  method: 'wechat',
  environment: 'desktop',
  amount: 60_000,
  currency: 'CNY',
  description: '项目助手 𠮷',
  payerId: 'user-1',
  returnUrl: null,
  expiresAt: '2026-03-01T10:00:00.000Z',
};

let wechat: WeChatPayStandIn;
let gateway: WeChatPay;
/** The same, not as patient. */
let hasty: WeChatPay;
let server: Server;
/** How the next answer is sent, where not as a whole. */
let send:
  ((response: ServerResponse, status: number, headers: Headers, body: string) => void) | null;

beforeEach(async () => {
  send = null;
  wechat = new WeChatPayStandIn(() => NOW);
  const { fetch, ...options } = wechat.options();
  server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '', headers } = request;
      const body = await text(request);
      const sent = new Headers();
      for (const [name, value] of Object.entries(headers)) sent.set(name, String(value));
      const answer = await fetch(`https://api.mch.weixin.qq.com${url}`, {
        ...{ method, headers: sent },
        ...(body !== '' && { body }),
      });
      const said = await answer.text();
      const whole = Object.fromEntries(answer.headers);
      if (send) send(response, answer.status, answer.headers, said);
      else response.writeHead(answer.status, whole).end(said);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const local = { ...options, baseUrl: `http://127.0.0.1:${port}` };
  gateway = createWeChatPay(local);
  hasty = createWeChatPay({ ...local, timeoutMs: 100 });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('over a real connection', () => {
  it('what is signed is what is sent', async () => {
    expect(await gateway.create(REQUEST)).toMatchObject({ type: 'qr' });
    wechat.pay(REQUEST.number);
    expect(await gateway.close(REQUEST.number)).toMatchObject({ state: 'succeeded' });
    const refund = {
      ...{ number: REQUEST.number, transactionId: '420012', refundNumber: 'R-1_a|*2@' },
      ...{ amount: 60_000, currency: 'CNY', reason: '不需要了' },
    };
    expect(await gateway.refund(refund)).toEqual({ state: 'processing' });
    expect(await gateway.queryRefund('R-1_a|*2@')).toEqual({ state: 'processing' });
  });

  it('half an answer tells nothing', async () => {
    await gateway.create(REQUEST);
    send = (response, status, headers, body) => {
      const whole = { ...Object.fromEntries(headers), 'Content-Length': Buffer.byteLength(body) };
      response.writeHead(status, whole).write(body.slice(0, 20), () => response.destroy());
    };
    await expect(gateway.query(REQUEST.number)).rejects.toThrow();
    send = null;
    expect(await gateway.query(REQUEST.number)).toEqual({ state: 'open' });
  });

  it('an answer that never ends is left', async () => {
    await gateway.create(REQUEST);
    send = (response, status, headers, body) => {
      response.writeHead(status, Object.fromEntries(headers)).write(body.slice(0, 20));
    };
    await expect(hasty.query(REQUEST.number)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('a redirection is not followed', async () => {
    send = (response) => response.writeHead(302, { Location: 'https://evil.example/' }).end();
    await expect(gateway.query(REQUEST.number)).rejects.toMatchObject({ code: 'bad-signature' });
  });
});
