import { expect } from '@open-wc/testing';
import { BackendError, type OrderFilter } from '../../../src/contract/index.js';
import { createWorld, eventful, many } from './world.js';
import { order, orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { openList, readyList, textOf } from './page.js';

describe('<order-list> finds', () => {
  it('by state, and says what it looks for', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.input('#statuses-refunded').click();
    await list.until(() => list.rows.length === 1);
    expect(textOf(list.get('#chip-statuses'))).to.equal('状态：已退款');
    expect(list.text).to.contain('共 1 笔订单');
    expect(list.events).to.deep.equal([
      { name: 'filter-changed', detail: { filter: { statuses: ['refunded'] } } },
    ]);
    await list.click('清除筛选');
    await list.until(() => list.rows.length === 7);
    expect(list.list.filter).to.deep.equal({});
  });

  it('by text, once the typing stops', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const wanted = list.ids[3]!;
    for (const length of [4, 8, wanted.length]) {
      await list.type('#search', wanted.slice(0, length).toLowerCase());
    }
    await list.until(() => list.rows.length === 1);
    expect(list.ids).to.deep.equal([wanted]);
    expect(list.eventNames).to.deep.equal(['filter-changed']);
  });

  it('what is being typed, although the host sets its filter again', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    await list.type('#search', 'SK');
    list.list.filter = {};
    await list.list.updateComplete;
    expect(list.input('#search').value).to.equal('SK');
    await list.until(() => list.list.filter.text === 'SK');
  });

  it('the days up to today by the clock of the backend', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world);
    await list.until(() => list.find('.spans') !== null);
    await list.click('近 7 天', list.get('.spans'));
    await list.until(() => list.rows.length === 2);
    expect(list.list.filter).to.deep.equal({ from: '2026-11-19T00:00:00.000Z' });
  });

  it('by what the host sets', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    list.list.filter = { kinds: ['new'], text: '项目' };
    await list.until(() => list.rows.length === 1);
    expect(list.input('#search').value).to.equal('项目');
    expect(list.eventNames).to.deep.equal([]);
  });

  it('by days in the time zone that is shown', async () => {
    const list = await readyList(createWorld({ chapter: eventful }), {
      attributes: { 'time-zone': 'Asia/Shanghai' },
    });
    await list.until(() => list.find('#time-from') !== null);
    const from = list.input('#time-from');
    from.value = '2026-06-02';
    from.dispatchEvent(new Event('change'));
    await list.until(() => list.rows.length === 5);
    expect(list.list.filter).to.deep.equal({ from: '2026-06-01T16:00:00.000Z' });
    const to = list.input('#time-to');
    to.value = '2026-06-02';
    to.dispatchEvent(new Event('change'));
    await list.until(() => list.rows.length === 1);
    expect(textOf(list.get('#chip-time'))).to.equal('下单时间：2026-06-02 至 2026-06-02');
  });

  it('by amount, and refuses what is none', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    await list.until(() => list.find('#amount-minAmount') !== null);
    const least = list.input('#amount-minAmount');
    const enter = (text: string) => {
      least.value = text;
      least.dispatchEvent(new Event('change'));
    };
    enter('一百');
    expect(least.validationMessage).to.contain('请填写金额');
    expect(list.eventNames).to.deep.equal([]);
    enter('4,000');
    await list.until(() => list.rows.length === 3);
    expect(list.list.filter).to.deep.equal({ minAmount: 400_000 });
    enter('');
    await list.until(() => list.rows.length === 7);
  });

  it('nothing, and offers a way back', async () => {
    const list = await openList(createWorld({ chapter: eventful }));
    list.list.filter = { text: '没有这样的订单' };
    await list.until('没有符合条件的订单');
    await expect(list.list).to.be.accessible();
    await list.click('清除筛选', list.get('.state'));
    await list.until(() => list.rows.length === 7);
    expect(list.input('#search').value).to.equal('');
  });
});

