import { expect } from '@open-wc/testing';
import { BackendError, type BillingBackend, type Order } from '../../../src/contract/index.js';
import { createWorld, eventful, History, refundAsked } from './world.js';
import { order as canned, orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { openList, readyList, textOf } from './page.js';

const pending: Order = {
  ...canned,
  status: 'pending',
  paidAt: null,
  payments: [],
  complaints: [],
  segmentsGranted: [],
};

function backendWith(order: Order, override: Partial<BillingBackend>) {
  return createFakeBackend({
    orders: () => Promise.resolve({ ...orderPage, items: [order], nextCursor: null }),
    order: () => Promise.resolve(order),
    ...override,
  });
}

describe('what goes wrong', () => {
  it('is sent once, however often it is pressed', async () => {
    let answer: ((order: Order) => void) | undefined;
    let calls = 0;
    const list = await readyList(
      backendWith(pending, {
        cancelOrder: () => {
          calls += 1;
          return new Promise((resolve) => (answer = resolve));
        },
      }),
    );
    await list.start('o-1', '取消订单');
    await list.submit();
    await list.submit();
    const form = list.get('#task') as HTMLFormElement;
    form.requestSubmit();
    await list.list.updateComplete;
    expect(calls).to.equal(1);
    expect(list.get('#task-dialog button[type="submit"]').getAttribute('aria-busy')).to.equal(
      'true',
    );
    answer?.({ ...pending, status: 'cancelled' });
    await list.until('订单已取消。');
    expect(list.eventNames).to.deep.equal(['order-cancelled']);
  });

  it('is tried again with the same key, and with another for something else', async () => {
    const keys: string[] = [];
    const list = await readyList(
      backendWith(canned, {
        fileComplaint: (_id, { key }) => {
          keys.push(key);
          return keys.length < 3
            ? Promise.reject(new BackendError('network'))
            : Promise.resolve(canned);
        },
        order: () => Promise.resolve({ ...canned, complaints: [] }),
        orders: () =>
          Promise.resolve({
            ...orderPage,
            items: [{ ...canned, complaints: [] }],
            nextCursor: null,
          }),
      }),
    );
    await list.start('o-1', '投诉服务商');
    list.get('input[value="other"]').click();
    await list.type('#task-text', '没有回复');
    await list.type('#task-contact', '138');
    await list.submit();
    await list.until('网络连接不上');
    expect(list.input('#task-text').value).to.equal('没有回复');
    await expect(list.list).to.be.accessible();
    await list.submit();
    await list.until(() => keys.length === 2);
    await list.until('网络连接不上');
    await list.type('#task-text', '仍然没有回复');
    await list.submit();
    await list.until('投诉已提交');
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).not.to.equal(keys[0]);
  });

  it('is told with the order as it is, when somebody was quicker', async () => {
    const world = createWorld({ chapter: refundAsked, session: 'provider' });
    const list = await readyList(world);
    const id = list.ids[0]!;
    // The page has not heard of it yet.
    list.list.installationId = '';
    await list.until(() => textOf(list.row(id)).includes('远山科技'));
    const dialog = await list.start(id, '处理退款');
    list.get('input[value="approve"]').click();
    await new History(world.simulation).provider.decideRefund(id, {
      decision: 'reject',
      reason: '席位已经使用',
    });
    await list.submit();
    await list.until('订单已更新为最新状态。');
    expect(list.find('#task-dialog button[type="submit"]')).to.be.null;
    expect(textOf(list.row(id))).to.contain('已支付');
    await list.click('关闭', dialog.querySelector('.dialog-actions')!);
    await list.until(() => list.find('#task-dialog[open]') === null);
  });

  it('shows what the backend found fault with beside its field', async () => {
    const paid: Order = { ...canned, invoice: null };
    const list = await readyList(
      backendWith(paid, {
        requestInvoice: () =>
          Promise.reject(
            new BackendError('invalid', {
              invoiceIssues: [{ code: 'bad-format', field: 'taxNumber' }],
            }),
          ),
      }),
    );
    const dialog = await list.start('o-1', '申请开票');
    await list.type('#task-title', '远山科技');
    await list.type('#task-taxNumber', '91350100M000100Y43');
    await list.type('#task-email', 'a@example.com');
    await list.submit();
    await list.until('填写的内容需要修改');
    expect(textOf(dialog)).to.contain('税号的格式不正确。');
  });

  it('takes rubbish for a failure that can be tried again', async () => {
    const list = await readyList(
      backendWith(pending, { cancelOrder: () => Promise.resolve({ rubbish: true } as never) }),
    );
    await list.start('o-1', '取消订单');
    await list.submit();
    await list.until(() => list.find('#task-dialog [role="alert"]') !== null);
    expect(list.rows).to.have.length(1);
    expect(list.get('#task-dialog button[type="submit"]')).to.exist;
  });

  it('asks in vain of a backend that answers rubbish, and says so', async () => {
    const world = createWorld({ chapter: eventful, faults: { orders: 'rubbish' } });
    const list = await openList(world);
    await list.until(() => list.find('.state.failed') !== null);
    world.simulation.setFaults({});
    await list.click('重试');
    await list.until(() => list.rows.length === 7);
  });

  it('does nothing more once the element has left the page', async () => {
    let answer: ((order: Order) => void) | undefined;
    const list = await readyList(
      backendWith(pending, {
        cancelOrder: () => new Promise((resolve) => (answer = resolve)),
      }),
    );
    await list.start('o-1', '取消订单');
    await list.submit();
    await list.until(() => answer !== undefined);
    const parent = list.list.parentElement!;
    list.list.remove();
    answer?.({ ...pending, status: 'cancelled' });
    parent.append(list.list);
    await list.until(() => list.rows.length === 1);
    expect(list.eventNames).to.deep.equal([]);
    expect(list.find('#task-dialog[open]')).to.be.null;
  });

  it('lays out the largest amount and the longest word', async () => {
    const quote = { ...canned.quote, payable: 10_000_000_000 };
    const long: Order = { ...canned, id: 'Donaudampfschifffahrtsgesellschaftskapitaen', quote };
    // The first may be measured before what loads later is there, the others are not.
    for (const width of [320, 320, 900, 1240]) {
      const list = await readyList(
        createFakeBackend({
          orders: () => Promise.resolve({ ...orderPage, items: [long], nextCursor: null }),
          order: () => Promise.resolve(long),
        }),
        { width },
      );
      expect(list.text).to.contain('¥100,000,000.00');
      expect(list.list.scrollWidth).to.be.at.most(width);
    }
  });
});
