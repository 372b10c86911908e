import { expect } from '@open-wc/testing';
import { BackendError, type Order } from '../../../src/contract/index.js';
import type { Quote } from '../../../src/domain/index.js';
import { createFaultyBackend } from '../../helpers/faulty-backend.js';
import { openForm, readyForm, textOf } from './form.js';
import { createWorld, latestOrder, payLatest, POLICY, reprice } from './world.js';

describe('purchase-form: answers that come late, or say nothing', () => {
  it('keeps the newer price when the older answer comes after it', async () => {
    const world = await createWorld();
    const faulty = createFaultyBackend(world);
    const page = await readyForm(faulty);
    await page.type('#seats', '20');
    faulty.plan('policy', 'late', { times: 1 });
    document.dispatchEvent(new Event('visibilitychange'));
    await page.until(() => faulty.held === 1);
    await reprice(world, { ...POLICY, rule: { type: 'per-seat', unitAmount: 13_000 } });
    await page.until('支付 ¥2,600.00');
    await faulty.release();
    await page.form.updateComplete;
    expect(page.submitButton.textContent).to.contain('支付 ¥2,600.00');
  });

  it('starts the payment of the next order though the start of the one before still hangs', async () => {
    const world = await createWorld();
    const faulty = createFaultyBackend(world);
    const page = await readyForm(faulty);
    await page.type('#seats', '12');
    faulty.plan('startPayment', 'hang', { times: 1 });
    await page.submit();
    await page.until(() => faulty.held === 1);
    const given = await latestOrder(world);
    await world.simulation.as('administrator').cancelOrder(given.id);
    await page.until('订单已取消');
    await page.click('重新购买');
    await page.until(() => page.find('form') !== null);
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    await faulty.release();
    await payLatest(world);
    await page.until('购买成功');
    expect((await latestOrder(world)).id).not.to.equal(given.id);
  });

  it('says why the method cannot be switched while a start hangs, and lets it be switched then', async () => {
    const world = await createWorld();
    const faulty = createFaultyBackend(world);
    const page = await readyForm(faulty);
    faulty.plan('startPayment', 'hang', { times: 1 });
    await page.submit();
    await page.until(() => faulty.held === 1);
    const toTransfer = page.button('改用对公转账');
    expect(toTransfer.getAttribute('aria-disabled')).to.equal('true');
    const why = page.get(`#${toTransfer.getAttribute('aria-describedby')!}`);
    expect(textOf(why)).to.contain('有结果后就可以更换付款方式');
    toTransfer.click();
    await expect(page.form).to.be.accessible();
    expect(faulty.held, 'asked once').to.equal(1);
    await faulty.release();
    await page.until(() => page.find('.qr-code') !== null);
    expect(page.find('.switch-wait')).to.equal(null);
    await page.click('改用对公转账');
    await page.until('户名');
  });

  it('leaves ways on when there is said to be nothing to pay for an order that still waits', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    const start = world.startPayment.bind(world);
    world.startPayment = () => Promise.resolve({ type: 'none' });
    await page.submit();
    await page.until('我已付款，立即查询');
    world.startPayment = start;
    await page.click('支付 ¥600.00');
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('shows no form to who may have paid while nobody can say', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    page.form.remove();
    await payLatest(world);
    const faulty = createFaultyBackend(world);
    faulty.plan('order', 'network');
    const back = await openForm(faulty, { reloaded: true });
    await back.until('网络连接不上');
    expect(back.find('form')).to.equal(null);
    faulty.mend();
    await back.click('重试');
    await back.until('购买成功');
  });

  const rubbish = { id: 1 } as unknown as Order & Quote;
  const refusals = [
    new BackendError('conflict', { reason: 'order-pending', order: rubbish }),
    new BackendError('quote-changed', { quote: rubbish }),
    new BackendError('forfeit-not-accepted', { quote: rubbish }),
  ];
  for (const refusal of refusals) {
    it(`goes on where ${refusal.code} comes with data that are none`, async () => {
      const world = await createWorld();
      const page = await readyForm(world);
      await page.type('#seats', '12');
      const create = world.createOrder.bind(world);
      world.createOrder = () => Promise.reject(refusal);
      await page.submit();
      await page.until(() => page.find('form [role="alert"]') !== null);
      expect(page.input('#seats').value).to.equal('12');
      world.createOrder = create;
      await page.submit();
      await page.until(() => page.find('.qr-code') !== null);
    });
  }

  it('goes on where an order cannot be paid, with data that are none', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    const start = world.startPayment.bind(world);
    world.startPayment = () =>
      Promise.reject(new BackendError('conflict', { reason: 'order-not-pending', order: rubbish }));
    await page.submit();
    await page.until('订单已不是待支付');
    world.startPayment = start;
    await page.click('重试');
    await page.until(() => page.find('.qr-code') !== null);
  });
});
