import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/elements/pricing-editor/assess.js';
import { gatesOf, publishingGate } from '../../../src/elements/pricing-editor/checklist.js';
import { conflictRows } from '../../../src/elements/pricing-editor/conflict.js';
import { draftOf } from '../../../src/elements/pricing-editor/draft/from-policy.js';
import { issueTexts, shownIssues } from '../../../src/elements/pricing-editor/issues.js';
import { placeOf } from '../../../src/elements/pricing-editor/places.js';
import { changeText } from '../../../src/elements/pricing-editor/change-words.js';
import { comparePolicies, type Policy } from '../../../src/domain/index.js';
import { pricingEditor as en } from '../../../src/locales/pricing-editor/en.js';
import { pricingEditor as zh } from '../../../src/locales/pricing-editor/zh-CN.js';
import { strings as trust } from '../../../src/locales/pricing-trust/zh-CN.js';
import { strings as wordsZh } from '../../../src/locales/pricing-words/zh-CN.js';
import { Format } from '../../../src/ui/format.js';
import type { Installation } from '../../../src/contract/index.js';
import { installation } from '../../helpers/canned-shapes.js';
import { fullPolicy } from './draft/drafts.js';

const worded = { ...zh, ...wordsZh };
const draft = draftOf(fullPolicy);
const format = new Format('zh-CN', 'Asia/Shanghai');
const anInstallation = (facts: Partial<Installation>): Installation => ({
  ...installation,
  ...facts,
});

describe('placeOf', () => {
  it.each([
    ['trial.days', 'trial-days', 'trial-days'],
    ['trial', 'trial', 'trial-days'],
    ['rule.tiers', 'tiers', 'add-tier'],
    ['rule.tiers[1]', 'tier-2', 'tier-2-amount'],
    ['rule.tiers[1].upTo', 'tier-2-upTo', 'tier-2-upTo'],
    ['rule.tiers[2].unitAmount', 'tier-3-amount', 'tier-3-amount'],
    ['offer.steps', 'steps', 'add-step'],
    ['offer.steps[0]', 'step-1', 'step-1-benefit'],
    ['offer.steps[1].minCycles', 'step-2-minCycles', 'step-2-minCycles'],
    ['offer.steps[1].payPercent', 'step-2-benefit', 'step-2-benefit'],
    ['seatLimits', 'seat-limits', 'min-seats'],
    ['priceCap.amount', 'cap-amount', 'cap-amount'],
    ['', 'policy', 'policy'],
    ['rule.tiers[99].upTo', 'policy', 'policy'],
    ['surprise', 'policy', 'policy'],
  ])('%s belongs to %s, and one goes to %s', (path, id, focus) => {
    expect(placeOf(path, draft)).toEqual({ id, focus });
  });
});

describe('issues beside their fields', () => {
  it('keep quiet about a blank field until it was left, and never about anything else', () => {
    const blank = { ...draft, trialDays: '', extraDays: 'x' };
    const { issues } = assess(blank);
    const paths = (seen: Parameters<typeof shownIssues>[2]) =>
      shownIssues(issues, blank, seen).map(({ path }) => path);
    expect(paths({ left: new Set(), all: false })).toEqual(['trial.extraDays']);
    expect(paths({ left: new Set(['trial-days']), all: false })).toContain('trial.days');
    expect(paths({ left: new Set(), all: true })).toContain('trial.days');
  });

  it('say the limits in the units of the field', () => {
    const wrong = {
      ...draft,
      trialDays: '61',
      capAmount: '200,000,000',
      discountSteps: [{ id: 1, minCycles: '2', benefit: '9' }],
    };
    const texts = issueTexts(zh, assess(wrong).issues, wrong, format);
    expect(texts.get('trial-days')).toEqual(['需要在 1 到 60 之间。']);
    expect(texts.get('cap-amount')).toEqual(['需要在 0 到 100,000,000 之间。']);
    expect(texts.get('step-1-benefit')?.[0]).toContain('9 折填 90');
  });

  it('say how many days a gift may have', () => {
    const wrong = {
      ...draft,
      offer: 'gift' as const,
      giftSteps: [{ id: 4, minCycles: '1', benefit: '128' }],
    };
    const texts = issueTexts(en, assess(wrong).issues, wrong, new Format('en'));
    expect(texts.get('step-4-benefit')).toEqual([
      'At most 35% of the bought time can be free: 127 days here.',
    ]);
  });
});

