import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { choose } from '../helpers/e2e/bar.js';
import { formOn, orderNumber } from '../helpers/e2e/checkout.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { payCode } from '../helpers/e2e/pay.js';
import { fact, priced, says, seen } from '../helpers/e2e/read.js';

/** A customer with 30 seats, bought 40 days ago for ¥4,980 and a year. */
const BOUGHT = 'checkout.html?customer=yunshan';

describe('changing a plan, and coming back from the wallet', () => {
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

  /** The provider changes the price of the customer. */
  async function publish(change: (editor: ReturnType<Page['locator']>) => Promise<void>) {
    const page = await demo.open('provider.html?customer=yunshan');
    const editor = page.locator('pricing-editor');
    await change(editor);
    await editor.getByRole('button', { name: '检查并发布 v3' }).click();
    await editor
      .getByRole('dialog', { name: '发布版本 3' })
      .getByRole('button', { name: '发布版本 3' })
      .click();
    await seen(editor.getByRole('button', { name: '检查并发布 v4' }));
    await page.close();
  }

  it('adds seats to the same end, for the days that are left', async () => {
    await publish((editor) => editor.getByRole('radio', { name: '到期时间不变' }).check());
    const page = await demo.open(BOUGHT);
    const form = formOn(page);
    await form.getByRole('radio', { name: '扩容' }).check();
    await form.getByLabel('人数', { exact: true }).fill('60');
    await seen(form.getByText('到期时间不变，只补剩余时间的差价'));
    // 60 × ¥90 × 325/365, less ¥4,980 × 325/365.
    await form.getByRole('button', { name: '支付 ¥373.97' }).click();
    await payCode(form, '¥373.97');
    const receipt = form.getByRole('region', { name: '扩容成功' });
    await says(fact(receipt, '人数'), '30 人 → 60 人');
    await says(fact(receipt, '到期'), '2027-01-20 10:00');
    await says(fact(receipt, '实付'), '¥373.97');
    await says(fact(receipt, '剩余价值抵扣'), '¥4,434.25');
  });

  it('asks for nothing where the credit covers all, once its loss is accepted', async () => {
    await publish((editor) => editor.getByLabel('第 2 级的价格').fill('4000'));
    const page = await demo.open(BOUGHT);
    const form = formOn(page);
    await form.getByRole('radio', { name: '扩容' }).check();
    await form.getByLabel('人数', { exact: true }).fill('31');
    await priced(form, [
      ['标准价 31 人共 ¥4,000.00 × 1 年', '¥4,000.00'],
      ['剩余价值抵扣 ¥4,980.00 × 325/365 天', '-¥4,434.25'],
      ['抵扣以价格为限', '¥434.25'],
      ['应付', '¥0.00'],
    ]);
    await form
      .getByRole('checkbox', {
        name: '我知道：¥434.25 的剩余价值超出本次价格，将作废且不退还。',
      })
      .check();
    await form.getByRole('button', { name: '确认下单，支付 ¥0.00' }).click();
    const receipt = form.getByRole('region', { name: '扩容成功' });
    await seen(receipt.getByText('剩余价值已全额抵扣，无需付款。'));
    await says(fact(receipt, '实付'), '¥0.00');
  });

  /** On the way to pay a renewal in a phone's browser. */
  async function leaveToPay(): Promise<Page> {
    const page = await demo.open(BOUGHT);
    await choose(page, '付款环境', '其他手机浏览器');
    const form = formOn(page);
    await form.getByRole('radio', { name: '续期' }).check();
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    await page.waitForURL(/pay\.html\?number=/);
    return page;
  }

  it('has the receipt for who comes back from the wallet having paid', async () => {
    const page = await leaveToPay();
    await page.getByRole('button', { name: '付款', exact: true }).click();
    await seen(page.getByText('已付款，可以回到原来的页面。'));
    await page.getByRole('link', { name: '返回', exact: true }).click();
    const receipt = formOn(page).getByRole('region', { name: '续期成功' });
    await says(fact(receipt, '到期'), '2028-01-20 10:00');
    await says(fact(receipt, '实付'), '¥4,980.00');
  });

  it('lets who comes back from a payment that failed pay the same order again', async () => {
    const page = await leaveToPay();
    await page.getByRole('button', { name: '关闭这笔付款' }).click();
    await seen(page.getByText('这笔付款已关闭。'));
    await page.getByRole('link', { name: '返回', exact: true }).click();
    const form = formOn(page);
    const number = await orderNumber(form);
    await form.getByRole('button', { name: '支付 ¥4,980.00' }).click();
    await page.waitForURL(/pay\.html\?number=/);
    await page.getByRole('button', { name: '付款', exact: true }).click();
    await seen(page.getByText('已付款，可以回到原来的页面。'));
    await page.getByRole('link', { name: '返回', exact: true }).click();
    const receipt = form.getByRole('region', { name: '续期成功' });
    expect(await orderNumber(receipt)).toBe(number);
  });

  it('finds the order again when the page was killed on the way, and is told when it is paid elsewhere', async () => {
    const leaving = await leaveToPay();
    const wallet = await demo.context.newPage();
    await wallet.goto(leaving.url());
    await leaving.close();
    const page = await demo.open(BOUGHT);
    const form = formOn(page);
    await seen(form.getByText('这个订单还没有付款，可以继续。'));
    await wallet.getByRole('button', { name: '付款', exact: true }).click();
    const receipt = form.getByRole('region', { name: '续期成功' });
    await says(fact(receipt, '到期'), '2028-01-20 10:00');
  });
});
