import { describe, expect, it } from 'vitest';
import {
  dayOf,
  endOfDay,
  instantAt,
  lastDayOf,
  startOfDay,
} from '../../../src/elements/order-list/calendar.js';

describe('days of a time zone', () => {
  it('begin at its own midnight', () => {
    expect(startOfDay('2026-03-01', 'Asia/Shanghai')).toBe('2026-02-28T16:00:00.000Z');
    expect(startOfDay('2026-03-01', 'UTC')).toBe('2026-03-01T00:00:00.000Z');
    expect(startOfDay('2026-03-01', 'America/New_York')).toBe('2026-03-01T05:00:00.000Z');
    expect(startOfDay('2026-03-01', 'Asia/Kolkata')).toBe('2026-02-28T18:30:00.000Z');
  });

  it('have times as their clocks show them', () => {
    expect(instantAt('2026-03-01', '09:05', 'Asia/Shanghai')).toBe('2026-03-01T01:05:00.000Z');
    expect(instantAt('2026-03-08', '12:00', 'America/New_York')).toBe('2026-03-08T16:00:00.000Z');
    expect(instantAt('2026-03-01', '25:00', 'UTC')).toBeNull();
    expect(instantAt('', '09:05', 'UTC')).toBeNull();
  });

  it('end where the next begins, also when clocks change', () => {
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
    expect(endOfDay('2026-12-31', 'Asia/Shanghai')).toBe('2026-12-31T16:00:00.000Z');
  });

  it('are found again from their instants', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'UTC']) {
      for (const day of ['2026-01-01', '2026-03-08', '2026-03-29', '2026-10-25', '2028-02-29']) {
        expect(dayOf(startOfDay(day, zone)!, zone)).toBe(day);
        expect(lastDayOf(endOfDay(day, zone)!, zone)).toBe(day);
      }
    }
  });

  it('are none where the text is none', () => {
    for (const text of ['', '2026-3-1', 'tomorrow', '2026-13-01']) {
      expect(startOfDay(text, 'UTC')).toBeNull();
      expect(endOfDay(text, 'UTC')).toBeNull();
    }
  });
});
