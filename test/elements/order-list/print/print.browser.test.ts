import { expect } from '@open-wc/testing';
import type { BillingBackend, OrderFilter } from '../../../../src/contract/index.js';
import { BackendError } from '../../../../src/contract/index.js';
import { createCrowd, type Crowd } from '../crowd.js';
import { readyList, textOf, type ListPage } from '../page.js';

const SHEET = '[data-seatkit-print]';

/** What was on paper. */
interface Printed {
  text: string;
  heads: string[];
  rows: string[][];
  /** What of the page can be seen on paper besides. */
  media: string;
}

function readSheet(): Printed {
  const sheets = document.querySelectorAll(SHEET);
  expect(sheets).to.have.length(1);
  const root = sheets[0]!.shadowRoot!;
  const texts = (row: Element) => [...row.children].map((cell) => textOf(cell));
  return {
    text: textOf(root),
    heads: texts(root.querySelector('thead tr')!),
    rows: [...root.querySelectorAll('tbody tr')].map(texts),
    media: document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join('\n'),
  };
}

const told = (list: ListPage) => {
  const events: [string, unknown][] = [];
  for (const name of [
    'print-started',
    'print-cancelled',
    'print-failed',
    'orders-printed',
  ] as const)
    list.list.addEventListener(name, ({ detail }) => events.push([name, detail]));
  return events;
};

/** A crowd whose pages for a print wait for the test. */
function createGate(count: number) {
  const waiting: (() => void)[] = [];
  const crowd = createCrowd(count);
  const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
  let closed = false;
  crowd.orders = async (filter, cursor, options) => {
    if (closed && filter.limit === 200) await new Promise<void>((go) => waiting.push(go));
    return orders(filter, cursor, options);
  };
  return {
    crowd,
    waiting,
    close: () => (closed = true),
    open: () => {
      closed = false;
      waiting.splice(0).forEach((go) => go());
    },
  };
}

