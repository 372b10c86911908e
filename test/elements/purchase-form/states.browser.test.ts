import { expect } from '@open-wc/testing';
import { provideBackend } from '../../../src/ui/provide-backend.js';
import { openForm, readyForm } from './form.js';
import { createWorld, place, reprice, POLICY } from './world.js';

describe('purchase-form: what it shows', () => {
  it('says that there is no backend, and takes one that comes late', async () => {
    const page = await openForm(null);
    expect(page.text).to.contain('还没有连接计费服务');
    const provided = provideBackend(page.form.parentElement!, await createWorld());
    await page.until('支付 ¥600.00');
    provided.stop();
  });

  it('says that no app was named', async () => {
    const page = await openForm(await createWorld());
    page.form.installationId = '';
    await page.until('还没有指定应用');
  });

  it('keeps its place while it loads', async () => {
    const world = await createWorld();
    world.simulation.setFaults({ installation: 'hang' });
    const page = await openForm(world);
    await page.until('正在加载');
    expect(page.find('.skeleton')).not.to.equal(null);
  });

  it('says that loading failed and tries again', async () => {
    const world = await createWorld();
    world.simulation.setFaults({ policy: 'network' });
    const page = await openForm(world);
    await page.until('网络连接不上');
    expect(page.events.map(({ detail }) => detail.code)).to.include('network');
    world.simulation.setFaults({});
    await page.click('重试');
    await page.until('支付 ¥600.00');
  });

  it('loads by itself once the network is back', async () => {
    const world = await createWorld();
    world.simulation.setFaults({ policy: 'network' });
    const page = await openForm(world);
    await page.until('网络连接不上');
    world.simulation.setFaults({});
    window.dispatchEvent(new Event('online'));
    await page.until('支付 ¥600.00');
  });

  it('stays usable when an update fails, and says so', async () => {
    const world = await createWorld();
    const page = await readyForm(world);
    await page.type('#seats', '30');
    world.simulation.setFaults({ session: 'unavailable' });
    await reprice(world, POLICY);
    await page.until('显示的可能不是最新内容');
    expect(page.input('#seats').value).to.equal('30');
    expect(page.submitButton.textContent).to.contain('支付 ¥3,600.00');
    world.simulation.setFaults({});
    await page.click('重试');
    await page.until(() => !page.text.includes('显示的可能不是最新内容'));
  });

  it('says whom a member may ask, without a price', async () => {
    const page = await openForm(await createWorld({ session: 'member' }));
    await page.until('请联系企业管理员：王敏和李强');
    expect(page.text).not.to.contain('¥');
    expect(page.events).to.have.length(0);
  });

  it('does not sell to a provider', async () => {
    const page = await openForm(await createWorld({ session: 'provider' }));
    await page.until('只有客户企业的管理员可以下单');
  });

  it('says that there is no price yet, and looks again', async () => {
    const world = await createWorld({ policy: null });
    const page = await openForm(world);
    await page.until('云杉软件 还没有发布这个应用的价格');
    await page.click('重新检查');
    expect(page.text).to.contain('还没有定价');
  });

  it('says that the app has not been launched', async () => {
    const page = await openForm(await createWorld({ launched: false }));
    await page.until('应用还没有上线');
  });

  it('says that a refund is under way, by its order', async () => {
    const world = await createWorld({ bought: { kind: 'new', seats: 20, cycles: 1 } });
    const { items } = await world.orders({}, null);
    const { id } = items[0]!;
    await world.requestRefund(id, { reason: '买错了', key: 'refund-1' });
    const page = await openForm(world);
    await page.until('有订单正在退款');
    expect(page.text).to.contain(id);
  });

  it('begins anew with another backend or installation', async () => {
    const first = await createWorld();
    const page = await readyForm(first);
    await page.type('#seats', '30');
    page.form.backend = await createWorld({ bought: { kind: 'new', seats: 20, cycles: 1 } });
    await page.until('扩容 · 项目助手');
    expect(page.input('#seats').value).to.equal('21');
  });

  it('takes up the order that waits for payment', async () => {
    const world = await createWorld({ pending: { kind: 'new', seats: 12, cycles: 1 } });
    const page = await openForm(world);
    await page.until('这个订单还没有付款，可以继续');
    expect(page.text).to.contain('¥1,440.00');
    await page.click('支付 ¥1,440.00');
    await page.until(() => page.find('.qr-code') !== null);
    expect(page.events.filter(({ name }) => name === 'order-created')).to.have.length(0);
  });

  it('goes on where another visit left the code', async () => {
    const world = await createWorld();
    const order = await place(world, { kind: 'new', seats: 12, cycles: 1 }, 'elsewhere');
    await world.startPayment(order.id, {
      method: 'wechat',
      environment: 'desktop',
      key: 'payment-elsewhere',
    });
    const page = await openForm(world);
    await page.until(() => page.find('.qr-code') !== null);
    const { payments } = await world.order(order.id);
    expect(payments).to.have.length(1);
  });
});
