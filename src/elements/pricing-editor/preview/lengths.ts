import type { Policy } from '../../../domain/index.js';
import { termLengths } from '../../../ui/term-lengths.js';

/** As many lines as can be told apart. */
const MOST_LINES = 6;

/** The lengths that are compared: those on offer, or of too many, the shorter ones and the longest. */
export function comparedLengths(policy: Policy): number[] {
  const all = termLengths(policy);
  const longest = all.at(-1);
  if (all.length <= MOST_LINES || longest === undefined) return all;
  return [...all.slice(0, MOST_LINES - 1), longest];
}
