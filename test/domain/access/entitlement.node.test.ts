import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitlement } from '../../../src/domain/access/entitlement.js';
import type { AccessFacts } from '../../../src/domain/access/types.js';
import { accessFacts, instantsNear } from '../../helpers/arbitraries-policy.js';
import vectors from '../vectors/entitlements.json' with { type: 'json' };

const DAY = 86_400_000;
const launchedAt = '2026-01-01T00:00:00.000Z';
const later = (from: string, ms: number) => new Date(Date.parse(from) + ms).toISOString();

const facts = (over: Partial<AccessFacts>): AccessFacts => ({
  launchedAt,
  trialDays: 15,
  extraTrial: { days: 7, startedAt: null },
  segments: [],
  ...over,
});

const segment = (seats: number, fromDay: number, toDay: number) => ({
  seats,
  startsAt: later(launchedAt, fromDay * DAY),
  endsAt: later(launchedAt, toDay * DAY),
});

describe('entitlement: worked cases', () => {
  it.each(vectors)('$name', ({ facts: given, now, expected }) => {
    expect(entitlement(given, now)).toMatchObject(expected);
  });
});

describe('entitlement: precedence', () => {
  it('is not launched before a launch that lies ahead, and says when that changes', () => {
    const seen = entitlement(facts({ segments: [segment(5, 1, 2)] }), later(launchedAt, -1));
    expect(seen).toMatchObject({ state: 'not-launched', blocked: true, nextChangeAt: launchedAt });
    expect(seen).toMatchObject({ endsAt: null, daysLeft: null });
  });

  it('lets in who paid when the bought time starts a moment ahead of this clock', () => {
    const now = later(launchedAt, 3 * DAY - 5);
    const seen = entitlement(facts({ segments: [segment(5, 3, 368)] }), now);
    expect(seen).toMatchObject({ state: 'active', blocked: false, seats: 5 });
    expect(seen.nextChangeAt).toBe(later(launchedAt, 361 * DAY));
  });

  it('counts bought time before a trial that still runs', () => {
    const seen = entitlement(facts({ segments: [segment(5, 1, 32)] }), later(launchedAt, DAY));
    expect(seen.state).toBe('active');
  });

  it('goes back to the trial when the only order was refunded', () => {
    expect(entitlement(facts({}), later(launchedAt, 2 * DAY)).state).toBe('trial');
  });

  it('announces a short extra trial at its start', () => {
    const startedAt = later(launchedAt, 20 * DAY);
    const seen = entitlement(facts({ extraTrial: { days: 2, startedAt } }), startedAt);
    expect(seen).toMatchObject({ state: 'extra-trial', notice: 'trial-ending', daysLeft: 2 });
  });

  it('reads segments in any order', () => {
    const segments = [segment(6, 365, 730), segment(10, 0, 365)];
    expect(entitlement(facts({ segments }), later(launchedAt, DAY)).seats).toBe(10);
  });
});

describe('entitlement: more seats in use than paid for', () => {
  const overLimitSince = later(launchedAt, 10 * DAY);
  const segments = [segment(10, 0, 100), segment(4, 100, 200)];

  it('never blocks without overLimitSince', () => {
    const seen = entitlement(facts({ segments, seatsInUse: 11 }), later(launchedAt, 90 * DAY));
    expect(seen).toMatchObject({ state: 'over-limit', blocked: false });
  });

  it('blocks exactly 7 days after overLimitSince', () => {
    const given = facts({ segments, seatsInUse: 11, overLimitSince });
    expect(entitlement(given, later(overLimitSince, 7 * DAY - 1)).state).toBe('over-limit');
    expect(entitlement(given, later(overLimitSince, 7 * DAY)).state).toBe('over-limit-blocked');
  });

  it('gives the grace anew from the start of a smaller segment', () => {
    const given = facts({ segments, seatsInUse: 11, overLimitSince });
    const seam = later(launchedAt, 100 * DAY);
    expect(entitlement(given, later(seam, -1)).nextChangeAt).toBe(seam);
    expect(entitlement(given, seam)).toMatchObject({
      state: 'over-limit',
      seats: 4,
      nextChangeAt: later(seam, 7 * DAY),
    });
  });

  it('ends a segment before its limit matters', () => {
    const given = facts({ segments: [segment(1, 0, 30)], seatsInUse: 9, overLimitSince });
    expect(entitlement(given, later(launchedAt, 30 * DAY)).state).toBe('expired');
  });
});

describe('entitlement: properties', () => {
  const told = (given: AccessFacts, now: string) => {
    const { state, seats, notice, canStartExtraTrial } = entitlement(given, now);
    return { state, seats, notice, canStartExtraTrial };
  };

  it('stays the same until nextChangeAt and differs at it', () => {
    fc.assert(
      fc.property(
        accessFacts,
        instantsNear,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, now, part) => {
          const { nextChangeAt } = entitlement(given, now);
          const until =
            nextChangeAt === null ? Date.parse(now) + 4000 * DAY : Date.parse(nextChangeAt);
          expect(until).toBeGreaterThan(Date.parse(now));
          const between = Math.floor(Date.parse(now) + part * (until - 1 - Date.parse(now)));
          for (const at of [between, until - 1]) {
            expect(told(given, new Date(at).toISOString())).toEqual(told(given, now));
          }
          if (nextChangeAt !== null)
            expect(told(given, nextChangeAt)).not.toEqual(told(given, now));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is blocked exactly when not launched, over or over the limit too long', () => {
    fc.assert(
      fc.property(accessFacts, instantsNear, (given, now) => {
        const seen = entitlement(given, now);
        const open = ['trial', 'extra-trial', 'active', 'over-limit'].includes(seen.state);
        expect(seen.blocked).toBe(!open);
        if (seen.endsAt !== null) {
          const ahead = Date.parse(seen.endsAt) - Date.parse(now);
          expect(seen.daysLeft).toBe(ahead > 0 ? Math.ceil(ahead / DAY) : 0);
          if (ahead <= 0) expect(seen.blocked).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
