import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderList } from '../../src/elements/order-list/order-list.js';
import { launchChromium } from '../helpers/chromium.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { openSimulatedPayment } from '../helpers/e2e/pay.js';
import { fact, listed, priced, says, seen, unseen } from '../helpers/e2e/read.js';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** The trial customer of the demo: tiers of ¥1,980 to 10 seats and ¥4,980 to 50, two years give 60 days. */
describe('a page under a strict Content Security Policy', () => {
  let browser: Browser;
  let demo: Demo;
  let page: Page;

  const violations = () => listed(page.locator('#violations'), ['']);

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    page = await demo.open('csp.html');
  });

  afterAll(() => browser.close());

  it('draws every element, styled', async () => {
    await seen(page.getByText('试用还剩 5 天，将于 2026-03-06 10:00 结束。'));
    await seen(page.locator('order-list').getByText('还没有订单'));
    await seen(page.locator('pricing-editor').getByText('51 人比 50 人便宜 ¥390.00'));
    const pay = page.getByRole('button', { name: '支付 ¥1,980.00' });
    const colour = await pay.evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(colour).toBe('rgb(0, 82, 217)');
    await violations();
  });

  it('lets a whole purchase through: quote, code, payment in another tab, receipt, order', async () => {
    const form = page.locator('purchase-form');
    await form.getByLabel('人数', { exact: true }).fill('50');
    await form.getByRole('radio', { name: '2 年 送 60 天' }).check();
    await priced(form, [
      ['标准价 50 人共 ¥4,980.00 × 2 年', '¥9,960.00'],
      ['应付', '¥9,960.00'],
    ]);
    await form.getByRole('button', { name: '支付 ¥9,960.00' }).click();
    await seen(form.getByRole('img', { name: '微信支付二维码，金额 ¥9,960.00' }));
    const wallet = await openSimulatedPayment(form);

    const receipt = form.getByRole('region', { name: '购买成功' });
    await says(fact(receipt, '人数'), '50 人');
    await says(fact(receipt, '到期'), '2028-04-29 10:00');
    await says(fact(receipt, '实付'), '¥9,960.00');
    await wallet.close();

    const row = page.locator('order-list').getByRole('row').filter({ hasText: '¥9,960.00' });
    await seen(row.getByText('已支付'));
    await row.getByRole('button', { name: /^查看详情|申请开票/ }).click();
    await seen(page.locator('order-list').getByRole('dialog', { name: '申请开票' }));
    await page.keyboard.press('Escape');
    await violations();
    expect(demo.problems).toEqual([]);
  });

  it('puts a receipt, and orders of many pages, on paper and nothing else', async () => {
    await page.evaluate(() => (window.print = () => undefined));
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('body > [data-seatkit-print]');
    const over = () => page.evaluate(() => dispatchEvent(new Event('afterprint')));
    const host = page.getByRole('heading', { name: '严格的内容安全策略' });

    await page.locator('purchase-form').getByRole('button', { name: '打印' }).click();
    await seen(sheet.getByRole('heading', { name: '订单摘要' }));
    await says(sheet.getByRole('row').last(), '实付 ¥9,960.00');
    await unseen(host);
    await over();
    await seen(host);

    await page.locator('order-list').evaluate((list: OrderList) => {
      const backend = list.activeBackend;
      if (!backend) return;
      list.backend = {
        ...backend,
        orders: async (...asked) => {
          const answer = await backend.orders(...asked);
          const items = Array.from({ length: 150 }, (_, at) =>
            answer.items.map((order) => ({ ...order, id: `${order.id}-${at}` })),
          );
          return { ...answer, items: items.flat() };
        },
      };
    });
    const list = page.locator('order-list');
    await seen(list.getByRole('row').filter({ hasText: '-1' }).first());
    await list.getByRole('button', { name: '打印', exact: true }).click();
    await seen(sheet.getByRole('heading', { name: '订单' }));
    await unseen(host);
    const [head, row] = await sheet
      .locator('table')
      .evaluate((table: HTMLTableElement) => [
        getComputedStyle(table.tHead ?? table).display,
        getComputedStyle(table.rows[9] ?? table).breakInside,
      ]);
    expect([head, row]).toEqual(['table-header-group', 'avoid']);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages?.length).toBeGreaterThan(2);
    await over();
    await page.emulateMedia({ media: 'screen' });
    expect(await sheet.count()).toBe(0);
    await violations();
    expect(demo.problems).toEqual([]);
  });

  it('is really under that policy: what breaks it is refused and told', async () => {
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute('content')).toBe(POLICY);

    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.injected = true;');
      document.head.append(script);
    });
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.append('h1 { display: none }');
      document.head.append(style);
    });
    await seen(page.getByRole('heading', { name: '严格的内容安全策略' }));

    const told = page.locator('#violations');
    await seen(told.getByText('require-trusted-types-for trusted-types-sink'));
    await seen(told.getByText('style-src-elem inline'));
  });
});
