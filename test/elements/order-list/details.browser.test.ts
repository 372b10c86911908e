import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/contract/index.js';
import { createWorld, eventful } from './world.js';
import { order, orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { openList, readyList, textOf } from './page.js';

const page = { ...orderPage, nextCursor: null };

describe('the details of an order', () => {
  it('open beside the list, and tell all', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const grown = list.ids[4]!;
    list.row(grown).click();
    await list.until('费用明细');
    const panel = textOf(list.get('.panel'));
    for (const fact of [
      '扩容订单',
      grown,
      '¥1,811.51',
      '远山科技',
      '王敏（企业管理员）',
      '版本 1',
      '剩余价值抵扣',
      '20 人',
      '扩容后有两名同事登录不了',
      '平台客服（平台）',
      '已到账',
      '对公转账',
      '支付成功',
      '创建订单',
    ]) {
      expect(panel).to.contain(fact);
    }
    expect(list.rows).to.have.length(7);
    expect(list.row(grown).getAttribute('aria-selected')).to.equal('true');
    expect(list.events).to.deep.equal([{ name: 'order-selected', detail: { orderId: grown } }]);
    await expect(list.list).to.be.accessible();
  });

  it('tell what was heard of each payment, and what of it goes back', async () => {
    const world = createWorld({
      chapter: async (history) => {
        const order = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
        const { payments } = await history.administrator.order(order.id);
        const { number } = payments[0]!;
        await history.simulation.gateway.deliver(number);
        await history.simulation.gateway.pay(number, { force: true });
      },
    });
    const list = await readyList(world);
    list.rows[0]!.click();
    await list.until('收到的通知');
    const [payment] = (await world.order(list.ids[0]!)).payments;
    const said = [...list.root.querySelectorAll('.panel .notifications > li')].map(textOf);
    expect(said).to.have.length(3);
    expect(said[0]).to.contain('已到账').and.contain(payment!.transactionId!);
    expect(said[1]).to.contain('重复或过时，没有改动');
    expect(said[2]).to.contain('多余款项，不计入订单');
    expect(textOf(list.get('.panel'))).to.contain('重复付款');
  });

  it('tell the time before and after, what is left of it, and how the order stood', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.row(list.ids[2]!).click();
    await list.until('时长变化');
    const cells = [...list.root.querySelectorAll('.panel .segments tbody tr')].map(textOf);
    expect(cells).to.deep.equal([
      '之前',
      '30 人 2026-06-02 2027-06-02 ¥3,600.00',
      '之后',
      '40 人 2026-11-02 2027-11-02 ¥4,800.00',
    ]);
    expect(textOf(list.get('.panel'))).to.contain('已退款：之后的时长已收回，之前的时长已恢复。');
    expect(textOf(list.get('.panel'))).to.contain('按定价策略版本 1 计价，锁定于 2026-11-02 08:00');
    const states = [...list.root.querySelectorAll('.panel .timeline > li')].map((entry) =>
      textOf(entry.querySelector('.badge') ?? document.createElement('p')),
    );
    expect(states.filter(Boolean)).to.deep.equal([
      '已退款',
      '退款中',
      '申请退款中',
      '已支付',
      '待支付',
    ]);
  });

  it('say so where only the row has come, and are asked for again', async () => {
    const world = createWorld({ chapter: eventful, faults: { order: 'unavailable' } });
    const list = await readyList(world);
    list.rows[0]!.click();
    await list.until('刚才没有更新成功');
    expect(textOf(list.get('.panel'))).to.contain('费用明细');
    world.simulation.setFaults({});
    await list.click('重试', list.get('.panel'));
    await list.until(() => !textOf(list.get('.panel')).includes('刚才没有更新成功'));
  });

  it('say why something cannot be done', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.rows[1]!.click();
    await list.until('费用明细');
    const impossible = textOf(list.get('.impossible'));
    expect(impossible).to.contain('申请退款 有一笔待支付订单，请先支付或取消它。');
    expect(impossible).to.contain('取消订单 订单不是待支付状态。');
  });

  it('take the whole box where it is narrow', async () => {
    const list = await readyList(createWorld({ chapter: eventful }), { width: 390 });
    await list.click('查看详情', list.row(list.ids[2]!));
    await list.until(() => list.find('#details[open]') !== null);
    await list.until('费用明细');
    expect(list.find('.panel')).to.be.null;
    await expect(list.list).to.be.accessible();
    list.button('关闭', list.get('#details')).click();
    await list.until(() => list.find('#details[open]') === null);
    expect(list.events.at(-1)).to.deep.equal({
      name: 'order-selected',
      detail: { orderId: null },
    });
  });

  it('follow when the order is changed by somebody else', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world);
    const [pending] = list.ids;
    list.row(pending!).click();
    await list.until('费用明细');
    await world.simulation.as('administrator').cancelOrder(pending!);
    await list.until(() => textOf(list.get('.panel')).includes('已取消'));
  });

  it('stay, and say so, when asking again fails', async () => {
    let failing = false;
    const backend = createFakeBackend({
      orders: () => Promise.resolve(page),
      order: () => (failing ? Promise.reject(new BackendError('network')) : Promise.resolve(order)),
    });
    const list = await readyList(backend);
    list.rows[0]!.click();
    await list.until('费用明细');
    failing = true;
    await list.list.refresh();
    await list.until('刚才没有更新成功');
    expect(list.text).to.contain('费用明细');
  });

  it('lead to the order whose price was lowered, which the list may not have', async () => {
    const old = { ...order, id: 'o-0', status: 'replaced' as const, replacedByOrderId: 'o-1' };
    const backend = createFakeBackend({
      orders: () => Promise.resolve(page),
      order: (id) => Promise.resolve(id === 'o-0' ? old : order),
    });
    const list = await readyList(backend);
    list.rows[0]!.click();
    await list.until('改价前订单');
    await list.click('o-0', list.get('.panel .facts'));
    await list.until('改价后订单');
    expect(list.get('.panel .copyable-text').textContent).to.equal('o-0');
  });

  it('show words the page does not know, rather than fail', async () => {
    const [payment] = order.payments;
    const strange = {
      ...order,
      payments: [{ ...payment!, state: 'teleported', method: 'barter' }],
      timeline: [{ at: order.createdAt, by: { role: 'robot', userName: '' }, event: 'beeped' }],
      refund: { ...order.refund, requestedBy: undefined, decidedBy: undefined },
    };
    const answer = strange as unknown as typeof order;
    const backend = createFakeBackend({
      orders: () => Promise.resolve({ ...page, items: [answer] }),
      order: () => Promise.resolve(answer),
    });
    const list = await readyList(backend);
    list.rows[0]!.click();
    await list.until('beeped');
    expect(list.text).to.contain('teleported');
    expect(list.text).to.contain('robot');
  });

  it('keep markup of hosts as text', async () => {
    const markup = '<img src=x onerror="globalThis.hacked = true">';
    const answer = { ...order, appName: markup, customerName: markup };
    const backend = createFakeBackend({
      orders: () => Promise.resolve({ ...page, items: [answer] }),
      order: () => Promise.resolve(answer),
    });
    const list = await readyList(backend);
    list.rows[0]!.click();
    await list.until(markup);
    expect(list.root.querySelector('img')).to.be.null;
  });
});

describe('a list of all installations', () => {
  it('names the company and app of each order', async () => {
    const list = await openList(createFakeBackend({ orders: () => Promise.resolve(page) }));
    list.list.installationId = '';
    await list.until('示例公司 · 考勤助手');
  });
});
