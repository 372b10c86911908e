import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, type Policy } from '../../../../src/domain/index.js';
import { isComparable, usualCases } from '../../../../src/elements/pricing-editor/preview/cases.js';
import { comparedLengths } from '../../../../src/elements/pricing-editor/preview/lengths.js';
import { policies } from '../../../helpers/arbitraries.js';
import { policyWith } from '../../../helpers/policy.js';
import { fullPolicy } from '../draft/drafts.js';

function quoted(policy: Policy, seats: number, cycles: number): number | null {
  const context = { segments: [], now: '2026-03-01T08:00:00.000Z' };
  const result = quote(policy, { kind: 'new', seats, cycles }, context);
  return result.ok ? result.quote.payable : null;
}

describe('usualCases', () => {
  it('are the usual seats, the limits and both sides of every edge, for each length', () => {
    const cases = usualCases(fullPolicy, null, [1, 2]);
    expect([...new Set(cases.map(({ seats }) => seats))]).toEqual([
      5, 10, 11, 50, 51, 100, 386, 387, 429, 430, 500,
    ]);
    expect(cases.slice(0, 2).map(({ cycles }) => cycles)).toEqual([1, 2]);
  });

  it('say the difference in amounts and in hundredths of a percent', () => {
    const before = policyWith({});
    const after = policyWith({ rule: { type: 'per-seat', unitAmount: 11_000 } });
    expect(usualCases(after, before, [1])[0]).toEqual({
      seats: 5,
      cycles: 1,
      before: 60_000,
      after: 55_000,
      difference: -5_000,
      basisPoints: -833,
    });
  });

  it('say nothing of a percentage of nothing, nor of an order that one of the two refuses', () => {
    const free = policyWith({ rule: { type: 'per-seat', unitAmount: 0 } });
    const limited = policyWith({ seatLimits: { min: null, max: 20 } });
    const [five] = usualCases(policyWith({}), free, [1]);
    expect(five).toMatchObject({ difference: 60_000, basisPoints: null });
    const hundred = usualCases(policyWith({}), limited, [1]).find(({ seats }) => seats === 100);
    expect(hundred).toMatchObject({ before: null, after: 1_200_000, difference: null });
  });

  it('are what a buyer is quoted, by either policy', () => {
    const lengths = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(policies, policies, lengths, (policy, published, cycles) => {
        for (const each of usualCases(policy, published, [cycles])) {
          expect(each.after).toBe(quoted(policy, each.seats, cycles));
          expect(each.before).toBe(quoted(published, each.seats, cycles));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay a table that can be read with a hundred tiers', () => {
    const tiers = Array.from({ length: 100 }, (_, index) => ({
      upTo: (index + 1) * 7,
      unitAmount: 9_000 - index,
    }));
    const policy = policyWith({ rule: { type: 'tiered', mode: 'volume', tiers } });
    expect(usualCases(policy, null, [1])).toHaveLength(24);
  });
});

describe('isComparable', () => {
  it('takes one currency and one unit of time', () => {
    expect(isComparable(fullPolicy, policyWith({}))).toBe(true);
    expect(isComparable(fullPolicy, policyWith({ currency: 'USD' }))).toBe(false);
    expect(isComparable(fullPolicy, policyWith({ cycle: 'month' }))).toBe(false);
  });
});

describe('comparedLengths', () => {
  it('are those on offer, and of too many the shorter and the longest', () => {
    expect(comparedLengths(policyWith({}))).toEqual([1, 2, 3, 4, 5]);
    const steps = [2, 4, 18, 48].map((minCycles) => ({ minCycles, payPercent: 90 }));
    const policy = policyWith({ cycle: 'month', offer: { type: 'discount', steps } });
    expect(comparedLengths(policy)).toEqual([1, 2, 3, 4, 6, 48]);
  });
});
