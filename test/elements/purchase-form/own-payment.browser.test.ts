import { expect } from '@open-wc/testing';
import { openForm, readyForm } from './form.js';
import { createWorld, INSTALLATION, latestOrder, payLatest, place } from './world.js';

function frame(): HTMLElement {
  const own = document.createElement('div');
  own.slot = 'payment';
  own.textContent = '收银台';
  return own;
}

describe('purchase-form: a way to pay of the host', () => {
  it('stands in the place of the own one, and starts no payment beside it', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    page.form.append(frame());
    page.form.requestUpdate();
    await page.form.updateComplete;
    expect(page.find('input[name="method"]')).to.equal(null);
    await page.submit();
    await page.until(() => page.find('.pay') !== null);
    const slot = page.get('slot[name="payment"]') as HTMLSlotElement;
    expect(slot.assignedElements()[0]?.textContent).to.equal('收银台');
    expect(page.find('.qr')).to.equal(null);
    expect(() => page.button('改用对公转账')).to.throw();
    expect(page.text).to.contain('取消订单');
    expect((await latestOrder(world)).payments).to.deep.equal([]);
    expect(page.events.find(({ name }) => name === 'order-created')?.detail.order).to.include({
      installationId: INSTALLATION,
    });
  });

  it('is done when the backend says that the order is paid', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    page.form.append(frame());
    await page.submit();
    await page.until(() => page.find('.pay') !== null);
    const { id } = await latestOrder(world);
    await world.startPayment(id, { method: 'wechat', environment: 'desktop', key: 'host-own-1' });
    await payLatest(world);
    await page.until('购买成功');
    expect(page.eventNames.at(-1)).to.equal('order-paid');
  });

  it('is told of an order that is found waiting', async () => {
    const world = await createWorld();
    const order = await place(world, { kind: 'new', seats: 9, cycles: 1 }, 'before');
    const page = await openForm(world);
    await page.until('这个订单还没有付款');
    expect(page.events[0]).to.deep.include({ name: 'order-resumed' });
    expect(page.events[0]?.detail.order).to.include({ id: order.id });
    expect(page.text).to.contain('支付 ¥1,080.00');
  });
});
