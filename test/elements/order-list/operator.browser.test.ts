import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import { createWorld } from './world.js';
import { readyList, textOf, type ListPage } from './page.js';

/** An order of ¥1,200.00 whose transfer, begun on 1 March at eight, only the operator sees. */
function waiting(): LocalBackend {
  return createWorld({
    session: 'operator',
    gateway: { transferDays: null },
    chapter: async (history) => {
      await history.simulation.gateway.leaveTransfers(1);
      const order = await history.order({ kind: 'new', seats: 10, cycles: 1 });
      await history.start(order, 'bank-transfer');
      await history.later(3);
    },
  });
}

async function fillIn(list: ListPage, more: Record<string, string> = {}): Promise<void> {
  const line = {
    transactionId: 'B2026030288',
    amount: '1200',
    receivedDay: '2026-03-02',
    receivedTime: '09:30',
    ...more,
  };
  for (const [name, text] of Object.entries(line)) await list.type(`#task-${name}`, text);
}

async function opened(world: LocalBackend): Promise<{ list: ListPage; id: string }> {
  const list = await readyList(world);
  const id = list.ids[0]!;
  await list.click('确认到账', list.row(id));
  await list.until(() => list.find('#task-dialog[open]') !== null);
  return { list, id };
}

describe('an operator who saw a transfer arrive', () => {
  it('notes the line of the statement, which pays the order from that time on', async () => {
    const world = waiting();
    const { list, id } = await opened(world);
    const [payment] = (await world.order(id)).payments;
    expect(textOf(list.get('#task-dialog')))
      .to.contain(payment!.number)
      .and.contain('¥1,200.00');
    await expect(list.list).to.be.accessible();
    await list.submit();
    const text = textOf(list.get('#task-dialog'));
    for (const fault of ['请填写交易流水号。', '请填写到账金额。', '请填写到账日期。']) {
      expect(text).to.contain(fault);
    }
    expect(list.focused?.id).to.equal('task-transactionId');
    await fillIn(list);
    await list.submit();
    await list.until('到账信息已记录');
    await list.until(() => textOf(list.row(id)).includes('已支付'));
    expect(list.eventNames).to.deep.equal(['transfer-confirmed']);
    expect(list.events[0]?.detail).to.have.nested.property(
      'order.paidAt',
      '2026-03-02T09:30:00.000Z',
    );
    list.row(id).click();
    await list.until('确认转账到账');
    expect(textOf(list.get('.panel')))
      .to.contain('B2026030288')
      .and.contain('平台客服（平台）');
  });

  it('is told before what another amount will do', async () => {
    const { list, id } = await opened(waiting());
    await fillIn(list, { amount: '1,199.99', receivedTime: '' });
    await list.until('这笔款项会被记录并原路退回，订单不会变为已支付。');
    await list.submit();
    await list.until('到账信息已记录');
    expect(textOf(list.row(id))).to.contain('待支付');
    list.row(id).click();
    await list.until('金额不符的付款');
  });

  it('is told where no order waits for the money any more', async () => {
    const world = waiting();
    const { list, id } = await opened(world);
    await world.simulation.as('administrator').cancelOrder(id);
    await list.until('订单已取消，不再等待付款');
    await fillIn(list);
    await list.submit();
    await list.until('到账信息已记录');
    expect(textOf(list.row(id))).to.contain('已取消');
    list.row(id).click();
    await list.until('订单关闭后收到的付款');
  });

  it('cannot note what has not happened yet, or happened before', async () => {
    const { list } = await opened(waiting());
    const refused = '到账时间不能晚于现在，也不能比发起转账早一天以上。';
    await fillIn(list, { receivedDay: '2026-02-27' });
    await list.submit();
    await list.until(refused);
    await list.type('#task-receivedDay', '2026-03-02');
    await list.until(() => !list.text.includes(refused));
    await list.type('#task-receivedDay', '2027-03-02');
    await list.submit();
    // Only the backend knows what time it is.
    await list.until(refused);
    expect(list.input('#task-transactionId').value).to.equal('B2026030288');
  });
});
