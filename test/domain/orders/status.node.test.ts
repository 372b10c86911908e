import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksOrdering,
  isFinalOrder,
  isStandingOrder,
  orderTransition,
} from '../../../src/domain/orders/status.js';
import type { OrderEvent, OrderStatus } from '../../../src/domain/orders/types.js';

const STATUSES: OrderStatus[] = [
  'pending',
  'paid',
  'cancelled',
  'lapsed',
  'replaced',
  'refund-requested',
  'refunding',
  'refunded',
  'refund-failed',
];

const EVENTS: OrderEvent[] = [
  'pay',
  'cancel',
  'lapse',
  'replace',
  'request-refund',
  'reject-refund',
  'approve-refund',
  'complete-refund',
  'fail-refund',
  'retry-refund',
];

const LEGAL = [
  'pending -pay-> paid',
  'pending -cancel-> cancelled',
  'pending -lapse-> lapsed',
  'pending -replace-> replaced',
  'paid -request-refund-> refund-requested',
  'refund-requested -reject-refund-> paid',
  'refund-requested -approve-refund-> refunding',
  'refunding -complete-refund-> refunded',
  'refunding -fail-refund-> refund-failed',
  'refund-failed -retry-refund-> refunding',
];

describe('orderTransition', () => {
  it('allows these moves and no other', () => {
    const moves = STATUSES.flatMap((status) =>
      EVENTS.flatMap((event) => {
        const next = orderTransition(status, event);
        return next === null ? [] : [`${status} -${event}-> ${next}`];
      }),
    );
    expect(moves.sort()).toEqual([...LEGAL].sort());
  });

  it('leaves cancelled, lapsed, replaced and refunded orders for good', () => {
    expect(STATUSES.filter(isFinalOrder)).toEqual(['cancelled', 'lapsed', 'replaced', 'refunded']);
  });

  it('never moves from a final status, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        let status: OrderStatus = 'pending';
        let paid = false;
        for (const event of events) {
          const next = orderTransition(status, event);
          if (isFinalOrder(status)) expect(next).toBeNull();
          status = next ?? status;
          paid ||= event === 'pay' && next !== null;
          expect(isStandingOrder(status)).toBe(paid && status !== 'refunded');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('blocksOrdering', () => {
  it('holds from the request for a refund until it has ended', () => {
    expect(STATUSES.filter(blocksOrdering)).toEqual([
      'refund-requested',
      'refunding',
      'refund-failed',
    ]);
  });
});
