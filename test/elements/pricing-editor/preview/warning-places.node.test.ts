import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lintPolicy,
  priceCurve,
  type Policy,
  type PolicyWarning,
} from '../../../../src/domain/index.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { placeOf } from '../../../../src/elements/pricing-editor/places.js';
import {
  marksFor,
  placeOfWarning,
} from '../../../../src/elements/pricing-editor/preview/warning-places.js';
import { policies, RUNS } from '../../../helpers/arbitraries.js';
import { policyWith } from '../../../helpers/policy.js';

const dropping: Policy['rule'] = {
  type: 'tiered',
  mode: 'volume',
  tiers: [
    { upTo: 50, unitAmount: 10_000 },
    { upTo: null, unitAmount: 9_000 },
  ],
};

const placed = (policy: Policy, warning: PolicyWarning) =>
  placeOfWarning(warning, policy, priceCurve(policy, { cycles: 1 }));

/** Each thing that may look wrong, in a policy that has it; where it is on the picture, and the field that one goes to. */
const CASES: [
  code: PolicyWarning['code'],
  parts: Partial<Policy>,
  place: { seats: number; cycles: number },
  field: string,
][] = [
  ['more-seats-cheaper', { rule: dropping }, { seats: 51, cycles: 1 }, 'tier-2-amount'],
  [
    'longer-term-worse-rate',
    {
      offer: {
        type: 'discount',
        steps: [
          { minCycles: 2, payPercent: 80 },
          { minCycles: 3, payPercent: 90 },
        ],
      },
      seatLimits: { min: 3, max: null },
    },
    { seats: 3, cycles: 3 },
    'step-2-benefit',
  ],
  [
    'tier-never-applies',
    { rule: dropping, seatLimits: { min: null, max: 40 } },
    { seats: 51, cycles: 1 },
    'tier-2-amount',
  ],
  [
    'step-never-applies',
    {
      offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 100 }] },
      seatLimits: { min: 3, max: null },
    },
    { seats: 3, cycles: 2 },
    'step-1-benefit',
  ],
  [
    'limit-never-applies',
    { seatLimits: { min: 1, max: null } },
    { seats: 1, cycles: 1 },
    'min-seats',
  ],
  [
    'cap-reached',
    { priceCap: { amount: 120_000, per: 'order' } },
    { seats: 10, cycles: 1 },
    'cap-amount',
  ],
  [
    'cap-below-smallest-price',
    { priceCap: { amount: 100, per: 'order' }, seatLimits: { min: 7, max: null } },
    { seats: 7, cycles: 1 },
    'cap-amount',
  ],
  [
    'price-zero',
    { rule: { type: 'per-seat', unitAmount: 0 } },
    { seats: 1, cycles: 1 },
    'unit-amount',
  ],
];

describe('the place of a warning', () => {
  it.each(CASES)('of %s is an order on the picture, and its field', (code, parts, place, field) => {
    const policy = policyWith(parts);
    const warning = lintPolicy(policy).find((each) => each.code === code)!;
    expect(placed(policy, warning)).toEqual(place);
    expect(placeOf(warning.path, draftOf(policy)).focus).toBe(field);
  });

  it('of a longer term that costs less in all is the longer one', () => {
    const policy = policyWith({
      cycle: 'month',
      seatLimits: { min: 3, max: null },
      offer: {
        type: 'discount',
        steps: [
          { minCycles: 9, payPercent: 100 },
          { minCycles: 10, payPercent: 70 },
        ],
      },
    });
    const warning = lintPolicy(policy).find(({ code }) => code === 'longer-term-cheaper')!;
    expect(placed(policy, warning)).toEqual({ seats: 3, cycles: 10 });
    expect(placeOf(warning.path, draftOf(policy)).focus).toBe('step-2-benefit');
  });

  it('is nowhere for a length that nobody can buy', () => {
    const policy = policyWith({
      offer: { type: 'discount', steps: [{ minCycles: 20, payPercent: 90 }] },
    });
    const [warning] = lintPolicy(policy);
    expect(warning?.code).toBe('step-never-applies');
    expect(placed(policy, warning!)).toBeNull();
  });

  it('leads to a field of its own, whatever the policy', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        for (const warning of lintPolicy(policy)) {
          const { focus } = placeOf(warning.path, draftOf(policy));
          expect(focus).not.toBe('policy');
        }
      }),
      RUNS,
    );
  });
});

describe('marksFor', () => {
  it('puts those at the same seats together, numbered as in the list, for the length that is shown', () => {
    const places = [
      { seats: 51, cycles: 1 },
      null,
      { seats: 51, cycles: 1 },
      { seats: 9, cycles: 2 },
    ];
    expect(marksFor(places, 1)).toEqual([{ seats: 51, label: '1·3' }]);
    expect(marksFor(places, 2)).toEqual([{ seats: 9, label: '4' }]);
  });
});
