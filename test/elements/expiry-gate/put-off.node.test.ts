import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awayUntil, lastPutOff, putOff } from '../../../src/elements/expiry-gate/put-off.js';
import { memoryStorage } from './memory-storage.js';

const NOW = Date.parse('2026-06-01T08:00:00.000Z');
const DAY = 86_400_000;

describe('a notice that is put off', () => {
  beforeEach(() => void vi.stubGlobal('localStorage', memoryStorage()));
  afterEach(() => void vi.unstubAllGlobals());

  it('stays away for the day, and for that matter and installation only', () => {
    putOff('i-1', 'ending', NOW + DAY);
    const last = lastPutOff('i-1');
    expect(awayUntil(last, 'i-1', 'ending', NOW)).toBe(NOW + DAY);
    expect(awayUntil(last, 'i-1', 'ending', NOW + DAY - 1)).toBe(NOW + DAY);
    expect(awayUntil(last, 'i-1', 'ending', NOW + DAY)).toBeNull();
    expect(awayUntil(last, 'i-1', 'another', NOW)).toBeNull();
    expect(awayUntil(last, 'i-2', 'ending', NOW)).toBeNull();
    expect(lastPutOff('i-2')).toBeNull();
  });

  it('returns when the clock was far ahead and is set back', () => {
    putOff('i-1', 'ending', NOW + 31 * DAY);
    expect(awayUntil(lastPutOff('i-1'), 'i-1', 'ending', NOW)).toBeNull();
  });

  it('bears two answers that disagree about the second', () => {
    putOff('i-1', 'ending', NOW + 900 + DAY);
    expect(awayUntil(lastPutOff('i-1'), 'i-1', 'ending', NOW)).toBe(NOW + 900 + DAY);
  });

  it('holds in the page where nothing can be stored', () => {
    vi.stubGlobal('localStorage', undefined);
    const kept = putOff('i-1', 'ending', NOW + DAY);
    expect(awayUntil(kept, 'i-1', 'ending', NOW)).toBe(NOW + DAY);
    expect(lastPutOff('i-1')).toBeNull();
  });

  it.each([
    '{',
    'null',
    '1',
    '[]',
    '{"key":"ending"}',
    '{"installationId":"i-1","key":1,"until":1}',
  ])('takes %s in the storage for nothing', (left) => {
    localStorage.setItem('seatkit:put-off:i-1', left);
    expect(lastPutOff('i-1')).toBeNull();
  });
});
