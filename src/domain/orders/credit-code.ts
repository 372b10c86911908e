/** The characters of a unified social credit code, each worth its position: no I, O, S, V or Z (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a text is a unified social credit code (统一社会信用代码) whose last character checks the others (GB 32100-2015): position i
 * weighs 3^(i−1) mod 31, and all eighteen, the last once, add up to a multiple of 31.
 */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.indexOf(code.slice(17)) === (31 - (sum % 31)) % 31;
}
