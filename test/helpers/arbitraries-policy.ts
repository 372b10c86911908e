import fc from 'fast-check';
import type { AccessFacts } from '../../src/domain/access/types.js';
import type { Offer, Policy, SeatLimits, Tier, TierMode } from '../../src/domain/policy/types.js';
import { policies } from './arbitraries.js';

const DAY = 86_400_000;
const EPOCH = Date.parse('2026-01-01T00:00:00.000Z');

/** An instant in a few years around 2026, often on a whole day so that ends and starts coincide. */
export const instantsNear: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: -30, max: 900 }), fc.constantFrom(0, 0, 0, -1, 1, 43_200_000))
  .map(([day, ms]) => new Date(EPOCH + day * DAY + ms).toISOString());

const accessSegment = fc
  .record({
    seats: fc.integer({ min: 1, max: 12 }),
    startsAt: instantsNear,
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ seats, startsAt, days }) => ({
    seats,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + days * DAY).toISOString(),
  }));

/** Facts of any shape, not only those a real history makes: gaps, overlaps, starts ahead of the launch. */
export const accessFacts: fc.Arbitrary<AccessFacts> = fc.record(
  {
    launchedAt: fc.option(instantsNear, { freq: 9 }),
    trialDays: fc.integer({ min: 1, max: 60 }),
    extraTrial: fc.option(
      fc.record({ days: fc.integer({ min: 1, max: 59 }), startedAt: fc.option(instantsNear) }),
    ),
    segments: fc.array(accessSegment, { maxLength: 4 }),
    seatsInUse: fc.option(fc.integer({ min: 0, max: 15 })),
    overLimitSince: fc.option(instantsNear),
  },
  { requiredKeys: ['launchedAt', 'trialDays', 'extraTrial', 'segments'] },
);

const MUTANTS: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  -0,
  1.5,
  1e308,
  '',
  '15',
  [],
  {},
  [null],
  { type: 'gift' },
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

/** A policy of the documented shape whose parts are now and then replaced by something else, so that faults lie deep. */
export const nearlyPolicies: fc.Arbitrary<unknown> = fc
  .record({
    currency: fc.constantFrom('CNY', 'JPY', 'XXX'),
    trial: fc.record({
      days: fc.integer({ min: 0, max: 61 }),
      extraDays: slip(fc.integer({ min: 0, max: 60 })),
    }),
    cycle: fc.constantFrom('year', 'month', 'week'),
    rule: slip(
      fc.oneof(
        fc.record({ type: fc.constant('per-seat'), unitAmount: slip(fc.nat(200_000_000)) }),
        fc.record({
          type: fc.constant('tiered'),
          mode: slip(fc.constantFrom('volume', 'graduated')),
          tiers: slip(fc.array(slip(nearlyTier()), { maxLength: 4 })),
        }),
      ),
    ),
    offer: slip(
      fc.record({
        type: fc.constantFrom('discount', 'gift', 'lottery'),
        steps: fc.array(
          slip(
            fc.oneof(
              fc.record({
                minCycles: slip(fc.integer({ min: 0, max: 61 })),
                payPercent: fc.constantFrom(70, 88.5, 99.999, 101),
              }),
              fc.record({
                minCycles: fc.integer({ min: 1, max: 60 }),
                days: slip(fc.integer({ min: -1, max: 300 })),
              }),
            ),
          ),
          { maxLength: 3 },
        ),
      }),
    ),
    seatLimits: slip(
      fc.record({
        min: slip(fc.integer({ min: 0, max: 50 })),
        max: slip(fc.integer({ min: 0, max: 50 })),
      }),
    ),
    priceCap: slip(
      fc.record({ amount: slip(fc.nat()), per: fc.constantFrom('order', 'cycle', 'seat') }),
    ),
    expansion: slip(fc.constantFrom('new-term', 'co-term')),
  })
  .chain((policy) =>
    fc.subarray(Object.keys(policy), { minLength: 5 }).map((kept) => pick(policy, kept)),
  );

function nearlyTier(): fc.Arbitrary<unknown> {
  const upTo = fc.option(fc.integer({ min: 0, max: 1_000_001 }));
  return fc.oneof(
    fc.record({ upTo, unitAmount: fc.nat(100_000_001) }),
    fc.record({ upTo, flatAmount: fc.nat() }),
    fc.record({ upTo, flatAmount: fc.nat(), unitAmount: fc.nat() }, { requiredKeys: [] }),
  );
}

/** Mostly `arbitrary`, sometimes something that stands nowhere in a policy. */
function slip(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary },
    { weight: 1, arbitrary: fc.constantFrom(...MUTANTS) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

function pick(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

/**
 * Policies for at most some forty seats, so that every order can be tried. Amounts are multiples of 10 000 and percentages whole, so that
 * rounding plays no part.
 */
export const smallPolicies: fc.Arbitrary<Policy> = fc
  .record({
    policy: policies,
    mode: fc.constantFrom<TierMode>('volume', 'graduated'),
    widths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    units: fc.array(fc.option(fc.nat(6)), { minLength: 4, maxLength: 4 }),
    flats: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
    max: fc.option(fc.integer({ min: 1, max: 40 })),
    min: fc.option(fc.integer({ min: 1, max: 12 })),
    cap: fc.option(
      fc.record({ amount: fc.nat(60), per: fc.constantFrom<'order' | 'cycle'>('order', 'cycle') }),
    ),
  })
  .map(({ policy, mode, widths, units, flats, min, max, cap }) => {
    let end = 0;
    const tiers = widths.map((width, index): Tier => {
      const upTo = (end += width);
      const unit = units[index] ?? null;
      return unit === null
        ? { upTo, flatAmount: (flats[index] ?? 0) * 10_000 }
        : { upTo, unitAmount: unit * 10_000 };
    });
    const limits = inOrder([min === null ? null : Math.min(min, end), max]);
    return {
      ...policy,
      rule: { type: 'tiered', mode, tiers },
      offer: withWholePercent(policy.offer),
      seatLimits: limits.min !== null && limits.min > end ? { min: null, max: limits.max } : limits,
      priceCap: cap && { amount: cap.amount * 10_000, per: cap.per },
    };
  });

function withWholePercent(offer: Offer | null): Offer | null {
  if (offer?.type !== 'discount') return offer;
  const steps = offer.steps.map((step) => ({ ...step, payPercent: Math.floor(step.payPercent) }));
  return { type: 'discount', steps };
}

function inOrder([a, b]: [number | null, number | null]): SeatLimits {
  if (a === null || b === null) return { min: a, max: b };
  return { min: Math.min(a, b), max: Math.max(a, b) };
}

/** Legal policies as a person may send them: some of what may be absent is absent. */
export const sparsePolicies: fc.Arbitrary<unknown> = fc
  .tuple(policies, fc.subarray(['offer', 'seatLimits', 'priceCap', 'expansion']))
  .map(([policy, dropped]) =>
    Object.fromEntries(Object.entries(policy).filter(([key]) => !dropped.includes(key))),
  );
