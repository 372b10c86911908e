import { expect } from '@open-wc/testing';
import { openForm, readyForm } from './form.js';
import { createWorld, latestOrder, payLatest } from './world.js';

describe('purchase-form: a page that was left to pay', () => {
  it('shows the receipt to who comes back having paid', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '12');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    page.form.remove();
    await payLatest(world);

    const back = await openForm(world, { reloaded: true });
    await back.until('购买成功');
    expect(back.text).to.contain('12 人');
    expect(back.text).to.contain((await latestOrder(world)).id);

    const later = await openForm(world, { reloaded: true });
    await later.until(() => later.find('form') !== null);
  });

  it('gives back what an order asked for that was taken up after a reload and came to nothing', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '12');
    await page.choose('cycles', '2');
    await page.submit();
    await page.until(() => page.find('.qr-code') !== null);
    page.form.remove();

    const back = await openForm(world, { reloaded: true });
    await back.until('返回修改');
    await back.click('返回修改');
    await back.click('取消订单并返回修改');
    await back.until(() => back.find('form') !== null);
    expect(back.input('#seats').value).to.equal('12');
    expect(back.input('input[name="cycles"]:checked').value).to.equal('2');
    expect((await latestOrder(world)).status).to.equal('cancelled');
  });
});
