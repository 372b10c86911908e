import { expect } from '@open-wc/testing';
import { BackendError, type BillingBackend } from '../../../../src/contract/index.js';
import { createCrowd, type Crowd } from '../crowd.js';
import { readyList, type ListPage } from '../page.js';
import { readCsv } from './csv-reader.js';

interface SavedFile {
  name: string;
  blob: Blob;
}

/** A crowd that answers the export's pages when the test says so. */
function createGate(count: number) {
  const waiting: (() => void)[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const crowd = createCrowd(count);
  const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
  let closed = false;
  crowd.orders = async (filter, cursor, options) => {
    if (closed && filter.limit === 200) {
      signals.push(options?.signal);
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return orders(filter, cursor, options);
  };
  return {
    crowd,
    signals,
    waiting,
    close: () => (closed = true),
    open: () => {
      closed = false;
      waiting.splice(0).forEach((answer) => answer());
    },
    letOne: () => waiting.shift()?.(),
  };
}

/** A crowd whose pages of an export fail from some on. */
function createWeak(count: number): Crowd & { failAfter: number; failWith: BackendError } {
  const crowd = Object.assign(createCrowd(count), {
    failAfter: Infinity,
    failWith: new BackendError('network'),
  });
  const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
  crowd.orders = async (filter, cursor, options) => {
    if (filter.limit === 200 && crowd.failAfter-- <= 0) throw crowd.failWith;
    return orders(filter, cursor, options);
  };
  return crowd;
}

const exported = (list: ListPage) => list.events.filter(({ name }) => name === 'orders-exported');

describe('the export', () => {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let files: SavedFile[];

  beforeEach(() => {
    files = [];
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      if (blob) files.push({ name: this.download, blob });
    };
  });

  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });

  /** The rows of the only file that was saved. */
  async function savedRows(): Promise<string[][]> {
    expect(files).to.have.length(1);
    const bytes = new Uint8Array(await files[0]!.blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    return readCsv(new TextDecoder().decode(bytes));
  }

  it('writes every order of the filter, through all pages', async () => {
    const crowd = createCrowd(450);
    const list = await readyList(crowd);
    crowd.pages.length = 0;
    list.get('#export').click();
    await list.until('已导出 450 笔订单。');
    expect(crowd.pages).to.deep.equal([
      [null, 200],
      ['o-000251', 200],
      ['o-000051', 200],
    ]);
    const [heads, ...rows] = await savedRows();
    expect(rows.map(([, id]) => id)).to.deep.equal(crowd.items.map(({ id }) => id));
    expect(heads).to.include.members(['订单号', '下单时间（UTC）', '金额', '币种']);
    expect(rows[0]![heads!.indexOf('金额')]).to.equal('9245.00');
    expect(files[0]!.name).to.equal('订单-2026-03-01.csv');
    expect(exported(list).map(({ detail }) => detail)).to.deep.equal([{ count: 450 }]);
  });

  it('asks for what the filter says, in the language of the element', async () => {
    const crowd = createCrowd(300);
    const list = await readyList(crowd, { lang: 'en' });
    list.list.filter = { text: '00002' };
    await list.until(() => list.text.includes('11 orders'));
    list.get('#export').click();
    await list.until('11 orders were exported.');
    const [heads, ...rows] = await savedRows();
    expect(rows).to.have.length(11);
    expect(heads).to.include('Ordered (UTC)');
    expect(files[0]!.name).to.equal('orders-2026-03-01.csv');
  });

  it('is not offered where nothing matches', async () => {
    const list = await readyList(createCrowd(3));
    expect(list.get('#export').matches(':disabled')).to.be.false;
    list.list.filter = { text: 'nobody' };
    await list.until('共 0 笔订单');
    expect(list.get('#export').matches(':disabled')).to.be.true;
    list.list.filter = {};
    await list.until(() => list.rows.length === 3);
    expect(list.get('#export').matches(':disabled')).to.be.false;
  });

  it('runs once, however often it is pressed', async () => {
    const gate = createGate(450);
    const list = await readyList(gate.crowd);
    gate.close();
    list.get('#export').click();
    await list.until(() => gate.waiting.length === 1);
    expect(list.get('#export').getAttribute('aria-busy')).to.equal('true');
    list.get('#export').click();
    await list.list.updateComplete;
    expect(gate.waiting).to.have.length(1);
    gate.open();
    await list.until('已导出 450 笔订单。');
    expect(files).to.have.length(1);
    expect(list.get('#export').getAttribute('aria-busy')).to.equal('false');
  });

  it('shows and tells how far a long one has come', async () => {
    const gate = createGate(1201);
    const list = await readyList(gate.crowd);
    gate.close();
    list.get('#export').click();
    await list.until('开始导出 1,201 笔订单');
    const live = list.get('p[role="status"]');
    for (const read of ['200', '400', '600']) {
      await list.until(() => gate.waiting.length === 1);
      gate.letOne();
      await list.until(`正在导出：已读取 ${read} 笔，共 1,201 笔`);
    }
    expect(live.textContent).to.contain('已读取 400 笔');
    const bar = list.get('progress') as HTMLProgressElement;
    expect(bar.value).to.equal(600);
    expect(bar.max).to.equal(1201);
    await expect(list.list).to.be.accessible();
    gate.open();
    await list.until('已导出 1,201 笔订单。');
    expect(list.find('progress')).to.be.null;
    expect(await savedRows()).to.have.length(1202);
  });

  it('can be cancelled: no file, no further page, and the focus stays', async () => {
    const gate = createGate(1201);
    const list = await readyList(gate.crowd);
    gate.close();
    list.get('#export').click();
    await list.until(() => list.find('#cancel-export') !== null);
    list.get('#cancel-export').focus();
    await list.click('取消导出');
    await list.until('已取消导出，没有生成文件。');
    expect(gate.signals[0]!.aborted).to.be.true;
    expect(list.focused?.id).to.equal('export');
    gate.crowd.pages.length = 0;
    gate.open();
    list.get('#export').click();
    await list.until('已导出 1,201 笔订单。');
    expect(await savedRows()).to.have.length(1202);
    expect(exported(list)).to.have.length(1);
  });

  it('goes on where it failed', async () => {
    const crowd = createWeak(450);
    const list = await readyList(crowd);
    crowd.failAfter = 1;
    list.get('#export').click();
    await list.until('导出没有完成');
    expect(list.text).to.contain('已读取 200 笔，共 450 笔；重试会从这里继续。');
    expect(list.eventNames).to.deep.equal(['billing-error']);
    expect(files).to.deep.equal([]);
    await expect(list.list).to.be.accessible();
    crowd.failAfter = Infinity;
    crowd.pages.length = 0;
    list.button('重试', list.get('.export-notice')).focus();
    await list.click('重试', list.get('.export-notice'));
    await list.until('已导出 450 笔订单。');
    expect(list.focused?.id).to.equal('export');
    expect(crowd.pages.map(([cursor]) => cursor)).to.deep.equal(['o-000251', 'o-000051']);
    const [, ...rows] = await savedRows();
    expect(rows.map(([, id]) => id)).to.deep.equal(crowd.items.map(({ id }) => id));
  });

  it('begins anew where the backend has forgotten how far it was', async () => {
    const crowd = createWeak(450);
    const list = await readyList(crowd);
    crowd.failWith = new BackendError('invalid');
    crowd.failAfter = 1;
    list.get('#export').click();
    await list.until('导出没有完成');
    crowd.failAfter = Infinity;
    crowd.pages.length = 0;
    await list.click('重试', list.get('.export-notice'));
    await list.until('已导出 450 笔订单。');
    expect(crowd.pages.map(([cursor]) => cursor)).to.deep.equal([null, 'o-000251', 'o-000051']);
    expect(await savedRows()).to.have.length(451);
  });

  it('forgets a failure once something else is asked for', async () => {
    const crowd = createWeak(450);
    const list = await readyList(crowd);
    crowd.failAfter = 1;
    list.get('#export').click();
    await list.until('导出没有完成');
    list.list.filter = { text: '00002' };
    await list.until(() => list.find('.export-notice') === null);
    crowd.failAfter = Infinity;
    list.get('#export').click();
    await list.until('已导出 11 笔订单。');
    expect(await savedRows()).to.have.length(12);
  });

  it('takes a cursor that comes again for a failure, not for a further page', async () => {
    const crowd = createCrowd(450);
    const list = await readyList(crowd);
    const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
    crowd.orders = async (filter, cursor, options) => ({
      ...(await orders(filter, cursor, options)),
      nextCursor: 'o-000251',
    });
    list.get('#export').click();
    await list.until('导出没有完成');
    expect(files).to.deep.equal([]);
  });

  it('ends without a file when the backend changes or the element leaves', async () => {
    for (const leave of ['backend', 'element'] as const) {
      const gate = createGate(1201);
      const list = await readyList(gate.crowd);
      gate.close();
      list.get('#export').click();
      await list.until(() => gate.waiting.length === 1);
      if (leave === 'element') list.list.remove();
      else list.list.backend = createCrowd(3);
      await list.until(() => gate.signals[0]!.aborted);
      gate.open();
      await list.list.updateComplete;
      expect(exported(list)).to.deep.equal([]);
    }
    expect(files).to.deep.equal([]);
  });
});
