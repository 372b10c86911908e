import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCurve, priceOnCurve } from '../../../src/domain/index.js';
import { lintPolicy } from '../../../src/domain/policy/lint.js';
import { isRiskyImpact, newWarnings, policyImpact } from '../../../src/domain/policy/impact.js';
import type { ImpactFacts, PolicyImpact } from '../../../src/domain/policy/impact/types.js';
import type { Policy } from '../../../src/domain/policy/types.js';
import { policies } from '../../helpers/arbitraries.js';
import { policyWith } from '../../helpers/policy.js';

const NOW = '2026-03-01T08:00:00.000Z';

const nobody: ImpactFacts = {
  launchedAt: '2026-01-01T00:00:00.000Z',
  trialDays: 15,
  extraTrial: null,
  segments: [],
  pendingOrderId: null,
};

/** 30 seats for a year, until 2027. */
const subscriber: ImpactFacts = {
  ...nobody,
  segments: [
    {
      orderId: 'o1',
      policyVersion: 1,
      seats: 30,
      cycle: 'year',
      cycles: 1,
      termDays: 365,
      days: 365,
      startsAt: '2026-01-10T00:00:00.000Z',
      endsAt: '2027-01-10T00:00:00.000Z',
      value: 360_000,
    },
  ],
};

const before = policyWith({});
const dearer = policyWith({ rule: { type: 'per-seat', unitAmount: 15_000 } });

function find<Code extends PolicyImpact['code']>(
  code: Code,
  after: Policy,
  facts = nobody,
  from: Policy | null = before,
): Extract<PolicyImpact, { code: Code }> | undefined {
  return policyImpact(from, after, facts, NOW).find(
    (impact): impact is Extract<PolicyImpact, { code: Code }> => impact.code === code,
  );
}

describe('what a publication does to prices', () => {
  it('names the order that rises most, with both amounts and how far', () => {
    expect(find('price-up', dearer)).toEqual({
      code: 'price-up',
      seats: 1,
      cycles: 1,
      amountBefore: 12_000,
      amount: 15_000,
      percent: 25,
    });
    expect(find('price-down', dearer)).toBeUndefined();
    expect(find('prices-kept', dearer)).toBeUndefined();
  });

  it('finds what only longer terms feel', () => {
    const offered = policyWith({
      offer: { type: 'discount', steps: [{ minCycles: 3, payPercent: 80 }] },
    });
    expect(find('price-down', offered)).toMatchObject({ cycles: 3, seats: 1, percent: 20 });
  });

  it('says when nothing changes, or cannot be compared', () => {
    expect(find('prices-kept', policyWith({ trial: { days: 3, extraDays: null } }))).toBeDefined();
    expect(find('prices-not-comparable', policyWith({ cycle: 'month' }))).toBeDefined();
    expect(find('prices-not-comparable', policyWith({ currency: 'USD' }))).toBeDefined();
  });

  it('gives no share of nothing, nor one beyond measure', () => {
    const free = policyWith({ rule: { type: 'per-seat', unitAmount: 0 } });
    expect(find('price-up', before, nobody, free)).toMatchObject({
      amountBefore: 0,
      percent: null,
    });
    expect(find('price-down', free)).toMatchObject({ amount: 0, percent: 100 });
    const cent = policyWith({ rule: { type: 'per-seat', unitAmount: 1 } });
    const most = policyWith({ rule: { type: 'per-seat', unitAmount: 100_000_000 } });
    expect(find('price-up', most, nobody, cent)).toMatchObject({ percent: null });
  });

  it('tells which seats are no longer sold', () => {
    const limited = policyWith({ seatLimits: { min: 5, max: 100 } });
    expect(find('fewer-sold', limited)).toMatchObject({ min: 5, max: 100 });
    expect(find('fewer-sold', before, nobody, limited)).toBeUndefined();
  });

  it('never misses a move: no order up to 200 seats moves farther than what is named', () => {
    fc.assert(
      fc.property(policies, policies, fc.integer({ min: 1, max: 200 }), (old, next, seats) => {
        const after = { ...next, currency: old.currency, cycle: old.cycle };
        const [a, b] = [old, after].map((policy) =>
          priceOnCurve(priceCurve(policy, { cycles: 1 }), seats),
        );
        if (a == null || b == null || a === b || a === 0) return;
        const named = find(b > a ? 'price-up' : 'price-down', after, nobody, old);
        expect(named).toBeDefined();
        const percent = (Math.abs(b - a) * 100) / a;
        // Rounded prices may lie a minor unit beside the straight line between two bends.
        expect(named?.percent ?? Infinity).toBeGreaterThanOrEqual(percent - 200 / a - 0.01);
      }),
    );
  });
});