describe('differences in words', () => {
  const texts = (before: Policy, after: Policy) =>
    comparePolicies(before, after).map((change) => {
      const { what, before: was, after: will } = changeText(worded, change, before, after, format);
      return [what, was, will];
    });

  it('name the part and print both values in their own units', () => {
    const after: Policy = {
      ...fullPolicy,
      trial: { days: 30, extraDays: null },
      rule: {
        type: 'tiered',
        mode: 'graduated',
        tiers: [
          { upTo: 20, flatAmount: 198_000 },
          { upTo: null, unitAmount: 9_000 },
        ],
      },
      offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 95 }] },
      seatLimits: null,
      priceCap: null,
      expansion: 'new-term',
    };
    expect(texts(fullPolicy, after)).toEqual([
      ['试用时间', '15 天', '30 天'],
      ['额外试用', '7 天', '没有'],
      ['阶梯算法', '按总人数', '分段累计'],
      ['第 1 级的人数', '到 10 人', '到 20 人'],
      ['第 2 级', '到 50 人，共 ¥4,980.00', '不限人数，¥90.00 / 人 / 年'],
      ['第 3 级', '不限人数，¥90.50 / 人 / 年', '没有'],
      ['第 1 档的优惠', '9折', '95折'],
      ['第 2 档优惠', '满 3 年 8.75折', '没有'],
      ['最多购买', '500 人', '没有'],
      ['起售人数', '5 人', '没有'],
      ['最高价格', '¥35,000.00，每个周期', '没有'],
      ['扩容方式', '到期时间不变', '重新计时'],
    ]);
  });

  it('stay one line where the kind of a thing changes', () => {
    const after: Policy = {
      ...fullPolicy,
      rule: { type: 'per-seat', unitAmount: 12_000 },
      offer: { type: 'gift', steps: [{ minCycles: 2, days: 60 }] },
    };
    expect(texts(fullPolicy, after)).toEqual([
      ['定价方式', '阶梯定价，按总人数，3 级', '固定单价，¥120.00 / 人 / 年'],
      ['优惠', '满 2 年 9折，满 3 年 8.75折', '满 2 年 送 60 天'],
    ]);
  });
});

describe('conflictRows', () => {
  const theirs: Policy = { ...fullPolicy, trial: { days: 30, extraDays: 7 }, priceCap: null };
  const yours: Policy = {
    ...fullPolicy,
    priceCap: { amount: 4_000_000, per: 'cycle' },
    cycle: 'month',
  };

  it('puts the other’s change beside yours and says where both changed', () => {
    expect(
      conflictRows(worded, trust, { base: fullPolicy, theirs, yours }, format).map((row) => [
        row.path,
        row.theirs,
        row.yours,
        row.both,
      ]),
    ).toEqual([
      ['trial.days', '30 天', '未改', false],
      ['cycle', '未改', '按月', false],
      ['priceCap', '没有', '未改', true],
      ['priceCap.amount', '未改', '¥40,000.00', true],
    ]);
  });

  it('shows theirs where yours cannot be read yet', () => {
    const rows = conflictRows(worded, trust, { base: fullPolicy, theirs, yours: null }, format);
    expect(rows.map(({ yours: text }) => text)).toEqual(['还没有填完', '还没有填完']);
  });

  it('compares the two where neither began from a version', () => {
    const rows = conflictRows(worded, trust, { base: null, theirs, yours: theirs }, format);
    expect(rows).toEqual([]);
    expect(conflictRows(worded, trust, { base: null, theirs, yours }, format)[0]).toMatchObject({
      path: 'trial.days',
      base: null,
      theirs: '30 天',
      yours: '15 天',
    });
  });
});

describe('the way to the launch', () => {
  const states = (facts: Parameters<typeof anInstallation>[0]) =>
    gatesOf(anInstallation(facts)).map(({ state }) => state);

  it('opens one step after the other', () => {
    const start = {
      merchantAccountOpened: false,
      customerAuthorized: false,
      policyVersion: null,
      submittedAt: null,
      launchedAt: null,
    };
    const at = '2026-03-01T00:00:00.000Z';
    expect(states(start)).toEqual(['open', 'open', 'waiting', 'waiting', 'waiting']);
    expect(states({ ...start, merchantAccountOpened: true, customerAuthorized: true })).toEqual([
      'done',
      'done',
      'open',
      'waiting',
      'waiting',
    ]);
    const published = {
      ...start,
      merchantAccountOpened: true,
      customerAuthorized: true,
      policyVersion: 1,
    };
    expect(states(published)).toEqual(['done', 'done', 'done', 'open', 'waiting']);
    expect(states({ ...published, submittedAt: at })).toEqual([
      'done',
      'done',
      'done',
      'done',
      'open',
    ]);
    expect(states({ ...published, submittedAt: at, launchedAt: at })).toEqual(
      Array.from({ length: 5 }, () => 'done'),
    );
  });

  it('names the gate that keeps a policy from being published', () => {
    const gates = (merchantAccountOpened: boolean, customerAuthorized: boolean) =>
      publishingGate(anInstallation({ merchantAccountOpened, customerAuthorized }));
    expect(gates(false, false)).toBe('merchant-account-missing');
    expect(gates(true, false)).toBe('not-authorized');
    expect(gates(true, true)).toBeNull();
  });
});
