import fc from 'fast-check';
import type { AccessFacts } from '../../src/domain/access/types.js';

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
