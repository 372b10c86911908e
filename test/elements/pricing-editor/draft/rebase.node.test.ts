import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/elements/pricing-editor/assess.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { changedParts, rebase } from '../../../../src/elements/pricing-editor/draft/rebase.js';
import { parseStored, storeText } from '../../../../src/elements/pricing-editor/draft/saved.js';
import { addTier, removeTier } from '../../../../src/elements/pricing-editor/draft/edit.js';
import { fullPolicy } from './drafts.js';

const base = draftOf(fullPolicy);

describe('going on from a version somebody else published', () => {
  const theirs = draftOf({
    ...fullPolicy,
    trial: { days: 30, extraDays: null },
    seatLimits: { min: 10, max: 800 },
  });

  it('keeps what was changed here and takes the rest', () => {
    const mine = { ...base, capAmount: '40,000', minSeats: '8' };
    const { policy } = assess(rebase(mine, changedParts(mine, base), theirs));
    expect(policy).toEqual({
      ...fullPolicy,
      trial: { days: 30, extraDays: null },
      priceCap: { amount: 4_000_000, per: 'cycle' },
      seatLimits: { min: 8, max: 800 },
    });
  });

  it('keeps a text that is no number yet', () => {
    const mine = { ...base, capAmount: '四万' };
    expect(rebase(mine, changedParts(mine, base), theirs)).toMatchObject({
      capAmount: '四万',
      trialDays: '30',
    });
  });

  it('tells entries apart by what they say', () => {
    const mine = addTier(removeTier(base, 3));
    expect(changedParts(mine, base)).toEqual(['rule']);
    const same = { ...base, tiers: base.tiers.map((tier) => ({ ...tier, id: tier.id + 7 })) };
    expect(changedParts(same, base)).toEqual([]);
  });
});

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const saved = {
      draft: { ...base, capAmount: 'abc' },
      base: { version: 3, policy: fullPolicy },
    };
    expect(parseStored(storeText(saved))).toEqual(saved);
    expect(parseStored(storeText({ ...saved, base: null }))).toEqual({ ...saved, base: null });
  });

  it.each([
    null,
    '',
    'null',
    '[]',
    '{"form":1}',
    JSON.stringify({ form: 2, draft: base, base: null }),
    JSON.stringify({ form: 1, draft: { ...base, cycle: 'week' }, base: null }),
    JSON.stringify({ form: 1, draft: { ...base, tiers: [{ id: 'x' }] }, base: null }),
    JSON.stringify({ form: 1, draft: base, base: { version: 1, policy: {} } }),
  ])('is passed over when it is none: %s', (text) => {
    expect(parseStored(text)).toBeNull();
  });
});
