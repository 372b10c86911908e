import type { CountFault } from '../locales/common/quotes/strings.js';

export type { CountFault };

/** What a typed number of seats, years or days amounts to, or why it is none. Limits are the domain's matter. */
export type CountParse = { ok: true; value: number } | { ok: false; fault: CountFault };

/** Plain digits, or groups of three set apart by one kind of separator. */
const COUNT = /^(\d+|[1-9]\d{0,2}(?:([,\s])\d{3})(?:\2\d{3})*)$/;
const DECIMAL = /^[\d,\s]+\.\d*$/;
const NEGATIVE = /^-\s*[\d,\s]+(\.\d*)?$/;

/** What a Chinese input method leaves behind, beside digits, and what it stands for. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '，': ',', '．': '.', '－': '-', '−': '-' };

/** Reads a whole number as a person types or pastes it: `30`, `1,000`, `１０００`, with blanks around it. Nothing is rounded. */
export function parseCount(text: string): CountParse {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，．－−]/g, (character) => FULL_WIDTH[character] ?? character)
    .trim();
  if (plain === '') return { ok: false, fault: 'empty' };
  if (COUNT.test(plain)) {
    const value = Number(plain.replace(/\D/g, ''));
    return Number.isSafeInteger(value) ? { ok: true, value } : { ok: false, fault: 'too-large' };
  }
  if (NEGATIVE.test(plain)) return { ok: false, fault: 'negative' };
  return { ok: false, fault: DECIMAL.test(plain) ? 'not-integer' : 'not-number' };
}
