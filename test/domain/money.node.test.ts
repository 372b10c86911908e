import { Decimal as SharedDecimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio, shares } from '../../src/domain/money.js';
import { RUNS } from '../helpers/arbitraries.js';

/** Digits enough for the product of any three safe integers. */
const Decimal = SharedDecimal.clone({ defaults: true, precision: 80 });

const counts = fc.oneof(fc.nat({ max: 1000 }), fc.maxSafeNat());
const divisors = counts.map((count) => Math.max(1, count));

describe('ratio', () => {
  test("the guide's example: 100 of 365 days of 1000 yuan", () => {
    expect(ratio(100_000, 100, 365)).toBe(27_397);
  });

  test('half a minor unit rounds up, less rounds down', () => {
    expect(ratio(5, 1, 2)).toBe(3);
    expect(ratio(333, 8550, 10_000)).toBe(285);
    expect(ratio(4999, 1, 10_000)).toBe(0);
    expect(ratio(5000, 1, 10_000)).toBe(1);
  });

  test('is exact where the product is no safe integer', () => {
    expect(ratio(1_000_000_000_000, 9_999, 10_000)).toBe(999_900_000_000);
    expect(ratio(9_007_199_254_740_991, 9_007_199_254_740_990, 9_007_199_254_740_991)).toBe(
      9_007_199_254_740_990,
    );
  });

  test('agrees with decimal.js', () => {
    fc.assert(
      fc.property(counts, counts, divisors, (amount, numerator, denominator) => {
        const exact = new Decimal(amount).times(numerator).div(denominator).round();
        fc.pre(exact.lt(Number.MAX_SAFE_INTEGER));
        expect(ratio(amount, numerator, denominator)).toBe(exact.toNumber());
      }),
      RUNS,
    );
  });

  test.each([
    [0.5, 1, 1],
    [1, 1.5, 1],
    [1, 1, 0],
    [-1, 1, 1],
    [1, -1, 1],
    [NaN, 1, 1],
    [1, Infinity, 1],
    [2 ** 53, 1, 1],
    [Number.MAX_SAFE_INTEGER, 3, 2],
  ])('refuses %d × %d / %d', (amount, numerator, denominator) => {
    expect(() => ratio(amount, numerator, denominator)).toThrow(RangeError);
  });
});

describe('shares', () => {
  test('what is left goes to the largest remainder', () => {
    expect(shares(150_001, [41_096, 150_000])).toEqual([32_258, 117_743]);
    expect(shares(10, [1, 1, 2])).toEqual([3, 2, 5]);
  });

  test('ties go to the earlier', () => {
    expect(shares(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  test('nothing is split into nothings, whatever the weights', () => {
    expect(shares(0, [0, 0])).toEqual([0, 0]);
    expect(() => shares(1, [0, 0])).toThrow(RangeError);
  });

  test('add up, and are less than one unit off the exact share', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000_000 }), weights, (total, all) => {
        const sum = all.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const split = shares(total, all);
        expect(split.reduce((a, b) => a + b, 0)).toBe(total);
        split.forEach((share, index) => {
          const off = BigInt(share) * BigInt(sum) - BigInt(total) * BigInt(all[index] ?? 0);
          expect((off < 0n ? -off : off) < BigInt(sum)).toBe(true);
        });
      }),
      RUNS,
    );
  });
});
