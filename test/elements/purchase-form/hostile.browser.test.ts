import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import type { PaymentAction } from '../../../src/contract/index.js';
import { installWallet } from '../../helpers/wallet.js';
import { openForm, readyForm, type FormPage } from './form.js';
import { createWorld, INSTALLATION, latestOrder, payLatest } from './world.js';

/** Does something for everybody to see, wherever it is taken for more than text. */
const MARKUP =
  '<img src=x onerror="globalThis.harmed = true"><script>globalThis.harmed = true</script>';
const SCRIPT = 'javascript:void(globalThis.harmed = true)';

const EVIL_URLS = [
  SCRIPT,
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'vbscript:x',
  'https://',
  '',
];

const global = globalThis as { harmed?: boolean };

async function hostileWorld(): Promise<LocalBackend> {
  const world = await createWorld();
  await world.simulation.installations.update(INSTALLATION, {
    appName: MARKUP,
    providerName: MARKUP,
    customerName: MARKUP,
    contacts: [MARKUP, SCRIPT],
  });
  return world;
}

/** Nothing on the page came out of a text, and no address leads anywhere but to the web. */
function expectHarmless(page: FormPage): void {
  expect(global.harmed).to.equal(undefined);
  expect(page.root.querySelector('img, script, iframe, object, embed')).to.equal(null);
  for (const link of page.root.querySelectorAll<HTMLAnchorElement>('[href]')) {
    expect(link.protocol).to.be.oneOf(['https:', 'http:', 'weixin:']);
  }
}

/** Lets every payment be started with this, at the order's amount. */
function answerWith(world: LocalBackend, action: object): void {
  world.startPayment = async () => {
    const { quote } = await latestOrder(world);
    const base = { attemptId: 'a', amount: quote.payable, expiresAt: '2030-01-01T00:00:00.000Z' };
    return { ...base, ...action } as PaymentAction;
  };
}

describe('purchase-form: hostile texts and addresses', () => {
  afterEach(() => {
    delete global.harmed;
  });

  it('shows names full of markup as text, from the form to the receipt', async () => {
    const world = await hostileWorld();
    const page = await readyForm(world);
    expect(page.get('h2').textContent).to.contain(MARKUP);
    expectHarmless(page);
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expectHarmless(page);
    await payLatest(world);
    await page.until('购买成功');
    expect(page.get('.outcome').textContent).to.contain(MARKUP);
    expectHarmless(page);
  });

  it('shows whom a member may ask as text', async () => {
    const world = await hostileWorld();
    world.simulation.setSession('member');
    const page = await openForm(world);
    await page.until(MARKUP);
    await page.until(SCRIPT);
    expectHarmless(page);
  });

  it('shows an app that waits for its provider with the name as text', async () => {
    const world = await createWorld({ policy: null });
    await world.simulation.installations.update(INSTALLATION, { providerName: MARKUP });
    const page = await openForm(world);
    await page.until(MARKUP);
    expectHarmless(page);
  });

  it('shows an account and a reference full of markup as text, with no way to a simulation', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.choose('method', 'bank-transfer');
    answerWith(world, {
      type: 'bank-transfer',
      account: { accountName: MARKUP, accountNumber: MARKUP, bankName: SCRIPT },
      reference: MARKUP,
      simulationUrl: SCRIPT,
    });
    await page.submit();
    await page.until(() => page.find('.steps') !== null);
    expect(page.text).to.contain(MARKUP);
    expect(page.find('a')).to.equal(null);
    expectHarmless(page);
  });

  it('draws any address as a code, which only a phone opens', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    answerWith(world, { type: 'qr', codeUrl: SCRIPT, simulationUrl: SCRIPT });
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    expect(page.find('a')).to.equal(null);
    expectHarmless(page);
  });

  it('offers no way to a simulation that is none, where there is no wallet', async () => {
    const clear = installWallet('fail');
    const world = await createWorld();
    const page = await readyForm(world, { attributes: { environment: 'wechat' } });
    answerWith(world, { type: 'jsapi', parameters: { appId: MARKUP }, simulationUrl: SCRIPT });
    await page.submit();
    await page.until('微信支付没有完成');
    expect(page.find('a')).to.equal(null);
    expectHarmless(page);
    clear();
  });

  for (const type of ['redirect', 'authorize']) {
    for (const url of EVIL_URLS) {
      it(`goes nowhere when told to ${type} to ${JSON.stringify(url)}, and says so`, async () => {
        const world = await createWorld();
        const page = await readyForm(world, { attributes: { environment: 'mobile' } });
        const before = location.href;
        answerWith(world, { type, url });
        await page.submit();
        await page.until('付款链接不安全，没有打开');
        expect(location.href).to.equal(before);
        expect(page.find('.pay a')).to.equal(null);
        expectHarmless(page);
        // The order is still there to be paid in another way, or dropped.
        expect(page.button('取消订单').localName).to.equal('button');
      });
    }
  }

  it('shows an order number full of markup as text', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    const create = world.createOrder.bind(world);
    world.createOrder = async (...given) => ({ ...(await create(...given)), id: MARKUP });
    await page.submit();
    await page.until(() => page.find('.pay') !== null);
    expect(page.text).to.contain(MARKUP);
    expectHarmless(page);
  });
});
