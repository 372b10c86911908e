import { expect, fixture, html } from '@open-wc/testing';
import type { OrderFilter } from '../../../../src/contract/index.js';
import type { OrderList } from '../../../../src/elements/order-list/order-list.js';
import { createFakeBackend, type FakeBackend } from '../../../helpers/fake-backend.js';
import { order, orderPage } from '../../../helpers/canned-shapes.js';
import { ListPage } from '../page.js';
import { INSTALLATION } from '../world.js';

interface Asked extends FakeBackend {
  filters: OrderFilter[];
}

function createAsked(): Asked {
  const filters: OrderFilter[] = [];
  const backend = createFakeBackend({
    orders: ({ limit: _limit, installationId: _id, ...filter }) => {
      filters.push(filter);
      return Promise.resolve({ ...orderPage, items: [order], nextCursor: null });
    },
  });
  return Object.assign(backend, { filters });
}

async function open(
  key: string | null,
  filter: OrderFilter = {},
  backend = createAsked(),
): Promise<{ list: ListPage; backend: Asked }> {
  const list = await fixture<OrderList>(
    html`<order-list
      lang="zh-CN"
      installation-id=${INSTALLATION}
      .filterInUrl=${key}
      .filter=${filter}
      .backend=${backend}
    ></order-list>`,
  );
  const page = new ListPage(list);
  await page.until(() => page.rows.length > 0);
  return { list: page, backend };
}

const NEWEST = { by: 'createdAt', direction: 'ascending' } as const;

describe('the filter in the address of the page', () => {
  const { href } = location;

  const go = (change: (url: URL) => void) => {
    const url = new URL(href);
    change(url);
    history.replaceState({ host: 1 }, '', url);
  };
  const parameter = (key = 'orders') => new URLSearchParams(location.search).get(key);

  afterEach(() => history.replaceState(null, '', href));

  it('is read before anything is asked for, and told to the host', async () => {
    go((url) => (url.search += '&orders=status:paid;text:SK0'));
    const { list, backend } = await open('');
    expect(backend.filters).to.deep.equal([{ statuses: ['paid'], text: 'SK0' }]);
    expect(list.list.filter).to.deep.equal({ statuses: ['paid'], text: 'SK0' });
    expect(list.input('#search').value).to.equal('SK0');
    expect(list.events.map(({ name }) => name)).to.include('filter-changed');
    expect(location.search).to.contain('&orders=status:paid;text:SK0');
  });

  it('wins over what the host asked for, which counts where it says nothing', async () => {
    const usual = await open('', { kinds: ['new'] });
    expect(usual.backend.filters).to.deep.equal([{ kinds: ['new'] }]);
    expect(parameter()).to.be.null;
    usual.list.list.remove();
    go((url) => (url.search += '&orders='));
    const { backend } = await open('', { kinds: ['new'] });
    expect(backend.filters).to.deep.equal([{}]);
  });

  it('is written as the viewer changes it, and the rest stays to the letter', async () => {
    go((url) => {
      url.search += '&a=b%20c+d&flag&&orders=status:paid&e=%E4%BA%91';
      url.hash = '#top';
    });
    const others = location.search.replace('&orders=status:paid', '');
    const { length } = history;
    const { list } = await open('');
    list.get('#statuses-refunded').click();
    await list.until(() => parameter() === 'status:paid,refunded');
    expect(location.search).to.equal(`${others}&orders=status:paid,refunded`);
    expect(location.hash).to.equal('#top');
    expect(history.state).to.deep.equal({ host: 1 });
    expect(history.length).to.equal(length);
    await list.click('清除筛选');
    await list.until(() => parameter() === null);
    expect(location.search).to.equal(others);
  });

  it('writes an empty filter where the host has one of its own', async () => {
    const { list } = await open('', { kinds: ['new'] });
    await list.click('清除筛选');
    await list.until(() => parameter() === '');
    list.get('#kinds-new').click();
    await list.until(() => parameter() === null);
  });

  it('writes what the host sets later', async () => {
    const { list } = await open('');
    list.list.filter = { sort: NEWEST, text: 'a&b=c#d' };
    await list.until(() => parameter() === 'sort:createdAt-asc;text:a&b=c#d');
  });

  it('follows the viewer back and forth', async () => {
    const { list, backend } = await open('');
    go((url) => (url.search += '&orders=kind:renew'));
    dispatchEvent(new PopStateEvent('popstate'));
    await list.until(() => backend.filters.length === 2);
    expect(backend.filters[1]).to.deep.equal({ kinds: ['renew'] });
    go(() => undefined);
    dispatchEvent(new PopStateEvent('popstate'));
    await list.until(() => backend.filters.length === 3);
    expect(backend.filters[2]).to.deep.equal({});
    expect(parameter()).to.be.null;
  });

  it('keeps two lists on one page apart', async () => {
    go((url) => (url.search += '&left=kind:new&right=kind:renew'));
    const left = await open('left');
    const right = await open('right');
    expect(left.backend.filters).to.deep.equal([{ kinds: ['new'] }]);
    expect(right.backend.filters).to.deep.equal([{ kinds: ['renew'] }]);
    left.list.get('#kinds-expand').click();
    await left.list.until(() => parameter('left') === 'kind:new,expand');
    expect(parameter('right')).to.equal('kind:renew');
  });

  it('leaves the address alone where the host did not ask for it, or the list has left', async () => {
    go((url) => (url.search += '&orders=kind:renew'));
    const { search } = location;
    const { list, backend } = await open(null);
    list.get('#kinds-new').click();
    await list.until(() => backend.filters.length === 2);
    expect(backend.filters).to.deep.equal([{}, { kinds: ['new'] }]);
    expect(location.search).to.equal(search);
    const other = await open('');
    other.list.list.remove();
    go(() => undefined);
    dispatchEvent(new PopStateEvent('popstate'));
    await other.list.list.updateComplete;
    expect(other.list.list.filter).to.deep.equal({ kinds: ['renew'] });
  });

  it('can be asked for later', async () => {
    go((url) => (url.search += '&orders=kind:renew'));
    const { list, backend } = await open(null);
    list.list.setAttribute('filter-in-url', '');
    await list.until(() => backend.filters.at(-1)?.kinds?.[0] === 'renew');
    expect(list.rows).to.have.length(1);
  });

  it('goes without where the page has no address of its own', async () => {
    const { replaceState } = history;
    history.replaceState = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      const { list, backend } = await open('');
      list.get('#kinds-new').click();
      await list.until(() => backend.filters.length === 2);
      expect(list.rows).to.have.length(1);
    } finally {
      history.replaceState = replaceState;
    }
  });
});
