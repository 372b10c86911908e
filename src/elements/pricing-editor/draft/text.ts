import { currencyDigits, parseAmount, printAmount } from '../../../domain/amount-text.js';
import { parseCount } from '../../../ui/numbers.js';

/** Decimals of a currency as typed: two until the code is one. */
export function digitsOf(currency: string): number {
  try {
    return currencyDigits(currency);
  } catch {
    return 2;
  }
}

/** An amount in full where the text is one, else the text as it was: `1200.5` becomes `1,200.50`. */
export function tidyAmount(text: string, digits: number): string {
  const parsed = parseAmount(text, digits);
  return parsed.ok ? amountText(parsed.amount, digits) : text;
}

/** A count with its thousands set apart where the text is one, else the text as it was. */
export function tidyCount(text: string): string {
  const parsed = parseCount(text);
  return parsed.ok ? grouped(String(parsed.value)) : text;
}

/** Minor units as people write them: `1,200`, and `1,200.50` where there is a fraction. */
export function amountText(minor: number, digits: number): string {
  const [whole = '', decimals = ''] = printAmount(minor, digits).split('.');
  return /[^0]/.test(decimals) ? `${grouped(whole)}.${decimals}` : grouped(whole);
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A percentage as typed: `90`, `87.5`, `９０％`; NaN for anything else. How many decimals it may have is for the domain to say. */
export function parsePercent(text: string): number {
  const plain = text
    .replace(/[０-９．％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .trim();
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s*%?$/.exec(plain);
  return match ? Number(match[1]) : NaN;
}
