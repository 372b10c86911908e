import { describe, expect, it } from 'vitest';
import type { TieredRule } from '../../../src/domain/index.js';
import {
  cheaperTier,
  seatBounds,
  seatPresets,
  tierRows,
} from '../../../src/elements/purchase-form/seat-choices.js';
import { termChoices } from '../../../src/elements/purchase-form/term-choices.js';
import { termLengths } from '../../../src/ui/term-lengths.js';
import { policyWith } from '../../helpers/policy.js';
import { NOW } from './facts-of.js';

const TIERS: TieredRule = {
  type: 'tiered',
  mode: 'volume',
  tiers: [
    { upTo: 10, flatAmount: 198_000 },
    { upTo: 50, flatAmount: 498_000 },
    { upTo: 200, unitAmount: 9_000 },
  ],
};

describe('seatBounds', () => {
  it('takes limits, tiers and live seats together', () => {
    const policy = policyWith({ rule: TIERS, seatLimits: { min: 5, max: 500 } });
    expect(seatBounds(policy, 'new', 20)).toEqual({ min: 5, max: 200 });
    expect(seatBounds(policy, 'expand', 20)).toEqual({ min: 21, max: 200 });
    expect(seatBounds(policyWith({}), 'renew', 20)).toEqual({ min: 1, max: null });
  });
});

describe('seatPresets', () => {
  it('offers the ends of tiers, within the bounds', () => {
    const policy = policyWith({ rule: TIERS, seatLimits: { min: 5, max: 100 } });
    expect(seatPresets(policy, 'new', 0)).toEqual([5, 10, 50]);
  });

  it('offers what some more seats would make of an expansion', () => {
    expect(seatPresets(policyWith({}), 'expand', 20)).toEqual([21, 25, 30, 40, 70]);
  });

  it('offers no more than the one order there can be', () => {
    const policy = policyWith({ seatLimits: { min: 7, max: 7 } });
    expect(seatPresets(policy, 'new', 0)).toEqual([7]);
  });
});

describe('tierRows', () => {
  it('marks the tier that holds the seats, its last seat included', () => {
    const marked = (seats: number | null) =>
      tierRows(policyWith({ rule: TIERS }), seats).map((row) => row.current);
    expect(marked(10)).toEqual([true, false, false]);
    expect(marked(11)).toEqual([false, true, false]);
    expect(marked(201)).toEqual([false, false, false]);
    expect(marked(null)).toEqual([false, false, false]);
  });

  it('has rows that join without a gap', () => {
    expect(tierRows(policyWith({ rule: TIERS }), 1).map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [11, 50],
      [51, 200],
    ]);
    expect(tierRows(policyWith({}), 1)).toEqual([]);
  });
});

describe('cheaperTier', () => {
  const policy = policyWith({ rule: TIERS });
  const cheaperFrom = (seats: number) =>
    cheaperTier(policy, tierRows(policy, seats), seats)?.from ?? null;

  it('is the next tier that makes a seat cheaper, once it is full', () => {
    expect(cheaperFrom(5)).toBe(11);
    expect(cheaperFrom(20)).toBe(51);
  });

  it('is none when a seat costs as little already, or nothing larger comes', () => {
    expect(cheaperFrom(10)).toBe(11);
    expect(cheaperFrom(200)).toBeNull();
    const rising = policyWith({
      rule: {
        type: 'tiered',
        mode: 'volume',
        tiers: [
          { upTo: 9, unitAmount: 1 },
          { upTo: null, unitAmount: 2 },
        ],
      },
    });
    expect(cheaperTier(rising, tierRows(rising, 3), 3)).toBeNull();
  });

  it('is none where each tier prices its own seats', () => {
    const graduated = policyWith({ rule: { ...TIERS, mode: 'graduated' } });
    expect(cheaperTier(graduated, tierRows(graduated, 5), 5)).toBeNull();
  });
});

describe('termLengths', () => {
  it('has every year that can be bought', () => {
    expect(termLengths(policyWith({}))).toEqual([1, 2, 3, 4, 5]);
  });

  it('has the usual months and every step of the offer that can be reached', () => {
    const policy = policyWith({
      cycle: 'month',
      offer: {
        type: 'gift',
        steps: [
          { minCycles: 2, days: 5 },
          { minCycles: 60, days: 100 },
        ],
      },
    });
    expect(termLengths(policy)).toEqual([1, 2, 3, 6, 12, 24]);
  });
});

describe('termChoices', () => {
  const discounted = policyWith({
    offer: {
      type: 'discount',
      steps: [
        { minCycles: 2, payPercent: 90 },
        { minCycles: 3, payPercent: 100 },
      ],
    },
  });

  it('saves what the quote takes off at these seats', () => {
    const request = { kind: 'new', seats: 30, cycles: 1 } as const;
    const choices = termChoices(discounted, request, { segments: [], now: NOW });
    expect(choices.map(({ payPercent, saves }) => [payPercent, saves])).toEqual([
      [null, 0],
      [90, 72_000],
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  it('still names the discount when there are no seats to price', () => {
    const [, two] = termChoices(discounted, null, { segments: [], now: NOW });
    expect(two).toMatchObject({ payPercent: 90, saves: 0 });
  });
});
