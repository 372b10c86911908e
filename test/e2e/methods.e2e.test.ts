import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { choose, moveClock } from '../helpers/e2e/bar.js';
import { cancelOrder, codeOf, currentStep, formOn, orderNumber } from '../helpers/e2e/checkout.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { orderOf } from '../helpers/e2e/orders.js';
import { openSimulatedPayment, payCode } from '../helpers/e2e/pay.js';
import { fact, listed, priced, says, seen, unseen } from '../helpers/e2e/read.js';

/**
 * The demo's customers: one in its trial, whose smallest order is ¥1,980 for a year; and one with 30 seats, bought 40 days ago,
 * whose renewal is ¥4,980 a year.
 */
const TRIAL = 'checkout.html?customer=lanhai';
const BOUGHT = 'checkout.html?customer=yunshan';

describe('ways to pay', () => {
  let browser: Browser;
  let demo: Demo;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  beforeEach(async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
  });

  afterEach(async () => {
    expect(demo.problems).toEqual([]);
    await demo.close();
  });

  afterAll(() => browser.close());

  it('takes a bank transfer through its states, over days and a reload', async () => {
    const page = await demo.open(TRIAL);
    const form = formOn(page);
    await form.getByRole('radio', { name: '对公转账' }).check();
    await form.getByRole('button', { name: '支付 ¥1,980.00' }).click();
    await says(fact(form, '户名').locator('.mono, span').first(), 'Seatkit 模拟收款户');
    await seen(form.getByText('1980.00', { exact: true }));
    await seen(form.getByText('请在 2026-03-11 10:00 前付款，逾期订单会自动关闭。'));
    await says(currentStep(form), '等待转账');
    const number = await orderNumber(form);

    const bank = await openSimulatedPayment(form);
    await says(bank.locator('.amount'), '¥1,980.00');
    await bank.getByRole('button', { name: '推进转账一步' }).click();
    await seen(bank.getByText('银行处理中'));
    await bank.close();
    await says(currentStep(form), '转账处理中');
    await seen(form.getByText('转账已在处理中，期间不能取消订单或更换付款方式。'));
    await unseen(form.getByRole('button', { name: '取消订单' }));
    await unseen(form.getByRole('button', { name: '改用微信支付' }));

    await moveClock(page, '+1 天', '2026-03-02 10:00');
    await page.reload();
    await says(currentStep(form), '转账处理中');
    expect(await orderNumber(form)).toBe(number);
    await moveClock(page, '+1 天', '2026-03-03 10:00');
    await says(currentStep(form), '银行已受理');
    await moveClock(page, '+1 天', '2026-03-04 10:00');
    const receipt = form.getByRole('region', { name: '购买成功' });
    await says(fact(receipt, '付款时间'), '2026-03-04 10:00');
    await says(fact(receipt, '到期'), '2027-03-04 10:00');
    await says(fact(receipt, '实付'), '¥1,980.00');
  });

  it('pays in the wallet of the surrounding app: who pays is asked once, cancelling loses nothing', async () => {
    const page = await demo.open(BOUGHT);
    const visited: string[] = [];
    page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).hash));
    const authorisations = () => visited.filter((hash) => hash.startsWith('#seatkit-authorize='));
    await choose(page, '付款环境', '手机微信');
    const form = formOn(page);
    await form.getByRole('radio', { name: '续期' }).check();
    await seen(form.getByText('在当前应用内用微信支付付款'));
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();

    const wallet = page.getByRole('dialog', { name: '模拟付款' });
    await seen(wallet);
    expect(authorisations()).toHaveLength(1);
    await unseen(form.getByRole('img'));
    await wallet.getByRole('button', { name: '取消' }).click();
    await seen(form.getByText('付款窗口已关闭。订单已保留，可以再次付款。'));
    const number = await orderNumber(form);

    await form.getByRole('button', { name: '再次支付 ¥4,980.00' }).click();
    const [paying] = await Promise.all([
      demo.context.waitForEvent('page'),
      wallet.getByRole('button', { name: '付款', exact: true }).click(),
    ]);
    await seen(paying.getByText('已付款，可以回到原来的页面。'));
    const receipt = form.getByRole('region', { name: '续期成功' });
    await says(fact(receipt, '到期'), '2028-01-20 10:00');
    await says(fact(receipt, '实付'), '¥4,980.00');
    expect(await orderNumber(receipt)).toBe(number);
    expect(authorisations()).toHaveLength(1);
  });

  it('does not believe the wallet: an answer without money leaves the order unpaid', async () => {
    const page = await demo.open(BOUGHT);
    await choose(page, '付款环境', '手机企业微信');
    const form = formOn(page);
    await form.getByRole('radio', { name: '续期' }).check();
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    const wallet = page.getByRole('dialog', { name: '模拟付款' });
    await wallet.getByRole('button', { name: '付款失败' }).click();
    await seen(form.getByText('微信支付没有完成。请先等待查询结果，再决定是否重新付款。'));
    await page.goto(new URL('admin.html', page.url()).href);
    await seen(orderOf(page, '¥4,980.00').getByText('待支付'));
  });

  it('sends other phones to the wallet and takes them back', async () => {
    const page = await demo.open(BOUGHT);
    await choose(page, '付款环境', '其他手机浏览器');
    const form = formOn(page);
    await form.getByRole('radio', { name: '续期' }).check();
    await seen(form.getByText('将跳转到微信付款，完成后返回本页'));
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    await page.waitForURL(/pay\.html\?number=/);
    await says(page.locator('.amount'), '¥4,980.00');
    await page.getByRole('link', { name: '返回', exact: true }).click();
    await seen(form.getByText('如果已经付款，本页会自动更新；如果没有，可以再次前往。'));

    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    await page.waitForURL(/pay\.html\?number=/);
    await page.getByRole('button', { name: '付款', exact: true }).click();
    await seen(page.getByText('已付款，可以回到原来的页面。'));
    await page.getByRole('link', { name: '返回', exact: true }).click();
    await page.waitForURL(/checkout\.html/);
    await page.goto(new URL('admin.html', page.url()).href);
    await seen(orderOf(page, '2027-01-20 至 2028-01-20').getByText('已支付'));
    await says(fact(page.getByRole('main'), '到期'), '2028-01-20 10:00');
  });

  it('finds an open payment again after a reload, lets the method change and the order be dropped', async () => {
    const page = await demo.open(TRIAL);
    const form = formOn(page);
    await form.getByLabel('人数', { exact: true }).fill('12');
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    await seen(codeOf(form, '¥4,980.00'));
    const number = await orderNumber(form);

    await page.reload();
    await seen(form.getByText('这个订单还没有付款，可以继续。'));
    await seen(codeOf(form, '¥4,980.00'));
    expect(await orderNumber(form)).toBe(number);

    await form.getByRole('button', { name: '改用对公转账' }).click();
    await says(currentStep(form), '等待转账');
    expect(await orderNumber(form)).toBe(number);
    await cancelOrder(form);
    await seen(form.getByRole('heading', { name: '订单已取消' }));
    await form.getByRole('button', { name: '重新购买' }).click();
    await seen(form.getByRole('heading', { name: '购买 · 项目助手' }));
  });

  it('shows both prices and asks again when the provider changes the price', async () => {
    const page = await demo.open(TRIAL);
    const form = formOn(page);
    const buy = form.getByRole('button', { name: '支付 ¥1,980.00' });
    await seen(buy);

    const provider = await demo.open('provider.html?customer=lanhai');
    const publish = async (price: string, version: number): Promise<Locator> => {
      const editor = provider.locator('pricing-editor');
      await editor.getByLabel('第 1 级的价格').fill(price);
      await editor.getByRole('button', { name: `检查并发布 v${version}` }).click();
      return editor
        .getByRole('dialog', { name: `发布版本 ${version}` })
        .getByRole('button', { name: `发布版本 ${version}` });
    };

    // Seen in time, the new price is shown with a word about it.
    await (await publish('2080', 2)).click();
    await seen(form.getByText('服务商更新了定价'));
    await priced(form, [
      ['标准价 1 人共 ¥2,080.00 × 1 年', '¥2,080.00'],
      ['应付', '¥2,080.00'],
    ]);

    // On a slow line the order is already on its way when the price changes.
    const confirm = await publish('2180', 3);
    await choose(page, '延迟', '3 秒');
    await form.getByRole('button', { name: '支付 ¥2,080.00' }).click();
    await confirm.click();
    const changed = form.getByRole('region', { name: '价格有变化，请再确认一次' });
    await listed(changed.getByRole('row').filter({ hasText: '应付' }).getByRole('cell'), [
      '¥2,080.00',
      '¥2,180.00',
    ]);
    await choose(page, '延迟', '无');
    await changed.getByRole('button', { name: '按 ¥2,180.00 下单' }).click();
    await payCode(form, '¥2,180.00');
    await says(fact(form.getByRole('region', { name: '购买成功' }), '实付'), '¥2,180.00');
  });

  it('makes one order of two tabs that buy at once', async () => {
    const [first, second] = [await demo.open(TRIAL), await demo.open(TRIAL)];
    const tabs = [
      { page: first, seats: '8', amount: '¥1,980.00' },
      { page: second, seats: '40', amount: '¥4,980.00' },
    ];
    // A slow line, so that neither hears of the other's order before its own is sent.
    for (const { page, seats, amount } of tabs) {
      await choose(page, '延迟', '0.6 秒');
      await formOn(page).getByLabel('人数', { exact: true }).fill(seats);
      await seen(formOn(page).getByRole('button', { name: `支付 ${amount}` }));
    }
    await Promise.all(
      tabs.map(({ page, amount }) =>
        formOn(page)
          .getByRole('button', { name: `支付 ${amount}` })
          .click(),
      ),
    );
    const numbers = await Promise.all(tabs.map(({ page }) => orderNumber(formOn(page))));
    expect(new Set(numbers).size).toBe(1);

    const told = '已有一个待付款的订单。请先完成或取消它，再下新的订单；你填写的内容已保留。';
    const counts = await Promise.all(tabs.map(({ page }) => formOn(page).getByText(told).count()));
    expect([...counts].sort()).toEqual([0, 1]);
    const won = tabs.filter((_, index) => counts[index] === 0);
    for (const { page, amount } of won) await payCode(formOn(page), amount);
    const paid = won.map(({ amount }) => amount).join();
    for (const { page } of tabs) {
      await says(fact(formOn(page).getByRole('region', { name: '购买成功' }), '实付'), paid);
    }
  });
});
