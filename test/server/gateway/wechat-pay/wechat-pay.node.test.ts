import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayPaymentRequest } from '../../../../src/billing/index.js';
import {
  createMemoryPayers,
  type Payer,
  createWeChatPay,
  type WeChatPay,
  type WeChatPayOptions,
} from '../../../../src/server/gateway/index.js';
import { CERTIFICATE_SERIAL, isMerchants, PUBLIC_KEY_ID, WeChatPayStandIn } from './stand-in.js';

const NOW = '2026-03-01T08:00:00.500Z';

const REQUEST: GatewayPaymentRequest = {
  number: 'P-1_a|*2',
  orderId: 'SK1',
  installationId: 'installation-1',
  attemptId: 'A1',
  method: 'wechat',
  environment: 'desktop',
  amount: 60_000,
  currency: 'CNY',
  description: '项目助手',
  payerId: 'user-1',
  returnUrl: 'https://shop.example/pay?order=SK1&x=甲',
  expiresAt: '2026-03-01T10:00:00.000Z',
};

let now: string;
let wechat: WeChatPayStandIn;
let gateway: WeChatPay;

const over = (more: Partial<WeChatPayOptions> = {}) =>
  createWeChatPay({ ...wechat.options(), ...more });

beforeEach(() => {
  now = NOW;
  wechat = new WeChatPayStandIn(() => now);
  gateway = over({ payers: createMemoryPayers(), payerAddress: () => '203.0.113.7' });
});

describe('a payment is prepared', () => {
  it('with a code for a desk', async () => {
    expect(await gateway.create(REQUEST)).toEqual({
      type: 'qr',
      attemptId: 'A1',
      amount: 60_000,
      codeUrl: 'weixin://wxpay/bizpayurl?pr=P-1_a|*2',
      expiresAt: '2026-03-01T10:00:00.000Z',
    });
    expect(wechat.requests).toEqual([
      {
        method: 'POST',
        path: '/v3/pay/transactions/native',
        serial: PUBLIC_KEY_ID,
        body: {
          mchid: '1900007291',
          appid: 'wxd678efh567hg6787',
          description: '项目助手',
          out_trade_no: 'P-1_a|*2',
          time_expire: '2026-03-01T18:00:00+08:00',
          notify_url: 'https://billing.example/v1/notifications/wechat-pay',
          amount: { total: 60_000, currency: 'CNY' },
        },
      },
    ]);
  });

  it('with a signed call of the wallet in WeChat', async () => {
    const payers = createMemoryPayers();
    await payers.put({ installationId: 'installation-1', payerId: 'user-1' }, 'o-1');
    gateway = over({ payers });
    const action = await gateway.create({ ...REQUEST, environment: 'wechat' });
    if (action.type !== 'jsapi') throw new Error(action.type);
    const { appId, timeStamp, nonceStr, package: packed, signType, paySign } = action.parameters;
    expect({ appId, timeStamp, packed, signType }).toEqual({
      appId: 'wxd678efh567hg6787',
      timeStamp: '1772352000',
      packed: 'prepay_id=wx20141027P-1_a|*2',
      signType: 'RSA',
    });
    expect(isMerchants(`${appId}\n${timeStamp}\n${nonceStr}\n${packed}\n`, paySign)).toBe(true);
    expect(wechat.requests[0]?.body).toMatchObject({ payer: { openid: 'o-1' } });
    const again = await gateway.create({ ...REQUEST, environment: 'wechat' });
    expect(again).not.toMatchObject({ parameters: { nonceStr } });
  });

  it('with a link for a phone that leads back', async () => {
    const action = await gateway.create({ ...REQUEST, environment: 'mobile' });
    if (action.type !== 'redirect') throw new Error(action.type);
    const url = new URL(action.url);
    expect(url.searchParams.get('redirect_url')).toBe(REQUEST.returnUrl);
    expect(url.searchParams.get('package')).toBe('2150917749');
    expect(action.expiresAt).toBe('2026-03-01T08:05:00.500Z');
    expect(wechat.requests[0]?.body).toMatchObject({
      scene_info: { payer_client_ip: '203.0.113.7', h5_info: { type: 'Wap' } },
    });
  });

  it('in the app of the platform for those whose openid the host knows', async () => {
    const known = ({ payerId }: Payer) => Promise.resolve(payerId === 'user-1' ? 'o-9' : null);
    gateway = over({ platformApp: { openid: known } });
    const request = { ...REQUEST, environment: 'platform-app' } as const;
    expect(await gateway.create(request)).toMatchObject({ type: 'jsapi' });
    expect(wechat.requests[0]?.body).toMatchObject({ payer: { openid: 'o-9' } });
    await expect(gateway.create({ ...request, payerId: 'user-2' })).rejects.toMatchObject({
      code: 'invalid',
      data: { reason: 'method-unavailable' },
    });
  });

  it('again with a fresh code for the same payment, never as another one', async () => {
    await gateway.create(REQUEST);
    now = '2026-03-01T08:30:00.000Z';
    expect(await gateway.create(REQUEST)).toMatchObject({ type: 'qr' });
    expect(wechat.orders.size).toBe(1);
    await expect(gateway.create({ ...REQUEST, amount: 1 })).rejects.toThrow('INVALID_REQUEST');
  });

  it('not after it was closed: another attempt took its place', async () => {
    await gateway.create(REQUEST);
    await gateway.close(REQUEST.number);
    await expect(gateway.create(REQUEST)).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'key-reused' },
    });
  });

  it('with a description that fits, whole characters on one line', async () => {
    await gateway.create({ ...REQUEST, description: `一\r\n${'𠮷'.repeat(200)}` });
    const { description } = wechat.requests[0]!.body as { description: string };
    expect(description).toBe(`一 ${'𠮷'.repeat(125)}`);
  });

  it('not at all for another currency or a number that WeChat Pay does not take', async () => {
    await expect(gateway.create({ ...REQUEST, currency: 'USD' })).rejects.toMatchObject({
      code: 'invalid',
    });
    for (const number of ['short', 'x'.repeat(33), 'with space', 'slash/1234', '甲乙丙丁戊己']) {
      await expect(gateway.create({ ...REQUEST, number })).rejects.toThrow('Not a number');
    }
    expect(wechat.requests).toEqual([]);
  });

  it('only as far as the merchant can take it', () => {
    const all = ['desktop', 'mobile', 'wechat', 'platform-app'] as const;
    const supported = (by: WeChatPay) => all.filter((where) => by.supports('wechat', where));
    expect(supported(over())).toEqual(['desktop']);
    expect(supported(gateway)).toEqual(['desktop', 'mobile', 'wechat']);
    expect(supported(over({ platformApp: createMemoryPayers() }))).toEqual([
      'desktop',
      'platform-app',
    ]);
    expect(gateway.supports('bank-transfer', 'desktop')).toBe(false);
  });
});

