import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as platform from '../../../src/domain/orders/platform-numbers.js';
import type { OrderStatus } from '../../../src/domain/orders/types.js';
import type { OrderKind } from '../../../src/domain/pricing/types.js';

describe('platform numbering', () => {
  it.each<[OrderStatus, number, number]>([
    ['pending', 1, 0],
    ['paid', 2, 1],
    ['cancelled', 3, 2],
    ['replaced', 3, 2],
    ['lapsed', 4, 3],
    ['refund-requested', 5, 4],
    ['refunding', 5, 4],
    ['refund-failed', 5, 4],
    ['refunded', 6, 5],
  ])('%s is %i in paytool and %i in service orders', (status, paytool, service) => {
    expect(platform.paytoolStatus(status)).toBe(paytool);
    expect(platform.serviceStatus(status)).toBe(service);
  });

  it('reads what it writes as a status of the same number', () => {
    for (const status of [
      'pending',
      'paid',
      'cancelled',
      'lapsed',
      'refund-requested',
      'refunded',
    ] as const) {
      expect(platform.orderStatusOfPaytool(platform.paytoolStatus(status))).toBe(status);
      expect(platform.orderStatusOfService(platform.serviceStatus(status))).toBe(status);
    }
  });

  it('reads the numbers only the platform has', () => {
    expect([7, 8, 9, 0, 10].map(platform.orderStatusOfPaytool)).toEqual([
      'paid',
      'pending',
      null,
      null,
      null,
    ]);
    expect([6, 7, -1].map(platform.orderStatusOfService)).toEqual(['paid', null, null]);
  });

  it('numbers kinds of orders and invoices', () => {
    expect((['new', 'expand', 'renew'] as const).map(platform.platformOrderType)).toEqual([
      0, 1, 2,
    ]);
    expect([0, 1, 2, 3, -1].map(platform.orderKindOfPlatform)).toEqual([
      'new',
      'expand',
      'renew',
      null,
      null,
    ]);
    expect((['ordinary', 'special'] as const).map(platform.platformInvoiceType)).toEqual([0, 1]);
    expect([0, 1, 2].map(platform.invoiceTypeOfPlatform)).toEqual(['ordinary', 'special', null]);
  });

  it('counts an expansion in paytool by the seats it adds', () => {
    expect(platform.paytoolUserCount('expand', 30, 20)).toBe(10);
    expect(platform.paytoolUserCount('renew', 30, 20)).toBe(30);
    const kinds = fc.constantFrom<OrderKind>('new', 'renew', 'expand');
    fc.assert(
      fc.property(kinds, fc.nat(1_000_000), fc.nat(1_000_000), (kind, seats, before) => {
        const count = platform.paytoolUserCount(kind, seats, before);
        expect(platform.seatsOfPaytool(kind, count, before)).toBe(seats);
      }),
      { numRuns: 1000 },
    );
  });
});
