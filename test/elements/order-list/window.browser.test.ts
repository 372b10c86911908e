import { expect, nextFrame } from '@open-wc/testing';
import { BackendError } from '../../../src/contract/index.js';
import { order, orderPage } from '../../helpers/canned-shapes.js';
import { createCrowd, numbered, type Crowd } from './crowd.js';
import { readyList, textOf, type ListPage } from './page.js';
import { INSTALLATION } from './world.js';

const ROW_PX = 48;

/** A list drawn as a window. */
async function windowed(crowd: Crowd, width = 1240): Promise<ListPage> {
  const list = await readyList(crowd, { width });
  await list.until(() => list.find('.windowed') !== null && list.get('tbody').style.height !== '');
  return list;
}

const body = (list: ListPage) => list.get('tbody');

/** Scrolls the page until the row at a place is at its middle. */
function scrollTo(list: ListPage, index: number): void {
  const { top } = body(list).getBoundingClientRect();
  window.scrollBy(0, top + index * ROW_PX - innerHeight / 2);
}

/** The order drawn at the middle of what is seen. */
function middle(list: ListPage): string | undefined {
  return list.rows.find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top <= innerHeight / 2 && bottom > innerHeight / 2;
  })?.dataset.order;
}

describe('<order-list> draws a window of many rows', () => {
  afterEach(() => window.scrollTo(0, 0));

  it('as high as all of them, with few in the page', async () => {
    const list = await windowed(createCrowd(100_000));
    expect(body(list).offsetHeight).to.equal(100_000 * ROW_PX);
    expect(list.rows.length).to.be.lessThan(innerHeight / ROW_PX + 40);
    expect(list.get('table').getAttribute('aria-rowcount')).to.equal('100001');
    await expect(list.list).to.be.accessible();
  });

  it('and asks for pages as they come near, without moving what is read', async () => {
    const crowd = createCrowd(1000);
    const list = await windowed(crowd);
    scrollTo(list, 400);
    await list.until(() => list.find('.waiting') !== null || middle(list) !== undefined);
    const { scrollY } = window;
    await list.until(() => middle(list) === 'o-000600');
    expect(scrollY).to.equal(window.scrollY);
    expect(crowd.pages.map(([cursor]) => cursor)).to.deep.equal([null, 'o-000951', 'o-000751']);
    expect(list.row('o-000600').getAttribute('aria-rowindex')).to.equal('402');
  });

  it('whose rows are the same wherever it scrolls, only of other orders', async () => {
    const list = await windowed(createCrowd(190));
    scrollTo(list, 60);
    await list.until(() => middle(list) === 'o-000130');
    const rows = new Set(list.rows);
    const expectSame = () => {
      expect(list.rows.filter((row) => !rows.has(row))).to.be.empty;
      expect(list.rows.length).to.equal(rows.size);
    };
    // Edges on rows and between them, from every row of a step.
    for (let index = 61; index < 70; index += 0.5) {
      scrollTo(list, index);
      await nextFrame();
      await nextFrame();
      expectSame();
    }
    scrollTo(list, 120);
    await list.until(() => middle(list) === 'o-000070');
    expectSame();
  });

  it('in a box that scrolls by itself', async () => {
    const crowd = createCrowd(300);
    const list = await windowed(crowd);
    const box = list.list.parentElement!;
    box.style.height = '300px';
    box.style.overflow = 'auto';
    box.scrollTop = box.scrollHeight;
    await list.until(() => list.ids.includes('o-000001'));
  });

  it('under a host in a shadow tree of its own', async () => {
    const crowd = createCrowd(300);
    const list = await windowed(crowd);
    const host = document.createElement('div');
    const box = document.createElement('div');
    box.style.cssText = 'height: 300px; width: 1240px; overflow: auto';
    host.attachShadow({ mode: 'open' }).append(box);
    list.list.parentElement!.append(host);
    box.append(list.list);
    await list.until(() => list.find('.windowed') !== null);
    box.scrollTop = box.scrollHeight;
    await list.until(() => list.ids.includes('o-000001'));
  });

  it('not where all orders fit one page, nor as cards', async () => {
    const short = await readyList(createCrowd(50));
    await short.until(() => short.find('.spans') !== null);
    await nextFrame();
    await short.until(() => short.rows.length === 50);
    expect(short.find('.windowed')).to.be.null;
    const cards = await readyList(createCrowd(90), { width: 400 });
    await cards.until(() => cards.find('.spans') !== null);
    await cards.click('加载更多');
    await cards.until(() => cards.rows.length === 90);
    expect(cards.find('.windowed')).to.be.null;
  });

  it('also while the host hides it', async () => {
    const list = await windowed(createCrowd(90));
    scrollTo(list, 80);
    await list.until(() => list.ids.includes('o-000001'));
    list.list.hidden = true;
    await nextFrame();
    await nextFrame();
    await list.list.refresh();
    expect(list.find('.windowed')).not.to.be.null;
    expect(list.rows.length).to.be.lessThan(90);
    list.list.hidden = false;
    await list.until(() => list.ids.includes('o-000090'));
  });

  it('and cards once the box becomes narrow, where one was', async () => {
    const list = await windowed(createCrowd(90));
    list.list.parentElement!.style.width = '400px';
    await list.until(() => list.find('.windowed') === null);
    expect(list.rows[1]!.style.transform).to.equal('');
    expect(body(list).style.height).to.equal('');
  });

  it('of 2 000 cards lays out few, and a change touches only its own', async () => {
    // So many come with one refresh.
    const crowd = createCrowd(60);
    const list = await readyList(crowd, { width: 390 });
    await list.click('加载更多');
    await list.until(() => list.rows.length === 60);
    crowd.orders = () => Promise.resolve({ ...orderPage, items: numbered(2000), nextCursor: null });
    await list.list.refresh();
    await list.until(() => list.rows.length === 2000);
    await nextFrame();
    await nextFrame();
    const laidOut = list.rows.filter((row) =>
      row.firstElementChild!.checkVisibility({ contentVisibilityAuto: true }),
    );
    expect(laidOut.length).to.be.within(1, 60);
    const watching = new MutationObserver(() => undefined);
    watching.observe(body(list), { childList: true, subtree: true, characterData: true });
    list.list.requestUpdate();
    await list.list.updateComplete;
    expect(watching.takeRecords()).to.deep.equal([]);
  });

  it('with the keyboard beyond what is drawn, and the focus kept out of sight', async () => {
    const list = await windowed(createCrowd(150));
    list.rows[0]!.focus();
    await list.press('End', { ctrlKey: true });
    await list.until(() => list.focused?.getAttribute('data-order') === list.ids.at(-1));
    const { top, bottom } = list.focused!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    await list.until(() => list.rows.length > 20);
    const focused = list.focused as HTMLElement;
    window.scrollTo(0, 0);
    await list.until(() => list.ids.includes('o-000150'));
    expect(list.focused).to.equal(focused);
    await list.press('ArrowUp');
    await list.until(() => list.focused !== focused);
    expect(Number(list.focused!.getAttribute('aria-rowindex'))).to.equal(
      Number(focused.getAttribute('aria-rowindex')) - 1,
    );
  });

  it('whose end is reached at once, while its pages come one after the other', async () => {
    const crowd = createCrowd(1000);
    const list = await windowed(crowd);
    list.rows[0]!.focus();
    const drawn: number[] = [];
    const watching = new MutationObserver(() =>
      drawn.push(list.root.querySelectorAll('tbody > .row').length),
    );
    watching.observe(body(list), { childList: true });
    await list.press('End', { ctrlKey: true });
    const last = list.focused!;
    expect(last.getAttribute('aria-rowindex')).to.equal('1001');
    expect(last.matches('.waiting')).to.be.true;
    const { scrollY } = window;
    await list.until(() => last.getAttribute('data-order') === 'o-000001');
    watching.disconnect();
    expect(list.focused).to.equal(last);
    expect(window.scrollY).to.equal(scrollY);
    expect(crowd.pages.slice(1).map(([, limit]) => limit)).to.deep.equal([200, 200, 200, 200, 200]);
    expect(Math.max(...drawn)).to.be.lessThan(innerHeight / ROW_PX + 40);
  });

  it('read out in its order once scrolling stops, wherever it scrolled', async () => {
    const list = await windowed(createCrowd(200));
    for (const index of [30, 40, 25, 60]) {
      scrollTo(list, index);
      await list.until(() => middle(list) === `o-${String(200 - index).padStart(6, '0')}`);
    }
    await list.until(() => {
      const places = list.rows.map((row) => Number(row.getAttribute('aria-rowindex')));
      return places.every((place, at) => at === 0 || place > places[at - 1]!);
    });
  });

  it('that stays still when others order, and shows what they did', async () => {
    const crowd = createCrowd(1000);
    const list = await windowed(crowd);
    scrollTo(list, 700);
    await list.until(() => middle(list) === 'o-000300');
    const place = list.row('o-000300').getBoundingClientRect().top;
    crowd.items = [
      { ...order, id: 'o-001002' },
      { ...order, id: 'o-001001' },
      ...crowd.items.map((each) =>
        each.id === 'o-000300' ? { ...each, status: 'cancelled' as const } : each,
      ),
    ];
    crowd.pages.length = 0;
    crowd.tell({ installationId: INSTALLATION });
    await list.until(() => textOf(list.row('o-000300')).includes('已取消'));
    expect(crowd.pages).to.have.length(2);
    expect(list.row('o-000300').getAttribute('aria-rowindex')).to.equal('704');
    expect(list.row('o-000300').getBoundingClientRect().top).to.be.closeTo(place, 1);
  });

  it('that begins at its top with another filter', async () => {
    const crowd = createCrowd(1000);
    const list = await windowed(crowd);
    scrollTo(list, 300);
    await list.until(() => middle(list) === 'o-000700');
    list.list.filter = { text: '5' };
    await list.until(() => list.ids.includes('o-000995'));
    const { top } = list.row('o-000995').getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
  });

  it('and tries a page that failed again only when it is told to', async () => {
    let failing = true;
    const calm = createCrowd(400);
    const crowd = createCrowd(400, {
      orders: (filter, cursor, call) =>
        cursor !== null && failing
          ? Promise.reject(new BackendError('network'))
          : calm.orders(filter, cursor, call),
    });
    const list = await windowed(crowd);
    scrollTo(list, 200);
    await list.until('后面的订单没有加载出来');
    expect(list.eventNames).to.deep.equal(['billing-error']);
    expect(list.find('.waiting')).not.to.be.null;
    failing = false;
    await list.click('重试', list.get('.end'));
    await list.until(() => middle(list) === 'o-000200');
  });
});
