import fc from 'fast-check';
import { liveSegments } from '../../src/domain/access/live.js';
import { segmentsAfter } from '../../src/domain/access/segments.js';
import type { Segment } from '../../src/domain/access/types.js';
import type {
  Cycle,
  Offer,
  Policy,
  PriceCap,
  PricingRule,
  SeatLimits,
  Tier,
} from '../../src/domain/policy/types.js';
import { quote } from '../../src/domain/pricing/quote.js';
import { lastSeat } from '../../src/domain/pricing/rule.js';
import type { OrderKind, QuoteRequest } from '../../src/domain/pricing/types.js';

/** How often a property is tried. */
export const RUNS = { numRuns: 1000 };

const DAY = 86_400_000;
const EPOCH = Date.parse('2026-03-01T08:00:00.000Z');

/** Mostly small numbers, where bounds meet, sometimes any up to the largest allowed. */
function upTo(small: number, max: number, min = 0): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max: small }) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
    { weight: 1, arbitrary: fc.constant(max) },
  );
}

const unitAmount = upTo(20_000, 100_000_000);
const wholeAmount = upTo(500_000, 10_000_000_000);

/** Seats as orders have them: usually few, now and then up to the most allowed. */
export const seatCounts: fc.Arbitrary<number> = upTo(60, 1_000_000, 1);

const tiers: fc.Arbitrary<Tier[]> = fc
  .tuple(
    fc.uniqueArray(fc.record({ end: seatCounts, flat: fc.boolean(), unitAmount, wholeAmount }), {
      selector: ({ end }) => end,
      minLength: 1,
      maxLength: 6,
    }),
    fc.boolean(),
  )
  .map(([parts, open]) =>
    parts
      .sort((a, b) => a.end - b.end)
      .map(({ end, flat, unitAmount, wholeAmount }, index) => {
        const upTo = open && index === parts.length - 1 ? null : end;
        return flat ? { upTo, flatAmount: wholeAmount } : { upTo, unitAmount };
      }),
  );

/** Any pricing rule. */
export const rules: fc.Arbitrary<PricingRule> = fc.oneof(
  fc.record({ type: fc.constant('per-seat' as const), unitAmount }),
  fc.record({
    type: fc.constant('tiered' as const),
    mode: fc.constantFrom('volume' as const, 'graduated' as const),
    tiers,
  }),
);

function offers(cycle: Cycle): fc.Arbitrary<Offer> {
  const days = cycle === 'year' ? 365 : 31;
  const parts = fc.uniqueArray(
    fc.record({ minCycles: upTo(5, 60, 1), part: fc.nat({ max: 3000 }) }),
    { selector: ({ minCycles }) => minCycles, minLength: 1, maxLength: 4 },
  );
  return fc.tuple(parts, fc.boolean()).map(([all, discount]): Offer => {
    const rising = all.sort((a, b) => a.minCycles - b.minCycles);
    if (discount) {
      const steps = rising.map(({ minCycles, part }) => ({
        minCycles,
        payPercent: (7000 + part) / 100,
      }));
      return { type: 'discount', steps };
    }
    const steps = rising.map(({ minCycles, part }) => {
      const most = Math.floor((35 * minCycles * days) / 100);
      return { minCycles, days: 1 + (part % most) };
    });
    return { type: 'gift', steps };
  });
}

const seatLimits: fc.Arbitrary<SeatLimits> = fc
  .tuple(fc.option(seatCounts), fc.option(seatCounts))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { min: b, max: a } : { min: a, max: b }));

const priceCap: fc.Arbitrary<PriceCap> = fc.record({
  amount: wholeAmount,
  per: fc.constantFrom('order' as const, 'cycle' as const),
});

/** Any valid policy, every default filled in. */
export const policies: fc.Arbitrary<Policy> = fc
  .constantFrom('year' as const, 'month' as const)
  .chain((cycle) =>
    fc.record({
      currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
      trial: fc.record({
        days: fc.integer({ min: 1, max: 30 }),
        extraDays: fc.option(fc.integer({ min: 1, max: 30 })),
      }),
      cycle: fc.constant(cycle),
      rule: rules,
      offer: fc.option(offers(cycle)),
      seatLimits: fc.option(seatLimits, { freq: 2 }),
      priceCap: fc.option(priceCap, { freq: 2 }),
      expansion: fc.constantFrom('new-term' as const, 'co-term' as const),
    }),
  );

