import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { openDemo } from '../helpers/e2e/demo.js';
import { seen } from '../helpers/e2e/read.js';

/** What the viewer asked the system for, in the checkout. */
describe('the wishes of the viewer', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  it('shows in forced colours what is chosen, and keeps the code readable', async () => {
    const demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    const page = await demo.open('checkout.html?customer=lanhai');
    await page.emulateMedia({ forcedColors: 'active' });
    const form = page.locator('purchase-form');
    const year = form.getByRole('radio', { name: /^1 年/ });
    await seen(year);
    const face = (name: RegExp) =>
      form.locator('.segment', { hasText: name }).locator('.segment-face');
    expect(await outline(face(/^\s*1 年/))).not.toEqual(await outline(face(/^\s*2 年/)));
    const chips = form.locator('.chip');
    await chips.first().click();
    expect(await outline(chips.first())).not.toEqual(await outline(chips.last()));

    await form.getByRole('button', { name: /^支付/ }).click();
    const code = form.getByRole('img', { name: /二维码/ });
    await seen(code);
    expect(await code.evaluate((svg) => getComputedStyle(svg).forcedColorAdjust)).toBe('none');
    await demo.close();
  });

  it('moves nothing for who asked for that', async () => {
    const demo = await openDemo(browser, { at: '2026-03-01T02:00:00.000Z' });
    const page = await demo.open('checkout.html?customer=lanhai');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const form = page.locator('purchase-form');
    const pay = form.getByRole('button', { name: /^支付/ });
    await seen(pay);
    expect(await moving(form)).toEqual([]);
    await pay.click();
    await seen(form.getByRole('img', { name: /二维码/ }));
    expect(await moving(form)).toEqual([]);
    await demo.close();
  });
});

function outline(element: Locator): Promise<string[]> {
  return element.evaluate((node) => {
    const { borderTopColor, color } = getComputedStyle(node);
    return [borderTopColor, color];
  });
}

/** Elements of a form that an animation or transition would move. */
function moving(form: Locator): Promise<string[]> {
  return form.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      })
      .map((element) => `${element.localName} ${element.className}`),
  );
}
