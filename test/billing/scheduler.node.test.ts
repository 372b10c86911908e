import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndexedDbDatabase } from '../../src/backends/local/store/indexeddb-database.js';
import { createMemoryDatabase } from '../../src/backends/local/store/memory-database.js';
import { entitlement } from '../../src/domain/index.js';
import { APP, DAY, HOUR, START, World } from '../helpers/billing-world.js';
import { policyWith } from '../helpers/policy.js';

let databases = 0;
const kinds = {
  memory: createMemoryDatabase,
  indexeddb: () => createIndexedDbDatabase(`scheduler-${databases++}`),
};

/** Many workers that come by at the same moment. */
const manyWork = (world: World, count: number) =>
  Promise.all(Array.from({ length: count }, () => world.billing.work()));

const kindsOf = (world: World) => world.sent.map(({ kind }) => kind);

describe.each(Object.entries(kinds))('many workers over %s', (_kind, create) => {
  it('send each notice once through a whole life', async () => {
    const world = new World(create());
    await world.launch();
    for (const days of [8, 7]) {
      world.advance(days * DAY);
      await manyWork(world, 8);
    }
    expect(kindsOf(world)).toEqual(['trial-ending', 'trial-ended']);
    await world.administrator.startExtraTrial(APP, world.key());
    await manyWork(world, 8);
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.installations.reportSeats(APP, 6);
    await manyWork(world, 8);
    for (const days of [7, 351, 7]) {
      world.advance(days * DAY);
      await manyWork(world, 8);
    }
    expect(kindsOf(world)).toEqual([
      'trial-ending',
      'trial-ended',
      'trial-ending',
      'over-limit',
      'over-limit-blocked',
      'service-ending',
      'service-ended',
    ]);
    const keys = world.sent.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('send a notice once that failed for some of them', async () => {
    const world = new World(create());
    await world.launch();
    world.notifierFailures = 3;
    world.advance(8 * DAY);
    for (let minutes = 0; minutes < 5; minutes++) {
      await manyWork(world, 4);
      world.advance(60_000);
    }
    expect(kindsOf(world)).toEqual(['trial-ending']);
    expect(world.notifierFailures).toBe(0);
  });
});

describe('an end', () => {
  it.each([
    ['trial-ending', 8],
    ['trial-ended', 15],
  ])('is told as %s at its instant and not a millisecond before', async (kind, day) => {
    const world = new World();
    await world.launch();
    world.advance(day * DAY - 1);
    await world.billing.work();
    expect(kindsOf(world)).not.toContain(kind);
    world.advance(1);
    await world.billing.work();
    expect(kindsOf(world)).toContain(kind);
    world.advance(1);
    await world.billing.work();
    expect(kindsOf(world).filter((sent) => sent === kind)).toHaveLength(1);
  });

  it.each([
    ['over-limit', 0],
    ['over-limit-blocked', 7],
  ])('of seats that are too few is told as %s at its instant', async (kind, day) => {
    const world = new World();
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.work();
    if (day > 0) await world.billing.installations.reportSeats(APP, 6);
    if (day > 0) world.advance(day * DAY - 1);
    await world.billing.work();
    expect(kindsOf(world)).not.toContain(kind);
    if (day > 0) world.advance(1);
    else await world.billing.installations.reportSeats(APP, 6);
    await world.billing.work();
    expect(kindsOf(world)).toContain(kind);
  });
});

describe('a worker that comes late', () => {
  it('tells the end and no warning of it any more', async () => {
    const world = new World();
    await world.launch();
    await world.billing.work();
    world.advance(60 * DAY);
    await manyWork(world, 3);
    expect(kindsOf(world)).toEqual(['trial-ended']);
  });

  it('tells the block and no warning of it any more', async () => {
    const world = new World();
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    await world.billing.installations.reportSeats(APP, 6);
    world.advance(20 * DAY);
    await world.billing.work();
    expect(kindsOf(world)).toEqual(['over-limit-blocked']);
  });

  it('tells nothing of an end that was renewed meanwhile', async () => {
    const world = new World();
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    world.advance(366 * DAY);
    await world.bought({ kind: 'renew', cycles: 1 });
    await world.billing.work();
    expect(kindsOf(world)).toEqual([]);
  });

  it('withdraws a warning that nobody could be told until the end', async () => {
    const world = new World();
    await world.launch();
    world.notifierFailures = 1;
    world.advance(14 * DAY + 23 * HOUR);
    await world.billing.work();
    world.advance(2 * HOUR);
    await world.billing.work();
    expect(kindsOf(world)).toEqual(['trial-ended']);
  });

  it('lets seats count from when it looks, so that nobody is blocked untold', async () => {
    const world = new World();
    await world.launch();
    await world.bought({ kind: 'new', seats: 6, cycles: 1 });
    await world.bought({ kind: 'renew', seats: 5, cycles: 1 });
    await world.billing.installations.reportSeats(APP, 6);
    await world.billing.work();
    world.advance(400 * DAY);
    await world.billing.work();
    expect(world.sent).toMatchObject([
      { kind: 'over-limit', blocksAt: new Date(Date.parse(START) + 407 * DAY).toISOString() },
    ]);
  });
});

describe('a clock that jumps', () => {
  it('back and forth over an end tells it once', async () => {
    const world = new World();
    await world.launch();
    world.advance(8 * DAY);
    await world.billing.work();
    world.advance(-DAY);
    await world.billing.work();
    world.advance(DAY);
    await world.billing.work();
    world.advance(7 * DAY);
    await world.billing.work();
    world.advance(-8 * DAY);
    await world.billing.work();
    world.advance(8 * DAY);
    await world.billing.work();
    expect(kindsOf(world)).toEqual(['trial-ending', 'trial-ended']);
  });
});

type Step =
  | { does: 'wait'; ms: number }
  | { does: 'extra' | 'renew' | 'refund' }
  | { does: 'report'; seats: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('wait' as const),
    ms: fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((days) => days * DAY),
      fc.constantFrom(-DAY, 1, 8 * DAY - 1, 300 * DAY, HOUR),
    ),
  }),
  fc.record({ does: fc.constantFrom('extra' as const, 'renew' as const, 'refund' as const) }),
  fc.record({ does: fc.constant('report' as const), seats: fc.integer({ min: 0, max: 8 }) }),
);

