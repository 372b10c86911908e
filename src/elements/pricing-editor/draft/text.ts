import {
  currencyDigits,
  parseAmount,
  printAmount,
  type AmountParse,
} from '../../../domain/amount-text.js';
import { parseCount } from '../../../ui/numbers.js';

/** How amounts of a currency are written. */
interface Notation {
  digits: number;
  /** What may stand before or after an amount. */
  signs: readonly string[];
}

const notations = new Map<string, Notation>();

/** Of a currency as typed: two decimals and its own text until the code is one. `Intl` objects are dear, and every keystroke asks. */
function notationOf(currency: string): Notation {
  const code = currency.trim().toUpperCase();
  const known = notations.get(code);
  if (known) return known;
  try {
    const made = { digits: currencyDigits(code), signs: signsOf(code) };
    notations.set(code, made);
    return made;
  } catch {
    return { digits: 2, signs: [] };
  }
}

function signsOf(currency: string): string[] {
  const shown = (locale: string, currencyDisplay: 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency;
  const signs = [shown('zh-CN', 'symbol'), shown('en', 'symbol'), shown('en', 'narrowSymbol')];
  return [currency, ...signs, ...(currency === 'CNY' ? ['元'] : [])];
}

/** Decimals of a currency as typed: two until the code is one. */
export function digitsOf(currency: string): number {
  return notationOf(currency).digits;
}

/** Reads an amount in a currency, both as typed: `1,200`, `￥1200`, `1200元`; the sign of another currency is refused. */
export function readAmount(text: string, currency: string): AmountParse {
  const { digits, signs } = notationOf(currency);
  return parseAmount(text, digits, signs);
}

/** An amount in full where the text is one, else the text as it was: `1200.5` becomes `1,200.50`. */
export function tidyAmount(text: string, currency: string): string {
  const parsed = readAmount(text, currency);
  return parsed.ok ? amountText(parsed.amount, digitsOf(currency)) : text;
}

/** A count with its thousands set apart where the text is one, else the text as it was. */
export function tidyCount(text: string): string {
  const parsed = parseCount(text);
  return parsed.ok ? countText(parsed.value) : text;
}

/** A percentage as plain digits where the text is one, else the text as it was: `9折` becomes `90`. */
export function tidyPercent(text: string): string {
  const percent = parsePercent(text);
  const printed = String(percent);
  return parsePercent(printed) === percent ? printed : text;
}

/** Minor units as people write them: `1,200`, and `1,200.50` where there is a fraction. */
export function amountText(minor: number, digits: number): string {
  const [whole = '', decimals = ''] = printAmount(minor, digits).split('.');
  return /[^0]/.test(decimals) ? `${grouped(whole)}.${decimals}` : grouped(whole);
}

/** A count as people write it: `1,200`. */
export function countText(count: number): string {
  return grouped(String(count));
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * The percentage paid, as typed: `90`, `87.5`, `９０％`, or as shops write it, `9折`, `85折`, `10% off`; NaN for anything else.
 * How many decimals it may have is for the domain to say.
 */
export function parsePercent(text: string): number {
  const plain = text
    .replace(/[０-９．。％]/g, (character) =>
      character === '。' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .trim();
  const [, percent] = /^(\d{1,9}(?:\.\d{1,9})?)\s*%?$/.exec(plain) ?? [];
  if (percent !== undefined) return Number(percent);
  const [, tenths, rest = '', whole] = /^(?:(\d)(?:\.(\d{1,3}))?|(\d\d))\s*折$/.exec(plain) ?? [];
  if (whole !== undefined) return Number(whole);
  // Moved by its digits: 8.8 × 10 is not 88 in floating point.
  if (tenths !== undefined)
    return Number(`${tenths}${rest.charAt(0) || '0'}.${rest.slice(1) || '0'}`);
  const [, off, part = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?\s*%\s*off$/i.exec(plain) ?? [];
  return off === undefined ? NaN : (10_000 - Number(off + part.padEnd(2, '0'))) / 100;
}
