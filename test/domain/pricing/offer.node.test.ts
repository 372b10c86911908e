import { expect, test } from 'vitest';
import { discounted, offerStepFor } from '../../../src/domain/pricing/offer.js';
import { maxCycles, termDays } from '../../../src/domain/pricing/term.js';
import { policyWith } from '../../helpers/policy.js';

test('every percentage of two decimals is exact, though binary fractions are not', () => {
  for (let hundredths = 7000; hundredths <= 10_000; hundredths += 1) {
    expect(discounted(10_000, hundredths / 100)).toBe(hundredths);
  }
});

test('an amount too large for native integers is discounted to the minor unit', () => {
  expect(discounted(999_999_999_999, 70.07)).toBe(700_699_999_999);
});

test('the step with the most cycles not above those bought counts', () => {
  const steps = [
    { minCycles: 2, days: 10 },
    { minCycles: 4, days: 60 },
  ];
  const policy = policyWith({ offer: { type: 'gift', steps } });
  expect([1, 2, 3, 4, 5].map((cycles) => offerStepFor(policy, cycles))).toEqual([
    null,
    steps[0],
    steps[0],
    steps[1],
    steps[1],
  ]);
  expect([1, 3, 5].map((cycles) => termDays(policy, cycles))).toEqual([365, 1105, 1885]);
});

test('an order buys 1825 days at the most: 5 years or 58 months', () => {
  expect([maxCycles('year'), maxCycles('month')]).toEqual([5, 58]);
});