const cycleCounts = fc.integer({ min: 1, max: 6 });

const anyNumber = fc.oneof(seatCounts, fc.double(), fc.integer(), fc.anything());

/** A request with anything at all for its numbers. */
export const wildRequests: fc.Arbitrary<QuoteRequest> = fc
  .record(
    { kind: fc.constantFrom('new', 'renew', 'expand'), seats: anyNumber, cycles: anyNumber },
    { requiredKeys: ['kind'] },
  )
  .map((request) => request as QuoteRequest);

/** An installation with the paid time that earlier orders left, and an instant to order something at. */
export interface History {
  policy: Policy;
  segments: Segment[];
  now: string;
}

/** An order at an instant of a history; most can be made. */
export interface Placed extends History {
  request: QuoteRequest;
}

/** What a company would like, to be fitted to what it has. */
interface Wish {
  kind: OrderKind;
  seats: number;
  keepSeats: boolean;
  cycles: number;
}

const wishes: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('new', 'renew', 'expand', 'expand'),
  seats: seatCounts,
  keepSeats: fc.boolean(),
  cycles: fc.oneof(fc.constant(1), cycleCounts),
});

/** The nearest request to a wish that the kind of order and the policy's seats allow. */
function fitted(
  wish: Wish,
  policy: Policy,
  segments: readonly Segment[],
  now: string,
): QuoteRequest {
  const live = liveSegments(segments, now);
  const { cycles } = wish;
  const min = policy.seatLimits?.min ?? 1;
  const max = Math.min(policy.seatLimits?.max ?? Infinity, lastSeat(policy.rule));
  const clamp = (seats: number): number => Math.max(min, Math.min(seats, max));
  if (segments.length === 0 || (wish.kind !== 'renew' && live.length === 0)) {
    return { kind: 'new', seats: clamp(wish.seats), cycles };
  }
  if (wish.kind === 'expand') {
    const seats = clamp(Math.max(...live.map((segment) => segment.seats)) + wish.seats);
    return policy.expansion === 'co-term'
      ? { kind: 'expand', seats }
      : { kind: 'expand', seats, cycles };
  }
  return wish.keepSeats
    ? { kind: 'renew', cycles }
    : { kind: 'renew', seats: clamp(wish.seats), cycles };
}

const steps = fc.array(
  fc.record({
    wish: wishes,
    hours: fc.oneof(fc.nat({ max: 48 }), fc.nat({ max: 24 * 500 })),
    later: fc.nat({ max: 3 * DAY }),
  }),
  { maxLength: 4 },
);

/** Histories as they happen: orders one after the other, each paid some time after its quote; those that cannot be made are passed over. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(policies, steps, fc.oneof(fc.nat({ max: 30 * DAY }), fc.nat({ max: 700 * DAY })))
  .map(([policy, all, wait]) => {
    let segments: Segment[] = [];
    let at = EPOCH;
    all.forEach(({ wish, hours, later }, index) => {
      at += hours * 3_600_000;
      const quotedAt = new Date(at).toISOString();
      const request = fitted(wish, policy, segments, quotedAt);
      if (!quote(policy, request, { segments, now: quotedAt }).ok) return;
      const paidAt = new Date(paymentBefore(segments, at, later)).toISOString();
      const order = {
        orderId: `o${index + 1}`,
        policyVersion: 1,
        policy,
        request,
        quotedAt,
        paidAt,
      };
      ({ segments } = segmentsAfter(segments, order));
      at = Date.parse(paidAt);
    });
    return { policy, segments, now: new Date(at + wait).toISOString() };
  });

/** Orders in histories as they happen. */
export const placedOrders: fc.Arbitrary<Placed> = fc
  .tuple(histories, wishes)
  .map(([history, wish]) => {
    const { policy, segments, now } = history;
    return { ...history, request: fitted(wish, policy, segments, now) };
  });

/** An order lapses before a segment that it credits ends, so it is never paid after that. */
function paymentBefore(segments: readonly Segment[], quotedAt: number, later: number): number {
  const ends = segments.map(({ endsAt }) => Date.parse(endsAt)).filter((end) => end > quotedAt);
  return Math.min(quotedAt + later, ...ends.map((end) => end - 1));
}
