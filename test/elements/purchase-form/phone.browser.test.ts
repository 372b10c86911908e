import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import type { PaymentAction } from '../../../src/contract/index.js';
import { openForm, readyForm } from './form.js';
import { createWorld, latestOrder, payLatest } from './world.js';

type Callback = (result: { err_msg: string }) => void;
const global = globalThis as { WeixinJSBridge?: unknown };

/** Puts a wallet around the page that answers as told. */
function installWallet(answer: string, calls: unknown[] = []): void {
  global.WeixinJSBridge = {
    invoke: (name: string, parameters: unknown, callback: Callback) => {
      calls.push([name, parameters]);
      callback({ err_msg: `get_brand_wcpay_request:${answer}` });
    },
  };
}

/** Lets every payment be started with this action, at the order's amount. */
function answerWith(world: LocalBackend, action: object): unknown[] {
  const inputs: unknown[] = [];
  world.startPayment = async (_id, input) => {
    inputs.push(input);
    const { quote } = await latestOrder(world);
    const base = { attemptId: 'a', amount: quote.payable, expiresAt: '2030-01-01T00:00:00.000Z' };
    return { ...base, ...action } as PaymentAction;
  };
  return inputs;
}

const WECHAT = { attributes: { environment: 'wechat' } };

describe('purchase-form: on a phone', () => {
  afterEach(() => {
    delete global.WeixinJSBridge;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('offers no transfer and no code', async () => {
    for (const environment of ['wechat', 'platform-app', 'mobile']) {
      const page = await readyForm(await createWorld(), { attributes: { environment } });
      expect(page.find('input[name="method"]')).to.equal(null);
      expect(page.text).not.to.contain('对公转账');
      expect(page.text).not.to.contain('扫码');
    }
  });

  it('refuses to show a code even if the backend answers one', async () => {
    const world = await createWorld();
    const page = await readyForm(world, WECHAT);
    answerWith(world, { type: 'qr', codeUrl: 'weixin://pay' });
    await page.submit();
    await page.until('收到的数据有误');
    expect(page.find('.qr-code')).to.equal(null);
  });

  it('lets the payer be known first, and goes on when they come back', async () => {
    const calls: unknown[] = [];
    installWallet('cancel', calls);
    const world = await createWorld();
    const page = await readyForm(world, WECHAT);
    await page.submit();
    await page.until('付款窗口已关闭');
    const [[name, parameters]] = calls as [[string, Record<string, unknown>]];
    expect(name).to.equal('getBrandWCPayRequest');
    expect(parameters).to.include.keys('appId', 'timeStamp', 'nonceStr', 'package', 'paySign');
    expect((await latestOrder(world)).payments).to.have.length(1);
  });

  it('opens the wallet again with the same attempt', async () => {
    const calls: unknown[] = [];
    installWallet('fail', calls);
    const world = await createWorld();
    const page = await readyForm(world, WECHAT);
    const inputs = answerWith(world, { type: 'jsapi', parameters: { appId: 'wx1' } });
    await page.submit();
    await page.until('微信支付没有完成');
    await page.click('再次支付 ¥600.00');
    expect(calls).to.have.length(2);
    expect(inputs).to.have.length(1);
  });

  it('does not believe the wallet: only the backend says paid', async () => {
    installWallet('ok');
    const world = await createWorld();
    await world.simulation.gateway.authorize('administrator');
    const page = await readyForm(world, WECHAT);
    await page.submit();
    await page.until('正在确认付款结果');
    expect(page.eventNames).not.to.include('order-paid');
    await payLatest(world);
    await page.until('购买成功');
  });

  it('waits for the bridge of the surrounding app', async () => {
    const world = await createWorld();
    const page = await readyForm(world, WECHAT);
    answerWith(world, { type: 'jsapi', parameters: { appId: 'wx1' } });
    await page.submit();
    await page.until('正在打开微信支付');
    installWallet('cancel');
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    await page.until('付款窗口已关闭');
  });

  it('goes to the wallet and says what happens afterwards', async () => {
    const world = await createWorld();
    const page = await readyForm(world, { attributes: { environment: 'mobile' } });
    const inputs = answerWith(world, { type: 'redirect', url: `${location.href}#paying` });
    await page.submit();
    await page.until('将前往微信付款');
    expect(location.hash).to.equal('#paying');
    expect(inputs[0]).to.include({ returnUrl: location.href.replace('#paying', '') });
  });

  it('waits for the payer when they come back from it', async () => {
    const world = await createWorld();
    const first = await readyForm(world, { attributes: { environment: 'mobile' } });
    await world.simulation.gateway.authorize('administrator');
    const start = world.startPayment.bind(world);
    world.startPayment = async (...args) => {
      const action = await start(...args);
      return action.type === 'redirect' ? { ...action, url: `${location.href}#paying` } : action;
    };
    await first.submit();
    await first.until('将前往微信付款');
    first.form.remove();
    const page = await openForm(world, { attributes: { environment: 'mobile' } });
    await page.until('如果已经付款，本页会自动更新');
    expect(page.button('支付 ¥600.00').localName).to.equal('button');
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nonsense://']) {
    it(`does not open ${url}`, async () => {
      const world = await createWorld();
      const page = await readyForm(world, { attributes: { environment: 'mobile' } });
      answerWith(world, { type: 'redirect', url });
      await page.submit();
      await page.until('付款链接不安全，没有打开');
      expect(() => page.button('前往微信')).to.throw();
    });
  }
});
