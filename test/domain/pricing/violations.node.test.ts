import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../src/domain/access/types.js';
import type { Policy } from '../../../src/domain/policy/types.js';
import { quote } from '../../../src/domain/pricing/quote.js';
import type { QuoteContext, QuoteRequest, Violation } from '../../../src/domain/pricing/types.js';
import { policyWith } from '../../helpers/policy.js';

const now = '2026-03-01T08:00:00.000Z';

function segment(parts: Partial<Segment> = {}): Segment {
  return {
    orderId: 'o1',
    policyVersion: 1,
    seats: 10,
    cycle: 'year',
    cycles: 1,
    termDays: 365,
    days: 365,
    startsAt: '2025-06-09T08:00:00.000Z',
    endsAt: '2026-06-09T08:00:00.000Z',
    value: 100_000,
    ...parts,
  };
}

function violations(
  policy: Policy | null,
  request: Partial<QuoteRequest>,
  context: Partial<QuoteContext> = {},
): Violation[] {
  const result = quote(policy, request as QuoteRequest, { segments: [], now, ...context });
  return result.ok ? [] : result.violations;
}

function codes(...args: Parameters<typeof violations>): string[] {
  return violations(...args)
    .map(({ code }) => code)
    .sort();
}

describe('what cannot be ordered', () => {
  test('each violation carries its limit', () => {
    const policy = policyWith({
      seatLimits: { min: 5, max: 20 },
      rule: { type: 'tiered', mode: 'volume', tiers: [{ upTo: 30, unitAmount: 1 }] },
    });
    expect(violations(policy, { kind: 'new', seats: 4, cycles: 6 })).toEqual([
      { code: 'seats-below-minimum', min: 5 },
      { code: 'cycles-out-of-range', min: 1, max: 5 },
    ]);
    expect(violations(policy, { kind: 'new', seats: 31, cycles: 1 })).toEqual([
      { code: 'seats-above-maximum', max: 20 },
      { code: 'seats-outside-tiers', max: 30 },
    ]);
    expect(violations(policy, { kind: 'new', seats: -3, cycles: 1 })).toEqual([
      { code: 'seats-out-of-range', min: 1, max: 1_000_000 },
    ]);
  });

  test('a running service bars a purchase, and says until when', () => {
    const segments = [segment(), segment({ orderId: 'o2', endsAt: '2027-06-09T08:00:00.000Z' })];
    expect(violations(policyWith({}), { kind: 'new', seats: 5, cycles: 1 }, { segments })).toEqual([
      { code: 'already-active', endsAt: '2027-06-09T08:00:00.000Z' },
    ]);
  });

  test('an end is exclusive: at the very instant nothing is live', () => {
    const segments = [segment({ endsAt: now })];
    expect(codes(policyWith({}), { kind: 'new', seats: 5, cycles: 1 }, { segments })).toEqual([]);
    expect(codes(policyWith({}), { kind: 'expand', seats: 50, cycles: 1 }, { segments })).toEqual([
      'nothing-to-expand',
    ]);
  });

  test('an expansion needs more seats than any live segment, stacked ones too', () => {
    const segments = [
      segment({ orderId: 'ended', seats: 90, endsAt: '2026-02-01T08:00:00.000Z' }),
      segment(),
      segment({ orderId: 'o2', seats: 30, endsAt: '2027-06-09T08:00:00.000Z' }),
    ];
    const expand = (seats: number) =>
      violations(policyWith({}), { kind: 'expand', seats, cycles: 1 }, { segments });
    expect(expand(30)).toEqual([{ code: 'seats-not-increased', min: 31 }]);
    expect(expand(31)).toEqual([]);
  });

  test('a number that is missing or none is said for its field and nothing else', () => {
    expect(violations(policyWith({ seatLimits: { min: 5, max: 9 } }), { kind: 'new' })).toEqual([
      { code: 'not-integer', field: 'seats' },
      { code: 'not-integer', field: 'cycles' },
    ]);
    const segments = [segment()];
    const seats = NaN;
    expect(violations(policyWith({}), { kind: 'expand', seats, cycles: 1 }, { segments })).toEqual([
      { code: 'not-integer', field: 'seats' },
    ]);
  });

  test('everything is said at once', () => {
    expect(codes(null, { kind: 'expand', seats: 0, cycles: 1.5 }, { launched: false })).toEqual([
      'no-policy',
      'not-integer',
      'not-launched',
      'nothing-to-expand',
      'seats-out-of-range',
    ]);
    expect(codes(null, { kind: 'new', seats: 1, cycles: 59 })).toEqual([
      'cycles-out-of-range',
      'no-policy',
    ]);
    expect(codes(null, { kind: 'new', seats: 1, cycles: 58 })).toEqual(['no-policy']);
  });

  test('an amount is judged only when seats and cycles are in order', () => {
    const dear = policyWith({
      rule: { type: 'per-seat', unitAmount: 100_000_000 },
      seatLimits: { min: null, max: 500_000 },
    });
    expect(codes(dear, { kind: 'new', seats: 500_000, cycles: 1 })).toEqual([
      'amount-out-of-range',
    ]);
    expect(codes(dear, { kind: 'new', seats: 500_000, cycles: 9 })).toEqual([
      'cycles-out-of-range',
    ]);
    expect(codes(dear, { kind: 'new', seats: 500_001, cycles: 1 })).toEqual([
      'seats-above-maximum',
    ]);
    expect(codes(dear, { kind: 'renew', seats: 500_000, cycles: 1 })).toEqual([
      'amount-out-of-range',
      'nothing-to-renew',
    ]);
  });

  test('the list price of 10^12 is the last in range', () => {
    const policy = policyWith({ rule: { type: 'per-seat', unitAmount: 100_000_000 } });
    expect(codes(policy, { kind: 'new', seats: 10_000, cycles: 1 })).toEqual([]);
    expect(codes(policy, { kind: 'new', seats: 10_001, cycles: 1 })).toEqual([
      'amount-out-of-range',
    ]);
  });

  test('a co-term expansion asks for no cycles and looks at the list price of each segment', () => {
    const coTerm = policyWith({ expansion: 'co-term' });
    const dear = { ...coTerm, rule: { type: 'per-seat', unitAmount: 100_000_000 } as const };
    const segments = [segment(), segment({ orderId: 'o2', cycles: 5 })];
    expect(codes(coTerm, { kind: 'expand', seats: 11 }, { segments })).toEqual([]);
    expect(codes(dear, { kind: 'expand', seats: 2001 }, { segments })).toEqual([
      'amount-out-of-range',
    ]);
    expect(codes(dear, { kind: 'expand', seats: 2000 }, { segments })).toEqual([]);
  });

  test('a co-term expansion cannot cross into another cycle unit', () => {
    const policy = policyWith({ expansion: 'co-term', cycle: 'month' });
    const segments = [segment(), segment({ orderId: 'ended', cycle: 'month', endsAt: now })];
    expect(violations(policy, { kind: 'expand', seats: 11 }, { segments })).toEqual([
      { code: 'cycle-changed', cycle: 'year' },
    ]);
    expect(
      codes(
        { ...policy, expansion: 'new-term' },
        { kind: 'expand', seats: 11, cycles: 1 },
        { segments },
      ),
    ).toEqual([]);
  });

  test('a renewal keeps the seats of the latest end, and the limits bind it', () => {
    const segments = [
      segment({ orderId: 'o2', seats: 4, endsAt: '2027-06-09T08:00:00.000Z' }),
      segment(),
    ];
    const renewed = quote(policyWith({}), { kind: 'renew', cycles: 1 }, { segments, now });
    expect(renewed).toMatchObject({ quote: { seats: 4, startsAt: '2027-06-09T08:00:00.000Z' } });
    const limited = policyWith({ seatLimits: { min: 5, max: null } });
    expect(codes(limited, { kind: 'renew', cycles: 1 }, { segments })).toEqual([
      'seats-below-minimum',
    ]);
  });
});

