import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDigits, parseAmount, printAmount, ratio, shares } from '../../src/domain/money.js';
import { RUNS } from '../helpers/arbitraries.js';

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

  test('agrees with arbitrarily large integers', () => {
    fc.assert(
      fc.property(counts, counts, divisors, (amount, numerator, denominator) => {
        const [a, n, d] = [BigInt(amount), BigInt(numerator), BigInt(denominator)];
        const exact = (2n * a * n + d) / (2n * d);
        fc.pre(exact < BigInt(Number.MAX_SAFE_INTEGER));
        expect(ratio(amount, numerator, denominator)).toBe(Number(exact));
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

describe('parseAmount', () => {
  test.each([
    ['1200', 120_000],
    ['1200.5', 120_050],
    ['1,200', 120_000],
    ['1,234,567.89', 123_456_789],
    ['１２００', 120_000],
    ['１，２００．５０', 120_050],
    ['￥1200', 120_000],
    ['¥ 1,200', 120_000],
    ['  1200  ', 120_000],
    ['　1200　', 120_000],
    ['1 200.50', 120_050],
    ['0', 0],
    ['0.01', 1],
    ['007', 700],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('understands %j', (text, amount) => {
    expect(parseAmount(text, 2)).toEqual({ ok: true, amount });
  });

  test.each([
    ['0x10', 'malformed'],
    ['1e3', 'malformed'],
    ['NaN', 'malformed'],
    ['Infinity', 'malformed'],
    ['-3', 'malformed'],
    ['+3', 'malformed'],
    ['一百', 'malformed'],
    ['1200.', 'malformed'],
    ['.5', 'malformed'],
    ['1.2.3', 'malformed'],
    ['12,00', 'malformed'],
    ['1,2000', 'malformed'],
    ['1,200 300', 'malformed'],
    ['0,200', 'malformed'],
    [',200', 'malformed'],
    ['1.5,000', 'malformed'],
    ['¥', 'malformed'],
    ['¥¥1', 'malformed'],
    ['12 yuan', 'malformed'],
    ['', 'empty'],
    ['　 ', 'empty'],
    ['1.005', 'too-many-decimals'],
    ['1.000', 'too-many-decimals'],
    ['90071992547409.92', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('refuses %j as %s', (text, reason) => {
    expect(parseAmount(text, 2)).toEqual({ ok: false, reason });
  });

  test('keeps to the decimals of the currency', () => {
    expect(parseAmount('1200', 0)).toEqual({ ok: true, amount: 1200 });
    expect(parseAmount('1200.5', 0)).toEqual({ ok: false, reason: 'too-many-decimals' });
    expect(parseAmount('1.005', 3)).toEqual({ ok: true, amount: 1005 });
  });

  test('any text is read or refused, and only plain digits are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseAmount(text, 2);
        if (parsed.ok) expect(text).toMatch(/^[\s¥￥]*[\d０-９][\d０-９,，.．\s]*$/);
      }),
      RUNS,
    );
  });
});

describe('printAmount', () => {
  test.each([
    [120_050, 2, '1200.50'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [-120_050, 2, '-1200.50'],
    [-5, 3, '-0.005'],
    [1200, 0, '1200'],
  ])('%d in %d digits is %s', (minor, digits, text) => {
    expect(printAmount(minor, digits)).toBe(text);
  });

  test('is read back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(parseAmount(printAmount(minor, digits), digits)).toEqual({
          ok: true,
          amount: minor,
        });
      }),
      RUNS,
    );
  });

  test('refuses what is no whole number of minor units', () => {
    expect(() => printAmount(0.5, 2)).toThrow(RangeError);
    expect(() => printAmount(NaN, 2)).toThrow(RangeError);
  });
});

test('currencies have their own decimals', () => {
  expect(['CNY', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
  expect(() => currencyDigits('yuan')).toThrow(RangeError);
});
