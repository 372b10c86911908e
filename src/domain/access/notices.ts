import type { Instant } from '../instant.js';
import { entitlement } from './entitlement.js';
import { overLimitBlockAt } from './over-limit.js';
import type { AccessFacts, DueNotice, EndNotice, Entitlement, OverLimitNotice } from './types.js';

/**
 * What administrators must be told at an instant (SPEC §6 "Notices"): that an end is near, from 7 days before it, or that it has come; that
 * more seats are in use than were bought, and when the app was, or will be, blocked for it. At most one of each is due at a time.
 *
 * Only what is so at `now` is due: who looks late finds the end, and no warning of it any more.
 * Remember its `key` once it is sent, so that it goes out once for each end, even when a refund brings an old end back. The next time to
 * look is the entitlement's `nextChangeAt`.
 *
 * @param sent keys of the notices of this subscription that went out already
 */
export function noticesDue(
  facts: AccessFacts,
  now: Instant,
  sent: ReadonlySet<string> = new Set(),
): DueNotice[] {
  const standing = entitlement(facts, now);
  return [overLimitNotice(facts, standing, now), endNotice(standing)]
    .filter((due) => due !== null)
    .filter(({ key }) => !sent.has(key));
}

/**
 * A notice that waits to be sent, as it stands now: the numbers in it are those of `now`. null when it is not true any more and is withdrawn:
 * a renewal moved the end, the end came before the warning of it went out, enough seats were bought or given up.
 */
export function noticeStanding(
  { key }: Pick<DueNotice, 'key'>,
  facts: AccessFacts,
  now: Instant,
): DueNotice | null {
  return noticesDue(facts, now).find((due) => due.key === key) ?? null;
}

function endNotice({ notice: kind, endsAt }: Entitlement): EndNotice | null {
  return kind === null || endsAt === null ? null : { key: `${kind}:${endsAt}`, kind, endsAt };
}

/** Without an instant since when there is none: nothing would tell it from the one of another time. */
function overLimitNotice(
  facts: AccessFacts,
  { state: kind, seats }: Entitlement,
  now: Instant,
): OverLimitNotice | null {
  const { overLimitSince, seatsInUse } = facts;
  if (kind !== 'over-limit' && kind !== 'over-limit-blocked') return null;
  if (!overLimitSince || seats === null) return null;
  const blocksAt = overLimitBlockAt(facts, now);
  const key = `${kind}:${blocksAt ?? overLimitSince}`;
  return { key, kind, seats, seatsInUse: seatsInUse ?? 0, blocksAt };
}
