import type { Instant } from '../instant.js';
import { entitlement } from './entitlement.js';
import type { AccessFacts, DueNotice } from './types.js';

/**
 * What administrators must be told at an instant (SPEC §6 "Notices"): that an end is near, from 7 days before it, or that it has come.
 * At most one notice is due at a time. Remember its `key` once it is sent, so that it goes out once for each end, even when a refund
 * brings an old end back. The next time to look is the entitlement's `nextChangeAt`.
 *
 * @param sent keys of the notices of this subscription that went out already
 */
export function noticesDue(
  facts: AccessFacts,
  now: Instant,
  sent: ReadonlySet<string> = new Set(),
): DueNotice[] {
  const { notice: kind, endsAt } = entitlement(facts, now);
  if (kind === null || endsAt === null) return [];
  const key = `${kind}:${endsAt}`;
  return sent.has(key) ? [] : [{ key, kind, endsAt }];
}

/**
 * Whether a notice that waits to be sent is still true. It is withdrawn when not: a renewal moved the end, or the end came before
 * the warning of it went out.
 */
export function noticeStands({ key }: DueNotice, facts: AccessFacts, now: Instant): boolean {
  return noticesDue(facts, now).some((due) => due.key === key);
}
