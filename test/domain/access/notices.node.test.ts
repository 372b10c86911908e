import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlement } from '../../../src/domain/access/entitlement.js';
import { noticesDue, noticeStanding } from '../../../src/domain/access/notices.js';
import { overLimitBlockAt } from '../../../src/domain/access/over-limit.js';
import type { AccessFacts } from '../../../src/domain/access/types.js';
import { accessFacts, instantsNear } from '../../helpers/arbitraries-policy.js';

const DAY = 86_400_000;
const launchedAt = '2026-01-01T00:00:00.000Z';
const day = (count: number, ms = 0) =>
  new Date(Date.parse(launchedAt) + count * DAY + ms).toISOString();
const year = (from: number) => ({ seats: 5, startsAt: day(from), endsAt: day(from + 365) });

const facts = (over: Partial<AccessFacts> = {}): AccessFacts => ({
  launchedAt,
  trialDays: 15,
  extraTrial: { days: 7, startedAt: null },
  segments: [],
  ...over,
});

/** Five seats from the tenth day, and more in use since the thirtieth. */
const crowded = (seatsInUse: number, over: Partial<AccessFacts> = {}): AccessFacts =>
  facts({ segments: [year(10)], seatsInUse, overLimitSince: day(30), ...over });

const kinds = (given: AccessFacts, now: string) => noticesDue(given, now).map(({ kind }) => kind);

describe('noticesDue', () => {
  it('is silent until 7 days before an end, warns then, and tells the end', () => {
    expect(kinds(facts(), day(8, -1))).toEqual([]);
    expect(kinds(facts(), day(8))).toEqual(['trial-ending']);
    expect(kinds(facts(), day(15, -1))).toEqual(['trial-ending']);
    expect(kinds(facts(), day(15))).toEqual(['trial-ended']);
  });

  it('announces a short trial at launch', () => {
    expect(kinds(facts({ trialDays: 3 }), launchedAt)).toEqual(['trial-ending']);
  });

  it('speaks of the service once there is one', () => {
    const bought = facts({ segments: [year(10)] });
    expect(kinds(bought, day(14))).toEqual([]);
    expect(kinds(bought, day(368))).toEqual(['service-ending']);
    expect(kinds(bought, day(375))).toEqual(['service-ended']);
  });

  it('tells of seats that are too few at once, with the day of the block, and of the block', () => {
    const over = (at: string, given = crowded(6)) => noticesDue(given, at);
    const begun = {
      key: `over-limit:${day(37)}`,
      kind: 'over-limit',
      seats: 5,
      seatsInUse: 6,
      blocksAt: day(37),
    };
    expect(over(day(30))).toEqual([begun]);
    expect(over(day(37, -1))).toEqual([begun]);
    expect(over(day(37))).toEqual([
      { ...begun, key: `over-limit-blocked:${day(37)}`, kind: 'over-limit-blocked' },
    ]);
    expect(over(day(200))).toEqual(over(day(37)));
    expect(over(day(30), crowded(5))).toEqual([]);
  });

  it('names no day of a block that the end of the service comes before', () => {
    const late = crowded(6, { overLimitSince: day(370) });
    expect(noticesDue(late, day(370))).toEqual([
      {
        key: `over-limit:${day(370)}`,
        kind: 'over-limit',
        seats: 5,
        seatsInUse: 6,
        blocksAt: null,
      },
      { key: `service-ending:${day(375)}`, kind: 'service-ending', endsAt: day(375) },
    ]);
    expect(kinds(late, day(375))).toEqual(['service-ended']);
  });

  it('names no day of a block behind a term that has seats enough', () => {
    const segments = [year(10), { ...year(375), seats: 20 }, year(740)];
    const late = crowded(6, { overLimitSince: day(370), segments });
    expect(noticesDue(late, day(370))).toMatchObject([{ kind: 'over-limit', blocksAt: null }]);
    expect(kinds(late, day(376))).toEqual([]);
  });

  it('names the day that a further term puts off, and then it is another notice', () => {
    const renewed = crowded(6, { overLimitSince: day(370), segments: [year(10), year(375)] });
    const [told] = noticesDue(renewed, day(370));
    expect(told).toMatchObject({ key: `over-limit:${day(382)}`, blocksAt: day(382) });
    expect(noticesDue(renewed, day(376))[0]?.key).toBe(told?.key);
  });

  it('is silent about seats where nobody knows since when they are too few', () => {
    expect(noticesDue(crowded(6, { overLimitSince: null }), day(200))).toEqual([]);
  });

  it('sends nothing twice for one end, but again for another', () => {
    const first = noticesDue(facts(), day(8));
    const sent = new Set(first.map(({ key }) => key));
    expect(noticesDue(facts(), day(9), sent)).toEqual([]);
    const extra = facts({ extraTrial: { days: 7, startedAt: day(20) } });
    expect(noticesDue(extra, day(20), sent)).toMatchObject([
      { kind: 'trial-ending', endsAt: day(27) },
    ]);
  });
});

