import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../../src/contract/index.js';
import type { OrderPage } from '../../../src/contract/index.js';
import { provideBackend } from '../../../src/ui/provide-backend.js';
import { createWorld, eventful, INSTALLATION } from './world.js';
import { order, orderPage, session } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { ListPage, openList, readyList } from './page.js';

const page: OrderPage = { ...orderPage, nextCursor: null };

describe('<order-list> draws', () => {
  it('that there is no backend', async () => {
    const list = await openList(null);
    expect(list.text).to.contain('还没有连接计费服务');
    await expect(list.list).to.be.accessible();
  });

  it('a place of rows while they load, and says so to those who cannot see it', async () => {
    const list = await openList(createFakeBackend({ orders: () => new Promise(() => undefined) }));
    expect(list.root.querySelectorAll('.skeleton-bar').length).to.be.greaterThan(5);
    await list.until('正在加载');
  });

  it('that there are no orders', async () => {
    const list = await openList(createWorld());
    await list.until('还没有订单');
    await expect(list.list).to.be.accessible();
  });

  it('a failure with a way to try again', async () => {
    let failing = true;
    const backend = createFakeBackend({
      orders: () => (failing ? Promise.reject(new BackendError('network')) : Promise.resolve(page)),
    });
    const list = await openList(backend);
    await list.until('网络连接不上');
    await expect(list.list).to.be.accessible();
    failing = false;
    await list.click('重试');
    await list.until(() => list.rows.length === 1);
    expect(list.eventNames).to.deep.equal(['billing-error']);
  });

  it('the orders, with what they come to', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    expect(list.rows).to.have.length(7);
    expect(list.text).to.contain('共 7 笔订单');
    expect(list.text).to.contain('已收合计 ¥10,691.51');
    const cells = [...list.rows[1]!.querySelectorAll('.cell-value')].map((cell) =>
      cell.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(cells.slice(2, 8)).to.deep.equal([
      '续期',
      '30',
      '2027-06-02 至 2029-06-01',
      '¥6,480.00',
      '微信支付',
      '已支付',
    ]);
    await expect(list.list).to.be.accessible();
  });

  it('the orders as they were, when asking again fails', async () => {
    let failing = false;
    const backend = createFakeBackend({
      orders: () =>
        failing ? Promise.reject(new BackendError('unavailable')) : Promise.resolve(page),
    });
    const list = await readyList(backend);
    failing = true;
    await list.list.refresh();
    await list.until('刚才没有更新成功');
    expect(list.rows).to.have.length(1);
    failing = false;
    await list.click('重试');
    await list.until(() => !list.text.includes('刚才没有更新成功'));
  });

  it('for members, whom to ask', async () => {
    const list = await openList(createWorld({ chapter: eventful, session: 'member' }));
    await list.until('订单仅管理员可见');
    expect(list.text).to.contain('可以联系：王敏和李强');
    expect(list.rows).to.have.length(0);
    expect(list.eventNames).to.deep.equal([]);
  });

  it('in dark as accessibly as in light', async () => {
    const list = await readyList(createWorld({ chapter: eventful }), {
      attributes: { theme: 'dark' },
    });
    list.list.parentElement!.style.background = '#17191d';
    list.rows[1]!.click();
    await list.until('费用明细');
    await expect(list.list).to.be.accessible();
  });
});

describe('<order-list> takes a backend', () => {
  it('from a provider that comes late', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><order-list installation-id=${INSTALLATION} lang="zh-CN"></order-list></div>`,
    );
    const list = new ListPage(box.querySelector('order-list')!);
    await list.until('还没有连接计费服务');
    const provider = provideBackend(box, createWorld({ chapter: eventful }));
    await list.until(() => list.rows.length === 7);
    provider.set(null);
    await list.until('还没有连接计费服务');
    provider.stop();
  });

  it('another one, and forgets what the first said', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.list.backend = createFakeBackend({
      session: () => Promise.resolve({ ...session, role: 'provider' }),
      orders: () => Promise.resolve(page),
    });
    await list.until(() => list.rows.length === 1);
    expect(list.ids).to.deep.equal([order.id]);
  });

  it('again after it was moved', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const parent = list.list.parentElement!;
    list.list.remove();
    parent.append(list.list);
    await list.until(() => list.rows.length === 7);
  });
});
