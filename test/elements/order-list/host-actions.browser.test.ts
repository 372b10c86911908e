import { expect } from '@open-wc/testing';
import type { Order } from '../../../src/contract/index.js';
import type { RowActionChosenDetail, TaskDetail } from '../../../src/elements/order-list/events.js';
import type { OrderRowAction } from '../../../src/elements/order-list/host-actions.js';
import { createCrowd } from './crowd.js';
import { readyList, textOf, type ListPage } from './page.js';

const ID = 'o-000003';

async function withActions(rowActions: unknown): Promise<ListPage> {
  const list = await readyList(createCrowd(3));
  list.list.rowActions = rowActions as readonly OrderRowAction[];
  await list.list.updateComplete;
  return list;
}

async function openMenu(list: ListPage, orderId = ID): Promise<HTMLElement[]> {
  list.row(orderId).querySelector<HTMLElement>('[aria-haspopup="menu"]')!.click();
  await list.until(() => list.find('#menu:popover-open') !== null);
  return [...list.get('#menu').querySelectorAll<HTMLElement>('[data-host-action]')];
}

function chosen(list: ListPage): RowActionChosenDetail[] {
  const details: RowActionChosenDetail[] = [];
  list.list.addEventListener('row-action-chosen', ({ detail }) => details.push(detail));
  return details;
}

describe('actions of the host', () => {
  const archive: OrderRowAction = { id: 'archive', label: '归档' };

  it('stand after the list’s own in the menu, and are told when chosen', async () => {
    const list = await withActions([
      archive,
      { id: 'note', label: ({ id }: Order) => `备注 ${id}` },
    ]);
    const details = chosen(list);
    const items = await openMenu(list);
    expect(items.map(textOf)).to.deep.equal(['归档', `备注 ${ID}`]);
    const all = [...list.get('#menu').querySelectorAll('[role="menuitem"]')];
    expect(all.slice(-2)).to.deep.equal(items);
    await expect(list.list).to.be.accessible();
    items[1]!.click();
    await list.until(() => list.find('#menu:popover-open') === null);
    expect(
      details.map(({ actionId, orderId, order }) => [actionId, orderId, order.id]),
    ).to.deep.equal([['note', ID, ID]]);
    expect(structuredClone(details[0]!.order)).to.deep.equal(details[0]!.order);
  });

  it('are reached by the keys of the menu', async () => {
    const list = await withActions([archive]);
    await openMenu(list);
    await list.press('End');
    expect((list.focused as HTMLElement).dataset.hostAction).to.equal('archive');
  });

  it('stand in the details too', async () => {
    const list = await withActions([archive]);
    const details = chosen(list);
    list.row(ID).click();
    await list.until(() => list.find('.panel [data-host-action="archive"]') !== null);
    list.get('.panel [data-host-action="archive"]').click();
    expect(details.map(({ orderId }) => orderId)).to.deep.equal([ID]);
  });

  it('say why they cannot be done, and are not done then', async () => {
    const list = await withActions([{ ...archive, disabledReason: () => '还没有对账' }]);
    const details = chosen(list);
    const [item] = await openMenu(list);
    expect(textOf(item!)).to.equal('归档 还没有对账');
    expect(item!.getAttribute('aria-disabled')).to.equal('true');
    item!.click();
    await list.press('Escape');
    list.row(ID).click();
    await list.until(() => list.find('.panel .impossible') !== null);
    expect(list.find('.panel [data-host-action]')).to.be.null;
    expect(list.get('.panel .impossible').textContent).to.contain('还没有对账');
    expect(details).to.deep.equal([]);
  });

  it('are offered where the host says so', async () => {
    const list = await withActions([{ ...archive, shown: ({ id }: Order) => id === ID }]);
    expect(await openMenu(list)).to.have.length(1);
    await list.press('Escape');
    expect(await openMenu(list, 'o-000002')).to.have.length(0);
    expect(list.find('#menu [role="separator"]')).to.be.null;
  });

  it('are text, whatever it looks like', async () => {
    const markup = '<img src=x onerror="alert(1)">';
    const list = await withActions([
      { id: markup, label: markup, disabledReason: () => '<b>no</b>' },
    ]);
    const [item] = await openMenu(list);
    expect(textOf(item!)).to.equal(`${markup} <b>no</b>`);
    expect(item!.querySelector('img, b')).to.be.null;
  });

  for (const part of ['label', 'shown', 'disabledReason'] as const) {
    it(`are not offered where ${part} throws, and the log is told once`, async () => {
      const broken = {
        ...archive,
        [part]: () => {
          throw new Error('broken by the host');
        },
      };
      const list = await withActions([broken, { id: 'note', label: '备注' }]);
      expect((await openMenu(list)).map(textOf)).to.deep.equal(['备注']);
      await list.press('Escape');
      await openMenu(list, 'o-000002');
      expect(list.eventNames).to.deep.equal(['billing-error']);
      expect(list.events[0]!.detail.message).to.contain('broken by the host');
    });
  }

  it('are not offered where they are no text', async () => {
    const list = await withActions([
      { id: 'a', label: () => ({ markup: true }) },
      { id: 'b', label: 'b', disabledReason: () => 7 },
      archive,
    ]);
    expect((await openMenu(list)).map(textOf)).to.deep.equal(['归档']);
    expect(list.eventNames).to.deep.equal(['billing-error', 'billing-error']);
  });

  it('that are none are left out, and the rest stays', async () => {
    const list = await withActions([
      null,
      {},
      { id: '', label: 'x' },
      { id: 'a' },
      archive,
      archive,
    ]);
    expect((await openMenu(list)).map(textOf)).to.deep.equal(['归档']);
    expect(list.eventNames).to.deep.equal(Array.from({ length: 5 }, () => 'billing-error'));
    list.list.rowActions = 'rubbish' as unknown as OrderRowAction[];
    await list.list.updateComplete;
    expect(list.find('[data-host-action]')).to.be.null;
  });
});

describe('the dialogs of actions', () => {
  it('are told when they open and when they are left', async () => {
    const crowd = createCrowd(3);
    crowd.items = crowd.items.map((order) => ({ ...order, complaints: [] }));
    const list = await readyList(crowd);
    const told: [string, TaskDetail][] = [];
    for (const name of ['task-opened', 'task-abandoned'] as const)
      list.list.addEventListener(name, ({ detail }) => told.push([name, detail]));
    await list.start(ID, '投诉服务商');
    const detail = { action: 'file-complaint', orderId: ID };
    expect(told).to.deep.equal([['task-opened', detail]]);
    await list.click('返回', list.get('#task-dialog'));
    expect(told).to.deep.equal([
      ['task-opened', detail],
      ['task-abandoned', detail],
    ]);
  });
});
