/** What a typed text amounts to: minor units, or why it is none. */
export type AmountParse =
  | { ok: true; amount: number }
  | { ok: false; reason: 'empty' | 'malformed' | 'negative' | 'too-many-decimals' | 'too-large' };

/** Full-width forms that a Chinese input method leaves behind, and what they stand for. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '。': '.',
  '￥': '¥',
  '＄': '$',
  '－': '-',
  '−': '-',
};

/** Either plain digits, or groups of three set apart by one kind of separator. */
const AMOUNT = /^(-\s*)?(\d+|[1-9]\d{0,2}([,\s])\d{3}(?:\3\d{3})*)(?:\.(\d+))?$/;

/** How the yuan is written beside an amount. */
const YUAN = ['¥', '元'];

/**
 * Reads an amount as a person types it: `1200.5`, `1,200`, `￥ 1 200.50`, `１２００`, `1200元`. Strict beyond that: exponents,
 * hexadecimal, half a number and malformed grouping (`12,00`) are refused, and nothing is ever rounded.
 *
 * @param text in the currency's major unit
 * @param digits the currency's minor digits, see {@link currencyDigits}
 * @param signs how the currency is written before or after an amount; any other is refused
 */
export function parseAmount(
  text: string,
  digits: number,
  signs: readonly string[] = YUAN,
): AmountParse {
  const plain = text.replace(/[０-９，．。￥＄－−]/g, halfWidth).trim();
  if (plain === '') return { ok: false, reason: 'empty' };
  const match = AMOUNT.exec(withoutSigns(plain, signs));
  if (!match) return { ok: false, reason: 'malformed' };
  const [, minus, whole = '', , decimals = ''] = match;
  if (minus !== undefined) return { ok: false, reason: 'negative' };
  if (decimals.length > digits) return { ok: false, reason: 'too-many-decimals' };
  // Digits and nothing else by now, so that no notation of numbers can slip through.
  const amount = Number(whole.replace(/\D/g, '') + decimals.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return { ok: false, reason: 'too-large' };
  return { ok: true, amount };
}

/** The text without a sign of the currency before it, and without one after it. */
function withoutSigns(text: string, signs: readonly string[]): string {
  const before = signs.find((sign) => text.startsWith(sign)) ?? '';
  const rest = text.slice(before.length);
  const after = signs.find((sign) => rest.endsWith(sign)) ?? '';
  return rest.slice(0, rest.length - after.length).trim();
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