describe('what a publication does to who is there', () => {
  it('leaves bought time, and prices its renewal anew', () => {
    expect(find('time-kept', dearer, subscriber)).toMatchObject({
      seats: 30,
      endsAt: '2027-01-10T00:00:00.000Z',
    });
    expect(find('renewal', dearer, subscriber)).toEqual({
      code: 'renewal',
      seats: 30,
      cycles: 1,
      amount: 450_000,
      move: { amountBefore: 360_000, amount: 450_000, percent: 25 },
    });
  });

  it('says when the present seats could not be renewed, and why', () => {
    const small = policyWith({ seatLimits: { min: null, max: 20 } });
    expect(find('renewal-barred', small, subscriber)).toEqual({
      code: 'renewal-barred',
      seats: 30,
      violations: [{ code: 'seats-above-maximum', max: 20 }],
    });
    expect(find('renewal', small, subscriber)).toBeUndefined();
  });

  it('says when seats could not be added to time bought in another unit', () => {
    const monthly = policyWith({ cycle: 'month', expansion: 'co-term' });
    expect(find('expansion-barred', monthly, subscriber)).toMatchObject({ cycle: 'year' });
    expect(find('renewal', monthly, subscriber)).toMatchObject({ cycles: 1, move: null });
    expect(find('expansion-barred', policyWith({ cycle: 'month' }), subscriber)).toBeUndefined();
  });

  it('keeps a running trial as it was promised', () => {
    const shorter = policyWith({ trial: { days: 1, extraDays: null } });
    const trying = { ...nobody, launchedAt: '2026-02-20T00:00:00.000Z' };
    expect(find('trial-kept', shorter, trying)).toMatchObject({
      endsAt: '2026-03-07T00:00:00.000Z',
    });
    const extra = { ...nobody, extraTrial: { days: 7, startedAt: '2026-02-28T00:00:00.000Z' } };
    expect(find('trial-kept', shorter, extra)).toMatchObject({
      endsAt: '2026-03-07T00:00:00.000Z',
    });
    expect(find('trial-kept', shorter, nobody)).toBeUndefined();
    expect(find('trial-at-launch', shorter, { ...nobody, launchedAt: null })).toMatchObject({
      days: 1,
      extraDays: null,
    });
  });

  it('keeps the price of an order that waits', () => {
    expect(find('order-kept', dearer, { ...nobody, pendingOrderId: 'o7' })).toMatchObject({
      orderId: 'o7',
    });
  });
});

describe('what has to be confirmed by itself', () => {
  const risky = (after: Policy, facts = nobody) =>
    policyImpact(before, after, facts, NOW)
      .filter(isRiskyImpact)
      .map(({ code }) => code);
  const unit = (unitAmount: number) => policyWith({ rule: { type: 'per-seat', unitAmount } });

  it('is a price that moves by a fifth or more', () => {
    expect(risky(unit(14_399))).toEqual([]);
    expect(risky(unit(14_400))).toEqual(['price-up']);
    expect(risky(unit(9_601))).toEqual([]);
    expect(risky(unit(9_600))).toEqual(['price-down']);
    expect(risky(unit(14_400), subscriber)).toEqual(['price-up', 'renewal']);
  });

  it('is another unit, and a subscription that could not go on', () => {
    expect(risky(policyWith({ currency: 'USD' }))).toEqual(['prices-not-comparable']);
    expect(risky(policyWith({ seatLimits: { min: 31, max: null } }), subscriber)).toEqual([
      'renewal-barred',
    ]);
  });

  it('is a warning that the version in force does not have already', () => {
    const free = unit(0);
    expect(newWarnings(null, free).map(({ code }) => code)).toEqual(['price-zero']);
    expect(newWarnings(free, { ...free, trial: { days: 9, extraDays: null } })).toEqual([]);
    const capped = policyWith({ priceCap: { amount: 1_000_000, per: 'order' } });
    expect(lintPolicy(capped).map(({ code }) => code)).toEqual(['cap-reached']);
    expect(newWarnings(null, capped)).toEqual([]);
  });
});
