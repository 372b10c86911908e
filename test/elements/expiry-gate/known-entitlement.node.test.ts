import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forget,
  isUsable,
  recall,
  remember,
  see,
  type Stored,
} from '../../../src/elements/expiry-gate/known-entitlement.js';
import { keepRoom } from '../../../src/elements/expiry-gate/room.js';
import { FACTS, INSTALLATION, NOW, answerOf, bought, inDays } from './answers.js';
import { memoryStorage } from './memory-storage.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
const KEY = `seatkit:entitlement:${INSTALLATION}`;
const answer = answerOf({ facts: FACTS.active });

const stored = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as Stored | null;
const store = (change: object) =>
  localStorage.setItem(KEY, JSON.stringify({ ...stored(), ...change }));
const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms);

describe('what a page leaves for the next', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2031-01-01T00:00:00.000Z');
    vi.stubGlobal('localStorage', memoryStorage());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is the answer without its token, and the time that has passed on the device since', () => {
    remember(answer);
    pass(3 * DAY);
    expect(recall(INSTALLATION)).toMatchObject({
      answer: { ...answer, token: null },
      now: inDays(3),
    });
  });

  it('counts by the clock of the backend, wherever that of the device stands', () => {
    for (const year of ['1999', '2050']) {
      vi.setSystemTime(`${year}-01-01T00:00:00.000Z`);
      remember(answer);
      pass(MINUTE);
      expect(recall(INSTALLATION)?.now).toBe(inDays(0, MINUTE));
    }
  });

  it('is nothing when the clock was set back since, and counts again when that was put right', () => {
    remember(answer);
    pass(-MINUTE - 1);
    expect(recall(INSTALLATION)).toBeNull();
    pass(MINUTE + 1);
    expect(recall(INSTALLATION)?.now).toBe(NOW);
  });

  it('bears a clock that is put right by a minute, and gains nothing by it', () => {
    remember(answer);
    see(INSTALLATION, inDays(2));
    pass(2 * DAY - MINUTE);
    expect(recall(INSTALLATION)?.now).toBe(inDays(2));
    pass(-1);
    expect(recall(INSTALLATION)).toBeNull();
  });

  it('notes how late it has been, never how early', () => {
    remember(answer);
    see(INSTALLATION, inDays(2));
    see(INSTALLATION, inDays(1));
    expect(stored()?.seenAt).toBe(Date.parse(inDays(2)));
    remember(answer);
    expect(stored()?.seenAt).toBe(Date.parse(NOW));
  });

  it('spares the question for five minutes', () => {
    remember(answer);
    pass(5 * MINUTE - 1);
    expect(recall(INSTALLATION)?.freshUntil).toBe(inDays(0, 5 * MINUTE));
    pass(1);
    expect(recall(INSTALLATION)?.freshUntil).toBeNull();
  });

  it('spares it no longer than nothing changes', () => {
    remember(answerOf({ facts: bought(0.001) }));
    expect(recall(INSTALLATION)?.freshUntil).toBe(inDays(0.001));
    remember(answerOf({ facts: bought(7.001) }));
    expect(recall(INSTALLATION)?.freshUntil).toBe(inDays(0.001));
  });

  it.each(['not-launched', 'trial-expired', 'over-limit-blocked', 'expired'] as const)(
    'never spares it to who is stopped: %s',
    (state) => {
      remember(answerOf({ facts: FACTS[state] }));
      expect(recall(INSTALLATION)).toMatchObject({ freshUntil: null, above: null });
      expect(stored()?.openUntil).toBe(Date.parse(NOW));
    },
  );

  it('lets the next page open before it has words until there is something to say', () => {
    remember(answerOf({ facts: bought(20) }));
    expect(stored()?.openUntil).toBe(Date.parse(inDays(13)));
    pass(13 * DAY - 1);
    expect(recall(INSTALLATION)?.above).toBe(0);
    pass(1);
    expect(recall(INSTALLATION)?.above).toBeNull();
  });

  it('lets it open until the end once it is known how much room the words take', () => {
    const ending = answerOf({ facts: bought(3) });
    remember(ending);
    expect(recall(INSTALLATION)?.above).toBeNull();
    keepRoom(ending, 58, Infinity);
    expect(stored()?.openUntil).toBe(Date.parse(inDays(3)));
    pass(3 * DAY - 1);
    expect(recall(INSTALLATION)?.above).toBe(58);
  });

  it('and no longer than a notice is put off', () => {
    const ending = answerOf({ facts: bought(3) });
    remember(ending);
    keepRoom(ending, 0, Date.parse(inDays(1)));
    expect(stored()).toMatchObject({ above: 0, openUntil: Date.parse(inDays(1)) });
  });

  it('keeps no room where nothing is known, or another tab was answered since', () => {
    keepRoom(answer, 58, Infinity);
    expect(stored()).toBeNull();
    remember(answerOf({ facts: FACTS.active, now: inDays(1) }));
    keepRoom(answer, 58, Infinity);
    expect(stored()?.above).toBe(0);
  });

  it('is about one installation', () => {
    remember(answer);
    expect(recall('i-2')).toBeNull();
    localStorage.setItem('seatkit:entitlement:i-2', localStorage.getItem(KEY) ?? '');
    expect(recall('i-2')).toBeNull();
  });

  it('can be forgotten', () => {
    remember(answer);
    forget(INSTALLATION);
    expect(recall(INSTALLATION)).toBeNull();
  });

  it('is nothing where storage is blocked, and that breaks nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    remember(answer);
    expect(recall(INSTALLATION)).toBeNull();
    see(INSTALLATION, NOW);
    forget(INSTALLATION);
  });

  it.each(['format', 'deviceAt', 'answer', 'seenAt', 'openUntil', 'above'])(
    'is not read where %s is missing, and forgotten',
    (name) => {
      remember(answer);
      store({ [name]: undefined });
      expect(recall(INSTALLATION)).toBeNull();
      expect(stored()).toBeNull();
    },
  );

  it.each([
    ['openUntil', 'beyond its own end', Date.parse(inDays(200)) + 1],
    ['openUntil', 'a text', '9999999999999999'],
    ['seenAt', 'before all time', -1e300],
    ['deviceAt', 'no number', {}],
    ['deviceAt', 'beyond all calendars', -8.64e15],
    ['above', 'style', '1px;position:fixed'],
    ['format', 'an older one', 1],
  ])('is not read where %s is %s', (name, _what, value) => {
    remember(answer);
    store({ [name]: value });
    expect(recall(INSTALLATION)).toBeNull();
  });
});

