import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDigits, parseAmount, printAmount } from '../../src/domain/amount-text.js';
import { RUNS } from '../helpers/arbitraries.js';

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
    ['1200元', 120_000],
    ['￥1,200.50 元', 120_050],
    ['１２００。５', 120_050],
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
    ['-3', 'negative'],
    ['－1,200.50', 'negative'],
    ['¥-3', 'negative'],
    ['--3', 'malformed'],
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
    ['$12', 'malformed'],
    ['元', 'malformed'],
    ['12元元', 'malformed'],
    ['', 'empty'],
    ['　 ', 'empty'],
    ['1.005', 'too-many-decimals'],
    ['1.000', 'too-many-decimals'],
    ['90071992547409.92', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('refuses %j as %s', (text, reason) => {
    expect(parseAmount(text, 2)).toEqual({ ok: false, reason });
  });

  test('takes the signs of the currency alone', () => {
    expect(parseAmount('HK$1,200', 2, ['HKD', 'HK$', '$'])).toEqual({ ok: true, amount: 120_000 });
    expect(parseAmount('1200 HKD', 2, ['HKD', 'HK$', '$'])).toEqual({ ok: true, amount: 120_000 });
    expect(parseAmount('＄5', 2, ['HKD', 'HK$', '$'])).toEqual({ ok: true, amount: 500 });
    expect(parseAmount('¥5', 2, ['$'])).toEqual({ ok: false, reason: 'malformed' });
  });

  test('keeps to the decimals of the currency', () => {
    expect(parseAmount('1200', 0)).toEqual({ ok: true, amount: 1200 });
    expect(parseAmount('1200.5', 0)).toEqual({ ok: false, reason: 'too-many-decimals' });
    expect(parseAmount('1.005', 3)).toEqual({ ok: true, amount: 1005 });
  });

  test('agrees with decimal.js on plain numbers, also where they grow too large', () => {
    const wholes = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String);
    const decimals = fc.stringMatching(/^(\.\d{1,2})?$/);
    fc.assert(
      fc.property(wholes, decimals, (whole, rest) => {
        const minor = new Decimal(whole + rest).times(100);
        expect(parseAmount(whole + rest, 2)).toEqual(
          minor.lte(Number.MAX_SAFE_INTEGER)
            ? { ok: true, amount: minor.toNumber() }
            : { ok: false, reason: 'too-large' },
        );
      }),
      RUNS,
    );
  });

  test('any text is read or refused, and only plain digits are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseAmount(text, 2);
        if (parsed.ok) expect(text).toMatch(/^[\s¥￥元]*[\d０-９][\d０-９,，.．。\s]*[\s¥￥元]*$/);
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
