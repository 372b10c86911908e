import { expect } from '@open-wc/testing';
import { openForm, readyForm } from './form.js';
import { createWorld } from './world.js';

describe('purchase-form: language and time zone', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
  });

  it('is switched live, and keeps what is typed', async () => {
    const page = await readyForm(await createWorld(), { attributes: { 'time-zone': 'UTC' } });
    await page.type('#seats', '30');
    page.form.lang = 'en';
    await page.until('Pay ¥3,600.00');
    expect(page.text).to.contain('Mar 1, 2027');
    expect(page.input('#seats').value).to.equal('30');
    expect(page.text).not.to.match(/[人年]|支付/);
    page.form.lang = 'zh-CN';
    await page.until('支付 ¥3,600.00');
  });

  it('switches a payment in the middle of it', async () => {
    const page = await readyForm(await createWorld());
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    page.form.lang = 'en';
    await page.until('Open WeChat on your phone and scan this code');
    expect(page.get('.qr-code').getAttribute('aria-label')).to.equal('WeChat Pay code for ¥600.00');
  });

  it('never shows Chinese on the way to English', async () => {
    const seen: string[] = [];
    const page = await openForm(await createWorld(), { lang: 'en' });
    const observer = new MutationObserver(() => seen.push(page.text));
    observer.observe(page.root, { childList: true, subtree: true, characterData: true });
    await page.until('Pay ¥600.00');
    observer.disconnect();
    expect(seen.join('').replaceAll('项目助手', '')).not.to.match(/\p{Script=Han}/u);
  });

  it('counts one seat and one year in English', async () => {
    const page = await readyForm(
      await createWorld({ bought: { kind: 'new', seats: 5, cycles: 1 } }),
      {
        lang: 'en',
      },
    );
    expect(page.text).to.contain('1 year');
    expect(page.text).to.contain('5 seats now → 6 seats');
  });

  it('shows instants in the zone it is given', async () => {
    const world = await createWorld({ bought: { kind: 'new', seats: 5, cycles: 1 } });
    const page = await readyForm(world, { attributes: { 'time-zone': 'Asia/Shanghai' } });
    expect(page.text).to.contain('2027-03-01 16:00');
    page.form.timeZone = 'UTC';
    await page.until('2027-03-01 08:00');
  });
});
