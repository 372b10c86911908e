import type { Instant } from '../../domain/index.js';

const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/**
 * The first millisecond whose instant, as text, is not before a text: order-query.ts compares instants as texts, and here they are
 * numbers. For an instant as billing writes them it is the instant's own.
 */
export function firstMsFrom(text: string): number {
  let [low, high] = [FIRST_MS, LAST_MS + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (instantOf(middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
