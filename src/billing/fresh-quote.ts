import { BackendError, type PublishedPolicy } from '../contract/index.js';
import { quote, type Instant, type Quote, type QuoteRequest } from '../domain/index.js';
import { canonicalJson } from './canonical.js';
import type { InstallationRecord, StoreTransaction } from './ports.js';

/** A price by billing's own clock and facts, and the policy it came from. */
export interface FreshQuote {
  quote: Quote;
  published: PublishedPolicy;
}

/** @throws BackendError `invalid` with every violation when the request cannot be ordered (SPEC §4) */
export async function freshQuote(
  tx: StoreTransaction,
  { id, policyVersion, subscription }: InstallationRecord,
  request: QuoteRequest,
  now: Instant,
): Promise<FreshQuote> {
  const published = policyVersion === null ? null : await tx.policyVersion(id, policyVersion);
  const result = quote(published?.policy ?? null, request, {
    segments: subscription.segments,
    now,
    launched: subscription.launchedAt !== null,
    ...(published ? { policyVersion: published.version } : {}),
  });
  if (!result.ok || !published) {
    throw new BackendError('invalid', { violations: result.ok ? [] : result.violations });
  }
  return { quote: result.quote, published };
}

/** Whether two quotes promise the same; their times are estimates and may differ (SPEC §5). */
export function samePromise(shown: Quote, fresh: Quote): boolean {
  return canonicalJson(promiseOf(shown)) === canonicalJson(promiseOf(fresh));
}

/** What a quote promises: all of it that a change would break. The same wish a minute later promises the same. */
export function promiseOf(quote: Quote): Partial<Quote> {
  const { policyVersion, kind, seats, cycles, purchasedDays, giftDays, lines, payable } = quote;
  const promise = { kind, seats, cycles, purchasedDays, giftDays, lines, payable };
  return policyVersion === undefined ? promise : { ...promise, policyVersion };
}
