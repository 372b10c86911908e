import { beforeEach, describe, expect, it } from 'vitest';
import type { GatewayPaymentRequest } from '../../../../src/billing/index.js';
import {
  createMemoryPayers,
  createWeChatPay,
  type Payers,
  type WeChatPay,
} from '../../../../src/server/gateway/index.js';
import { WeChatPayStandIn } from './stand-in.js';

const BACK = 'https://shop.example/pay?order=SK1#here';
const REQUEST: GatewayPaymentRequest = {
  number: 'P-000001',
  orderId: 'SK1',
  installationId: 'installation-1',
  attemptId: 'A1',
  method: 'wechat',
  environment: 'wechat',
  amount: 60_000,
  currency: 'CNY',
  description: '项目助手',
  payerId: '用户/1',
  returnUrl: BACK,
  expiresAt: '2026-03-01T10:00:00.000Z',
};

let now: string;
let payers: Payers;
let asked: URL[];
let openids: unknown;
let wechat: WeChatPayStandIn;

/** Another process with the same configuration. */
function open(): WeChatPay {
  const options = wechat.options();
  return createWeChatPay({
    ...options,
    payers,
    authorization: {
      appSecret: 'app-secret',
      callbackUrl: 'https://billing.example/v1/payers/wechat',
      returnOrigins: ['https://shop.example'],
    },
    fetch: (input, init) => {
      const url = new URL(new Request(input, init).url);
      if (url.hostname !== 'api.weixin.qq.com') return options.fetch(input, init);
      asked.push(url);
      return Promise.resolve(Response.json(openids));
    },
  });
}

beforeEach(() => {
  now = '2026-03-01T08:00:00.000Z';
  payers = createMemoryPayers();
  asked = [];
  openids = { access_token: 'secret', openid: 'o-1', scope: 'snsapi_base' };
  wechat = new WeChatPayStandIn(() => now);
});

/** Where WeChat sends the payer back to. */
async function trip(request = REQUEST, code = 'code-1'): Promise<URL> {
  const action = await open().create(request);
  if (action.type !== 'authorize') throw new Error(action.type);
  const url = new URL(action.url);
  const back = new URL(url.searchParams.get('redirect_uri')!);
  back.searchParams.set('code', code);
  back.searchParams.set('state', url.searchParams.get('state')!);
  return back;
}

const answer = (url: URL) => open().authorizations!(new Request(url));

describe('a payer whose wallet is not known', () => {
  it('is sent to WeChat first, and nothing is prepared', async () => {
    const action = await open().create(REQUEST);
    if (action.type !== 'authorize') throw new Error(action.type);
    const url = new URL(action.url);
    expect(url.origin + url.pathname).toBe('https://open.weixin.qq.com/connect/oauth2/authorize');
    expect(url.hash).toBe('#wechat_redirect');
    const { redirect_uri, state, ...rest } = Object.fromEntries(url.searchParams);
    expect(rest).toEqual({
      appid: 'wxd678efh567hg6787',
      response_type: 'code',
      scope: 'snsapi_base',
    });
    expect(redirect_uri).toMatch(/^https:\/\/billing\.example\/v1\/payers\/wechat\?payer=[\w-]+$/);
    expect(state).toMatch(/^[0-9a-zA-Z]{1,128}$/);
    expect(wechat.requests).toEqual([]);
  });

  it('comes back known, and pays', async () => {
    const response = await answer(await trip());
    expect([response.status, response.headers.get('Location')]).toEqual([303, BACK]);
    expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
      appid: 'wxd678efh567hg6787',
      secret: 'app-secret',
      code: 'code-1',
      grant_type: 'authorization_code',
    });
    expect(await open().create(REQUEST)).toMatchObject({ type: 'jsapi' });
    expect(wechat.requests[0]?.body).toMatchObject({ payer: { openid: 'o-1' } });
    expect(await open().create({ ...REQUEST, payerId: 'user-2' })).toMatchObject({
      type: 'authorize',
    });
  });

  it('is somebody else at another company that calls its people alike', async () => {
    await answer(await trip());
    const elsewhere = { ...REQUEST, installationId: 'installation-2' };
    expect(await open().create(elsewhere)).toMatchObject({ type: 'authorize' });
    openids = { openid: 'o-2' };
    await answer(await trip(elsewhere));
    expect(await open().create(REQUEST)).toMatchObject({ type: 'jsapi' });
    expect(wechat.requests.at(-1)?.body).toMatchObject({ payer: { openid: 'o-1' } });
  });

  it.each([
    ['an error', { errcode: 40029, errmsg: 'invalid code' }],
    ['nothing', null],
  ])('comes back to try again where WeChat answers %s', async (_, said) => {
    openids = said;
    expect((await answer(await trip())).headers.get('Location')).toBe(BACK);
    expect(await open().create(REQUEST)).toMatchObject({ type: 'authorize' });
  });

  it.each([
    ['altered', (url: URL) => url.searchParams.set('payer', note({ payerId: 'user-2' }))],
    ['signed otherwise', (url: URL) => url.searchParams.set('state', 'a'.repeat(64))],
    ['unsigned', (url: URL) => url.searchParams.delete('state')],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
    ['too late', () => (now = '2026-03-01T08:10:00.000Z')],
  ])('is not believed on a way back that is %s', async (_, spoil) => {
    const back = await trip();
    spoil(back);
    const response = await answer(back);
    expect([response.status, response.headers.get('Location')]).toEqual([400, null]);
    expect(await response.text()).toContain('没有付款');
    expect(asked).toEqual([]);
    now = '2026-03-01T08:00:00.000Z';
    expect(await open().create(REQUEST)).toMatchObject({ type: 'authorize' });
  });

  it.each([null, 'https://evil.example/', 'https://shop.example.evil.example/'])(
    'is sent to no page but ours, as %s is none',
    async (returnUrl) => {
      const response = await answer(await trip({ ...REQUEST, returnUrl }));
      expect([response.status, response.headers.get('Location')]).toEqual([200, null]);
      expect(await open().create(REQUEST)).toMatchObject({ type: 'jsapi' });
    },
  );
});

it('forgets the payers heard of longest ago, not the others', async () => {
  const payer = (each: number) => ({ installationId: 'installation-1', payerId: `user-${each}` });
  for (let each = 0; each <= 10_000; each++) await payers.put(payer(each), `o-${each}`);
  expect(await payers.openid(payer(0))).toBeNull();
  expect(await payers.openid(payer(1))).toBe('o-1');
  expect(await payers.openid(payer(10_000))).toBe('o-10000');
});

function note(traveller: object): string {
  const whole = { returnUrl: null, until: Date.parse('2027-01-01T00:00:00.000Z'), ...traveller };
  return Buffer.from(JSON.stringify(whole)).toString('base64url');
}
