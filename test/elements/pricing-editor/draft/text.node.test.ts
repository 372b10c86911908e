import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import {
  amountText,
  countText,
  digitsOf,
  parsePercent,
  readAmount,
  tidyAmount,
  tidyCount,
  tidyPercent,
} from '../../../../src/elements/pricing-editor/draft/text.js';
import { tidy } from '../../../../src/elements/pricing-editor/draft/tidy.js';
import { parseCount } from '../../../../src/ui/numbers.js';
import { policies, RUNS } from '../../../helpers/arbitraries.js';

const currencies = fc.constantFrom('CNY', 'JPY', 'KWD', 'USD', 'HKD');
const percents = fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100);

/** What people put into fields, right and wrong. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[￥¥$]? ?[\d０-９]{1,6}([,，.．。][\d０-９]{1,3}){0,2} ?(元|%|折|% off)?$/),
);

describe('what is printed', () => {
  it('is read back as the same amount, in every currency, with its sign or without', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), currencies, (amount, currency) => {
        const text = amountText(amount, digitsOf(currency));
        expect(readAmount(text, currency)).toEqual({ ok: true, amount });
        expect(readAmount(`${currency} ${text}`, currency)).toEqual({ ok: true, amount });
      }),
      RUNS,
    );
  });

  it('is read back as the same count and the same percentage', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), percents, (count, percent) => {
        expect(parseCount(countText(count))).toEqual({ ok: true, value: count });
        expect(parsePercent(tidyPercent(String(percent)))).toBe(percent);
      }),
      RUNS,
    );
  });

  it('stays as it is when it is printed again', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const draft = draftOf(policy);
        expect(tidy(draft)).toBe(draft);
      }),
      RUNS,
    );
  });
});

describe('a text that is left', () => {
  it('means what it meant, and stays to the letter where it means nothing', () => {
    fc.assert(
      fc.property(typed, currencies, (text, currency) => {
        const amount = readAmount(text, currency);
        expect(readAmount(tidyAmount(text, currency), currency)).toEqual(amount);
        if (!amount.ok) expect(tidyAmount(text, currency)).toBe(text);
        const count = parseCount(text);
        expect(parseCount(tidyCount(text))).toEqual(count);
        if (!count.ok) expect(tidyCount(text)).toBe(text);
        const percent = parsePercent(text);
        expect(parsePercent(tidyPercent(text))).toBe(percent);
        if (Number.isNaN(percent)) expect(tidyPercent(text)).toBe(text);
      }),
      RUNS,
    );
  });

  it('keeps the rows that were in full already', () => {
    const draft = draftOf({
      rule: { type: 'tiered', tiers: [{ upTo: 10 }, { upTo: 2000 }, { upTo: null }] },
    });
    const [first, second, third] = draft.tiers;
    const edited = { ...draft, tiers: [first!, { ...second!, upTo: '3000' }, third!] };
    const tidied = tidy(edited);
    expect(tidied.tiers[0]).toBe(first);
    expect(tidied.tiers[1]?.upTo).toBe('3,000');
    expect(tidied.tiers[2]).toBe(third);
  });
});

describe('signs of currencies', () => {
  it.each([
    ['￥1200', 'CNY', 120_000],
    ['1,200元', 'CNY', 120_000],
    ['CNY 1200', 'CNY', 120_000],
    ['$12', 'USD', 1_200],
    ['US$12', 'USD', 1_200],
    ['HK$12', 'HKD', 1_200],
    ['¥1200', 'JPY', 1_200],
  ])('reads %s in %s', (text, currency, amount) => {
    expect(readAmount(text, currency)).toEqual({ ok: true, amount });
  });

  it.each([
    ['$1200', 'CNY'],
    ['￥1200', 'USD'],
    ['1200元', 'JPY'],
    ['USD 12', 'CNY'],
    ['HK$12', 'USD'],
  ])('does not take %s for %s', (text, currency) => {
    expect(readAmount(text, currency)).toEqual({ ok: false, reason: 'malformed' });
  });
});

describe('percentages', () => {
  it.each([
    ['90', 90],
    ['８７．５％', 87.5],
    ['9折', 90],
    ['8.8 折', 88],
    ['8.75折', 87.5],
    ['85折', 85],
    ['10% off', 90],
    ['12.35 % OFF', 87.65],
  ])('reads %s as what is paid', (text, percent) => {
    expect(parsePercent(text)).toBe(percent);
    expect(tidyPercent(text)).toBe(String(percent));
  });

  it.each(['', '九折', '-5', '1e2', '100折', '5% of', '%', '0x5a'])('does not read %j', (text) => {
    expect(parsePercent(text)).toBeNaN();
  });
});
