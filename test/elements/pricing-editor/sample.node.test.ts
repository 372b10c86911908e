import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, type Policy } from '../../../src/domain/index.js';
import {
  FIRST_SAMPLE,
  workOutSample,
  type SampleText,
} from '../../../src/elements/pricing-editor/sample.js';
import type { SegmentText } from '../../../src/elements/pricing-editor/preview/subscription.js';
import { policies, RUNS } from '../../helpers/arbitraries.js';
import { policyWith } from '../../helpers/policy.js';
import { fullPolicy } from './draft/drafts.js';

const now = '2026-03-01T08:00:00.000Z';
const ZONE = 'Asia/Shanghai';

const work = (text: Partial<SampleText>, policy: Policy | null = fullPolicy) =>
  workOutSample({ ...FIRST_SAMPLE, ...text }, policy, now, ZONE);

const aYear: SegmentText = {
  id: 1,
  seats: '20',
  startsOn: '2025-06-09',
  cycles: '1',
  cycle: 'year',
  value: '1,000',
};

describe('workOutSample', () => {
  it('is the very quote a first buyer would get', () => {
    const request = { kind: 'new', seats: 60, cycles: 2 } as const;
    const expected = quote(fullPolicy, request, { segments: [], now });
    expect({ ok: true, quote: work({ seats: '60', cycles: '2' }).quote }).toEqual(expected);
  });

  it.each(['0', '1.5', '-3', '1e9', '', '一百'])(
    'refuses %s with a reason and draws on',
    (seats) => {
      const sample = work({ seats });
      expect(sample.quote).toBeNull();
      expect(sample.seatsFault !== null || sample.violations.length > 0).toBe(true);
      expect(sample.seatsText).toBe(seats);
    },
  );

  it('understands what people paste', () => {
    expect(work({ seats: ' 1,00 ', cycles: '１' }).seatsFault).toBe('not-number');
    expect(work({ seats: '１００' }).quote?.seats).toBe(100);
  });

  it('begins with seats that can be ordered', () => {
    const seats = (min: number, max: number) =>
      work({}, policyWith({ seatLimits: { min, max } })).seatsText;
    expect([seats(1, 500), seats(50, 500), seats(1, 10)]).toEqual(['30', '50', '10']);
    expect(work({}, null).seatsText).toBe('30');
  });

  it('draws the curve for one cycle while the field holds none that is sold', () => {
    const cycles = (text: string) => work({ seats: '10', cycles: text }).cycles;
    expect([cycles('3'), cycles('0'), cycles('99'), cycles('x')]).toEqual([3, 1, 1, 1]);
  });
});

describe('an order of somebody who has bought before', () => {
  const newTerm = policyWith({});
  const coTerm = policyWith({ expansion: 'co-term' });
  const paid = { holding: 'paid', segments: [aYear] } as const;

  it('credits what is left of the paid time, as the platform’s own example does', () => {
    const { quote: found } = work({ ...paid, kind: 'expand', seats: '30' }, newTerm);
    expect(found).toMatchObject({ cycles: 1, price: 360_000, credit: 27_397, payable: 332_603 });
    expect(found?.lines.find(({ code }) => code === 'credit')).toMatchObject({
      value: 100_000,
      remainingDays: 100,
      days: 365,
    });
  });

  it('keeps the end, and asks for no length, where the draft says so', () => {
    const { quote: found, hasCycles } = work(
      { ...paid, kind: 'expand', seats: '30', cycles: 'x' },
      coTerm,
    );
    expect(hasCycles).toBe(false);
    expect(found).toMatchObject({ cycles: 0, endsAt: '2026-06-09T08:00:00.000Z' });
    expect(found?.lines.map(({ code }) => code)).toEqual(['prorated', 'credit']);
  });

  it('renews with the seats there are, from where the time ends', () => {
    const sample = work({ ...paid, kind: 'renew' }, newTerm);
    expect(sample.seatsText).toBe('20');
    expect(sample.quote).toMatchObject({ seats: 20, startsAt: '2026-06-09T08:00:00.000Z' });
  });

  it('proposes more seats than there are where some are to be added', () => {
    expect(work({ ...paid, kind: 'expand' }, newTerm).seatsText).toBe('30');
  });

  it.each<[SampleText['kind'], Partial<SampleText>, string]>([
    ['new', paid, 'already-active'],
    ['expand', {}, 'nothing-to-expand'],
    ['renew', {}, 'nothing-to-renew'],
    ['expand', { ...paid, seats: '20' }, 'seats-not-increased'],
  ])('refuses %s with its reason', (kind, text, code) => {
    const { quote: found, violations } = work({ kind, seats: '30', ...text }, newTerm);
    expect(found).toBeNull();
    expect(violations.map((violation) => violation.code)).toContain(code);
  });

  it('says that time in another unit cannot keep its end', () => {
    const segments = [{ ...aYear, cycle: 'month' as const, cycles: '12' }];
    const { violations } = work({ holding: 'paid', segments, kind: 'expand', seats: '30' }, coTerm);
    expect(violations.map(({ code }) => code)).toEqual(['cycle-changed']);
  });

  it('says nothing of a price while the paid time cannot be read', () => {
    const segments = [{ ...aYear, value: 'free' }];
    const { quote: found, violations } = work({ ...paid, segments, kind: 'expand' }, newTerm);
    expect([found, violations]).toEqual([null, []]);
  });

  it('is the quote of the domain for every policy, order and paid time', () => {
    const kinds = fc.constantFrom<SampleText['kind']>('new', 'renew', 'expand');
    const few = fc.integer({ min: 1, max: 80 });
    const segment = fc.record({
      seats: few,
      cycles: fc.integer({ min: 1, max: 3 }),
      value: fc.integer({ min: 0, max: 9_999 }),
    });
    const held = fc.array(segment, { maxLength: 3 });
    fc.assert(
      fc.property(policies, kinds, few, few, held, (policy, kind, seats, cycles, holding) => {
        const segments = holding.map((each, index): SegmentText => ({
          id: index + 1,
          seats: String(each.seats),
          startsOn: index === 0 ? '2026-01-10' : '',
          cycles: String(each.cycles),
          cycle: policy.cycle,
          value: String(each.value),
        }));
        const text = { kind, seats: String(seats), cycles: String(cycles), segments };
        const sample = work({ ...text, holding: 'paid' }, policy);
        const request =
          kind === 'expand' && policy.expansion === 'co-term'
            ? ({ kind, seats } as const)
            : { kind, seats, cycles };
        const { segments: live } = sample.subscription;
        expect(live).toHaveLength(holding.length);
        const result = quote(policy, request, { segments: live, now });
        expect(sample.quote).toEqual(result.ok ? result.quote : null);
        expect(sample.violations).toEqual(result.ok ? [] : result.violations);
      }),
      RUNS,
    );
  });
});