describe('an answer that can be used', () => {
  const paid = (startsAt: string, endsAt: string) => ({
    ...answer,
    facts: { ...answer.facts, segments: [{ seats: 20, startsAt, endsAt }] },
  });

  it('has the shape it should', () => {
    expect(isUsable(answer)).toBe(true);
    expect(isUsable({ ...answer, facts: { ...answer.facts, segments: null } })).toBe(false);
    expect(isUsable({ rubbish: true })).toBe(false);
    expect(isUsable(null)).toBe(false);
  });

  it('has dates within a calendar', () => {
    const endless = answerOf({ facts: FACTS.trial });
    endless.facts.trialDays = Number.MAX_SAFE_INTEGER;
    expect(isUsable(endless)).toBe(false);
    expect(isUsable(paid('2026-02-01T00:00:00.000Z', '2027-02-30T00:00:00.000Z'))).toBe(false);
    expect(isUsable(paid('2026-02-30T00:00:00.000Z', '2027-02-01T00:00:00.000Z'))).toBe(false);
    expect(isUsable({ ...answer, now: '2026-06-31T08:00:00.000Z' })).toBe(false);
    const launched = { ...answer.facts, launchedAt: '2026-02-29T00:00:00.000Z' };
    expect(isUsable({ ...answer, facts: launched })).toBe(false);
    expect(isUsable(paid('2026-02-01T00:00:00Z', '2027-02-28T00:00:00Z'))).toBe(true);
  });

  it('has time that ends, after it began', () => {
    expect(isUsable(paid('2026-02-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'))).toBe(false);
    expect(isUsable(paid(inDays(1), inDays(1)))).toBe(false);
    const endless = [{ seats: 20, startsAt: inDays(-1) }];
    expect(isUsable({ ...answer, facts: { ...answer.facts, segments: endless } })).toBe(false);
  });

  it('may have its segments in any order', () => {
    const segments = [
      { seats: 30, startsAt: inDays(100), endsAt: inDays(300) },
      { seats: 20, startsAt: inDays(-100), endsAt: inDays(100) },
    ];
    for (const order of [segments, segments.toReversed()]) {
      const out = answerOf({ facts: { segments: order } });
      expect(isUsable(out)).toBe(true);
      expect(out).toMatchObject({ seats: 20, endsAt: inDays(300) });
    }
  });

  it('says what its own facts say', () => {
    expect(isUsable({ ...answer, state: 'expired', blocked: true })).toBe(false);
    expect(isUsable({ ...answerOf({ facts: FACTS.expired }), state: 'active' })).toBe(false);
    expect(isUsable({ ...answerOf({ facts: FACTS.expired }), blocked: false })).toBe(false);
  });
});
