import { expect } from '@open-wc/testing';
import { createCrowd } from './crowd.js';
import { createWorld, eventful } from './world.js';
import { readyList, type ListPage } from './page.js';

const name = (element: Element | null | undefined) =>
  element ? (element.cloneNode(false) as Element).outerHTML : 'nothing';

/** In words, since two trees take long to print. */
function expectSame(found: readonly (Element | null)[], wanted: Element | null | undefined): void {
  const same = found.length === 1 && found[0] === wanted;
  expect(same, `${found.map(name).join()} rather than ${name(wanted)}`).to.be.true;
}

const expectFocus = (list: ListPage, wanted: Element | null | undefined): void =>
  expectSame([list.focused], wanted);

describe('<order-list> by keyboard', () => {
  it('has one thing of the grid in the tab order', async () => {
    const list = await readyList(createCrowd(5));
    const tabbable = () =>
      [...list.root.querySelectorAll<HTMLElement>('.orders *')].filter(
        ({ tabIndex, offsetWidth }) => tabIndex === 0 && offsetWidth > 0,
      );
    expectSame(tabbable(), list.rows[0]);
    list.rows[0]!.focus();
    await list.press('ArrowDown');
    expectFocus(list, list.rows[1]);
    expectSame(tabbable(), list.rows[1]);
    await list.press('ArrowRight');
    expectSame(tabbable(), list.rows[1]!.querySelector('.date'));
  });

  it('leads to the ends and by leaps', async () => {
    const list = await readyList(createCrowd(30));
    await list.until(() => list.rows.length === 30);
    list.rows[0]!.focus();
    await list.press('PageDown');
    expectFocus(list, list.rows[10]);
    await list.press('End', { ctrlKey: true });
    expectFocus(list, list.rows[29]);
    await list.press('ArrowDown');
    expectFocus(list, list.rows[29]);
    await list.press('Home', { ctrlKey: true });
    expectFocus(list, list.rows[0]);
  });

  it('leads through the cells of a row, to what is in them, and back', async () => {
    const list = await readyList(createCrowd(3));
    const row = list.rows[0]!;
    row.focus();
    await list.press('ArrowRight');
    expectFocus(list, row.querySelector('.date'));
    await list.press('ArrowRight');
    expectFocus(list, row.querySelector('.number button'));
    await list.press('End');
    expectFocus(list, row.querySelector('[aria-haspopup="menu"]'));
    await list.press('ArrowRight');
    expectFocus(list, row.querySelector('[aria-haspopup="menu"]'));
    await list.press('Home');
    expectFocus(list, row.querySelector('.date'));
    await list.press('ArrowLeft');
    expectFocus(list, row);
  });

  it('stays in its column from row to row, up to the head, which sorts', async () => {
    const list = await readyList(createCrowd(3));
    const at = (row: number, selector: string) => list.rows[row]!.querySelector(selector);
    (at(0, '.amount') as HTMLElement).focus();
    await list.press('ArrowDown');
    expectFocus(list, at(1, '.amount'));
    await list.press('ArrowUp');
    await list.press('ArrowUp');
    expectFocus(list, list.get('th.amount button'));
    await list.press('ArrowRight');
    expectFocus(list, list.get('th.method'));
    await list.press('ArrowLeft');
    list.get('th.amount button').click();
    await list.until('已按金额降序排列');
    expectFocus(list, list.get('th.amount button'));
    await list.press('ArrowDown');
    expectFocus(list, at(0, '.amount'));
    await list.press('End', { ctrlKey: true });
    expectFocus(list, at(2, '[aria-haspopup="menu"]'));
    await list.press('Home', { ctrlKey: true });
    expectFocus(list, at(0, '.date'));
  });

  it('leads to no head as cards, which show none', async () => {
    const list = await readyList(createCrowd(3), { width: 390 });
    list.rows[0]!.focus();
    await list.press('ArrowUp');
    expectFocus(list, list.rows[0]);
  });

  it('keeps the focus in an order that is sorted elsewhere', async () => {
    const crowd = createCrowd(5);
    const list = await readyList(crowd);
    const row = list.row('o-000005');
    row.focus();
    crowd.items.reverse();
    await list.list.refresh();
    await list.until(() => list.ids.at(-1) === 'o-000005');
    expectFocus(list, row);
  });

  it('keeps a focus in the list when its order is no longer in it', async () => {
    const crowd = createCrowd(5);
    const list = await readyList(crowd);
    list.row('o-000003').focus();
    crowd.items = crowd.items.filter(({ id }) => id !== 'o-000003');
    await list.list.refresh();
    await list.until(() => list.rows.length === 4);
    expect(list.rows.some((row) => row === list.focused)).to.be.true;
  });

  it('opens the details, moves there, and comes back with Escape', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const row = list.rows[2]!;
    row.focus();
    await list.press('Enter');
    await list.until(() => list.focused?.id === 'panel-heading');
    await list.press('Escape');
    await list.until(() => list.focused === row);
    expect(list.find('.panel')).to.be.null;
  });

  it('goes through the menu, reasons included, and closes it with Escape', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const more = list.rows[1]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!;
    more.focus();
    more.click();
    await list.until(() => list.find('#menu:popover-open') !== null);
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    expect(list.focused?.textContent).to.contain('查看详情');
    await list.press('ArrowDown');
    expect(list.focused?.getAttribute('aria-disabled')).to.equal('true');
    expect(list.focused?.textContent).to.contain('订单不是待支付状态。');
    await list.press('ArrowUp');
    await list.press('ArrowUp');
    expect(list.focused?.textContent).to.contain('投诉服务商');
    await expect(list.list).to.be.accessible();
    await list.press('Escape');
    expectFocus(list, more);
    expect(list.find('#menu:popover-open')).to.be.null;
  });

  it('gives the focus back when a dialog is left', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const [id] = list.ids;
    const more = list.row(id!).querySelector<HTMLElement>('[aria-haspopup="menu"]')!;
    more.focus();
    const dialog = await list.start(id!, '取消订单');
    await list.click('返回', dialog);
    await list.until(() => list.find('#task-dialog[open]') === null);
    expectFocus(list, more);
  });
});
