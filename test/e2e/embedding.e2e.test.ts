import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { choose } from '../helpers/e2e/bar.js';
import { openDemo, type Demo } from '../helpers/e2e/demo.js';
import { says, seen, unseen } from '../helpers/e2e/read.js';

/** By page, what is there once all its elements have drawn what they were given. */
const DRAWN: Record<string, { 'zh-CN': string[]; en: string[] }> = {
  'index.html': { 'zh-CN': ['走一遍完整流程'], en: ['Walk the whole story'] },
  'provider.html': { 'zh-CN': ['51 人比 50 人便宜', '共 5 笔订单'], en: ['51 seats', '5 orders'] },
  'checkout.html': {
    'zh-CN': ['扩容 · 项目助手', '¥545.75'],
    en: ['Add seats to 项目助手', '¥545.75'],
  },
  'admin.html': { 'zh-CN': ['服务中', '共 5 笔订单'], en: ['In service', '5 orders'] },
  'app.html': { 'zh-CN': ['本周看板'], en: ['This week'] },
  'pay.html': {
    'zh-CN': ['没有等待付款的这笔订单。'],
    en: ['No order waits for this payment.'],
  },
  'csp.html': {
    'zh-CN': ['还没有订单', '支付 ¥1,980.00', '仅可查看'],
    en: ['No orders yet', 'Pay ¥1,980.00', 'View only'],
  },
  'prefix.html': { 'zh-CN': ['共 5 笔订单'], en: ['5 orders'] },
  'late.html': { 'zh-CN': ['还没有连接计费服务'], en: ['Provide the backend'] },
};

const LIGHT_INK = 'rgb(24, 27, 32)';
const DARK_INK = 'rgb(232, 234, 237)';

const LOOKS = [
  { lang: 'zh-CN', theme: 'light', width: 1280 },
  { lang: 'zh-CN', theme: 'light', width: 390 },
  { lang: 'en', theme: 'dark', width: 390 },
] as const;

describe('the list of pages above', () => {
  it('names every page of the demo', () => {
    const files = readdirSync(new URL('../../demo/', import.meta.url));
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.sort()).toEqual(Object.keys(DRAWN).sort());
  });
});

describe('pages of hosts', () => {
  let browser: Browser;
  let demo: Demo;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterEach(async () => {
    await demo.close();
  });

  afterAll(() => browser.close());

  for (const { lang, theme, width } of LOOKS) {
    it(`fit into ${width} px in ${lang}, ${theme}, and have nothing to complain about`, async () => {
      demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z', width });
      for (const [file, texts] of Object.entries(DRAWN)) {
        const page = await demo.open(`${file}?lang=${lang}&theme=${theme}`);
        for (const text of texts[lang]) {
          await seen(page.getByText(text).filter({ visible: true }).first());
        }
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        const over = await page.evaluate(
          () => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
        );
        expect(over, `${file} is too wide by`).toBeLessThanOrEqual(0);
        await page.close();
      }
      expect(demo.problems).toEqual([]);
    });
  }

  it('may name the tags with a prefix of their own', async () => {
    demo = await openDemo(browser);
    const page = await demo.open('prefix.html');
    const list = page.locator('acme-expiry-gate acme-order-list');
    await seen(list.getByText('共 5 笔订单'));
    expect(
      await page.evaluate(() =>
        ['order-list', 'expiry-gate', 'purchase-form', 'pricing-editor', 'billing-provider'].filter(
          (tag) => customElements.get(tag),
        ),
      ),
    ).toEqual([]);
    await list
      .getByRole('row')
      .filter({ hasText: '¥3,632.05' })
      .getByRole('button', { name: '申请开票' })
      .click();
    await seen(list.getByRole('dialog', { name: '申请开票' }));
    expect(demo.problems).toEqual([]);
  });

  it('may bring the backend late, and take it away again', async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    const page = await demo.open('late.html');
    const form = page.locator('purchase-form');
    await seen(form.getByText('还没有连接计费服务'));
    await page.getByRole('button', { name: '提供后端' }).click();
    await seen(form.getByRole('button', { name: '支付 ¥545.75' }));
    await form.getByLabel('人数', { exact: true }).fill('50');
    await seen(form.getByText('现在 30 人 → 50 人'));

    await page.getByRole('button', { name: '撤走后端' }).click();
    await seen(form.getByText('还没有连接计费服务'));
    await unseen(form.getByRole('button', { name: /^支付/ }));
    await page.getByRole('button', { name: '提供后端' }).click();
    await seen(form.getByRole('button', { name: /^支付/ }));
    expect(demo.problems).toEqual([]);
  });

  it('switch language and theme while something is being typed', async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    const page = await demo.open('checkout.html');
    const form = page.locator('purchase-form');
    await form.getByLabel('人数', { exact: true }).fill('45');
    const heading = form.getByRole('heading', { level: 2 });
    await says(heading, '扩容 · 项目助手');
    expect(await inkOf(page)).toBe(LIGHT_INK);

    await choose(page, '语言', 'English');
    await says(heading, 'Add seats to 项目助手');
    await seen(form.getByText('30 seats now → 45 seats'));
    expect(await form.getByLabel('Seats', { exact: true }).inputValue()).toBe('45');
    await seen(page.getByRole('heading', { name: 'Project Assistant' }));

    await choose(page, 'Theme', 'Dark');
    await expect.poll(() => inkOf(page)).toBe(DARK_INK);
    await choose(page, 'Language', '中文');
    await says(heading, '扩容 · 项目助手');
    expect(await form.getByLabel('人数', { exact: true }).inputValue()).toBe('45');
    expect(demo.problems).toEqual([]);
  });

  for (const fault of ['断网', '服务不可用', '应答错乱']) {
    it(`offer to try again, and work once it works: ${fault}`, async () => {
      demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
      for (const [file, tag, text] of [
        ['checkout.html', 'purchase-form', '支付 ¥545.75'],
        ['admin.html', 'order-list', '共 5 笔订单'],
      ] as const) {
        const page = await demo.open(file);
        await choose(page, '故障', fault);
        await page.reload();
        const element = page.locator(tag);
        const retry = element.getByRole('button', { name: '重试' });
        await seen(retry);
        await choose(page, '故障', '无');
        await retry.click();
        await seen(element.getByText(text).filter({ visible: true }).first());
      }
      expect(demo.problems).toEqual([]);
    });
  }

  it('may keep a form in store, which follows the theme when it is shown', async () => {
    demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    const page = await demo.open('app.html?customer=lanhai&theme=dark');
    await page.locator('expiry-gate').getByRole('button', { name: '购买' }).click();
    await seen(page.getByRole('heading', { name: '购买 · 项目助手' }));
    expect(await inkOf(page)).toBe(DARK_INK);
    expect(demo.problems).toEqual([]);
  });
});

/** The colour of the form's own text. */
function inkOf(page: Page): Promise<string> {
  return page
    .locator('purchase-form')
    .getByRole('heading', { level: 2 })
    .evaluate((heading) => getComputedStyle(heading).color);
}