async function take(world: World, next: Step): Promise<void> {
  switch (next.does) {
    case 'wait':
      world.advance(next.ms);
      return;
    case 'report':
      await world.billing.installations.reportSeats(APP, next.seats);
      return;
    case 'extra':
      await world.administrator.startExtraTrial(APP, world.key()).catch(() => undefined);
      return;
    case 'renew': {
      const segments = await world.segments();
      const kind = segments.length > 0 ? 'renew' : 'new';
      await world.bought({ kind, seats: 5, cycles: 1 }).catch(() => undefined);
      return;
    }
    case 'refund': {
      const { items } = await world.administrator.orders({}, null);
      const order = items.find(({ refundEligibility }) => refundEligibility.ok);
      if (order) await world.refunded(order);
    }
  }
}

describe('any life of a subscription', () => {
  it('has each notice sent once, only while it is true, and none missing where workers look', async () => {
    const lives = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 3 })), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), lives, async (trialDays, steps) => {
        const world = new World();
        await world.launch(policyWith({ trial: { days: trialDays, extraDays: 3 } }));
        for (const [next, workers] of steps) {
          await take(world, next);
          const before = world.sent.length;
          await manyWork(world, workers);
          const { subscription } = (await world.billing.installations.get(APP))!;
          const { notice, endsAt, state } = entitlement(subscription, world.now);
          for (const fresh of world.sent.slice(before)) {
            expect(fresh.kind).toBe('endsAt' in fresh ? notice : state);
            if ('endsAt' in fresh) expect(fresh.endsAt).toBe(endsAt);
          }
          if (workers > 0 && notice !== null) {
            expect(world.sent.map(({ key }) => key)).toContain(`${notice}:${endsAt}`);
          }
        }
        const keys = world.sent.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 150 },
    );
  });
});
