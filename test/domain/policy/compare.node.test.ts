import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../../src/domain/policy/compare.js';
import type { Policy } from '../../../src/domain/policy/types.js';
import { policies } from '../../helpers/arbitraries.js';

const base: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 50, flatAmount: 500_000 },
      { upTo: null, unitAmount: 9_000 },
    ],
  },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
  seatLimits: null,
  priceCap: { amount: 6_500_000, per: 'order' },
  expansion: 'new-term',
};

const changed = (over: Partial<Policy>) => comparePolicies(base, { ...base, ...over });

describe('comparePolicies', () => {
  it('names each changed field with both values, in the order of the policy', () => {
    const after = changed({
      currency: 'USD',
      trial: { days: 15, extraDays: null },
      expansion: 'co-term',
    });
    expect(after).toEqual([
      { path: 'currency', before: 'CNY', after: 'USD' },
      { path: 'trial.extraDays', before: 7, after: null },
      { path: 'expansion', before: 'new-term', after: 'co-term' },
    ]);
  });

  it('compares tiers by position, whole where the kind of amount changes', () => {
    const rule: Policy['rule'] = {
      type: 'tiered',
      mode: 'volume',
      tiers: [
        { upTo: 50, unitAmount: 10_000 },
        { upTo: 100, unitAmount: 9_000 },
        { upTo: null, unitAmount: 8_000 },
      ],
    };
    expect(changed({ rule })).toEqual([
      {
        path: 'rule.tiers[0]',
        before: { upTo: 50, flatAmount: 500_000 },
        after: { upTo: 50, unitAmount: 10_000 },
      },
      { path: 'rule.tiers[1].upTo', before: null, after: 100 },
      { path: 'rule.tiers[2]', before: undefined, after: { upTo: null, unitAmount: 8_000 } },
    ]);
  });

  it('reports another kind of rule or offer once, at its own path', () => {
    const rule: Policy['rule'] = { type: 'per-seat', unitAmount: 1 };
    const offer: Policy['offer'] = { type: 'gift', steps: [{ minCycles: 2, days: 60 }] };
    expect(changed({ rule, offer }).map(({ path }) => path)).toEqual(['rule', 'offer']);
    expect(changed({ offer: null, priceCap: null })).toEqual([
      { path: 'offer', before: base.offer, after: null },
      { path: 'priceCap', before: base.priceCap, after: null },
    ]);
  });

  it('reads seat limits side by side', () => {
    expect(changed({ seatLimits: { min: null, max: null } })).toEqual([]);
    expect(changed({ seatLimits: { min: 5, max: null } })).toEqual([
      { path: 'seatLimits.min', before: null, after: 5 },
    ]);
  });

  it('finds nothing between equal policies, however their keys are ordered', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, reversed(v)]),
      );
    };
    fc.assert(
      fc.property(policies, (policy) => {
        expect(comparePolicies(policy, reversed(policy) as Policy)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the same changes backwards, and some whenever policies differ', () => {
    fc.assert(
      fc.property(policies, policies, (a, b) => {
        const there = comparePolicies(a, b);
        const back = comparePolicies(b, a);
        expect(back).toEqual(
          there.map(({ path, before, after }) => ({ path, before: after, after: before })),
        );
        const alike = (policy: Policy) =>
          JSON.stringify({ ...policy, seatLimits: policy.seatLimits ?? { min: null, max: null } });
        expect(there.length > 0).toBe(alike(a) !== alike(b));
      }),
      { numRuns: 1000 },
    );
  });
});
