/**
 * `amount × numerator / denominator`, rounded half up to the minor unit (SPEC §3 "Rounding").
 * Exact for every input: safe integers while the product is one, `BigInt` beyond.
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
  if (product > Number.MAX_SAFE_INTEGER) return divideBig(amount, numerator, denominator);
  const rest = product % denominator;
  return { whole: (product - rest) / denominator, rest };
}

function divideBig(amount: number, numerator: number, denominator: number): Division {
  const product = BigInt(amount) * BigInt(numerator);
  const whole = product / BigInt(denominator);
  if (whole >= Number.MAX_SAFE_INTEGER) throw new RangeError('The result is no safe integer');
  return { whole: Number(whole), rest: Number(product % BigInt(denominator)) };
}

function requireCount(name: string, value: number, min: number): void {
  if (!Number.isSafeInteger(value) || value < min) {
    throw new RangeError(`${name} must be a safe integer of at least ${min}, not ${value}`);
  }
}
