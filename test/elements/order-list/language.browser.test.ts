import { expect } from '@open-wc/testing';
import { createWorld, eventful } from './world.js';
import { readyList, textOf } from './page.js';

describe('<order-list> speaks', () => {
  it('another language at once, keeping what is open', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.rows[1]!.click();
    await list.until('费用明细');
    list.list.lang = 'en';
    await list.until('Price');
    expect(textOf(list.get('th.amount'))).to.equal('Amount');
    expect(list.text).to.contain('7 orders');
    expect(textOf(list.rows[1]!)).to.contain('Jun 2, 2027 – Jun 1, 2029');
    await expect(list.list).to.be.accessible();
    list.list.lang = 'zh-CN';
    await list.until('费用明细');
  });

  it('days in the time zone that is asked for', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world, { attributes: { 'time-zone': 'Pacific/Kiritimati' } });
    expect(textOf(list.rows[6]!.querySelector('.date .cell-value')!)).to.equal('2026-03-01');
    list.list.timeZone = 'Pacific/Pago_Pago';
    await list.list.updateComplete;
    expect(textOf(list.rows[6]!.querySelector('.date .cell-value')!)).to.equal('2026-02-28');
  });
});
