import fc from 'fast-check';
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
import type { QuoteRequest } from '../../src/domain/pricing/types.js';

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

function distinct(values: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<number[]> {
  return fc
    .uniqueArray(values, { minLength: 1, maxLength })
    .map((all) => all.sort((a, b) => a - b));
}

const tiers: fc.Arbitrary<Tier[]> = fc
  .tuple(
    distinct(seatCounts, 6),
    fc.boolean(),
    fc.infiniteStream(fc.tuple(fc.boolean(), unitAmount, wholeAmount)),
  )
  .map(([ends, open, amounts]) =>
    ends.map((end, index) => {
      const [flat, unit, whole] = amounts.next().value;
      const upTo = open && index === ends.length - 1 ? null : end;
      return flat ? { upTo, flatAmount: whole } : { upTo, unitAmount: unit };
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
  const minCycles = distinct(upTo(5, 60, 1), 4);
  const parts = fc.infiniteStream(fc.nat({ max: 3000 }));
  return fc.tuple(minCycles, parts, fc.boolean()).map(([all, part, discount]): Offer => {
    if (discount) {
      const steps = all.map((min) => ({
        minCycles: min,
        payPercent: (7000 + part.next().value) / 100,
      }));
      return { type: 'discount', steps };
    }
    const steps = all.map((min) => {
      const most = Math.floor((35 * min * days) / 100);
      return { minCycles: min, days: 1 + (part.next().value % most) };
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
      seatLimits: fc.option(seatLimits, { freq: 1 }),
      priceCap: fc.option(priceCap, { freq: 1 }),
      expansion: fc.constantFrom('new-term' as const, 'co-term' as const),
    }),
  );

const cycleCounts = fc.integer({ min: 1, max: 6 });

/** A request of the right shape, which may still break any rule. */
export const requests: fc.Arbitrary<QuoteRequest> = fc.oneof(
  fc.record({ kind: fc.constant('new' as const), seats: seatCounts, cycles: cycleCounts }),
  fc.record(
    { kind: fc.constant('renew' as const), seats: seatCounts, cycles: cycleCounts },
    { requiredKeys: ['kind', 'cycles'] },
  ),
  fc.record(
    { kind: fc.constant('expand' as const), seats: seatCounts, cycles: cycleCounts },
    { requiredKeys: ['kind', 'seats'] },
  ),
);

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

const steps = fc.array(
  fc.record({
    request: requests,
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
    all.forEach(({ request, hours, later }, index) => {
      at += hours * 3_600_000;
      const quotedAt = new Date(at).toISOString();
      if (!quote(policy, request, { segments, now: quotedAt }).ok) return;
      const paidAt = new Date(paymentBefore(segments, at, later)).toISOString();
      ({ segments } = segmentsAfter(segments, {
        orderId: `o${index + 1}`,
        policyVersion: 1,
        policy,
        request,
        quotedAt,
        paidAt,
      }));
      at = Date.parse(paidAt);
    });
    return { policy, segments, now: new Date(at + wait).toISOString() };
  });

/** An order lapses before a segment that it credits ends, so it is never paid after that. */
function paymentBefore(segments: readonly Segment[], quotedAt: number, later: number): number {
  const ends = segments.map(({ endsAt }) => Date.parse(endsAt)).filter((end) => end > quotedAt);
  return Math.min(quotedAt + later, ...ends.map((end) => end - 1));
}
