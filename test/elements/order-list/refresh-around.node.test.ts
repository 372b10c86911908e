import { describe, expect, it } from 'vitest';
import type { BillingBackend, OrderFilter } from '../../../src/contract/index.js';
import { loadPage, loadOrders, markAt } from '../../../src/elements/order-list/load-orders.js';
import { refreshAround, spliced } from '../../../src/elements/order-list/refresh-around.js';
import { order } from '../../helpers/canned-shapes.js';
import { createCrowd, numbered } from './crowd.js';

const call = { signal: new AbortController().signal };
const filter: OrderFilter = {};

/** A long list, loaded as far as it goes or as wanted. */
async function loaded(backend: BillingBackend, rows: number) {
  const first = await loadOrders(backend, filter, 50, call);
  let { nextCursor } = first;
  const orders = [...first.orders];
  const marks = [];
  while (nextCursor !== null && orders.length < rows) {
    marks.push(...markAt(nextCursor, orders));
    const page = await loadPage(backend, filter, 200, nextCursor, call);
    orders.push(...page.items);
    nextCursor = page.nextCursor;
  }
  return { ...first, orders, marks, nextCursor };
}

const ids = (orders: readonly { id: string }[]) => orders.map(({ id }) => id);

describe('refreshAround', () => {
  it('asks for the first page and the one in view, and keeps the others', async () => {
    const crowd = createCrowd(1000);
    const before = await loaded(crowd, 850);
    crowd.items = [{ ...order, id: 'o-001001' }, ...numbered(1000)];
    crowd.items.splice(500, 1);
    crowd.pages.length = 0;
    const after = await refreshAround(crowd, filter, before, 500, call);
    expect(crowd.pages).toEqual([
      [null, 200],
      ['o-000551', 200],
    ]);
    expect(ids(after.orders)).toEqual(ids(crowd.items.slice(0, 850)));
    expect(after.totals?.count).toBe(1000);
    expect(after.nextCursor).toBe(before.nextCursor);
  });

  it('keeps all rows when how many there are is not known', async () => {
    const crowd = createCrowd(1000);
    const before = await loaded(crowd, 850);
    const silent: BillingBackend = {
      ...crowd,
      orders: async (...asked) => ({ ...(await crowd.orders(...asked)), totals: null as never }),
    };
    const after = await refreshAround(silent, filter, before, 500, call);
    expect(ids(after.orders)).toEqual(ids(before.orders));
    expect(after.totals).toBeNull();
  });

  it('asks anew for what is below when there are fewer rows than before', async () => {
    const crowd = createCrowd(1000);
    const before = await loaded(crowd, 1000);
    crowd.items = numbered(1000).slice(0, 700);
    const after = await refreshAround(crowd, filter, before, 600, call);
    expect(ids(after.orders)).toEqual(ids(crowd.items.slice(0, 650)));
    expect(after.nextCursor).toBe('o-000351');
  });

  it('begins anew when more came than a page holds', async () => {
    const crowd = createCrowd(1000);
    const before = await loaded(crowd, 850);
    crowd.items = numbered(1500);
    const after = await refreshAround(crowd, filter, before, 600, call);
    expect(ids(after.orders)).toEqual(ids(crowd.items.slice(0, 200)));
    expect(after.nextCursor).toBe('o-001301');
  });

  it('keeps the list when the order that its page came after is gone', async () => {
    const crowd = createCrowd(1000);
    const before = await loaded(crowd, 650);
    const [first, second] = before.marks;
    const gone = { ...before, marks: [{ cursor: second!.cursor, after: 'nobody' }, first!] };
    const after = await refreshAround(crowd, filter, gone, 500, call);
    expect(ids(after.orders)).toEqual(ids(before.orders));
  });
});

describe('spliced', () => {
  const named = (names: string) => Array.from(names, (id) => ({ ...order, id }));
  const joined = (orders: readonly { id: string }[] | null) => orders && ids(orders).join('');

  it('replaces a stretch, wherever its orders were', () => {
    expect(joined(spliced(named('abcdef'), 0, named('xac')))).toBe('xacdef');
    expect(joined(spliced(named('abcdef'), 2, named('cyd')))).toBe('abcydef');
    expect(joined(spliced(named('abcdef'), 2, named('dac')))).toBe('bdacef');
  });

  it('cannot tell where a stretch of strangers ends', () => {
    expect(spliced(named('abc'), 0, named('xy'))).toBeNull();
  });
});
