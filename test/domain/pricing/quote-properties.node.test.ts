import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveSegments } from '../../../src/domain/access/live.js';
import { segmentsAfter } from '../../../src/domain/access/segments.js';
import { capFor } from '../../../src/domain/pricing/cap.js';
import { creditOf } from '../../../src/domain/pricing/credit.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import { rulePieces } from '../../../src/domain/pricing/rule.js';
import type { Quote, QuoteRequest } from '../../../src/domain/pricing/types.js';
import {
  histories,
  placedOrders,
  policies,
  RUNS,
  seatCounts,
  wildRequests,
  type Placed,
} from '../../helpers/arbitraries.js';

/** The quote, or undefined where the request breaks a rule. */
function quoted({ policy, segments, now, request }: Placed): Quote | undefined {
  const result = quote(policy, request, { segments, now });
  return result.ok ? result.quote : undefined;
}

/** A property of every order that can be made. */
function ofEveryQuote(check: (quote: Quote, placed: Placed) => void): void {
  fc.assert(
    fc.property(placedOrders, (placed) => {
      const result = quoted(placed);
      fc.pre(result !== undefined);
      check(result, placed);
    }),
    RUNS,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

describe('every quote', () => {
  test('has lines that add up to what is payable', () => {
    ofEveryQuote(({ lines, list, price, credit, payable, creditForfeited }) => {
      expect(sum(lines.map(({ amount }) => amount))).toBe(payable);
      expect(payable).toBe(price - credit);
      const first = lines.filter(({ code }) => code === 'list' || code === 'prorated');
      expect(sum(first.map(({ amount }) => amount))).toBe(list);
      const credits = lines.filter(({ code }) => code === 'credit');
      expect(sum(credits.map(({ amount }) => Math.abs(amount)))).toBe(credit + creditForfeited);
    });
  });

  test('has no line of nothing but the first', () => {
    ofEveryQuote(({ lines }) => {
      expect(lines.slice(1).every(({ amount }) => amount !== 0)).toBe(true);
    });
  });

  test('has whole, safe amounts, none below zero', () => {
    ofEveryQuote(({ list, price, credit, payable, creditForfeited, lines }) => {
      const amounts = [list, price, credit, payable, creditForfeited];
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
      expect(lines.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
    });
  });

  test('never costs more than the cap', () => {
    ofEveryQuote(({ price, cycles }, { policy }) => {
      const perOrder = policy.priceCap?.per === 'order' ? policy.priceCap.amount : null;
      const cap = cycles === 0 ? perOrder : capFor(policy, cycles);
      expect(price).toBeLessThanOrEqual(cap ?? Infinity);
    });
  });

  test('credits no more than the price, nor than a segment is worth', () => {
    ofEveryQuote(({ price, credit, lines }) => {
      expect(credit).toBeLessThanOrEqual(price);
      for (const line of lines) {
        if (line.code === 'credit') expect(-line.amount).toBeLessThanOrEqual(line.value);
      }
    });
  });

  test('ends as many days after its start as it sells, but for a co-term expansion', () => {
    ofEveryQuote(({ startsAt, endsAt, cycles, purchasedDays, giftDays }) => {
      fc.pre(cycles > 0);
      const days = (Date.parse(endsAt) - Date.parse(startsAt)) / 86_400_000;
      expect(days).toBe(purchasedDays + giftDays);
    });
  });
});

describe('any request', () => {
  test('is quoted or refused with reasons, and never throws', () => {
    fc.assert(
      fc.property(
        fc.option(histories, { freq: 20 }),
        wildRequests,
        fc.boolean(),
        (history, request, launched) => {
          const { policy, segments, now } = history ?? {
            policy: null,
            segments: [],
            now: '2026-03-01T08:00:00.000Z',
          };
          const result = quote(policy, request, { segments, now, launched });
          expect(result.ok || result.violations.length > 0).toBe(true);
        },
      ),
      RUNS,
    );
  });
});

describe('inside one tier', () => {
  test('more seats never cost less', () => {
    fc.assert(
      fc.property(
        policies,
        seatCounts,
        seatCounts,
        fc.integer({ min: 1, max: 5 }),
        (policy, a, b, cycles) => {
          const [fewer, more] = a < b ? [a, b] : [b, a];
          const tierOf = (seats: number) =>
            rulePieces(policy.rule).findIndex(({ toSeats }) => seats <= toSeats);
          fc.pre(tierOf(fewer) === tierOf(more));
          const context = { segments: [], now: '2026-03-01T08:00:00.000Z' };
          const one = quote(policy, { kind: 'new', seats: fewer, cycles }, context);
          const other = quote(policy, { kind: 'new', seats: more, cycles }, context);
          fc.pre(one.ok && other.ok);
          expect(other.quote.price).toBeGreaterThanOrEqual(one.quote.price);
        },
      ),
      RUNS,
    );
  });
});

describe('an expansion split in two at the same instant', () => {
  const added = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000 }));
  const cycles = fc.integer({ min: 1, max: 5 });

  test('costs the same to a minor unit per line where nothing is forfeited', () => {
    fc.assert(
      fc.property(histories, added, added, cycles, (history, first, second, length) => {
        const { policy, segments, now } = history;
        const live = liveSegments(segments, now);
        const from = Math.max(...live.map(({ seats }) => seats));
        const term = policy.expansion === 'co-term' ? {} : { cycles: length };
        const expand = (seats: number): QuoteRequest => ({ kind: 'expand', seats, ...term });
        const half = expand(from + first);
        const full = expand(from + first + second);

        const atOnce = quoted({ ...history, request: full });
        const firstHalf = quoted({ ...history, request: half });
        fc.pre(atOnce?.creditForfeited === 0 && firstHalf?.creditForfeited === 0);
        const between = segmentsAfter(segments, {
          orderId: 'half',
          policyVersion: 1,
          policy,
          request: half,
          quotedAt: now,
          paidAt: now,
        });
        const secondHalf = quoted({ policy, segments: between.segments, now, request: full });
        fc.pre(secondHalf?.creditForfeited === 0);
        const difference = firstHalf.payable + secondHalf.payable - atOnce.payable;
        expect(Math.abs(difference)).toBeLessThanOrEqual(atOnce.lines.length);
      }),
      RUNS,
    );
  });
});

describe('the credit of a segment', () => {
  test('only ever falls as time goes on, from no more than the value to nothing', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 2000 * 24 }), (history, hours) => {
        fc.pre(history.segments.length > 0);
        const later = new Date(Date.parse(history.now) + hours * 3_600_000).toISOString();
        for (const segment of history.segments) {
          const credit = creditOf(segment, history.now);
          expect(credit).toBeLessThanOrEqual(segment.value);
          expect(creditOf(segment, later)).toBeLessThanOrEqual(credit);
          expect(creditOf(segment, segment.endsAt)).toBe(0);
        }
      }),
      RUNS,
    );
  });
});
