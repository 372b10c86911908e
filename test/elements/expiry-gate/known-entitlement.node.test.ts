import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forget,
  isUsable,
  recall,
  remember,
} from '../../../src/elements/expiry-gate/known-entitlement.js';
import { FACTS, INSTALLATION, NOW, answerOf, inDays } from './answers.js';
import { memoryStorage } from './memory-storage.js';

const DAY = 86_400_000;
const answer = answerOf({ facts: FACTS.active });

describe('what a visit leaves for the next', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2031-01-01T00:00:00.000Z');
    vi.stubGlobal('localStorage', memoryStorage());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is the answer, moved on by the time that has passed, without its token', () => {
    remember(answer);
    vi.setSystemTime(Date.now() + 3 * DAY);
    expect(recall(INSTALLATION)).toEqual({ ...answer, token: null, now: inDays(3) });
  });

  it('is no younger than it was, however the clock is set', () => {
    remember(answer);
    vi.setSystemTime(Date.now() - 300 * DAY);
    expect(recall(INSTALLATION)?.now).toBe(NOW);
  });

  it('is about one installation', () => {
    remember(answer);
    expect(recall('i-2')).toBeNull();
    const moved = localStorage.getItem(`seatkit:entitlement:${INSTALLATION}`) ?? '';
    localStorage.setItem('seatkit:entitlement:i-2', moved);
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
    forget(INSTALLATION);
  });

  it.each(['format', 'deviceAt', 'answer'])('is not read where %s is missing', (name) => {
    remember(answer);
    const key = `seatkit:entitlement:${INSTALLATION}`;
    const stored = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>;
    localStorage.setItem(key, JSON.stringify({ ...stored, [name]: undefined }));
    expect(recall(INSTALLATION)).toBeNull();
  });
});

describe('an answer that can be used', () => {
  it('has the shape it should, and dates within a calendar', () => {
    expect(isUsable(answer)).toBe(true);
    expect(isUsable({ ...answer, facts: { ...answer.facts, segments: null } })).toBe(false);
    expect(isUsable({ rubbish: true })).toBe(false);
    expect(isUsable(null)).toBe(false);
    const endless = answerOf({ facts: FACTS.trial });
    endless.facts.trialDays = Number.MAX_SAFE_INTEGER;
    expect(isUsable(endless)).toBe(false);
  });
});
