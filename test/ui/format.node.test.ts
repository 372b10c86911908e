import { describe, expect, it } from 'vitest';
import { Format } from '../../src/ui/format.js';

const zh = new Format('zh-CN', 'Asia/Shanghai');
const en = new Format('en', 'Asia/Shanghai');
/** Some engines set times apart with a narrow blank. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('Format', () => {
  it('prints amounts from minor units, to the last one', () => {
    expect(zh.money(720_000, 'CNY')).toBe('¥7,200.00');
    expect(zh.money(-27_397, 'CNY')).toBe('-¥273.97');
    expect(zh.money(0, 'CNY')).toBe('¥0.00');
    expect(en.money(Number.MAX_SAFE_INTEGER, 'CNY')).toBe('¥90,071,992,547,409.91');
  });

  it('knows currencies with other minor units', () => {
    expect(en.money(1200, 'JPY')).toBe('¥1,200');
    expect(plain(en.money(1234, 'KWD'))).toBe('KWD 1.234');
  });

  it('gives an amount in parts that add up to the whole', () => {
    const parts = zh.moneyParts(123_456, 'CNY');
    expect(parts.map(({ value }) => value).join('')).toBe('¥1,234.56');
    expect(parts.find(({ type }) => type === 'fraction')?.value).toBe('56');
  });

  it('prints days and minutes in the given time zone', () => {
    const instant = '2028-02-28T16:05:00.000Z';
    expect(zh.date(instant)).toBe('2028-02-29');
    expect(zh.dateTime(instant)).toBe('2028-02-29 00:05');
    expect(new Format('zh-CN', 'UTC').dateTime(instant)).toBe('2028-02-28 16:05');
    expect(en.date(instant)).toBe('Feb 29, 2028');
    expect(plain(en.dateTime(instant))).toBe('Feb 29, 2028, 12:05 AM');
  });

  it('takes an unknown time zone for none', () => {
    expect(new Format('en', 'Mars/Olympus').timeZone).toBeUndefined();
  });

  it.each([
    [0, '00:00'],
    [-3, '00:00'],
    [0.2, '00:01'],
    [59, '00:59'],
    [299, '04:59'],
    [3600, '1:00:00'],
    [7199, '1:59:59'],
  ])('counts %s seconds down as %s', (seconds, text) => {
    expect(zh.duration(seconds)).toBe(text);
  });

  it('says days from now in words', () => {
    expect(en.relativeDays(1)).toBe('tomorrow');
    expect(en.relativeDays(3)).toBe('in 3 days');
    expect(zh.relativeDays(3)).toBe('3天后');
  });

  it('prints lists, percents and plurals by language', () => {
    expect(en.list(['A', 'B', 'C'])).toBe('A, B, and C');
    expect(zh.list(['甲', '乙'])).toBe('甲和乙');
    expect(en.percent(12.5)).toBe('12.5%');
    expect(en.plural(1, { one: 'seat', other: 'seats' })).toBe('seat');
    expect(en.plural(2, { one: 'seat', other: 'seats' })).toBe('seats');
    expect(zh.plural(1, { one: 'no', other: 'yes' })).toBe('yes');
  });
});
