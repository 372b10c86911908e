import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GatewayEvent } from '../../../../src/billing/index.js';
import { createWeChatPay } from '../../../../src/server/gateway/index.js';
import { jsonLog } from '../../../../src/server/log.js';
import { CERTIFICATE_SERIAL, WeChatPayStandIn } from './stand-in.js';

const NUMBER = 'P-000001';

let now: string;
let wechat: WeChatPayStandIn;
let told: GatewayEvent[];
let lines: string[];
let answer: (request: Request) => Promise<Response>;

function mount(handleNotification: (event: GatewayEvent) => Promise<void>) {
  const log = jsonLog({ write: (line) => lines.push(line) });
  const gateway = createWeChatPay({ ...wechat.options(), log });
  answer = gateway.notifications({ handleNotification });
  return gateway;
}

beforeEach(async () => {
  now = '2026-03-01T08:00:00.000Z';
  wechat = new WeChatPayStandIn(() => now);
  told = [];
  lines = [];
  const gateway = mount((event) => {
    told.push(event);
    return Promise.resolve();
  });
  await gateway.create({
    number: NUMBER,
    orderId: 'SK1',
    installationId: 'installation-1',
    attemptId: 'A1',
    method: 'wechat',
    environment: 'desktop',
    amount: 60_000,
    currency: 'CNY',
    description: '项目助手',
    payerId: 'user-1',
    returnUrl: null,
    expiresAt: '2026-03-01T10:00:00.000Z',
  });
  wechat.pay(NUMBER);
});

afterEach(() => {
  vi.useRealTimers();
});

const paid = (...how: [] | [Parameters<WeChatPayStandIn['notification']>[2]]) =>
  wechat.notification('TRANSACTION.SUCCESS', wechat.transaction(NUMBER), ...how);

async function refusal(request: Request) {
  const response = await answer(request);
  const { code, message } = (await response.json()) as { code: string; message: string };
  expect(message).not.toBe('');
  return [response.status, code];
}

