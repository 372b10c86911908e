import { describe, expect, it } from 'vitest';
import { validatePolicy } from '../../../src/domain/index.js';
import { assess } from '../../../src/elements/pricing-editor/assess.js';
import type { Draft } from '../../../src/elements/pricing-editor/draft/draft.js';
import { draftOf } from '../../../src/elements/pricing-editor/draft/from-policy.js';
import type { DraftIssue } from '../../../src/elements/pricing-editor/draft/read.js';
import { issueTexts } from '../../../src/elements/pricing-editor/issues.js';
import { placeOf } from '../../../src/elements/pricing-editor/places.js';
import { pricingEditor as en } from '../../../src/locales/pricing-editor/en.js';
import { pricingEditor as zh } from '../../../src/locales/pricing-editor/zh-CN.js';
import { Format } from '../../../src/ui/format.js';
import { fullPolicy } from './draft/drafts.js';

const full = draftOf(fullPolicy);
const tier = (index: number, change: object): Partial<Draft> => ({
  tiers: full.tiers.map((each, at) => (at === index ? { ...each, ...change } : each)),
});
const step = (index: number, change: object): Partial<Draft> => ({
  discountSteps: full.discountSteps.map((each, at) =>
    at === index ? { ...each, ...change } : each,
  ),
});

/** Each thing that a person can type wrong: where it is said, and the control that one goes to. */
const TYPED: [code: DraftIssue['code'], change: Partial<Draft>, place: string, focus: string][] = [
  ['empty', { trialDays: '' }, 'trial-days', 'trial-days'],
  ['not-number', { minSeats: 'few' }, 'min-seats', 'min-seats'],
  ['not-integer', tier(1, { upTo: '50.5' }), 'tier-2-upTo', 'tier-2-upTo'],
  ['negative', { maxSeats: '-1' }, 'max-seats', 'max-seats'],
  ['too-large', { extraDays: '99999999999999999' }, 'extra-days', 'extra-days'],
  ['not-amount', tier(0, { flatAmount: 'free' }), 'tier-1-amount', 'tier-1-amount'],
  ['too-many-decimals', tier(2, { unitAmount: '90.505' }), 'tier-3-amount', 'tier-3-amount'],
  ['too-many-decimals', step(0, { benefit: '88.888' }), 'step-1-benefit', 'step-1-benefit'],
  ['too-many-decimals', { capAmount: '1.234' }, 'cap-amount', 'cap-amount'],
  ['out-of-range', step(1, { benefit: '69' }), 'step-2-benefit', 'step-2-benefit'],
  ['out-of-range', step(1, { minCycles: '61' }), 'step-2-minCycles', 'step-2-minCycles'],
  ['out-of-range', { tiers: [] }, 'tiers', 'add-tier'],
  ['out-of-range', { discountSteps: [] }, 'steps', 'add-step'],
  ['not-rising', tier(1, { upTo: '10' }), 'tier-2-upTo', 'tier-2-upTo'],
  ['not-rising', step(1, { minCycles: '2' }), 'step-2-minCycles', 'step-2-minCycles'],
  ['empty', tier(0, { upTo: '' }), 'tier-1-upTo', 'tier-1-upTo'],
  ['trial-too-long', { trialDays: '50', extraDays: '11' }, 'trial', 'trial-days'],
  ['min-above-max', { minSeats: '9', maxSeats: '3' }, 'seat-limits', 'min-seats'],
  ['unknown-currency', { currency: 'XYZ' }, 'currency', 'currency'],
];

describe('what is typed wrong', () => {
  it.each(TYPED)('%s is said in its place: %j', (code, change, place, focus) => {
    const draft = { ...full, ...change };
    const { policy, issues } = assess(draft);
    const issue = issues.find((each) => each.code === code)!;
    expect(policy).toBeNull();
    expect(placeOf(issue.path, draft)).toEqual({ id: place, focus });
    for (const [words, format] of [
      [zh, new Format('zh-CN')],
      [en, new Format('en')],
    ] as const) {
      expect(issueTexts(words, [issue], draft, format).get(place)?.[0]).toMatch(/\S{2,}/);
    }
  });
});

const [first, second, third] = fullPolicy.rule.type === 'tiered' ? fullPolicy.rule.tiers : [];
const tiers = (...all: unknown[]) => ({ ...fullPolicy, rule: { ...fullPolicy.rule, tiers: all } });

/** What only a policy from elsewhere can have. */
const GIVEN: [code: DraftIssue['code'], policy: unknown, path: string, place: string][] = [
  ['missing', { ...fullPolicy, trial: {} }, 'trial.days', 'trial-days'],
  [
    'wrong-type',
    { ...fullPolicy, seatLimits: { min: '5', max: null } },
    'seatLimits.min',
    'min-seats',
  ],
  ['both-amounts', tiers(first, { ...second, unitAmount: 1 }, third), 'rule.tiers[1]', 'tier-2'],
  ['no-amount', tiers(first, { upTo: 50 }, third), 'rule.tiers[1]', 'tier-2'],
  [
    'open-tier-not-last',
    tiers({ ...first, upTo: null }, second),
    'rule.tiers[0].upTo',
    'tier-1-upTo',
  ],
  ['unknown-key', { ...fullPolicy, colour: 'red' }, 'colour', 'policy'],
  ['out-of-range', { ...fullPolicy, cycle: 'week' }, 'cycle', 'cycle'],
];

describe('what is wrong with a policy from elsewhere', () => {
  it.each(GIVEN)('%s has a place', (code, policy, path, place) => {
    const checked = validatePolicy(policy);
    const issue = checked.ok ? undefined : checked.issues.find((each) => each.code === code);
    expect(issue?.path).toBe(path);
    expect(placeOf(path, draftOf(policy)).id).toBe(place);
  });
});
