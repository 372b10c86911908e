/** Says how often somebody may ask. */
export interface RateLimiter {
  /** Counts one request. @returns 0 when it may be answered, else how many whole seconds to wait */
  take(key: string): number;
}

/** More visitors at a time are not told apart: whoever has not asked for longest begins anew. */
const MOST_KEYS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket for everyone, in the memory of this process.
 *
 * @param perSecond how many requests a second in the long run
 * @param burst how many at once
 * @param now a clock that never goes back, in milliseconds
 */
export function createRateLimiter(
  perSecond: number,
  burst: number,
  now: () => number = () => performance.now(),
): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const at = now();
      const { tokens, at: before } = buckets.get(key) ?? { tokens: burst, at };
      const filled = Math.min(burst, tokens + ((at - before) / 1000) * perSecond);
      const enough = filled >= 1;
      // Taken out and put back, so that the oldest stands first.
      buckets.delete(key);
      buckets.set(key, { tokens: enough ? filled - 1 : filled, at });
      if (buckets.size > MOST_KEYS) dropOldest(buckets);
      return enough ? 0 : Math.ceil((1 - filled) / perSecond);
    },
  };
}

function dropOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}
