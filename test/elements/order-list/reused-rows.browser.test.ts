import { expect } from '@open-wc/testing';
import type { Order } from '../../../src/contract/index.js';
import { order, orderPage } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { readyList, textOf, type ListPage } from './page.js';

const due: Order = {
  ...order,
  id: 'SK-1',
  status: 'pending',
  paidAt: null,
  method: null,
  complaints: [],
  createdAt: '2026-03-01T00:00:00.000Z',
};
const gone: Order = {
  ...due,
  id: 'SK-2',
  kind: 'new',
  status: 'cancelled',
  createdAt: '2026-04-02T00:00:00.000Z',
};

/** A list of what is in `items` whenever it is asked. */
function listOf(items: Order[]): Promise<ListPage> {
  const backend = createFakeBackend({
    orders: () => Promise.resolve({ ...orderPage, items: [...items], nextCursor: null }),
  });
  return readyList(backend, { attributes: { 'pay-url': '/pay/{orderId}' } });
}

const button = (list: ListPage) => list.rows[0]!.querySelector<HTMLElement>('.actions .button')!;
const copy = (list: ListPage) => list.rows[0]!.querySelector<HTMLElement>('.copyable button')!;

describe('<order-list> uses a row again', () => {
  const taken: string[] = [];

  beforeEach(() => {
    taken.length = 0;
    const writeText = (text: string) => {
      taken.push(text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  });

  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('for another order, and keeps nothing of the one before', async () => {
    const items = [due];
    const list = await listOf(items);
    const row = list.rows[0]!;
    expect(button(list).getAttribute('href')).to.match(/\/pay\/SK-1$/);
    expect(button(list).hasAttribute('aria-label')).to.be.false;
    copy(list).click();
    await list.until(() => 'copied' in copy(list).dataset);

    items.splice(0, 1, gone);
    await list.list.refresh();
    await list.list.updateComplete;
    expect(list.rows).to.deep.equal([row]);
    expect(textOf(row)).not.to.contain('SK-1');
    expect(row.outerHTML).not.to.contain('SK-1');
    expect(textOf(row)).to.contain('已取消').and.to.contain('2026-04-02');
    expect(button(list).localName).to.equal('button');
    expect(button(list).getAttribute('aria-label')).to.contain('SK-2');
    expect(button(list).dataset.action).to.be.undefined;
    expect(button(list).tabIndex).to.equal(-1);
    expect(copy(list).dataset.copied).to.be.undefined;

    items.splice(0, 1, due);
    await list.list.refresh();
    await list.list.updateComplete;
    expect(button(list).matches('a.primary[href$="/pay/SK-1"][data-action="pay"]')).to.be.true;
    expect(row.outerHTML).not.to.contain('SK-2');
  });

  it('and copies the number of the order that is in it now, and says so until one moves on', async () => {
    const items = [due];
    const list = await listOf(items);
    items.splice(0, 1, gone);
    await list.list.refresh();
    await list.list.updateComplete;
    const status = copy(list).nextElementSibling!;
    for (const leave of ['pointerout', 'focusout']) {
      copy(list).click();
      await list.until(() => status.textContent === '已复制');
      const icon = copy(list).firstElementChild!;
      // Within the button nothing is left.
      const relatedTarget = copy(list);
      icon.dispatchEvent(new MouseEvent(leave, { bubbles: true, relatedTarget }));
      expect(status.textContent).to.equal('已复制');
      icon.dispatchEvent(new MouseEvent(leave, { bubbles: true }));
      expect(status.textContent).to.equal('');
    }
    expect(taken).to.deep.equal(['SK-2', 'SK-2']);
    expect(list.eventNames).to.deep.equal([]);
  });
});
