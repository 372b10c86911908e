import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { openSimulatedPayment } from '../helpers/e2e/pay.js';
import { says, seen, unseen } from '../helpers/e2e/read.js';

/** What has the focus, inside the form. */
function focused(form: Locator): Promise<string> {
  return form.evaluate((host) => {
    const element = host.shadowRoot?.activeElement;
    if (!element) return '';
    const label = (element as HTMLInputElement).labels?.[0] ?? element;
    return (element.getAttribute('aria-label') ?? label.textContent).replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something has the focus whose name begins so. */
async function tabTo(page: Page, form: Locator, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(form)).startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

describe('buying with keys alone', () => {
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

  it('leads from the seats to the receipt, the focus always on what comes next', async () => {
    const page = await demo.open('checkout.html?customer=lanhai');
    const form = page.locator('purchase-form');
    await seen(form.getByRole('textbox', { name: '人数' }));
    const announced = form.locator('#announcement');

    await tabTo(page, form, '人数');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('51');
    await seen(form.getByRole('button', { name: '支付 ¥4,590.00' }));
    await page.keyboard.press('ArrowDown');
    await seen(form.getByRole('button', { name: '支付 ¥4,980.00' }));
    await says(announced, '应付 ¥4,980.00，到期 2027-03-01');
    await tabTo(page, form, '1 年');
    await page.keyboard.press('ArrowRight');
    await seen(form.getByRole('button', { name: '支付 ¥9,960.00' }));
    await tabTo(page, form, '微信支付');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, form, '支付 ¥9,960.00');
    await page.keyboard.press('Enter');

    await seen(form.getByText('等待转账'));
    expect(await focused(form)).toBe('付款');
    await tabTo(page, form, '取消订单');
    await page.keyboard.press('Enter');
    const question = form.getByRole('dialog', { name: '取消这个订单？' });
    await seen(question);
    await page.keyboard.press('Escape');
    await unseen(question);
    expect(await focused(form)).toBe('取消订单');
    await page.keyboard.press('Enter');
    await seen(question);
    await tabTo(page, form, '取消订单');
    await page.keyboard.press('Enter');
    await seen(form.getByText('你填写的人数和时长已保留。'));
    expect(await focused(form)).toBe('订单已取消');
    await says(announced, '已取消');

    await tabTo(page, form, '重新购买');
    await page.keyboard.press('Enter');
    await seen(form.getByRole('button', { name: '支付 ¥9,960.00' }));
    expect(await focused(form)).toBe('购买 · 项目助手');
    await tabTo(page, form, '对公转账');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, form, '人数');
    await page.keyboard.press('Enter');
    await seen(form.getByRole('img', { name: '微信支付二维码，金额 ¥9,960.00' }));
    const wallet = await openSimulatedPayment(form);
    await wallet.getByRole('button', { name: '付款', exact: true }).click();
    await seen(wallet.getByText('已付款，可以回到原来的页面。'));
    await wallet.close();
    await seen(form.getByRole('region', { name: '购买成功' }));
    expect(await focused(form)).toBe('购买成功');
    await says(announced, '购买成功');
    await tabTo(page, form, '打印');
  });

  for (const lines of ['closed', 'open'] as const) {
    it(`keeps the bar of a phone off what has the focus, its lines ${lines}`, async () => {
      const page = await demo.open('checkout.html?customer=yunshan');
      await page.setViewportSize({ width: 390, height: 844 });
      const form = page.locator('purchase-form');
      await seen(form.getByRole('textbox', { name: '人数' }));
      if (lines === 'open') await form.getByRole('button', { name: '展开明细' }).click();
      await form.getByRole('heading', { level: 2 }).focus();
      const covered: string[] = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const place = await form.evaluate((host) => {
          const element = host.shadowRoot?.activeElement;
          const bar = host.shadowRoot?.querySelector('.summary');
          if (!element || !bar || bar.contains(element)) return null;
          return element.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top + 1;
        });
        if (place === null) break;
        if (!place) covered.push(await focused(form));
      }
      expect(covered).toEqual([]);
      expect(await focused(form)).toMatch(/明细|支付/);
    });
  }
});
