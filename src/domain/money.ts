import { Decimal } from './decimal.js';

/**
 * `amount × numerator / denominator`, rounded half up to the minor unit (SPEC §3 "Rounding").
 * Exact for every input: native integers while the product is safe, decimals beyond.
 *
 * @param amount minor units, a safe integer ≥ 0
 * @param numerator a safe integer ≥ 0
 * @param denominator a safe integer > 0
 * @returns minor units
 * @throws RangeError when an operand is none of these, or the result is no safe integer
 */
export function ratio(amount: number, numerator: number, denominator: number): number {
  const { whole, rest } = divide(amount, numerator, denominator);
  return rest * 2 >= denominator ? whole + 1 : whole;
}

/**
 * Splits an amount in proportion to weights, to the last minor unit: each share is rounded down, what is left goes to the largest
 * remainders, ties to the earlier (SPEC §4 "co-term").
 *
 * @param total minor units, a safe integer ≥ 0
 * @param weights safe integers ≥ 0
 * @returns one share for each weight; they add up to `total`
 * @throws RangeError when there is something to split but no weight above 0
 */
export function shares(total: number, weights: readonly number[]): number[] {
  if (total === 0) return weights.map(() => 0);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => divide(total, weight, sum));
  let left = parts.reduce((rest, part) => rest - part.whole, total);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest)) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map((part) => part.whole);
}

interface Division {
  whole: number;
  rest: number;
}

/** `amount × numerator` divided by `denominator`: the whole units and the rest, exact. */
function divide(amount: number, numerator: number, denominator: number): Division {
  requireCount('amount', amount, 0);
  requireCount('numerator', numerator, 0);
  requireCount('denominator', denominator, 1);
  const product = amount * numerator;
  if (product > Number.MAX_SAFE_INTEGER) return divideDecimal(amount, numerator, denominator);
  const rest = product % denominator;
  return { whole: (product - rest) / denominator, rest };
}

function divideDecimal(amount: number, numerator: number, denominator: number): Division {
  const product = new Decimal(amount).times(numerator);
  const whole = product.divToInt(denominator);
  if (whole.gte(Number.MAX_SAFE_INTEGER)) throw new RangeError('The result is no safe integer');
  return { whole: whole.toNumber(), rest: product.minus(whole.times(denominator)).toNumber() };
}

function requireCount(name: string, value: number, min: number): void {
  if (!Number.isSafeInteger(value) || value < min) {
    throw new RangeError(`${name} must be a safe integer of at least ${min}, not ${value}`);
  }
}

/** What a typed text amounts to: minor units, or why it is none. */
export type AmountParse =
  | { ok: true; amount: number }
  | { ok: false; reason: 'empty' | 'malformed' | 'too-many-decimals' | 'too-large' };

/** Full-width forms that a Chinese input method leaves behind, and what they stand for. */
const FULL_WIDTH: Readonly<Record<string, string>> = { '，': ',', '．': '.', '￥': '¥' };

/** Either plain digits, or groups of three set apart by one kind of separator. */
const AMOUNT = /^(?:¥\s*)?(\d+|[1-9]\d{0,2}([,\s])\d{3}(?:\2\d{3})*)(?:\.(\d+))?$/;

/**
 * Reads an amount as a person types it: `1200.5`, `1,200`, `￥ 1 200.50`, `１２００`. Strict beyond that: signs, exponents, hexadecimal,
 * half a number and malformed grouping (`12,00`) are refused, and nothing is ever rounded.
 *
 * @param text in the currency's major unit
 * @param digits the currency's minor digits, see {@link currencyDigits}
 */
export function parseAmount(text: string, digits: number): AmountParse {
  const plain = text.replace(/[０-９，．￥]/g, halfWidth).trim();
  if (plain === '') return { ok: false, reason: 'empty' };
  const match = AMOUNT.exec(plain);
  if (!match) return { ok: false, reason: 'malformed' };
  const [, whole = '', , decimals = ''] = match;
  if (decimals.length > digits) return { ok: false, reason: 'too-many-decimals' };
  const minor = whole.replace(/\D/g, '') + decimals.padEnd(digits, '0');
  const amount = new Decimal(minor);
  if (amount.gt(Number.MAX_SAFE_INTEGER)) return { ok: false, reason: 'too-large' };
  return { ok: true, amount: amount.toNumber() };
}

function halfWidth(character: string): string {
  return FULL_WIDTH[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/**
 * An amount in major units as plain text, without currency or grouping, for fields and files: `printAmount(120050, 2)` is `1200.50`.
 * {@link parseAmount} reads back what it prints.
 *
 * @param minor minor units, may be negative
 * @throws RangeError when `minor` is no safe integer
 */
export function printAmount(minor: number, digits: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no amount of minor units`);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * How many decimals a currency has: 2 for CNY, 0 for JPY, 3 for KWD.
 *
 * @param currency an ISO 4217 code
 * @throws RangeError when the code is not even well formed
 */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 0;
}