describe('printing a list', () => {
  const print = window.print;
  let printed: Printed[];

  beforeEach(() => {
    printed = [];
    window.print = () => {
      printed.push(readSheet());
      dispatchEvent(new Event('afterprint'));
    };
  });

  afterEach(() => {
    window.print = print;
    document.querySelectorAll(SHEET).forEach((sheet) => sheet.remove());
  });

  async function printedOf(crowd: Crowd, prepare: (list: ListPage) => void = () => undefined) {
    const list = await readyList(crowd);
    prepare(list);
    await list.list.updateComplete;
    const events = told(list);
    list.get('#print').click();
    await list.until(() => printed.length === 1);
    return { list, events, paper: printed[0]! };
  }

  it('puts every order of the filter on paper, not those that are drawn', async () => {
    const crowd = createCrowd(450);
    const { list, events, paper } = await printedOf(crowd);
    expect(paper.rows).to.have.length(450);
    const at = paper.heads.indexOf('订单号');
    expect(paper.rows.map((row) => row[at])).to.deep.equal(crowd.items.map(({ id }) => id));
    expect(paper.heads).not.to.include('操作');
    await list.until('已将 450 笔订单交给浏览器打印。');
    expect(events).to.deep.equal([
      ['print-started', { count: 450 }],
      ['orders-printed', { count: 450 }],
    ]);
  });

  it('says what it is: filter, sort, totals, time zone and when', async () => {
    const crowd = createCrowd(3);
    const filter: OrderFilter = {
      statuses: ['paid', 'refunded'],
      minAmount: 100_000,
      text: '00000',
      sort: { by: 'amount', direction: 'ascending' },
    };
    const { paper } = await printedOf(crowd, ({ list }) => (list.filter = filter));
    for (const words of [
      '状态：已支付和已退款',
      '金额：¥1,000.00 以上',
      '搜索：00000',
      '金额升序',
      '共 3 笔订单',
      '应付合计',
      'UTC',
      '2026-03-01',
    ])
      expect(paper.text).to.contain(words);
  });

  it('says so where nothing is left out', async () => {
    expect((await printedOf(createCrowd(3))).paper.text).to.contain('全部订单');
  });

  it('has the columns that are shown, the host’s among them, as text', async () => {
    const { paper } = await printedOf(createCrowd(2), ({ list }) => {
      list.columnChoice = { hidden: ['date', 'method'], everything: true };
      list.columns = [{ id: 'team', label: '<b>团队</b>', text: ({ id }) => `<img src=x> ${id}` }];
    });
    expect(paper.heads).to.deep.equal([
      '订单号',
      '类型',
      '人数',
      '时长',
      '金额',
      '状态',
      '<b>团队</b>',
    ]);
    expect(paper.rows[0]!.at(-1)).to.equal('<img src=x> o-000002');
  });

  it('names company and app in each row where orders are of several', async () => {
    const crowd = createCrowd(1);
    const list = await readyList(crowd);
    list.list.installationId = '';
    await list.until(() => list.find('.origin') !== null);
    list.get('#print').click();
    await list.until(() => printed.length === 1);
    const [{ customerName, appName }] = crowd.items as [Crowd['items'][number]];
    expect(printed[0]!.rows[0]!.join(' ')).to.contain(`${customerName} · ${appName}`);
  });

  it('leaves nothing else on paper, and the page as it was', async () => {
    const sheets = document.adoptedStyleSheets.length;
    const { paper } = await printedOf(createCrowd(3));
    expect(paper.media).to.match(/@media print[^@]*body > :not\(\[data-seatkit-print\]\)[^}]*none/);
    expect(paper.media).to.match(/@media screen[^@]*\[data-seatkit-print\][^}]*none/);
    expect(document.querySelector(SHEET)).to.be.null;
    expect(document.adoptedStyleSheets).to.have.length(sheets);
  });

  it('is gone with the next key where the browser does not say that printing ended', async () => {
    window.print = () => printed.push(readSheet());
    await printedOf(createCrowd(3));
    expect(document.querySelector(SHEET)).not.to.be.null;
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
    expect(document.querySelector(SHEET)).to.be.null;
    expect(document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])).to.satisfy(
      (rules: CSSRule[]) => !rules.some(({ cssText }) => cssText.includes('data-seatkit-print')),
    );
  });

  it('shows how far a long one has come, and can be cancelled', async () => {
    const gate = createGate(1201);
    const list = await readyList(gate.crowd);
    const events = told(list);
    gate.close();
    list.get('#print').click();
    await list.until('开始准备打印 1,201 笔订单');
    await list.until(() => list.find('#cancel-print') !== null);
    expect(list.get('#print').getAttribute('aria-busy')).to.equal('true');
    await expect(list.list).to.be.accessible();
    list.get('#cancel-print').focus();
    list.get('#cancel-print').click();
    await list.until('已取消打印。');
    expect(list.focused?.id).to.equal('print');
    gate.open();
    await list.until(() => events.length === 2);
    expect(events.map(([name]) => name)).to.deep.equal(['print-started', 'print-cancelled']);
    expect(printed).to.deep.equal([]);
  });

  it('goes on where it failed', async () => {
    const crowd = createCrowd(450);
    const list = await readyList(crowd);
    const events = told(list);
    const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
    let broken = true;
    crowd.orders = async (filter, cursor, options) => {
      if (broken && filter.limit === 200 && cursor !== null) throw new BackendError('network');
      return orders(filter, cursor, options);
    };
    list.get('#print').click();
    await list.until('没有准备好打印内容');
    expect(events.at(-1)).to.deep.equal(['print-failed', { code: 'network' }]);
    broken = false;
    crowd.pages.length = 0;
    await list.click('重试', list.get('.print-notice'));
    await list.until(() => printed.length === 1);
    expect(crowd.pages.map(([cursor]) => cursor)).to.deep.equal(['o-000251', 'o-000051']);
    expect(printed[0]!.rows).to.have.length(450);
  });

  it('is not offered where nothing matches', async () => {
    const list = await readyList(createCrowd(3));
    list.list.filter = { text: 'nobody' };
    await list.until('共 0 笔订单');
    expect(list.get('#print').matches(':disabled')).to.be.true;
  });
});
