import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveSegments, remainingDays } from '../../../src/domain/access/live.js';
import { segmentsAfter, segmentsBefore } from '../../../src/domain/access/segments.js';
import type { Segment } from '../../../src/domain/access/types.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import type { QuoteRequest } from '../../../src/domain/pricing/types.js';
import { histories, placedOrders, RUNS } from '../../helpers/arbitraries.js';
import { policyWith } from '../../helpers/policy.js';

const quotedAt = '2026-03-01T08:00:00.000Z';
const order = { orderId: 'n1', policyVersion: 2, quotedAt, paidAt: quotedAt };

const bought: Segment = {
  orderId: 'o1',
  policyVersion: 1,
  seats: 10,
  cycle: 'year',
  cycles: 1,
  termDays: 365,
  days: 365,
  startsAt: '2025-06-09T08:00:00.000Z',
  endsAt: '2026-06-09T08:00:00.000Z',
  value: 100_000,
};
const stacked: Segment = {
  ...bought,
  orderId: 'o2',
  startsAt: '2026-06-09T08:00:00.000Z',
  endsAt: '2027-06-09T08:00:00.000Z',
  value: 120_000,
};

describe('remaining days', () => {
  test.each([
    ['2026-06-09T08:00:00.000Z', 0],
    ['2026-06-09T07:59:59.999Z', 1],
    ['2026-06-08T08:00:00.000Z', 1],
    ['2026-06-08T07:59:59.999Z', 2],
    ['2025-01-01T00:00:00.000Z', 365],
    ['2030-01-01T00:00:00.000Z', 0],
  ])('at %s are %d: a started day counts whole, never more than were paid for', (now, days) => {
    expect(remainingDays(bought, now)).toBe(days);
  });
});

describe('an order', () => {
  const policy = policyWith({});

  test('that could not be quoted is a RangeError naming why', () => {
    const request = { kind: 'new', seats: 5, cycles: 9 } as const;
    expect(() => segmentsAfter([bought], { ...order, policy, request })).toThrow(
      /already-active, cycles-out-of-range/,
    );
    expect(() => segmentsAfter([bought], { ...order, policy, request })).toThrow(RangeError);
  });

  test('is worth its price less what the provider took off', () => {
    const request = { kind: 'new', seats: 10, cycles: 1 } as const;
    const { segments } = segmentsAfter([], { ...order, policy, request, adjustment: 30_000 });
    expect(segments).toMatchObject([{ value: 90_000 }]);
  });

  test.each([-1, 0.5, 120_001, NaN])('cannot be lowered by %d of 120000', (adjustment) => {
    const request = { kind: 'new', seats: 10, cycles: 1 } as const;
    expect(() => segmentsAfter([], { ...order, policy, request, adjustment })).toThrow(RangeError);
  });

  test('lowered at co-term shares the lower value out, to the last fen', () => {
    const coTerm = policyWith({ expansion: 'co-term' });
    const request = { kind: 'expand', seats: 20 } as const;
    const change = segmentsAfter([bought, stacked], {
      ...order,
      policy: coTerm,
      request,
      adjustment: 100_000,
    });
    expect(change.segments.map(({ value }) => value)).toEqual([44_248, 161_505]);
    expect(change.replaced).toEqual([bought, stacked]);
  });

  test('that replaces nothing leaves the segments it was given alone', () => {
    const given = Object.freeze([Object.freeze({ ...bought })]);
    const request = { kind: 'renew', cycles: 1 } as const;
    const change = segmentsAfter(given, { ...order, policy, request });
    expect(change.replaced).toEqual([]);
    expect(change.segments).toHaveLength(2);
    expect(change.segments[0]).toEqual(bought);
  });

  test('of more seats keeps what has ended and replaces what is live', () => {
    const ended = {
      ...bought,
      orderId: 'o0',
      startsAt: '2024-01-01T00:00:00.000Z',
      endsAt: '2024-12-31T00:00:00.000Z',
    };
    const request = { kind: 'expand', seats: 20, cycles: 1 } as const;
    const change = segmentsAfter([ended, bought, stacked], { ...order, policy, request });
    expect(change.segments.map(({ orderId }) => orderId)).toEqual(['o0', 'n1']);
    expect(change.replaced).toEqual([bought, stacked]);
  });

  test('pins what is live at its quote, though it is paid after the end', () => {
    const request = { kind: 'renew', cycles: 1 } as const;
    const paidAt = '2026-06-10T00:00:00.000Z';
    const { segments } = segmentsAfter([bought], { ...order, policy, request, paidAt });
    expect(segments[1]).toMatchObject({ startsAt: paidAt, endsAt: '2027-06-10T00:00:00.000Z' });
  });
});

describe('properties', () => {
  /** An order at an instant of a history, where it can be made. */
  function place(check: (before: Segment[], after: Segment[], replaced: Segment[]) => void): void {
    fc.assert(
      fc.property(placedOrders, fc.nat({ max: 60_000 }), (placed, wait) => {
        const { policy, segments, now, request } = placed;
        fc.pre(quote(policy, request, { segments, now }).ok);
        const paidAt = new Date(Date.parse(now) + wait).toISOString();
        // An expansion lapses before a segment that it credits ends.
        fc.pre(
          request.kind !== 'expand' ||
            segments.every(({ endsAt }) => endsAt <= now || endsAt > paidAt),
        );
        const change = segmentsAfter(segments, {
          ...order,
          quotedAt: now,
          paidAt,
          policy,
          request,
        });
        check(segments, change.segments, change.replaced);
      }),
      RUNS,
    );
  }

  test('an order refunded at once leaves the segments as they were', () => {
    place((before, after, replaced) => {
      expect(segmentsBefore(after, { orderId: order.orderId, replaced })).toEqual(before);
    });
  });

  test('an expansion refunded at once leaves the segments as they were', () => {
    const seats = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(histories, seats, fc.integer({ min: 1, max: 3 }), (history, more, cycles) => {
        const { policy, segments, now } = history;
        const most = Math.max(...liveSegments(segments, now).map((live) => live.seats));
        const length = policy.expansion === 'co-term' ? {} : { cycles };
        const request: QuoteRequest = { kind: 'expand', seats: most + more, ...length };
        fc.pre(quote(policy, request, { segments, now }).ok);
        const times = { quotedAt: now, paidAt: now };
        const change = segmentsAfter(segments, { ...order, ...times, policy, request });
        expect(change.replaced.length).toBeGreaterThan(0);
        expect(segmentsBefore(change.segments, { ...order, replaced: change.replaced })).toEqual(
          segments,
        );
      }),
      RUNS,
    );
  });

  test('segments stay in the order of their start, and those of the order end after it', () => {
    place((_before, after) => {
      const starts = after.map(({ startsAt }) => startsAt);
      expect(starts).toEqual([...starts].sort());
      for (const segment of after) {
        if (segment.orderId !== order.orderId) continue;
        expect(Date.parse(segment.endsAt)).toBeGreaterThan(Date.parse(segment.startsAt));
      }
    });
  });

  test('an order at the instant of its quote is worth its price, however it is shared out', () => {
    fc.assert(
      fc.property(placedOrders, ({ policy, segments, now, request }) => {
        const quoted = quote(policy, request, { segments, now });
        fc.pre(quoted.ok);
        const times = { quotedAt: now, paidAt: now };
        const after = segmentsAfter(segments, { ...order, ...times, policy, request }).segments;
        const values = after.filter(({ orderId }) => orderId === order.orderId);
        const worth = values.reduce((all, { value }) => all + value, 0);
        expect(quoted.quote.price).toBe(worth);
      }),
      RUNS,
    );
  });
});
