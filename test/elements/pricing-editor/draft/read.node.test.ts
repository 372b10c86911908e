import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatePolicy } from '../../../../src/domain/index.js';
import { assess } from '../../../../src/elements/pricing-editor/assess.js';
import { BLANK_DRAFT, type Draft } from '../../../../src/elements/pricing-editor/draft/draft.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { isDraft } from '../../../../src/elements/pricing-editor/draft/saved.js';
import { tidy } from '../../../../src/elements/pricing-editor/draft/tidy.js';
import { policies } from '../../../helpers/arbitraries.js';
import { fullPolicy } from './drafts.js';

const codesOf = (draft: Draft) =>
  Object.fromEntries(assess(draft).issues.map(({ path, code }) => [path, code]));

describe('a draft and its policy', () => {
  it('says what the policy said, for every policy there is', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const { policy: read } = assess(draftOf(policy));
        // Limits open on both sides are the same as none.
        const open = policy.seatLimits?.min === null && policy.seatLimits.max === null;
        expect(read).toEqual(open ? { ...policy, seatLimits: null } : policy);
      }),
    );
  });

  it('means the same after it was tidied', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const draft = draftOf(policy);
        expect(assess(tidy(draft)).policy).toEqual(assess(draft).policy);
      }),
    );
  });

  it('takes anything at all without throwing, and what it makes of it is a draft', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const draft = draftOf(json);
        expect(isDraft(draft)).toBe(true);
        const { policy, issues } = assess(draft);
        expect(policy === null).toBe(issues.length > 0);
      }),
    );
  });

  it('is none with more rows than a form can bear, or with rows that cannot be told apart', () => {
    const draft = draftOf(fullPolicy);
    const [tier] = draft.tiers;
    const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ ...tier!, id }));
    expect(isDraft({ ...draft, tiers: rows(101) })).toBe(true);
    expect(isDraft({ ...draft, tiers: rows(102) })).toBe(false);
    expect(isDraft({ ...draft, tiers: [tier, tier] })).toBe(false);
  });

  it('keeps what was wrong with a policy from elsewhere in sight', () => {
    const draft = draftOf({ ...fullPolicy, trial: { days: 90, extraDays: 'abc' } });
    expect([draft.trialDays, draft.extraDays]).toEqual(['90', 'abc']);
    expect(codesOf(draft)).toEqual({
      'trial.days': 'out-of-range',
      'trial.extraDays': 'not-number',
    });
  });
});

describe('what is wrong with a draft', () => {
  it('is everything at once, each text once and in its own words', () => {
    const draft: Draft = {
      ...draftOf(fullPolicy),
      currency: 'XYZ',
      trialDays: '十五',
      extraTrial: true,
      extraDays: '-3',
      tiers: [
        { id: 1, upTo: '50', priced: 'flat', flatAmount: 'free', unitAmount: '' },
        { id: 2, upTo: '20', priced: 'unit', flatAmount: '', unitAmount: '12.345' },
        { id: 3, upTo: '', priced: 'unit', flatAmount: '', unitAmount: '' },
        { id: 4, upTo: '1.5', priced: 'flat', flatAmount: '1e3', unitAmount: '' },
      ],
      discountSteps: [
        { id: 1, minCycles: '0', benefit: '九折' },
        { id: 2, minCycles: '2', benefit: '69' },
        { id: 3, minCycles: '2', benefit: '88.888' },
      ],
      minSeats: '9',
      maxSeats: '3',
      capAmount: '0x10',
    };
    expect(codesOf(draft)).toEqual({
      currency: 'unknown-currency',
      'trial.days': 'not-number',
      'trial.extraDays': 'negative',
      'rule.tiers[0].flatAmount': 'not-amount',
      'rule.tiers[1].upTo': 'not-rising',
      'rule.tiers[1].unitAmount': 'too-many-decimals',
      'rule.tiers[2].upTo': 'empty',
      'rule.tiers[2].unitAmount': 'empty',
      'rule.tiers[3].upTo': 'not-integer',
      'rule.tiers[3].flatAmount': 'not-amount',
      'offer.steps[0].minCycles': 'out-of-range',
      'offer.steps[0].payPercent': 'not-number',
      'offer.steps[1].payPercent': 'out-of-range',
      'offer.steps[2].minCycles': 'not-rising',
      'offer.steps[2].payPercent': 'too-many-decimals',
      seatLimits: 'min-above-max',
      'priceCap.amount': 'not-amount',
    });
  });

  it('is said at the table where it is wrong with the table', () => {
    const draft = { ...draftOf(fullPolicy), tiers: [], discountSteps: [] };
    expect(codesOf(draft)).toEqual({ 'rule.tiers': 'out-of-range', 'offer.steps': 'out-of-range' });
  });

  it('leaves out the side of a choice that is not chosen, and keeps its texts', () => {
    const draft: Draft = {
      ...draftOf(fullPolicy),
      ruleType: 'per-seat',
      unitAmount: '120',
      offer: 'none',
    };
    expect(assess(draft).policy).toMatchObject({
      rule: { type: 'per-seat', unitAmount: 12_000 },
      offer: null,
    });
    expect(draft.tiers).toHaveLength(3);
    expect(assess({ ...draft, ruleType: 'tiered', offer: 'discount' }).policy).toEqual(fullPolicy);
  });

  it('is only the price in a blank draft', () => {
    expect(codesOf(BLANK_DRAFT)).toEqual({ 'rule.unitAmount': 'empty' });
  });

  it('is the same as the domain finds, where every text is a number', () => {
    const policy = {
      ...fullPolicy,
      trial: { days: 50, extraDays: 20 },
      seatLimits: { min: 5, max: 2 },
    };
    const { issues } = assess(draftOf(policy));
    const checked = validatePolicy(policy);
    expect(issues).toEqual(checked.ok ? [] : checked.issues);
    expect(issues.map(({ code }) => code)).toEqual(['trial-too-long', 'min-above-max']);
  });
});

describe('texts as people type them', () => {
  it.each([
    ['1,200', 120_000],
    ['1200.5', 120_050],
    ['￥1200', 120_000],
    ['１２００', 120_000],
    [' ¥ 1 200.50 ', 120_050],
  ])('reads %s as an amount', (unitAmount, amount) => {
    const draft: Draft = { ...BLANK_DRAFT, unitAmount };
    expect(assess(draft).policy?.rule).toEqual({ type: 'per-seat', unitAmount: amount });
  });

  it('prints them in full when a field is left, and leaves alone what is no number or out of range', () => {
    const draft: Draft = {
      ...BLANK_DRAFT,
      currency: ' cny ',
      unitAmount: '１２００.5',
      capAmount: '99999999999',
      minSeats: '1000',
      maxSeats: '很多',
      trialDays: '１５',
    };
    expect(tidy(draft)).toMatchObject({
      currency: 'CNY',
      unitAmount: '1,200.50',
      capAmount: '99,999,999,999',
      minSeats: '1,000',
      maxSeats: '很多',
      trialDays: '15',
    });
  });

  it('follows the decimals of the currency', () => {
    const yen: Draft = { ...BLANK_DRAFT, currency: 'JPY', unitAmount: '1200' };
    expect(assess(yen).policy?.rule).toEqual({ type: 'per-seat', unitAmount: 1200 });
    expect(codesOf({ ...yen, unitAmount: '1200.5' })).toEqual({
      'rule.unitAmount': 'too-many-decimals',
    });
    expect(assess({ ...yen, currency: 'KWD' }).policy?.rule).toEqual({
      type: 'per-seat',
      unitAmount: 1_200_000,
    });
  });
});
