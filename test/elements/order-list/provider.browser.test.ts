import { expect } from '@open-wc/testing';
import { createWorld, eventful, INVOICE, refundAsked } from './world.js';
import { readyList, textOf } from './page.js';

describe('a provider', () => {
  it('rejects a refund with a reason', async () => {
    const list = await readyList(createWorld({ chapter: refundAsked, session: 'provider' }));
    const id = list.ids[0]!;
    await list.click('处理退款', list.row(id));
    await list.until(() => list.find('#task-dialog[open]') !== null);
    const dialog = list.get('#task-dialog');
    expect(textOf(dialog)).to.contain('有十位同事调岗');
    await list.submit();
    expect(textOf(dialog)).to.contain('请选择处理结果。');
    list.get('input[value="reject"]').click();
    await list.list.updateComplete;
    await list.submit();
    expect(textOf(dialog)).to.contain('请填写拒绝原因。');
    expect(list.focused?.id).to.equal('task-reason');
    await list.type('#task-reason', '席位已经使用');
    await list.submit();
    await list.until('退款处理结果已提交。');
    await list.until(() => textOf(list.row(id)).includes('已支付'));
    expect(list.events[0]).to.have.nested.property('detail.order.refund.status', 'rejected');
  });

  it('approves a refund, and tries again what the gateway could not do', async () => {
    const world = createWorld({ chapter: refundAsked, session: 'provider' });
    await world.simulation.gateway.failRefunds(1);
    const list = await readyList(world);
    const id = list.ids[0]!;
    await list.start(id, '处理退款');
    list.get('input[value="approve"]').click();
    await list.until('不能撤销');
    await list.submit();
    await world.simulation.work();
    await list.until(() => textOf(list.row(id)).includes('退款失败'));
    await list.start(id, '重新退款');
    await list.submit();
    await world.simulation.work();
    await list.until(() => textOf(list.row(id)).includes('已退款'));
    expect(list.eventNames).to.deep.equal(['refund-decided', 'refund-decided']);
  });

  it('marks an invoice', async () => {
    const list = await readyList(
      createWorld({
        session: 'provider',
        chapter: async (history) => {
          const order = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
          const input = { details: INVOICE, key: history.key() };
          await history.administrator.requestInvoice(order.id, input);
        },
      }),
    );
    await list.click('处理开票', list.rows[0]);
    await list.until(() => list.find('#task-dialog[open]') !== null);
    expect(textOf(list.get('#task-dialog'))).to.contain(INVOICE.title);
    await expect(list.list).to.be.accessible();
    list.get('input[value="sent"]').click();
    await list.submit();
    await list.until('开票状态已更新。');
    expect(list.events[0]).to.have.nested.property('detail.order.invoice.status', 'sent');
  });

  it('lowers the price of a pending order, which another takes the place of', async () => {
    const list = await readyList(createWorld({ chapter: eventful, session: 'provider' }));
    const id = list.ids[0]!;
    list.row(id).click();
    await list.until('费用明细');
    const dialog = await list.start(id, '改价');
    expect(list.input('#task-amount').value).to.equal('4615.89');
    await list.submit();
    expect(textOf(dialog)).to.contain('需要低于现在的应付金额。');
    await list.type('#task-amount', '4,000');
    await list.submit();
    await list.until('改价成功');
    await list.until(() => list.rows.length === 8);
    const [event] = list.events.filter(({ name }) => name === 'price-lowered');
    const lowered = (event?.detail as { order: { id: string; replacesOrderId: string } }).order;
    expect(lowered.replacesOrderId).to.equal(id);
    await list.until(() => list.get('.panel .copyable-text').textContent === lowered.id);
    expect(textOf(list.get('.panel'))).to.contain('¥4,000.00');
    expect(textOf(list.row(id))).to.contain('已改价');
  });
});

describe('an operator', () => {
  it('answers and closes a complaint', async () => {
    const list = await readyList(createWorld({ chapter: eventful, session: 'operator' }));
    const id = list.ids[4]!;
    await list.click('答复投诉', list.row(id));
    await list.until(() => list.find('#task-dialog[open]') !== null);
    expect(textOf(list.get('#task-dialog'))).to.contain('扩容后有两名同事登录不了');
    await list.type('#task-text', '已确认解决，感谢反馈。');
    list.input('#task-close').click();
    await list.submit();
    await list.until('答复已提交。');
    const [event] = list.events;
    expect(event?.name).to.equal('complaint-answered');
    expect(event).to.have.nested.property('detail.order.complaints[0].status', 'closed');
    await list.choose(id, '查看详情');
    await list.until('已确认解决，感谢反馈。');
    expect(list.text).to.contain('没有待答复的投诉。');
  });
});
