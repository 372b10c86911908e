import { describe, expect, it } from 'vitest';
import type { Order, OrderFilter } from '../../../src/contract/index.js';
import { BackendError } from '../../../src/contract/index.js';
import { loadOrders, unique } from '../../../src/elements/order-list/load-orders.js';
import { installation, order, orderPage, session } from '../../helpers/canned-shapes.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';

const call = { signal: new AbortController().signal };

const numbered = (from: number, count: number): Order[] =>
  Array.from({ length: count }, (_, index) => ({ ...order, id: `o-${from + index}` }));

describe('loadOrders', () => {
  it('asks page by page for as many rows as there were', async () => {
    const limits: unknown[] = [];
    const backend = createFakeBackend({
      orders: ({ limit = 0 }: OrderFilter, cursor) => {
        limits.push([limit, cursor]);
        const from = Number(cursor ?? 0);
        const end = Math.min(from + limit, 430);
        const items = numbered(from, end - from);
        return Promise.resolve({ ...orderPage, items, nextCursor: end < 430 ? String(end) : null });
      },
    });
    const loaded = await loadOrders(backend, {}, 450, call);
    expect(loaded.orders).toHaveLength(430);
    expect(loaded.nextCursor).toBeNull();
    expect(limits).toEqual([
      [200, null],
      [200, '200'],
      [50, '400'],
    ]);
  });

  it('takes what a backend gives at first, however little', async () => {
    const backend = createFakeBackend();
    const loaded = await loadOrders(backend, {}, 0, call);
    expect(loaded.orders).toEqual([order]);
    expect(loaded.nextCursor).toBe(orderPage.nextCursor);
    expect(backend.calls.filter(({ name }) => name === 'orders')).toEqual([
      { name: 'orders', args: [{ limit: 50 }, null] },
    ]);
  });

  it('tells a member whom to ask, although the orders are refused', async () => {
    const backend = createFakeBackend({
      session: () => Promise.resolve({ ...session, role: 'member' }),
      orders: () => Promise.reject(new BackendError('forbidden')),
    });
    const loaded = await loadOrders(backend, { installationId: 'i-1' }, 50, call);
    expect(loaded.session.role).toBe('member');
    expect(loaded.contacts).toEqual(installation.contacts);
    expect(loaded.orders).toEqual([]);
  });

  it('takes rubbish for a failure', async () => {
    const rubbish = { items: [{ ...order, quote: null }], nextCursor: null, totals: {} };
    const backend = createFakeBackend({ orders: () => Promise.resolve(rubbish as never) });
    await expect(loadOrders(backend, {}, 0, call)).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });
});

it('an order that comes twice is one row, as it came last', () => {
  const changed: Order = { ...order, status: 'refunded' };
  expect(unique([order, { ...order, id: 'o-2' }, changed])).toEqual([
    changed,
    { ...order, id: 'o-2' },
  ]);
});