describe('a notification', () => {
  it('of a payment is told to billing', async () => {
    const response = await answer(paid());
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(told).toEqual([
      {
        type: 'payment',
        number: NUMBER,
        payment: {
          state: 'succeeded',
          transactionId: '4200000001',
          amount: 60_000,
          succeededAt: now,
        },
      },
    ]);
  });

  it.each([
    ['SUCCESS', { state: 'succeeded', refundedAt: '2026-03-01T08:00:00.000Z' }],
    ['ABNORMAL', { state: 'processing' }],
    ['CLOSED', { state: 'failed', failure: 'CLOSED' }],
  ])('of a refund that is %s is told to billing', async (status, refund) => {
    await createWeChatPay(wechat.options()).refund({
      number: NUMBER,
      transactionId: '4200000001',
      refundNumber: 'R-000001',
      amount: 60_000,
      currency: 'CNY',
      reason: '',
    });
    wechat.endRefund('R-000001', status);
    const resource = wechat.refundResource('R-000001');
    expect((await answer(wechat.notification(`REFUND.${status}`, resource))).status).toBe(204);
    expect(told).toEqual([{ type: 'refund', number: NUMBER, refundNumber: 'R-000001', refund }]);
  });

  it('signed with the certificate counts while keys are exchanged', async () => {
    wechat.signer = 'certificate';
    const request = paid();
    expect(request.headers.get('Wechatpay-Serial')).toBe(CERTIFICATE_SERIAL);
    expect((await answer(request)).status).toBe(204);
    expect(told).toHaveLength(1);
  });

  it('of something else is taken and left alone', async () => {
    const request = wechat.notification('COUPON.USE', { any: 'thing' });
    expect((await answer(request)).status).toBe(204);
    expect(told).toEqual([]);
  });

  it('heard again harms nothing, and is refused once it is old', async () => {
    const request = paid();
    expect((await answer(request.clone())).status).toBe(204);
    expect((await answer(request.clone())).status).toBe(204);
    expect(told[1]).toEqual(told[0]);
    now = '2026-03-01T08:05:00.000Z';
    expect((await answer(request.clone())).status).toBe(204);
    now = '2026-03-01T08:05:01.000Z';
    expect(await refusal(request)).toEqual([401, 'SIGN_ERROR']);
    expect(told).toHaveLength(3);
  });

  it.each([
    ['from tomorrow', () => paid({ ageSeconds: -301 })],
    ['with a changed body', () => paid({ alter: (body) => body.replace('EV-', 'EW-') })],
    ['signed by a stranger', () => ((wechat.signer = 'stranger'), paid())],
    ['without a signature', () => without('Wechatpay-Signature')],
    ['without a time', () => without('Wechatpay-Timestamp')],
    ['without a nonce', () => without('Wechatpay-Nonce')],
    ['without a serial', () => without('Wechatpay-Serial')],
    ['with another time', () => changed('Wechatpay-Timestamp', '1772352001')],
    ['with no time', () => changed('Wechatpay-Timestamp', 'NaN')],
    ['that tries out our check', () => changed('Wechatpay-Signature', 'WECHATPAY/SIGNTEST/abc=')],
  ])('%s is refused as forged', async (_, request) => {
    expect(await refusal(request())).toEqual([401, 'SIGN_ERROR']);
    expect(told).toEqual([]);
  });

  it.each([
    ['for another merchant', { mchid: '1900000001' }],
    ['for another app', { appid: 'wx0000000000000001' }],
    ['of no amount', { amount: { total: -1, currency: 'CNY' } }],
    ['in another currency', { amount: { total: 60_000, currency: 'USD' } }],
    ['without a number', { out_trade_no: undefined }],
  ])('%s is refused', async (_, lie) => {
    const resource = { ...wechat.transaction(NUMBER), ...lie };
    const request = wechat.notification('TRANSACTION.SUCCESS', resource);
    expect(await refusal(request)).toEqual([400, 'PARAM_ERROR']);
    expect(told).toEqual([]);
  });

  it('of a refund for another merchant is refused', async () => {
    const amount = { total: 1, refund: 1 };
    const numbers = { out_trade_no: NUMBER, out_refund_no: 'R-000001' };
    const refund = { mchid: '1900000001', ...numbers, amount, refund_status: 'PROCESSING' };
    const request = wechat.notification('REFUND.SUCCESS', refund);
    expect(await refusal(request)).toEqual([400, 'PARAM_ERROR']);
    expect(told).toEqual([]);
  });

  it('sealed with another key is refused', async () => {
    const request = paid({ key: 'vutsrqponmlkjihgfedcba9876543210' });
    expect(await refusal(request)).toEqual([400, 'PARAM_ERROR']);
  });

  it('that is too long is refused without being read to its end', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(32 * 1024));
      },
    });
    const { notifyUrl } = wechat.options();
    const init = { method: 'POST', body, duplex: 'half' };
    const request = new Request(notifyUrl, init);
    expect(await refusal(request)).toEqual([413, 'PARAM_ERROR']);
    expect(pulled).toBeLessThan(10);
  });

  it('comes by POST alone', async () => {
    const { notifyUrl } = wechat.options();
    expect(await refusal(new Request(notifyUrl))).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  it('that billing cannot take now is asked for again', async () => {
    mount(() => Promise.reject(new Error('database of 王管理 is down')));
    expect(await refusal(paid())).toEqual([500, 'SYSTEM_ERROR']);
    expect(lines.join()).toContain('notification-failed');
    expect(lines.join()).not.toContain('王管理');
  });

  it('is answered in time, whatever billing does', async () => {
    vi.useFakeTimers();
    let begun: () => void;
    const working = new Promise<void>((resolve) => {
      begun = resolve;
    });
    mount(() => {
      begun();
      return new Promise(() => undefined);
    });
    const waiting = answer(paid());
    await working;
    await vi.advanceTimersByTimeAsync(4500);
    expect((await waiting).status).toBe(500);
  });

  it('leaves nothing of itself in the log', async () => {
    await answer(paid({ alter: (body) => body.replace('EV-', 'EW-') }));
    const entry = JSON.parse(lines.at(-1)!) as Record<string, unknown>;
    expect(entry).toEqual({
      time: expect.any(String) as unknown,
      level: 'warn',
      event: 'notification-refused',
      code: 'bad-signature',
    });
  });
});

function without(name: string): Request {
  const request = paid();
  request.headers.delete(name);
  return request;
}

function changed(name: string, value: string): Request {
  const request = paid();
  request.headers.set(name, value);
  return request;
}
