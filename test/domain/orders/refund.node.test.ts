import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundEligibility, type RefundableOrder } from '../../../src/domain/orders/refund.js';
import { orderTransition } from '../../../src/domain/orders/status.js';
import type { InvoiceStatus, OrderStatus } from '../../../src/domain/orders/types.js';

const DAY = 86_400_000;
const paidAt = '2026-03-01T08:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(paidAt) + ms).toISOString();
const now = later(DAY);

const order = (over: Partial<RefundableOrder> = {}): RefundableOrder => ({
  id: 'o1',
  status: 'paid',
  paidAt,
  invoice: null,
  ...over,
});

const codes = (...args: Parameters<typeof refundEligibility>) => {
  const result = refundEligibility(...args);
  return result.ok ? [] : result.reasons.map(({ code }) => code);
};

describe('refundEligibility', () => {
  it('lets a fresh paid order be refunded', () => {
    expect(refundEligibility(order(), [order()], now)).toEqual({ ok: true });
  });

  it('closes after 10 × 24 hours, not a millisecond earlier', () => {
    expect(codes(order(), [], later(10 * DAY))).toEqual([]);
    expect(refundEligibility(order(), [], later(10 * DAY + 1))).toEqual({
      ok: false,
      reasons: [{ code: 'too-late', until: later(10 * DAY) }],
    });
  });

  it.each<[InvoiceStatus, string[]]>([
    ['requested', ['invoice-requested']],
    ['mailed', ['invoice-requested']],
    ['sent', ['invoice-requested']],
    ['cancelled', []],
  ])('an invoice that is %s gives %j', (status, expected) => {
    expect(codes(order({ invoice: { status } }), [], now)).toEqual(expected);
  });

  it.each<OrderStatus>([
    'pending',
    'cancelled',
    'lapsed',
    'replaced',
    'refund-requested',
    'refunding',
    'refunded',
    'refund-failed',
  ])('needs the order to be paid, not %s', (status) => {
    expect(codes(order({ status }), [], now)).toEqual(['not-paid']);
  });

  it('names the later paid order that must go first', () => {
    const next = order({ id: 'o2', paidAt: later(1) });
    expect(refundEligibility(order(), [order(), next], now)).toEqual({
      ok: false,
      reasons: [{ code: 'not-newest', orderId: 'o2' }],
    });
    expect(codes(next, [order(), next], now)).toEqual([]);
    expect(codes(order(), [order(), { ...next, status: 'refund-failed' }], now)).toEqual([
      'not-newest',
    ]);
    expect(codes(order(), [order(), { ...next, status: 'refunded' }], now)).toEqual([]);
  });

  it('orders payments of one instant by id', () => {
    const twin = order({ id: 'o2' });
    expect(codes(order(), [order(), twin], now)).toEqual(['not-newest']);
    expect(codes(twin, [order(), twin], now)).toEqual([]);
  });

  it('waits for a pending order, other than itself', () => {
    const waiting = order({ id: 'o2', status: 'pending', paidAt: null });
    expect(refundEligibility(order(), [order(), waiting], now)).toEqual({
      ok: false,
      reasons: [{ code: 'order-pending', orderId: 'o2' }],
    });
    expect(codes(waiting, [order(), waiting], now)).toEqual(['not-paid']);
  });

  it('lists every reason at once', () => {
    const late = order({ invoice: { status: 'sent' }, status: 'refunding' });
    const others = [
      order({ id: 'o2', paidAt: later(5) }),
      order({ id: 'o3', status: 'pending', paidAt: null }),
    ];
    expect(codes(late, others, later(11 * DAY))).toEqual([
      'not-paid',
      'too-late',
      'invoice-requested',
      'not-newest',
      'order-pending',
    ]);
  });
});

describe('refundEligibility: properties', () => {
  const histories = fc.array(
    fc.record({
      status: fc.constantFrom<OrderStatus>(
        'pending',
        'paid',
        'cancelled',
        'refund-requested',
        'refunding',
        'refunded',
      ),
      hours: fc.integer({ min: 0, max: 400 }),
      invoice: fc.option(
        fc.record({
          status: fc.constantFrom<InvoiceStatus>('requested', 'mailed', 'sent', 'cancelled'),
        }),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  );

  const asOrders = (
    history: { status: OrderStatus; hours: number; invoice: RefundableOrder['invoice'] }[],
  ) =>
    history.map(({ status, hours, invoice }, index): RefundableOrder => {
      const paid = status !== 'pending' && status !== 'cancelled';
      return { id: `o${index}`, status, invoice, paidAt: paid ? later(hours * 3_600_000) : null };
    });

  it('lets at most one order of an installation be refunded, in whatever order they are given', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 500 }), (history, hours) => {
        const orders = asOrders(history);
        const at = later(hours * 3_600_000);
        const open = orders.filter((each) => refundEligibility(each, orders, at).ok);
        expect(open.length).toBeLessThanOrEqual(1);
        const backwards = [...orders].reverse();
        for (const each of orders) {
          expect(refundEligibility(each, backwards, at).ok).toBe(open.includes(each));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the rule as it is written', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 500 }), (history, hours) => {
        const orders = asOrders(history);
        const at = Date.parse(later(hours * 3_600_000));
        for (const each of orders) {
          const stands = ['paid', 'refund-requested', 'refunding'];
          const time = Date.parse(each.paidAt ?? '');
          const rule =
            each.status === 'paid' &&
            orderTransition(each.status, 'request-refund') !== null &&
            at - time <= 10 * 24 * 3_600_000 &&
            (each.invoice === null || each.invoice.status === 'cancelled') &&
            orders.every(
              (other) =>
                !stands.includes(other.status) ||
                Date.parse(other.paidAt ?? '') < time ||
                (other.paidAt === each.paidAt && other.id <= each.id),
            ) &&
            orders.every(({ status }) => status !== 'pending');
          expect(refundEligibility(each, orders, new Date(at).toISOString()).ok).toBe(rule);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
