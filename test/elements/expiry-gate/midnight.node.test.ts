import { describe, expect, it } from 'vitest';
import { nextMidnight } from '../../../src/elements/expiry-gate/midnight.js';

const after = (now: string, timeZone: string) =>
  new Date(nextMidnight(Date.parse(now), timeZone)).toISOString();

describe('the end of the day', () => {
  it.each([
    ['2026-06-01T08:00:00.000Z', 'Asia/Shanghai', '2026-06-01T16:00:00.000Z'],
    ['2026-06-01T15:59:59.999Z', 'Asia/Shanghai', '2026-06-01T16:00:00.000Z'],
    ['2026-06-01T16:00:00.000Z', 'Asia/Shanghai', '2026-06-02T16:00:00.000Z'],
    ['2026-06-01T16:00:00.001Z', 'Asia/Shanghai', '2026-06-02T16:00:00.000Z'],
    ['2026-06-01T08:00:00.000Z', 'UTC', '2026-06-02T00:00:00.000Z'],
    ['2026-06-01T08:00:00.000Z', 'Asia/Kolkata', '2026-06-01T18:30:00.000Z'],
    ['2026-12-31T23:00:00.000Z', 'Pacific/Kiritimati', '2027-01-01T10:00:00.000Z'],
  ])('after %s in %s is %s', (now, timeZone, end) => {
    expect(after(now, timeZone)).toBe(end);
  });

  it('comes an hour sooner or later when clocks are changed', () => {
    expect(after('2026-03-29T00:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
    expect(after('2026-10-24T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is the first instant of the next day where midnight is left out', () => {
    expect(after('2026-04-23T12:00:00.000Z', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });
});
