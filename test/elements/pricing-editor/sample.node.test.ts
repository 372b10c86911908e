import { describe, expect, it } from 'vitest';
import { quote } from '../../../src/domain/index.js';
import { workOutSample } from '../../../src/elements/pricing-editor/sample.js';
import { policyWith } from '../../helpers/policy.js';
import { fullPolicy } from './draft/drafts.js';

const now = '2026-03-01T08:00:00.000Z';

describe('workOutSample', () => {
  it('is the very quote a first buyer would get', () => {
    const request = { kind: 'new', seats: 60, cycles: 2 } as const;
    const expected = quote(fullPolicy, request, { segments: [], now });
    const { quote: sample } = workOutSample({ seats: '60', cycles: '2' }, fullPolicy, now);
    expect({ ok: true, quote: sample }).toEqual(expected);
  });

  it.each(['0', '1.5', '-3', '1e9', '', '一百'])(
    'refuses %s with a reason and draws on',
    (seats) => {
      const sample = workOutSample({ seats, cycles: '1' }, fullPolicy, now);
      expect(sample.quote).toBeNull();
      expect(sample.seatsFault !== null || sample.violations.length > 0).toBe(true);
      expect(sample.seatsText).toBe(seats);
    },
  );

  it('understands what people paste', () => {
    expect(workOutSample({ seats: ' 1,00 ', cycles: '１' }, fullPolicy, now).seatsFault).toBe(
      'not-number',
    );
    expect(workOutSample({ seats: '１００', cycles: '1' }, fullPolicy, now).quote?.seats).toBe(100);
  });

  it('begins with seats that can be ordered', () => {
    const seats = (min: number, max: number) =>
      workOutSample({ seats: null, cycles: '1' }, policyWith({ seatLimits: { min, max } }), now)
        .seatsText;
    expect([seats(1, 500), seats(50, 500), seats(1, 10)]).toEqual(['30', '50', '10']);
    expect(workOutSample({ seats: null, cycles: '1' }, null, now).seatsText).toBe('30');
  });

  it('draws the curve for one cycle while the field holds none that is sold', () => {
    const cycles = (text: string) =>
      workOutSample({ seats: '10', cycles: text }, fullPolicy, now).cycles;
    expect([cycles('3'), cycles('0'), cycles('99'), cycles('x')]).toEqual([3, 1, 1, 1]);
  });
});
