import { expect } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import { createCrowd } from './crowd.js';
import { readyList } from './page.js';

const MISSING = '合计没有算出来，订单都在，可以照常处理。';

/** A backend whose totals are what a test says; undefined: as they should be. */
function backendWith(count: number) {
  const crowd = createCrowd(count);
  const said: { totals?: unknown } = {};
  const orders: BillingBackend['orders'] = async (...asked) => {
    const page = await crowd.orders(...asked);
    return 'totals' in said ? ({ ...page, totals: said.totals } as typeof page) : page;
  };
  return { said, backend: { ...crowd, orders } };
}

describe('totals that are none', () => {
  for (const totals of [
    undefined,
    null,
    'many',
    { count: '7', amounts: [] },
    { count: 7, amounts: [{ currency: '¥', payable: 1.5, received: 0 }] },
  ]) {
    it(`cost no rows: ${JSON.stringify(totals)}`, async () => {
      const { said, backend } = backendWith(7);
      said.totals = totals;
      const page = await readyList(backend);
      expect(page.rows).to.have.length(7);
      expect(page.text).to.contain(MISSING);
      expect(page.text).not.to.contain('应付合计');
      const told = page.events.map(({ name, detail }) => [name, detail.code]);
      expect(told).to.deep.equal([['billing-error', 'invalid-response']]);
      await expect(page.list).to.be.accessible();

      delete said.totals;
      await page.click('重试', page.get('.end'));
      await page.until('共 7 笔订单');
      expect(page.text).not.to.contain(MISSING);
      expect(page.rows).to.have.length(7);
    });
  }

  it('stand in the way of no further page, and are there again with it', async () => {
    const { said, backend } = backendWith(120);
    said.totals = null;
    const page = await readyList(backend, { width: 600 });
    await page.click('加载更多');
    await page.until(() => page.rows.length === 100);
    expect(page.text).to.contain(MISSING);
    delete said.totals;
    await page.click('加载更多');
    await page.until('共 120 笔订单');
    expect(page.rows).to.have.length(120);
    expect(page.text).not.to.contain(MISSING);
  });

  it('leave a refreshed list where it was', async () => {
    const { said, backend } = backendWith(120);
    const page = await readyList(backend, { width: 600 });
    await page.click('加载更多');
    await page.until(() => page.rows.length === 100);
    said.totals = {};
    await page.list.refresh();
    await page.until(MISSING);
    expect(page.rows).to.have.length(100);
  });
});
