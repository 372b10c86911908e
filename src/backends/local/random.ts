const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** So many random digits and capitals. */
export type Random = (length: number) => string;

/** Not to be guessed, and never the same twice in a lifetime. */
export const cryptoRandom: Random = (length) => {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
};

/** The same sequence every time (mulberry32), so that a scenario gives the same ids wherever it runs. */
export function seededRandom(): Random {
  let state = 0x5ea7;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (length) => Array.from({ length }, () => ALPHABET[next() % ALPHABET.length]).join('');
}
