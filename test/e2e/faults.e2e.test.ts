import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { choose } from '../helpers/e2e/bar.js';
import { cancelOrder, codeOf, currentStep, formOn } from '../helpers/e2e/checkout.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { orderList } from '../helpers/e2e/orders.js';
import { payCode } from '../helpers/e2e/pay.js';
import { says, seen, unseen } from '../helpers/e2e/read.js';

/** A customer in its trial: 12 seats are ¥4,980 a year. */
const TRIAL = 'checkout.html?customer=lanhai';
const BUY = { name: '支付 ¥4,980.00' };

describe('a purchase over a line that breaks', () => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;
  let form: Locator;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  beforeEach(async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    page = await demo.open(TRIAL);
    form = formOn(page);
  });

  afterEach(async () => {
    expect(demo.problems).toEqual([]);
    await demo.close();
  });

  afterAll(() => browser.close());

  const seats = () => form.getByLabel('人数', { exact: true });
  const goOffline = () => choose(page, '故障', '断网');
  const goOnline = () => choose(page, '故障', '无');
  const saysOffline = (scope: Locator) =>
    seen(scope.getByRole('alert').filter({ hasText: '网络连接不上' }));

  /** Waits until these are all orders, in any order: the clock stands still. */
  async function orders(...statuses: string[]): Promise<void> {
    await page.goto(new URL('admin.html?customer=lanhai', page.url()).href);
    const cells = orderList(page).locator('td.status .cell-value');
    const found = async () => (await cells.allTextContents()).map((text) => text.trim()).sort();
    await expect.poll(found, { timeout: 15_000 }).toEqual(statuses);
  }

  it('goes on at every step once the line is back, and loses nothing', async () => {
    await goOffline();
    await page.reload();
    await saysOffline(form);
    await goOnline();
    await form.getByRole('button', { name: '重试' }).click();

    await seats().fill('12');
    await goOffline();
    await form.getByRole('button', BUY).click();
    await saysOffline(form);
    expect(await seats().inputValue()).toBe('12');
    await goOnline();
    await form.getByRole('button', BUY).click();
    await seen(codeOf(form, '¥4,980.00'));

    await goOffline();
    await form.getByRole('button', { name: '我已付款，立即查询' }).click();
    const unknown = form.getByText('暂时查不到付款结果。如果已经付款，请不要重复支付');
    await seen(unknown);
    await seen(codeOf(form, '¥4,980.00'));
    await form.getByRole('button', { name: '改用对公转账' }).click();
    await saysOffline(form);
    await goOnline();
    await form.getByRole('button', { name: '重试' }).click();
    await says(currentStep(form), '等待转账');

    await goOffline();
    await cancelOrder(form);
    const dialog = form.getByRole('dialog', { name: '取消这个订单？' });
    await saysOffline(dialog);
    await goOnline();
    await dialog.getByRole('button', { name: '取消订单' }).click();
    await seen(form.getByRole('heading', { name: '订单已取消' }));

    await form.getByRole('button', { name: '重新购买' }).click();
    expect(await seats().inputValue()).toBe('12');
    await form.getByRole('button', BUY).click();
    await payCode(form, '¥4,980.00');
    await seen(form.getByRole('heading', { name: '购买成功' }));
    await orders('已取消', '已支付');
  });

  it('finds its place again after a reload at every step', async () => {
    await seats().fill('12');
    await choose(page, '延迟', '3 秒');
    await form.getByRole('button', BUY).click();
    await page.reload();
    await choose(page, '延迟', '无');
    await page.reload();
    await seats().fill('12');
    await form.getByRole('button', BUY).click();
    await seen(codeOf(form, '¥4,980.00'));

    await page.reload();
    await seen(codeOf(form, '¥4,980.00'));
    await form.getByRole('button', { name: '改用对公转账' }).click();
    await says(currentStep(form), '等待转账');
    await page.reload();
    await says(currentStep(form), '等待转账');

    await form.getByRole('button', { name: '取消订单' }).click();
    await seen(form.getByRole('dialog', { name: '取消这个订单？' }));
    await page.reload();
    await says(currentStep(form), '等待转账');
    await cancelOrder(form);
    await seen(form.getByRole('heading', { name: '订单已取消' }));
    await page.reload();

    await seats().fill('12');
    await form.getByRole('button', BUY).click();
    await payCode(form, '¥4,980.00');
    await seen(form.getByRole('heading', { name: '购买成功' }));
    await page.reload();
    await seen(form.getByRole('heading', { name: '扩容 · 项目助手' }));
    await orders('已取消', '已支付');
  });

  for (const fault of ['应答错乱', '服务不可用', '重复执行']) {
    it(`makes one order when it meets: ${fault}`, async () => {
      await seats().fill('12');
      await choose(page, '故障', fault);
      await form.getByRole('button', BUY).click();
      await seen(form.getByRole('alert').or(codeOf(form, '¥4,980.00')).first());
      await goOnline();
      if (fault !== '重复执行') {
        expect(await seats().inputValue()).toBe('12');
        await form.getByRole('button', BUY).click();
      }
      await payCode(form, '¥4,980.00');
      await seen(form.getByRole('heading', { name: '购买成功' }));
      await orders('已支付');
    });
  }

  it('tells the other tab that the order was cancelled, where it can be ordered again', async () => {
    await seats().fill('12');
    await form.getByRole('button', BUY).click();
    await seen(codeOf(form, '¥4,980.00'));
    const other = formOn(await demo.open(TRIAL));
    await seen(codeOf(other, '¥4,980.00'));
    await cancelOrder(form);
    for (const each of [form, other]) {
      await seen(each.getByRole('heading', { name: '订单已取消' }));
      await unseen(codeOf(each, '¥4,980.00'));
    }
    await other.getByRole('button', { name: '重新购买' }).click();
    await other.getByRole('button', BUY).click();
    await payCode(other, '¥4,980.00');
    await seen(other.getByRole('heading', { name: '购买成功' }));
    await orders('已取消', '已支付');
  });
});
