import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isAfter } from '../../src/domain/instant.js';
import { RUNS } from '../helpers/arbitraries.js';

test('days are 86 400 s, whatever the calendar does', () => {
  expect(addDays('2028-02-28T08:00:00.000Z', 1)).toBe('2028-02-29T08:00:00.000Z');
  expect(addDays('2026-03-01T08:00:00.000Z', 365)).toBe('2027-03-01T08:00:00.000Z');
  expect(addDays('2027-12-31T23:59:59.999Z', 1)).toBe('2028-01-01T23:59:59.999Z');
});

test('one instant lies after another however each is written', () => {
  expect(isAfter('2026-03-01T08:00:00.001Z', '2026-03-01T08:00:00.000Z')).toBe(true);
  expect(isAfter('2026-03-01T08:00:00Z', '2026-03-01T08:00:00.000Z')).toBe(false);
  expect(isAfter('2026-03-01T16:00:00.000+08:00', '2026-03-01T09:00:00.000Z')).toBe(false);
});

test('instants compare as their milliseconds do', () => {
  const instants = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(8e13) });
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      expect(isAfter(a.toISOString(), b.toISOString())).toBe(a.getTime() > b.getTime());
    }),
    RUNS,
  );
});