describe('<order-list> sorts', () => {
  it('by the head of a column, and tells it', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const head = () => list.get('th.amount');
    expect(list.get('th.date').getAttribute('aria-sort')).to.equal('descending');
    list.get('[data-sort="amount"]').click();
    await list.until('已按金额降序排列');
    expect(head().getAttribute('aria-sort')).to.equal('descending');
    expect(textOf(list.rows[0]!.querySelector('.amount .cell-value')!)).to.equal('¥22,204.93');
    list.get('[data-sort="amount"]').click();
    await list.until('已按金额升序排列');
    expect(head().getAttribute('aria-sort')).to.equal('ascending');
    expect(textOf(list.rows.at(-1)!.querySelector('.amount .cell-value')!)).to.equal('¥22,204.93');
  });

  it('by a choice where the heads are not shown', async () => {
    const list = await readyList(createWorld({ chapter: eventful }), { width: 400 });
    const select = list.get('.sort-select') as HTMLSelectElement;
    expect(select.checkVisibility()).to.be.true;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    await list.until('已按下单时间升序排列');
  });
});

describe('<order-list> goes on page by page', () => {
  it('appends, counts, and keeps what was there', async () => {
    const list = await readyList(createWorld({ chapter: many(70) }), { width: 400 });
    await list.until(() => list.rows.length === 50);
    const first = list.rows[0]!;
    expect(list.text).to.contain('已显示 50 笔，共 70 笔');
    await list.click('加载更多');
    await list.until(() => list.rows.length === 70);
    expect(list.rows[0]).to.equal(first);
    expect(new Set(list.ids)).to.have.property('size', 70);
    expect(list.find('#more')).to.be.null;
  });

  it('keeps the rows when the next page fails, and tries again', async () => {
    let failing = true;
    const backend = createFakeBackend({
      orders: (_filter: OrderFilter, cursor) => {
        if (cursor === null) return Promise.resolve({ ...orderPage, nextCursor: 'next' });
        if (failing) return Promise.reject(new BackendError('timeout'));
        return Promise.resolve({
          ...orderPage,
          items: [order, { ...order, id: 'o-2' }],
          nextCursor: null,
        });
      },
    });
    const list = await readyList(backend);
    await list.click('加载更多');
    await list.until('后面的订单没有加载出来');
    expect(list.rows).to.have.length(1);
    failing = false;
    await list.click('重试');
    await list.until(() => list.rows.length === 2);
    expect(list.ids).to.deep.equal(['o-1', 'o-2']);
  });
});

describe('<order-list> stays live', () => {
  it('with what others do, without losing its place', async () => {
    const world = createWorld({ chapter: eventful });
    const list = await readyList(world);
    const [pending] = list.ids;
    const row = list.row(pending!);
    row.focus();
    await world.simulation.as('administrator').cancelOrder(pending!);
    await list.until(() => textOf(row).includes('已取消'));
    expect(list.focused).to.equal(row);
  });

  it('drops the answer to an older question', async () => {
    let answerFirst: (() => void) | undefined;
    const backend = createFakeBackend({
      orders: ({ text }: OrderFilter) =>
        new Promise((resolve) => {
          const id = text ?? 'all';
          const answer = () =>
            resolve({ ...orderPage, items: [{ ...order, id }], nextCursor: null });
          if (text === 'slow') answerFirst = answer;
          else answer();
        }),
    });
    const list = await readyList(backend);
    list.list.filter = { text: 'slow' };
    await list.until(() => answerFirst !== undefined);
    list.list.filter = { text: 'quick' };
    await list.until(() => list.ids.includes('quick'));
    answerFirst?.();
    await list.list.updateComplete;
    expect(list.ids).to.deep.equal(['quick']);
  });

  it('does not show old rows under a filter that failed', async () => {
    const backend = createFakeBackend({
      orders: ({ text }: OrderFilter) =>
        text
          ? Promise.reject(new BackendError('network'))
          : Promise.resolve({ ...orderPage, nextCursor: null }),
    });
    const list = await readyList(backend);
    list.list.filter = { text: 'x' };
    await list.until('没有筛选成功');
    expect(list.rows).to.have.length(0);
    list.list.filter = {};
    await list.until(() => list.rows.length === 1);
  });
});
