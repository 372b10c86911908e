import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveRow, splitTier } from '../../../../src/elements/pricing-editor/aids/rows.js';
import { assess } from '../../../../src/elements/pricing-editor/assess.js';
import type { Draft } from '../../../../src/elements/pricing-editor/draft/draft.js';
import { removeTier } from '../../../../src/elements/pricing-editor/draft/edit.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { policies, RUNS } from '../../../helpers/arbitraries.js';
import { fullPolicy } from '../draft/drafts.js';

const draft = draftOf(fullPolicy);
const boundsOf = ({ tiers }: Draft) => tiers.map(({ upTo }) => upTo);
const idsOf = ({ tiers }: Draft) => tiers.map(({ id }) => id);
const withBounds = (...bounds: string[]): Draft => ({
  ...draft,
  tiers: bounds.map((upTo, index) => ({
    id: index + 1,
    upTo,
    priced: 'flat',
    flatAmount: String(index),
    unitAmount: '',
  })),
});

const priceAt = (of: Draft, seats: number) => {
  const { policy } = assess(of);
  if (policy?.rule.type !== 'tiered') return null;
  const tier = policy.rule.tiers.find(({ upTo }) => upTo === null || seats <= upTo);
  return tier && ('unitAmount' in tier ? ['unit', tier.unitAmount] : ['flat', tier.flatAmount]);
};

describe('moving a row', () => {
  it('moves the price and leaves the bounds, so that what was right stays right', () => {
    const move = moveRow(draft, 'tiers', 3, 0);
    expect(move).toMatchObject({ from: 2, to: 0, carried: false });
    expect(idsOf(move.draft)).toEqual([3, 1, 2]);
    expect(boundsOf(move.draft)).toEqual(['10', '50', '']);
    expect(move.draft.tiers[0]).toMatchObject({ priced: 'unit', unitAmount: '90.50' });
  });

  it('takes the bounds along where they are out of order, so that they can be put in order', () => {
    const move = moveRow(withBounds('50', '10', ''), 'tiers', 2, 0);
    expect(move.carried).toBe(true);
    expect(boundsOf(move.draft)).toEqual(['10', '50', '']);
    expect(idsOf(move.draft)).toEqual([2, 1, 3]);
  });

  it('moves steps of an offer alike', () => {
    const move = moveRow(draft, 'discountSteps', 1, 1);
    expect(move.draft.discountSteps).toEqual([
      { id: 2, minCycles: '2', benefit: '87.5' },
      { id: 1, minCycles: '3', benefit: '90' },
    ]);
  });

  it('stays at the ends, and there is the very same draft', () => {
    expect(moveRow(draft, 'tiers', 1, -1)).toMatchObject({ draft, from: 0, to: 0 });
    expect(moveRow(draft, 'tiers', 3, 99)).toMatchObject({ draft, from: 2, to: 2 });
    expect(moveRow(draft, 'tiers', 7, 0).draft).toBe(draft);
  });

  it('never makes a fault, loses a price or touches a row it does not pass', () => {
    fc.assert(
      fc.property(policies, fc.nat(), fc.nat(), (policy, row, to) => {
        const before = draftOf(policy);
        const { tiers } = before;
        const index = row % tiers.length;
        const target = to % tiers.length;
        const after = moveRow(before, 'tiers', tiers[index]!.id, target).draft;
        expect(assess(after).issues).toEqual([]);
        expect(boundsOf(after)).toEqual(boundsOf(before));
        expect([...idsOf(after)].sort()).toEqual([...idsOf(before)].sort());
        const [low, high] = [Math.min(index, target), Math.max(index, target)];
        tiers.forEach((tier, at) => {
          if (at < low || at > high) expect(after.tiers[at]).toBe(tier);
        });
      }),
      RUNS,
    );
  });
});

describe('splitting a tier', () => {
  const split = (of: Draft, id: number) => {
    const done = splitTier(of, id);
    if (typeof done === 'string') throw new Error(done);
    return done;
  };

  it('carries the price over to both halves, and splits in the middle', () => {
    const { draft: after, first } = split(draft, 2);
    expect(boundsOf(after)).toEqual(['10', '30', '50', '']);
    expect(after.tiers[1]).toEqual({ ...draft.tiers[1], id: first, upTo: '30' });
    expect(after.tiers[2]).toBe(draft.tiers[1]);
    expect(first).toBe(4);
  });

  it('splits an open tier at twice the seats before it', () => {
    expect(boundsOf(split(draft, 3).draft)).toEqual(['10', '50', '100', '']);
    expect(boundsOf(split(withBounds(''), 1).draft)).toEqual(['10', '']);
  });

  it('leaves the seat open where the bounds cannot be read', () => {
    expect(boundsOf(split(withBounds('十', '50'), 2).draft)).toEqual(['十', '', '50']);
    expect(boundsOf(split(withBounds('50', '10'), 2).draft)).toEqual(['50', '', '10']);
  });

  it('does not split one seat, nor a hundred tiers', () => {
    expect(splitTier(withBounds('10', '11', ''), 2)).toBe('single');
    expect(splitTier(withBounds('1', ''), 1)).toBe('single');
    const bounds = Array.from({ length: 100 }, (_, index) => String((index + 1) * 10));
    expect(splitTier(withBounds(...bounds), 5)).toBe('full');
  });

  it('changes no price of any order', () => {
    fc.assert(
      fc.property(policies, fc.nat(), fc.integer({ min: 1, max: 3_000 }), (policy, row, seats) => {
        const before = draftOf({ ...policy, rule: fullPolicy.rule });
        const done = splitTier(before, before.tiers[row % before.tiers.length]!.id);
        if (typeof done === 'string') return;
        expect(priceAt(done.draft, seats)).toEqual(priceAt(before, seats));
      }),
      RUNS,
    );
  });
});

describe('removing a tier', () => {
  it('gives its seats to the next one, and those of the last to the one before', () => {
    expect(boundsOf(removeTier(draft, 2))).toEqual(['10', '']);
    expect(boundsOf(removeTier(draft, 3))).toEqual(['10', '']);
    expect(removeTier(draft, 3).tiers[1]).toMatchObject({ id: 2, flatAmount: '4,980' });
    expect(boundsOf(removeTier(removeTier(removeTier(draft, 1), 2), 3))).toEqual([]);
  });
});