describe('a payment is asked about', () => {
  const { number } = REQUEST;

  it('and stands as WeChat Pay says', async () => {
    expect(await gateway.query(number)).toEqual({ state: 'unknown' });
    await gateway.create(REQUEST);
    expect(await gateway.query(number)).toEqual({ state: 'open' });
    expect(wechat.requests.at(-1)?.path).toBe(
      '/v3/pay/transactions/out-trade-no/P-1_a%7C*2?mchid=1900007291',
    );
    const states = {
      NOTPAY: 'open',
      USERPAYING: 'open',
      PAYERROR: 'open',
      ACCEPT: 'open',
      CLOSED: 'closed',
      REVOKED: 'revoked',
    };
    for (const [said, state] of Object.entries(states)) {
      wechat.orders.get(number)!.state = said;
      expect(await gateway.query(number), said).toEqual({ state });
    }
    wechat.orders.get(number)!.state = 'NEWSTATE';
    await expect(gateway.query(number)).rejects.toThrow('trade_state');
  });

  it('and is paid with what arrived, also once it has gone back', async () => {
    await gateway.create(REQUEST);
    wechat.pay(number, { at: '2026-03-01T07:59:59.000Z' });
    const paid = {
      state: 'succeeded',
      transactionId: '420012',
      amount: 60_000,
      succeededAt: '2026-03-01T07:59:59.000Z',
    };
    expect(await gateway.query(number)).toEqual(paid);
    wechat.orders.get(number)!.state = 'REFUND';
    expect(await gateway.query(number)).toEqual(paid);
  });

  it.each([
    ['of another merchant', { mchid: '1900000001' }],
    ['of another app', { appid: 'wx0000000000000001' }],
    ['of another payment', { out_trade_no: 'P-other-1' }],
    ['without a transaction', { transaction_id: '' }],
    ['without a time', { success_time: 'yesterday' }],
    ['of half a fen', { amount: { total: 0.5, currency: 'CNY' } }],
    ['of nothing', { amount: { total: 0, currency: 'CNY' } }],
    ['of text', { amount: { total: '60000', currency: 'CNY' } }],
    ['in another currency', { amount: { total: 60_000, currency: 'HKD' } }],
    ['without an amount', { amount: null }],
    ['of no kind', { trade_state: 1 }],
  ])('and an answer %s tells nothing', async (_, lie) => {
    await gateway.create(REQUEST);
    wechat.pay(number);
    wechat.fail('lie', { lie: (answer) => ({ ...answer, ...lie }) });
    await expect(gateway.query(number)).rejects.toThrow();
    expect(await gateway.query(number)).toMatchObject({ state: 'succeeded', amount: 60_000 });
  });

  it.each([
    'unheard',
    'lost',
    'unsigned',
    'strange-key',
    'old',
    'early',
    'altered',
    'truncated',
    'huge',
  ] as const)('and an answer that is %s tells nothing', async (kind) => {
    await gateway.create(REQUEST);
    wechat.pay(number);
    const asked = wechat.requests.length;
    wechat.fail(kind);
    await expect(gateway.query(number)).rejects.toThrow();
    // Whoever called decides whether to ask again.
    expect(wechat.requests.length - asked).toBeLessThanOrEqual(1);
    expect(await gateway.query(number)).toMatchObject({ state: 'succeeded' });
  });

  it('and no answer in time tells nothing', async () => {
    gateway = over({ timeoutMs: 20 });
    wechat.fail('hanging');
    await expect(gateway.query(number)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('and a forged denial is not believed', async () => {
    wechat.fail('unsigned');
    await expect(gateway.query(number)).rejects.toMatchObject({ code: 'bad-signature' });
  });
});

describe('a payment is closed', () => {
  const { number } = REQUEST;

  it('when it was open, closed already, or never made', async () => {
    expect(await gateway.close(number)).toEqual({ state: 'unknown' });
    await gateway.create(REQUEST);
    expect(await gateway.close(number)).toEqual({ state: 'closed' });
    expect(await gateway.close(number)).toEqual({ state: 'closed' });
    expect(wechat.requests.find(({ path }) => path.endsWith('/close'))?.body).toEqual({
      mchid: '1900007291',
    });
  });

  it('not when it was paid before', async () => {
    await gateway.create(REQUEST);
    wechat.pay(number);
    expect(await gateway.close(number)).toMatchObject({ state: 'succeeded', amount: 60_000 });
  });

  it.each(['ORDER_CLOSED', 'ORDERCLOSED', 'ORDER_NOT_EXIST'])(
    'and stands as it does where closing answers %s',
    async (code) => {
      await gateway.create(REQUEST);
      wechat.orders.get(number)!.state = 'CLOSED';
      wechat.fail('refused', { status: 400, code });
      expect(await gateway.close(number)).toEqual({ state: 'closed' });
    },
  );

  it.each([
    [500, 'SYSTEM_ERROR'],
    [429, 'FREQUENCY_LIMITED'],
    [202, 'USERPAYING'],
  ])('not while WeChat Pay answers %i %s', async (status, code) => {
    await gateway.create(REQUEST);
    wechat.fail('refused', { status, code });
    await expect(gateway.close(number)).rejects.toMatchObject({ status, code });
  });

  it('not while it is still open in spite of it', async () => {
    await gateway.create(REQUEST);
    wechat.fail('refused', { status: 400, code: 'ORDER_NOT_EXIST' });
    await expect(gateway.close(number)).rejects.toThrow('still open');
  });
});

describe('a refund', () => {
  const REFUND = {
    number: REQUEST.number,
    transactionId: '420012',
    refundNumber: 'R-0001',
    amount: 60_000,
    currency: 'CNY',
    reason: '不需要了',
  };

  beforeEach(async () => {
    await gateway.create(REQUEST);
    wechat.pay(REQUEST.number);
  });

  it('is asked for in full, and stands as WeChat Pay says', async () => {
    expect(await gateway.queryRefund('R-0001')).toEqual({ state: 'unknown' });
    expect(await gateway.refund(REFUND)).toEqual({ state: 'processing' });
    expect(wechat.requests.at(-1)?.body).toEqual({
      transaction_id: '420012',
      out_refund_no: 'R-0001',
      reason: '不需要了',
      notify_url: 'https://billing.example/v1/notifications/wechat-pay',
      amount: { refund: 60_000, total: 60_000, currency: 'CNY' },
    });
    expect(await gateway.queryRefund('R-0001')).toEqual({ state: 'processing' });
    wechat.endRefund('R-0001', 'SUCCESS');
    expect(await gateway.queryRefund('R-0001')).toEqual({
      state: 'succeeded',
      refundedAt: '2026-03-01T08:00:00.000Z',
    });
    wechat.endRefund('R-0001', 'CLOSED');
    expect(await gateway.queryRefund('R-0001')).toEqual({ state: 'failed', failure: 'CLOSED' });
  });

  it('is one, however often it is asked for', async () => {
    wechat.fail('lost');
    await expect(gateway.refund(REFUND)).rejects.toThrow();
    expect(await gateway.refund(REFUND)).toEqual({ state: 'processing' });
    expect(wechat.refunds.size).toBe(1);
  });

  it('that is stuck is not over: it may yet be sent by hand', async () => {
    wechat.refundStatus = 'ABNORMAL';
    expect(await gateway.refund(REFUND)).toEqual({ state: 'processing' });
    wechat.endRefund('R-0001', 'SUCCESS');
    expect(await gateway.queryRefund('R-0001')).toMatchObject({ state: 'succeeded' });
  });

  it.each(['NOT_ENOUGH', 'USER_ACCOUNT_ABNORMAL', 'INVALID_REQUEST', 'RESOURCE_NOT_EXISTS'])(
    'has failed where it is refused with %s',
    async (code) => {
      wechat.fail('refused', { status: 403, code });
      expect(await gateway.refund(REFUND)).toEqual({ state: 'failed', failure: code });
    },
  );

  it('has not failed where an earlier request was taken', async () => {
    await gateway.refund(REFUND);
    wechat.fail('refused', { status: 400, code: 'INVALID_REQUEST' });
    expect(await gateway.refund(REFUND)).toEqual({ state: 'processing' });
  });

  it.each([
    [500, 'SYSTEM_ERROR'],
    [429, 'FREQUENCY_LIMITED'],
    [401, 'SIGN_ERROR'],
    [403, 'NO_AUTH'],
  ])('is not known where WeChat Pay answers %i %s', async (status, code) => {
    wechat.fail('refused', { status, code });
    await expect(gateway.refund(REFUND)).rejects.toMatchObject({ status, code });
  });

  it.each([
    ['another amount', { amount: { refund: 1, total: 60_000, currency: 'CNY' } }],
    ['another whole', { amount: { refund: 1, total: 1, currency: 'CNY' } }],
    ['a part', { amount: { refund: 60_000, total: 70_000, currency: 'CNY' } }],
    ['another refund', { out_refund_no: 'R-0002' }],
    ['another payment', { out_trade_no: 'P-other-1' }],
    ['another transaction', { transaction_id: '1' }],
    ['a new state', { status: 'NEWSTATE' }],
    ['no time', { status: 'SUCCESS', success_time: undefined }],
  ])('is not believed with %s', async (_, lie) => {
    wechat.fail('lie', { lie: (answer) => ({ ...answer, ...lie }) });
    await expect(gateway.refund(REFUND)).rejects.toMatchObject({ code: 'bad-content' });
    expect(await gateway.queryRefund('R-0001')).toEqual({ state: 'processing' });
  });

  it('says why in as many bytes as fit', async () => {
    await gateway.refund({ ...REFUND, reason: '因'.repeat(500) });
    expect(wechat.requests.at(-1)?.body).toMatchObject({ reason: '因'.repeat(26) });
  });
});

describe('keys', () => {
  it('may change: what the old certificate signs counts as long as it lasts', async () => {
    wechat.signer = 'certificate';
    expect(await gateway.query(REQUEST.number)).toEqual({ state: 'unknown' });
    now = '2029-12-31T00:00:01.000Z';
    await expect(gateway.query(REQUEST.number)).rejects.toThrow('has ended');
  });

  it('are asked for by the newest', async () => {
    const [publicKey, certificate] = wechat.options().platformKeys;
    gateway = over({ platformKeys: [certificate!, publicKey!] });
    await gateway.query(REQUEST.number);
    expect(wechat.requests[0]?.serial).toBe(CERTIFICATE_SERIAL);
  });

  it('that are not configured sign nothing', async () => {
    const [publicKey] = wechat.options().platformKeys;
    gateway = over({ platformKeys: [publicKey!] });
    wechat.signer = 'certificate';
    await expect(gateway.query(REQUEST.number)).rejects.toThrow('not known');
  });
});

it('names every option that cannot be used, and quotes none', () => {
  const secret = 'not-a-key-but-secret';
  const create = () =>
    over({
      mchid: 'x',
      appid: '',
      merchantKey: secret,
      merchantSerial: '!',
      apiV3Key: secret,
      platformKeys: [
        { pem: secret, id: 'x' },
        { pem: secret },
        { pem: `BEGIN CERTIFICATE${secret}` },
      ],
      notifyUrl: 'http://billing.example/',
      authorization: { appSecret: secret, callbackUrl: 'ftp://x', returnOrigins: [] },
    });
  expect(create).toThrow(
    [
      'mchid: expected digits',
      'appid: expected letters and digits',
      'merchantSerial: expected hexadecimal digits',
      'apiV3Key: expected 32 characters of ASCII',
      'notifyUrl: expected an https address without a query',
      'authorization.callbackUrl: expected an https address without a query',
      'authorization: expected payers to go with it',
      'merchantKey: Not a key or certificate in PEM.',
      'platformKeys[0]: Not a key or certificate in PEM.',
      'platformKeys[1]: A public key of WeChat Pay needs its id.',
      'platformKeys[2]: Not a key or certificate in PEM.',
    ].join('\n'),
  );
  expect(create).not.toThrow(secret);
  expect(() => over({ platformKeys: [] })).toThrow('platformKeys: expected at least one');
});
