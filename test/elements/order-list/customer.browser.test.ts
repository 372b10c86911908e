import { expect } from '@open-wc/testing';
import { createWorld, eventful, History, INSTALLATION, INVOICE } from './world.js';
import { readyList, textOf } from './page.js';

describe('an administrator', () => {
  it('is sent to pay by the host', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const [id] = list.ids;
    list.list.addEventListener('order-pay', (event) => event.preventDefault(), { once: true });
    await list.click('去支付', list.row(id!));
    expect(list.events).to.deep.equal([{ name: 'order-pay', detail: { orderId: id } }]);
    expect(list.text).not.to.contain('这个页面没有付款入口');
    await list.click('去支付', list.row(id!));
    await list.until('这个页面没有付款入口');
  });

  it('follows the link of the host, if it is one', async () => {
    const list = await readyList(createWorld({ chapter: eventful }), {
      attributes: { 'pay-url': '/checkout?order={orderId}' },
    });
    const [id] = list.ids;
    const link = list.button('去支付', list.row(id!)) as HTMLAnchorElement;
    expect(link.href).to.equal(new URL(`/checkout?order=${id}`, location.href).href);
    list.list.payUrl = 'javascript:alert(1)//{orderId}';
    await list.list.updateComplete;
    expect(list.button('去支付', list.row(id!)).localName).to.equal('button');
  });

  it('cancels an order after being asked', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const id = list.ids[0]!;
    const dialog = await list.start(id, '取消订单');
    expect(textOf(dialog)).to.contain('取消后这笔订单不能再支付');
    await expect(list.list).to.be.accessible();
    await list.submit();
    await list.until('订单已取消。');
    await list.until(() => textOf(list.row(id)).includes('已取消'));
    expect(list.find('#task-dialog[open]')).to.be.null;
    const [event] = list.events;
    expect(event?.name).to.equal('order-cancelled');
    expect(event?.detail).to.have.nested.property('order.status', 'cancelled');
  });

  it('is told when a payment came before the cancelling', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world);
    const id = list.ids[0]!;
    const { payments } = await world.order(id);
    await world.simulation.gateway.pay(payments[0]!.number, { notify: 'withhold' });
    await list.start(id, '取消订单');
    await list.submit();
    await list.until('取消前款项已经到账');
    await list.until(() => textOf(list.row(id)).includes('已支付'));
    expect(list.eventNames).to.deep.equal([]);
  });

  it('asks for a special invoice, each field checked as it is typed', async () => {
    const list = await readyList(
      createWorld({
        chapter: async (history) => {
          await history.buy({ kind: 'new', seats: 10, cycles: 1 });
        },
      }),
    );
    const id = list.ids[0]!;
    const dialog = await list.start(id, '申请开票');
    list.get('input[name="task-type"][value="special"]').click();
    await list.submit();
    const text = textOf(dialog);
    for (const fault of [
      '请填写发票抬头。',
      '请填写税号。',
      '请填写注册地址。',
      '请填写开户银行。',
      '请填写收票邮箱或收票地址。',
    ]) {
      expect(text).to.contain(fault);
    }
    expect(list.focused?.id).to.equal('task-title');
    await expect(list.list).to.be.accessible();
    await list.type('#task-title', INVOICE.title);
    await list.type('#task-taxNumber', '9135010');
    expect(textOf(dialog)).to.contain('税号的格式不正确。');
    await list.type('#task-taxNumber', '91350100M000100Y44');
    expect(textOf(dialog)).to.contain('校验位不符');
    await list.type('#task-taxNumber', '91350100m000100y43');
    expect(textOf(dialog)).not.to.contain('校验位不符');
    for (const name of ['address', 'phone', 'bank', 'account']) {
      await list.type(`#task-${name}`, '招商银行 1234');
    }
    await list.type('#task-email', 'finance@example.com');
    await list.submit();
    await list.until('开票申请已提交。');
    expect(list.events[0]).to.have.nested.property('detail.order.invoice.details.type', 'special');
    expect(list.eventNames).to.deep.equal(['invoice-requested']);
  });

  it('chooses a title used before, with all that was written with it', async () => {
    const world = createWorld({
      chapter: async (history) => {
        for (const kind of ['new', 'renew', 'renew'] as const) {
          await history.buy({ kind, seats: 10, cycles: 1 });
          await history.later(1);
        }
      },
    });
    const list = await readyList(world);
    const [newest, middle, oldest] = list.ids;
    const titles = () =>
      [...list.root.querySelectorAll('.title-option')].map((option) => textOf(option));
    await list.start(oldest!, '申请开票');
    expect(titles()).to.deep.equal([]);
    await list.type('#task-title', '远山上海分公司');
    await list.type('#task-taxNumber', '91310000M000100Y4X');
    await list.type('#task-email', 'shanghai@example.com');
    await list.submit();
    await list.until('开票申请已提交。');
    await list.start(middle!, '申请开票');
    expect(list.input('#task-title').value).to.equal('远山上海分公司');
    await list.type('#task-title', INVOICE.title);
    await list.type('#task-taxNumber', INVOICE.taxNumber);
    await list.submit();
    await list.until(() => list.find('#task-dialog[open]') === null);

    await list.start(newest!, '申请开票');
    expect(titles()).to.deep.equal([
      `${INVOICE.title} ${INVOICE.taxNumber}`,
      '远山上海分公司 91310000M000100Y4X',
    ]);
    await expect(list.list).to.be.accessible();
    await list.click('远山上海分公司', list.get('.titles'));
    expect(list.input('#task-title').value).to.equal('远山上海分公司');
    expect(list.input('#task-email').value).to.equal('shanghai@example.com');
    expect(list.get('.title-option[aria-pressed="true"]').textContent).to.contain('上海');
  });

  it('renews again where the host says, with what to begin with', async () => {
    const list = await readyList(
      createWorld({
        chapter: async (history) => {
          await history.buy({ kind: 'new', seats: 10, cycles: 2 });
        },
      }),
    );
    const id = list.ids[0]!;
    list.list.addEventListener('order-renew', (event) => event.preventDefault(), { once: true });
    await list.choose(id, '再次续期');
    expect(list.events).to.deep.equal([
      {
        name: 'order-renew',
        detail: {
          orderId: id,
          installationId: INSTALLATION,
          request: { kind: 'renew', seats: 10, cycles: 2 },
        },
      },
    ]);
    expect(list.text).not.to.contain('这个页面没有续期入口');
    await list.choose(id, '再次续期');
    await list.until('这个页面没有续期入口');
    list.list.renewUrl = '/checkout?app={installationId}&order={orderId}';
    await list.list.updateComplete;
    list.row(id).click();
    await list.until('费用明细');
    const link = list.button('再次续期', list.get('.panel-actions')) as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.contain(`/checkout?app=${INSTALLATION}&order=${id}`);
  });

  it('keeps what was typed when the dialog is closed', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const id = list.ids[1]!;
    const dialog = await list.start(id, '投诉服务商');
    await list.type('#task-text', '一直没有人回复');
    await list.click('返回', dialog);
    await list.until(() => list.find('#task-dialog[open]') === null);
    await list.start(id, '投诉服务商');
    expect(list.input('#task-text').value).to.equal('一直没有人回复');
  });

  it('sees what a refund brings back and takes away before asking for it', async () => {
    const list = await readyList(
      createWorld({
        chapter: async (history) => {
          await history.buy({ kind: 'new', seats: 20, cycles: 1 });
          await history.later(100);
          await history.buy({ kind: 'expand', seats: 30, cycles: 1 });
        },
      }),
    );
    const id = list.ids[0]!;
    const dialog = await list.start(id, '申请退款');
    const text = textOf(dialog);
    expect(text).to.contain('退回 ¥1,857.53');
    expect(text).to.contain('失去 30 人，2026-06-09 至 2027-06-09');
    expect(text).to.contain('恢复之前的 20 人，2026-03-01 至 2027-03-01');
    await list.submit();
    expect(textOf(dialog)).to.contain('请填写退款原因。');
    await list.type('#task-reason', '人数算错了');
    await list.submit();
    await list.until('退款申请已提交。');
    await list.until(() => textOf(list.row(id)).includes('申请退款中'));
    expect(list.events[0]).to.have.nested.property('detail.order.refund.reason', '人数算错了');
  });

  it('reports the provider and follows the answer', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world);
    const id = list.ids[1]!;
    await list.start(id, '投诉服务商');
    list.get('input[name="task-category"][value="price"]').click();
    await list.type('#task-text', '价格和说好的不一样');
    await list.type('#task-contact', '138 0000 0000');
    await list.submit();
    await list.until('投诉已提交');
    expect(list.eventNames).to.deep.equal(['complaint-filed']);
    list.row(id).click();
    await list.until('价格和说好的不一样');
    await new History(world.simulation).operator.answerComplaint(id, {
      text: '正在核实',
      close: false,
    });
    await list.until('正在核实');
  });
});
