import { expect } from '@open-wc/testing';
import type { PaymentAction } from '../../../src/contract/index.js';
import { deferred } from '../../helpers/call-host.js';
import { openForm, readyForm, textOf, type FormPage } from './form.js';
import { createWorld, latestOrder, payLatest, place } from './world.js';

/** Makes the page seem hidden or seen. */
function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function showCode(page: FormPage): Promise<void> {
  await page.submit();
  await page.until(() => page.find('.qr-code') !== null);
}

describe('purchase-form: paying', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('shows a code that is named, the time left, the amount and a way out', async () => {
    const page = await readyForm(await createWorld());
    await showCode(page);
    const code = page.get('.qr-code');
    expect(code.getAttribute('role')).to.equal('img');
    expect(code.getAttribute('aria-label')).to.equal('微信支付二维码，金额 ¥600.00');
    expect(textOf(page.get('[role="timer"]'))).to.match(/^1:59:\d\d$|^2:00:00$/);
    expect(page.text).to.contain('应付 ¥600.00');
    expect(page.text).to.contain('改用对公转账');
    expect(page.text).to.contain('取消订单');
  });

  it('links to the simulation in a new window', async () => {
    const page = await readyForm(await createWorld());
    await showCode(page);
    const link = page.button('模拟支付') as HTMLAnchorElement;
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.contain('noopener');
    expect(new URL(link.href).hash).to.match(/^#seatkit-pay=/);
  });

  it('gets a new code when one has run out, and closes the old one', async () => {
    const world = await createWorld();
    const order = world.order.bind(world);
    const page = await readyForm(world);
    const start = world.startPayment.bind(world);
    const expired = '2026-03-01T08:00:00.000Z';
    const keys: string[] = [];
    world.startPayment = async (id, input, options) => {
      keys.push(input.key);
      const action = await start(id, input, options);
      return keys.length < 3 && action.type === 'qr' ? { ...action, expiresAt: expired } : action;
    };
    await page.submit();
    await page.until('二维码已过期');
    expect(page.find('.qr-code')).to.equal(null);
    await page.click('获取新的二维码');
    await page.until(() => page.find('.qr-code') !== null);
    expect(new Set(keys).size).to.equal(3);
    const { payments } = await order((await latestOrder(world)).id);
    expect(payments.filter(({ state }) => state === 'open')).to.have.length(1);
  });

  it('changes to a bank transfer, with everything to be copied', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    await page.click('改用对公转账');
    await page.until('等待转账');
    const { payments } = await latestOrder(world);
    expect(payments.map(({ method, state }) => [method, state])).to.deep.equal([
      ['wechat', 'closed'],
      ['bank-transfer', 'created'],
    ]);
    const facts = textOf(page.get('.facts'));
    expect(facts).to.contain('金额（CNY） 600.00');
    expect(facts).to.contain(payments[1]!.number);
    expect(page.root.querySelectorAll('.facts .copyable button')).to.have.length(5);
  });

  it('says that a person confirms a transfer which the gateway does not see', async () => {
    for (const left of [0, 1]) {
      const world = await createWorld();
      await world.simulation.gateway.leaveTransfers(left);
      const page = await readyForm(world);
      await page.choose('method', 'bank-transfer');
      await page.submit();
      await page.until('户名');
      expect(page.text.includes('由平台人工核对到账')).to.equal(left === 1);
    }
  });

  it('follows a transfer over its states, and bars what must not be done meanwhile', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.choose('method', 'bank-transfer');
    await page.submit();
    await page.until('等待转账');
    const { payments } = await latestOrder(world);
    const { number } = payments[0]!;
    const { gateway, work } = world.simulation;

    const current = () => textOf(page.get('[aria-current="step"]'));
    await gateway.advanceTransfer(number);
    await work();
    await page.until(() => current() === '转账处理中');
    expect(page.text).to.contain('期间不能取消订单或更换付款方式');
    expect(() => page.button('取消订单')).to.throw();
    expect(() => page.button('改用微信支付')).to.throw();

    await gateway.advanceTransfer(number);
    await work();
    await page.until(() => current() === '银行已受理');
    await gateway.advanceTransfer(number);
    await work();
    await page.until('购买成功');
  });

  it('shows a transfer under way again after a reload', async () => {
    const world = await createWorld();
    const order = await place(world, { kind: 'new', seats: 9, cycles: 1 }, 'days-ago');
    await world.startPayment(order.id, {
      method: 'bank-transfer',
      environment: 'desktop',
      key: 'days-ago-payment',
    });
    await world.simulation.gateway.advanceTransfer((await latestOrder(world)).payments[0]!.number);
    const page = await openForm(world);
    await page.until('转账处理中');
  });

  it('never says that a payment failed because nothing can be learned', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    world.simulation.setFaults({ order: 'network' });
    await page.click('我已付款，立即查询');
    await page.until('暂时查不到付款结果。如果已经付款，请不要重复支付');
    expect(page.find('.qr-code')).not.to.equal(null);
    world.simulation.setFaults({});
    await payLatest(world);
    await page.until('购买成功');
  });

  it('says that the network is down, and looks again at once when it is back', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    world.simulation.setFaults({ order: 'network' });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    window.dispatchEvent(new Event('offline'));
    await page.until('网络已断开，连上后会自动查询');
    await payLatest(world);
    world.simulation.setFaults({});
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await page.until('购买成功');
  });

  it('does not take an answer that is no order for one', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    world.simulation.setFaults({ order: 'rubbish' });
    await page.click('我已付款，立即查询');
    await page.until('暂时查不到付款结果');
  });

  it('asks nothing while hidden, and at once when seen again', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    const order = world.order.bind(world);
    let asked = 0;
    world.order = (...args) => {
      asked += 1;
      return order(...args);
    };
    setHidden(true);
    const before = asked;
    await payLatest(world);
    expect(page.text).not.to.contain('购买成功');
    expect(asked).to.equal(before);
    setHidden(false);
    await page.until('购买成功');
  });

  it('never has two questions about an order open', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    const answer = deferred<undefined>();
    const order = world.order.bind(world);
    let open = 0;
    let most = 0;
    world.order = async (...args) => {
      open += 1;
      most = Math.max(most, open);
      await answer.promise;
      open -= 1;
      return order(...args);
    };
    await page.click('我已付款，立即查询');
    setHidden(true);
    setHidden(false);
    window.dispatchEvent(new Event('focus'));
    await payLatest(world);
    expect(open).to.equal(1);
    answer.resolve(undefined);
    await page.until('购买成功');
    expect(most).to.equal(1);
  });

  it('refuses an action that asks for another amount', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    const start = world.startPayment.bind(world);
    world.startPayment = async (...args) =>
      ({ ...(await start(...args)), amount: 60_001 }) as PaymentAction;
    await page.submit();
    await page.until('收到的数据有误');
    expect(page.find('.qr-code')).to.equal(null);
  });

  it('says why a payment could not be started, and tries again', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    world.simulation.setFaults({ startPayment: 'unavailable' });
    await page.submit();
    await page.until('服务暂时不可用');
    world.simulation.setFaults({});
    await page.click('重试');
    await page.until(() => page.find('.qr-code') !== null);
  });

  it('cancels after asking, and keeps what was typed', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '40');
    await showCode(page);
    await page.click('返回修改');
    await page.until(() => page.find('dialog[open]') !== null);
    await page.click('继续付款');
    await page.until(() => page.find('dialog[open]') === null);
    expect((await latestOrder(world)).status).to.equal('pending');

    await page.click('返回修改');
    await page.until(() => page.find('dialog[open]') !== null);
    await page.click('取消订单并返回修改');
    await page.until(() => page.find('form') !== null);
    expect(page.input('#seats').value).to.equal('40');
    expect((await latestOrder(world)).status).to.equal('cancelled');
    expect(page.eventNames.at(-1)).to.equal('order-cancelled');
  });

  it('is paid after all when the money had arrived before it was cancelled', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    const { payments } = await latestOrder(world);
    await world.simulation.gateway.pay(payments[0]!.number, { notify: 'withhold' });
    await page.click('取消订单');
    await page.until(() => page.find('dialog[open]') !== null);
    page.get('dialog .danger').click();
    await page.until('购买成功');
    expect(page.eventNames).to.include('order-paid');
    expect(page.eventNames).not.to.include('order-cancelled');
  });

  it('keeps the order and says so when cancelling fails', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    world.simulation.setFaults({ cancelOrder: 'network' });
    await page.click('取消订单');
    await page.until(() => page.find('dialog[open]') !== null);
    page.get('dialog .danger').click();
    await page.until('网络连接不上');
    expect(page.find('dialog[open]')).not.to.equal(null);
    expect((await latestOrder(world)).status).to.equal('pending');
  });

  it('says that the order has lapsed, and begins again with what was typed', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '40');
    await showCode(page);
    await world.simulation.clock.advance({ days: 1 });
    await page.until('订单已超时关闭');
    await page.click('重新购买');
    await page.until(() => page.find('form') !== null);
    expect(page.input('#seats').value).to.equal('40');
    await showCode(page);
  });

  it('follows the order that a lower price made of it', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    const { id } = await latestOrder(world);
    const provider = world.simulation.as('provider');
    await provider.lowerPrice(id, { amount: 50_000, key: 'lowered-1' });
    await page.until('服务商已将价格从 ¥600.00 调整为 ¥500.00');
    expect(page.text).to.contain('应付 ¥500.00');
    await page.click('支付 ¥500.00');
    await page.until(() => page.find('.qr-code') !== null);
    await payLatest(world);
    await page.until('购买成功');
  });

  it('tells of the payment once, however often it is told of it', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    const { payments } = await latestOrder(world);
    await world.simulation.gateway.pay(payments[0]!.number, { notify: 'twice' });
    await page.until('购买成功');
    await world.simulation.work();
    await page.form.updateComplete;
    expect(page.eventNames.filter((name) => name === 'order-paid')).to.have.length(1);
  });

  it('prints the receipt alone, with who bought what and how it was paid', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await showCode(page);
    await payLatest(world);
    await page.until('购买成功');
    const sheets = document.adoptedStyleSheets.length;
    const papers: string[] = [];
    const print = window.print.bind(window);
    window.print = () => {
      for (const sheet of document.querySelectorAll('body > [data-seatkit-print]')) {
        papers.push(textOf(sheet.shadowRoot!));
      }
      dispatchEvent(new Event('afterprint'));
    };
    try {
      await page.click('打印');
    } finally {
      window.print = print;
    }
    expect(papers).to.have.length(1);
    const { id, payments } = await latestOrder(world);
    for (const words of [
      `订单号 ${id} 企业 远山科技 应用 项目助手`,
      `交易单号 ${payments[0]!.transactionId}`,
      '5 人 × ¥120.00 × 1 年',
      '实付 ¥600.00',
    ]) {
      expect(papers[0]).to.contain(words);
    }
    expect(document.querySelector('[data-seatkit-print]')).to.equal(null);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
    expect(page.text).to.contain('可以在订单列表中申请开票');
  });

  it('places another order after the receipt, beginning anew', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '40');
    await showCode(page);
    await payLatest(world);
    await page.until('购买成功');
    await page.click('再下一单');
    await page.until('扩容 · 项目助手');
    expect(page.input('#seats').value).to.equal('41');
  });
});
