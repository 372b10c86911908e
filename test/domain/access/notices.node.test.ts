import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlement } from '../../../src/domain/access/entitlement.js';
import { noticesDue, noticeStands } from '../../../src/domain/access/notices.js';
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

describe('noticeStands', () => {
  it('withdraws a pending warning on a renewal', () => {
    const bought = facts({ segments: [year(0)] });
    const [warning] = noticesDue(bought, day(360));
    if (!warning) throw new Error('A warning is due');
    expect(noticeStands(warning, bought, day(361))).toBe(true);
    const renewed = facts({ segments: [year(0), year(365)] });
    expect(noticeStands(warning, renewed, day(361))).toBe(false);
  });

  it('withdraws a warning that comes after the end', () => {
    const [warning] = noticesDue(facts(), day(14));
    if (!warning) throw new Error('A warning is due');
    expect(noticeStands(warning, facts(), day(15))).toBe(false);
  });
});

describe('notices: properties', () => {
  it('are what the entitlement shows, one at most, with one key for a kind and an end', () => {
    fc.assert(
      fc.property(accessFacts, instantsNear, (given, now) => {
        const { notice, endsAt } = entitlement(given, now);
        const due = noticesDue(given, now);
        expect(due.map(({ kind }) => kind)).toEqual(notice === null ? [] : [notice]);
        for (const { key } of due) expect(key).toBe(`${notice}:${endsAt}`);
      }),
      { numRuns: 1000 },
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