describe('a quote', () => {
  test('repeats the version it was asked for, and has none otherwise', () => {
    const request = { kind: 'new', seats: 1, cycles: 1 } as const;
    const context = { segments: [], now };
    expect(quote(policyWith({}), request, { ...context, policyVersion: 3 })).toMatchObject({
      quote: { policyVersion: 3 },
    });
    const plain = quote(policyWith({}), request, context);
    expect(plain.ok && 'policyVersion' in plain.quote).toBe(false);
  });

  test('names the operands of every line', () => {
    const policy = policyWith({
      rule: {
        type: 'tiered',
        mode: 'graduated',
        tiers: [
          { upTo: 10, flatAmount: 100_000 },
          { upTo: null, unitAmount: 9000 },
        ],
      },
      offer: { type: 'discount', steps: [{ minCycles: 1, payPercent: 90 }] },
      priceCap: { amount: 120_000, per: 'order' },
    });
    const request = { kind: 'expand', seats: 15, cycles: 1 } as const;
    const result = quote(policy, request, { segments: [segment()], now });
    expect(result.ok && result.quote.lines).toEqual([
      {
        code: 'list',
        amount: 145_000,
        seats: 15,
        cycles: 1,
        parts: [
          { seats: 10, flatAmount: 100_000 },
          { seats: 5, unitAmount: 9000 },
        ],
      },
      { code: 'discount', amount: -14_500, minCycles: 1, payPercent: 90 },
      { code: 'cap', amount: -10_500, cap: 120_000 },
      {
        code: 'credit',
        amount: -27_397,
        orderId: 'o1',
        value: 100_000,
        remainingDays: 100,
        days: 365,
      },
    ]);
  });

  test('of a co-term expansion leaves out what costs nothing, but never the first line', () => {
    const policy = policyWith({
      expansion: 'co-term',
      rule: { type: 'per-seat', unitAmount: 0 },
    });
    const free = [segment({ value: 0 }), segment({ orderId: 'o2', value: 0 })];
    const result = quote(policy, { kind: 'expand', seats: 11 }, { segments: free, now });
    expect(result.ok && result.quote.lines).toEqual([
      { code: 'prorated', amount: 0, orderId: 'o1', price: 0, remainingDays: 100, termDays: 365 },
    ]);
  });

  test('of a co-term expansion gets the discount of the cycles of each segment', () => {
    const policy = policyWith({
      expansion: 'co-term',
      offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
    });
    const two = segment({
      cycles: 2,
      termDays: 730,
      days: 730,
      startsAt: '2024-06-09T08:00:00.000Z',
    });
    const result = quote(policy, { kind: 'expand', seats: 20 }, { segments: [two], now });
    expect(result.ok && result.quote.lines[0]).toEqual({
      code: 'prorated',
      amount: 59_178,
      orderId: 'o1',
      price: 432_000,
      remainingDays: 100,
      termDays: 730,
    });
  });
});
