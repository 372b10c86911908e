import { expect } from '@open-wc/testing';
import type { OrderColumn } from '../../../src/elements/order-list/columns/host-columns.js';
import { createCrowd } from './crowd.js';
import { openList, readyList, textOf, type ListPage } from './page.js';

const heads = (list: ListPage) => [...list.root.querySelectorAll('th')].map(textOf);
const cells = (list: ListPage, at = 0) => [...list.rows[at]!.querySelectorAll('.cell-value')];

const team: OrderColumn = { id: 'team', label: '团队', text: ({ id }) => `<b>${id}</b>` };
const rate: OrderColumn = {
  id: 'rate',
  label: '单价',
  text: ({ quote }) => String(quote.payable / quote.seats),
  align: 'end',
};

async function withColumns(columns: unknown, width = 1240, count = 8): Promise<ListPage> {
  const list = await openList(null, { width });
  list.list.columns = columns as OrderColumn[];
  list.list.backend = createCrowd(count);
  await list.until(() => list.rows.length > 0);
  return list;
}

/** Every cell of the head stands above the cell of a row that is its own, and none above another's. */
function expectAligned(list: ListPage): void {
  const edges = (selector: string) =>
    [...list.root.querySelectorAll<HTMLElement>(selector)].map((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return [Math.round(left), Math.round(right)];
    });
  expect(edges('.row:first-child > .cell')).to.deep.equal(edges('.head > .cell'));
  const table = list.get('table').getBoundingClientRect();
  for (const [left, right] of edges('.row:first-child > .cell')) {
    expect(left).to.be.at.least(table.left);
    expect(right).to.be.at.most(table.right);
  }
}

async function expectApart(list: ListPage): Promise<void> {
  const measure = () => ({
    row: list.rows[0]!.getBoundingClientRect(),
    boxes: [...list.rows[0]!.children].map((cell) => cell.getBoundingClientRect()),
  });
  // Until it is first seen, a card is as high as cards are thought to be.
  await list.until(() => {
    const { row, boxes } = measure();
    return boxes.every(({ bottom }) => bottom <= row.bottom + 0.5);
  });
  const { boxes } = measure();
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      const besides = a.right <= b.left || b.right <= a.left;
      expect(besides || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5).to.be.true;
    }
  }
}

/** As high as an order without columns of the host's. */
const TWO_LINES_PX = 48;

describe('<order-list> has columns of the host', () => {
  for (const width of [1400, 1240, 900, 700, 390]) {
    it(`before the actions, as text, in a box of ${width} px`, async () => {
      const list = await withColumns([team, rate], width);
      expect(heads(list).slice(-3)).to.deep.equal(['团队', '单价', '操作']);
      const [text, figure] = cells(list).slice(-3);
      expect(textOf(text!)).to.equal('<b>o-000008</b>');
      expect(text!.children).to.have.length(0);
      expect(text!.parentElement!.title).to.equal('<b>o-000008</b>');
      expect(figure!.parentElement!.matches('.figures')).to.be.true;
      await expectApart(list);
      if (width >= 820) expectAligned(list);
      if (width === 900 || width === 390) await expect(list.list).to.be.accessible();
    });
  }

  it('in lines that are as high as what is in them', async () => {
    const plain = await readyList(createCrowd(8), { width: 900 });
    const { offsetHeight } = plain.rows[0]!;
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ ...team, id }));
    const list = await withColumns(many, 900, 60);
    expect(list.rows[0]!.offsetHeight).to.be.greaterThan(offsetHeight);
    await expectApart(list);
    await list.until(() => list.get('tbody').style.height !== '');
    expect(list.get('tbody').offsetHeight).to.equal(60 * list.rows[0]!.offsetHeight);
  });

  for (const [width, lists] of [
    [1240, [[team], [team, rate], [team, rate, { ...team, id: 'a' }, { ...team, id: 'b' }]]],
    [940, [[team], [team, rate]]],
  ] as const) {
    it(`beside the others where there is room, in a box of ${width} px`, async () => {
      for (const columns of lists) {
        const list = await withColumns(columns, width);
        expect(list.rows[0]!.offsetHeight, `${columns.length} columns`).to.equal(TWO_LINES_PX);
        await expectApart(list);
        expectAligned(list);
      }
    });
  }

  it('of which what is none is left out, and told', async () => {
    const list = await withColumns([
      null,
      { id: 'x' },
      { ...team, id: 'amount' },
      team,
      { ...team, label: '又一个' },
    ]);
    expect(heads(list)).to.have.length(10);
    expect(heads(list)).to.contain('团队');
    expect(list.eventNames).to.deep.equal(Array.from({ length: 4 }, () => 'billing-error'));
    expect(list.events.map(({ detail }) => detail.message).join()).to.contain('amount');
    list.list.columns = 'rubbish' as unknown as OrderColumn[];
    await list.until(() => heads(list).length === 9);
  });

  it('of which one that throws has empty cells, and is told once', async () => {
    const broken = {
      ...team,
      text: () => {
        throw new Error('no team');
      },
    };
    const list = await withColumns([broken, { ...rate, text: () => 5 as unknown as string }]);
    expect(cells(list).slice(-3, -1).map(textOf)).to.deep.equal(['', '']);
    expect(cells(list, 5).slice(-3, -1).map(textOf)).to.deep.equal(['', '']);
    expect(list.eventNames).to.deep.equal(['billing-error', 'billing-error']);
    expect(list.events[0]!.detail.message).to.contain('no team');
  });
});

describe('<order-list> shows the columns that are chosen', () => {
  for (const width of [1240, 900, 390]) {
    it(`and always numbers and actions, in a box of ${width} px`, async () => {
      const list = await withColumns([team], width);
      list.list.columnChoice = {
        hidden: ['date', 'number', 'kind', 'seats', 'period', 'method', 'actions', 'gone'],
        everything: false,
      };
      await list.until(() => heads(list).length === 5);
      expect(heads(list)).to.deep.equal(['订单号', '金额', '状态', '团队', '操作']);
      await expectApart(list);
      if (width >= 820) expectAligned(list);
      list.list.columnChoice = {
        hidden: list.list.listColumns.all.map(({ id }) => id),
        everything: false,
      };
      await list.until(() => heads(list).length === 2);
      await expectApart(list);
      list.list.columnChoice = { hidden: [], everything: false };
      await list.until(() => heads(list).length === 10);
    });
  }
});