describe('noticeStanding', () => {
  it('withdraws a pending warning on a renewal', () => {
    const bought = facts({ segments: [year(0)] });
    const [warning] = noticesDue(bought, day(360));
    if (!warning) throw new Error('A warning is due');
    expect(noticeStanding(warning, bought, day(361))).toEqual(warning);
    const renewed = facts({ segments: [year(0), year(365)] });
    expect(noticeStanding(warning, renewed, day(361))).toBeNull();
  });

  it('withdraws a warning that comes after the end', () => {
    const [warning] = noticesDue(facts(), day(14));
    if (!warning) throw new Error('A warning is due');
    expect(noticeStanding(warning, facts(), day(15))).toBeNull();
  });

  it('gives the numbers of now, not those of when it became due', () => {
    const [told] = noticesDue(crowded(6), day(30));
    if (!told) throw new Error('A notice is due');
    expect(noticeStanding(told, crowded(9), day(31))).toEqual({ ...told, seatsInUse: 9 });
    expect(noticeStanding(told, crowded(5), day(31))).toBeNull();
  });
});

describe('notices: properties', () => {
  it('are what the entitlement shows, one of each sort at most, with one key for a kind and its instant', () => {
    fc.assert(
      fc.property(accessFacts, instantsNear, (given, now) => {
        const { notice, endsAt, state, seats } = entitlement(given, now);
        const over = state === 'over-limit' || state === 'over-limit-blocked';
        const { seatsInUse, overLimitSince } = given;
        const blocksAt = overLimitBlockAt(given, now);
        expect(noticesDue(given, now)).toEqual([
          ...(over && overLimitSince
            ? [
                {
                  key: `${state}:${blocksAt ?? overLimitSince}`,
                  kind: state,
                  seats,
                  seatsInUse,
                  blocksAt,
                },
              ]
            : []),
          ...(notice === null ? [] : [{ key: `${notice}:${endsAt}`, kind: notice, endsAt }]),
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('name as the day of the block the very instant at which the entitlement blocks', () => {
    fc.assert(
      fc.property(accessFacts, instantsNear, (given, now) => {
        const blocksAt = overLimitBlockAt(given, now);
        const { state } = entitlement(given, now);
        if (state !== 'over-limit' || blocksAt === null) return;
        const justBefore = new Date(Date.parse(blocksAt) - 1).toISOString();
        expect(entitlement(given, blocksAt).state).toBe('over-limit-blocked');
        expect(entitlement(given, justBefore).blocked).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('go out once each, in order, however often one looks', () => {
    fc.assert(
      fc.property(accessFacts, fc.array(instantsNear, { maxLength: 30 }), (given, looks) => {
        const sent = new Set<string>();
        const kindsSent: string[] = [];
        for (const now of [...looks].sort()) {
          for (const { key, kind } of noticesDue(given, now, sent)) {
            sent.add(key);
            kindsSent.push(kind);
          }
        }
        expect(kindsSent).toHaveLength(sent.size);
        expect(kindsSent.filter((kind) => kind === 'service-ended').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});
