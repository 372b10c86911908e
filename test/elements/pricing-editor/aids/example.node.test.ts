import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, type Policy, type TierMode } from '../../../../src/domain/index.js';
import { modeExample } from '../../../../src/elements/pricing-editor/aids/example.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { policies, RUNS } from '../../../helpers/arbitraries.js';
import { fullPolicy } from '../draft/drafts.js';

const listOf = (policy: Policy, mode: TierMode, seats: number) => {
  const rule = { ...policy.rule, mode } as Policy['rule'];
  const bare = { ...policy, rule, offer: null, seatLimits: null, priceCap: null };
  const result = quote(
    bare,
    { kind: 'new', seats, cycles: 1 },
    { segments: [], now: '2026-01-01T00:00:00.000Z' },
  );
  return result.ok ? result.quote.list : null;
};

describe('the example of the tier modes', () => {
  it('prices one order of the very tiers by both', () => {
    expect(modeExample(draftOf(fullPolicy))).toEqual({
      currency: 'CNY',
      seats: 60,
      volume: { amount: 543_000, parts: [{ seats: 60, unitAmount: 9_050 }] },
      graduated: {
        amount: 198_000 + 498_000 + 90_500,
        parts: [
          { seats: 10, flatAmount: 198_000 },
          { seats: 40, flatAmount: 498_000 },
          { seats: 10, unitAmount: 9_050 },
        ],
      },
    });
  });

  it('says what the quote says, and stays short', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const found = modeExample(draftOf(policy));
        if (policy.rule.type === 'per-seat' || policy.rule.tiers.length < 2) {
          expect(found).toBeNull();
          return;
        }
        expect(found!.graduated.parts.length).toBeLessThanOrEqual(3);
        expect(found!.graduated.parts.length).toBeGreaterThan(1);
        for (const mode of ['volume', 'graduated'] as const) {
          const list = listOf(policy, mode, found!.seats);
          // Beyond what any order may cost there is no quote.
          if (list === null) expect(found![mode].amount).toBeGreaterThan(1e12);
          else expect(found![mode].amount).toBe(list);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on what else is wrong, and is nothing while the tiers are', () => {
    const draft = draftOf(fullPolicy);
    expect(modeExample({ ...draft, trialDays: 'x', minSeats: '-1' })?.seats).toBe(60);
    const [first, ...rest] = draft.tiers;
    expect(modeExample({ ...draft, tiers: [{ ...first!, upTo: 'ten' }, ...rest] })).toBeNull();
    expect(modeExample({ ...draft, tiers: [first!] })).toBeNull();
  });
});
