import { expect } from '@open-wc/testing';
import { createWorld, eventful, many } from './world.js';
import { readyList } from './page.js';

describe('<order-list> by keyboard', () => {
  it('has one row in the tab order, with its buttons', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const tabbable = () => list.rows.filter(({ tabIndex }) => tabIndex === 0);
    expect(tabbable()).to.deep.equal([list.rows[0]]);
    const stops = list.root.querySelectorAll('tbody [tabindex="0"]');
    expect([...stops].every((stop) => list.rows[0]!.contains(stop))).to.be.true;
    list.rows[0]!.focus();
    await list.press('ArrowDown');
    expect(list.focused).to.equal(list.rows[1]);
    expect(tabbable()).to.deep.equal([list.rows[1]]);
  });

  it('leads to the ends and by leaps', async () => {
    const list = await readyList(createWorld({ chapter: many(30) }));
    list.rows[0]!.focus();
    await list.press('PageDown');
    expect(list.focused).to.equal(list.rows[10]);
    await list.press('End');
    expect(list.focused).to.equal(list.rows[29]);
    await list.press('Home');
    expect(list.focused).to.equal(list.rows[0]);
  });

  it('leads to the buttons within a row and back', async () => {
    const list = await readyList(createWorld({ chapter: eventful }));
    const row = list.rows[0]!;
    row.focus();
    await list.press('ArrowRight');
    await list.press('ArrowRight');
    expect(list.focused?.textContent).to.contain('去支付');
    await list.press('ArrowLeft');
    await list.press('ArrowLeft');
    expect(list.focused).to.equal(row);
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
    expect(list.focused).to.equal(more);
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
    expect(list.focused).to.equal(more);
  });
});
