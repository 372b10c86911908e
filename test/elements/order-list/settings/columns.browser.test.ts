import { expect } from '@open-wc/testing';
import { columnsKey } from '../../../../src/elements/order-list/settings/stored-columns.js';
import { createCrowd } from '../crowd.js';
import { type ListPage, openList, readyList, textOf } from '../page.js';

const KEY = 'seatkit:columns:order-list';

const heads = ({ root }: ListPage) =>
  [...root.querySelectorAll('thead th')].map((head) => textOf(head)).slice(0, -1);

async function openBox(list: ListPage): Promise<HTMLElement> {
  list.get('#columns').click();
  await list.until(() => list.find('#box-columns:popover-open #column-number') !== null);
  return list.get('#box-columns');
}

const changes = (list: ListPage) => {
  const seen: unknown[] = [];
  list.list.addEventListener('columns-changed', ({ detail }) => seen.push(detail));
  return seen;
};

const storedNow = (key = KEY) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;

describe('the choice of columns', () => {
  after(() => localStorage.clear());

  it('hides and shows a column, says so, and keeps it', async () => {
    const list = await readyList(createCrowd(3));
    const seen = changes(list);
    await openBox(list);
    list.get('#column-method').click();
    await list.until(() => !heads(list).includes('付款方式'));
    expect(list.get('p[role="status"]').textContent).to.contain('已隐藏「付款方式」列');
    expect(storedNow()).to.deep.equal({ hidden: ['method'], everything: false });
    const kept = { [KEY]: localStorage.getItem(KEY) ?? '' };
    const again = await readyList(createCrowd(3), { stored: kept });
    expect(heads(again)).not.to.include('付款方式');
    list.get('#column-method').click();
    await list.until(() => heads(list).includes('付款方式'));
    expect(list.get('p[role="status"]').textContent).to.contain('已显示「付款方式」列');
    expect(storedNow()).to.deep.equal({ hidden: [], everything: false });
    const all = ['date', 'number', 'kind', 'seats', 'period', 'amount', 'method', 'status'];
    expect(seen).to.deep.equal([
      { columns: all.filter((id) => id !== 'method'), everything: false },
      { columns: all, everything: false },
    ]);
  });

  it('is drawn at once, without a column that comes and goes', async () => {
    const stored = { [KEY]: '{"hidden":["kind"]}' };
    const list = await openList(createCrowd(3), { stored });
    await list.until(() => list.find('thead th') !== null);
    expect(heads(list)).not.to.include('类型');
  });

  it('keeps number and actions, whatever is stored', async () => {
    const stored = { [KEY]: '{"hidden":["number","actions","kind"]}' };
    const list = await readyList(createCrowd(3), { stored });
    expect(heads(list)).to.include('订单号');
    expect(heads(list)).not.to.include('类型');
    expect(list.find('.row .actions button')).not.to.be.null;
    await openBox(list);
    expect(list.input('#column-number').disabled).to.be.true;
    expect(list.input('#column-number').checked).to.be.true;
    expect(list.find('#column-actions')).to.be.null;
  });

  it('is of the host’s columns too, also of one that comes later', async () => {
    const list = await readyList(createCrowd(3));
    await openBox(list);
    list.list.columns = [{ id: 'team', label: '团队', text: () => '一组' }];
    await list.until(() => heads(list).includes('团队'));
    list.get('#column-x0').click();
    await list.until(() => !heads(list).includes('团队'));
    expect(storedNow()).to.deep.equal({ hidden: ['team'], everything: false });
    const seen = changes(list);
    list.get('#column-x0').click();
    await list.list.updateComplete;
    expect(seen).to.deep.include({
      columns: ['date', 'number', 'kind', 'seats', 'period', 'amount', 'method', 'status', 'team'],
      everything: false,
    });
  });

  it('can be undone', async () => {
    const stored = { [KEY]: '{"hidden":["kind","date"],"everything":true}' };
    const list = await readyList(createCrowd(3), { stored });
    await openBox(list);
    list.get('#reset-columns').click();
    await list.until(() => heads(list).length === 8);
    expect(storedNow()).to.be.null;
    expect(list.get('p[role="status"]').textContent).to.contain('已恢复默认的列');
    expect(list.find('#reset-columns')).to.be.null;
    expect(list.list.columnChoice.everything).to.be.false;
  });

  it('is of the cards of a phone too', async () => {
    const list = await readyList(createCrowd(3), { width: 360 });
    const labels = () =>
      [...list.rows[0]!.querySelectorAll('.cell-label')].map((label) => textOf(label));
    expect(labels()).to.include('付款方式');
    await openBox(list);
    list.get('#column-method').click();
    await list.until(() => !labels().includes('付款方式'));
    expect(labels()).to.include('订单号');
  });

  it('is kept apart for each tag and each list that has an id', async () => {
    const plain = await readyList(createCrowd(3));
    expect(columnsKey(plain.list)).to.equal(KEY);
    const named = await readyList(createCrowd(3), { attributes: { id: 'mine' } });
    expect(columnsKey(named.list)).to.equal(`${KEY}#mine`);
    await openBox(named);
    named.get('#column-kind').click();
    await named.until(() => storedNow(`${KEY}#mine`) !== null);
    expect(storedNow()).to.be.null;
  });

  it('lasts as long as the page where nothing can be kept', async () => {
    const { getItem, setItem, removeItem } = Storage.prototype;
    const blocked = () => {
      throw new DOMException('', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: blocked, setItem: blocked, removeItem: blocked });
    try {
      const list = await readyList(createCrowd(3));
      await openBox(list);
      list.get('#column-kind').click();
      await list.until(() => !heads(list).includes('类型'));
      list.get('#reset-columns').click();
      await list.until(() => heads(list).includes('类型'));
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem, removeItem });
    }
  });

  for (const rubbish of [
    '{',
    'null',
    '[]',
    '7',
    '{"hidden":"kind","everything":1}',
    '{"hidden":[3]}',
  ]) {
    it(`shows everything where ${rubbish} is stored`, async () => {
      const list = await readyList(createCrowd(3), { stored: { [KEY]: rubbish } });
      expect(heads(list)).to.have.length(8);
      expect(list.list.columnChoice).to.deep.equal({ hidden: [], everything: false });
    });
  }

  it('is made by keyboard, and passes axe', async () => {
    const list = await readyList(createCrowd(3));
    list.get('#columns').focus();
    const box = await openBox(list);
    await expect(list.list).to.be.accessible();
    expect(box.getAttribute('aria-label')).to.equal('列设置');
    list.get('#column-kind').focus();
    list.get('#column-kind').click();
    await list.until(() => !heads(list).includes('类型'));
    expect(list.focused?.id).to.equal('column-kind');
  });
});
