import type { Installation, Order, PublishedPolicy, Session } from '../../contract/index.js';
import {
  DAY_MS,
  latestSegment,
  liveSegments,
  type Instant,
  type OrderKind,
  type Segment,
} from '../../domain/index.js';

/** Everything the form reads before it can offer anything. */
export interface PurchaseFacts {
  session: Session;
  installation: Installation;
  /** null before the first publication. */
  published: PublishedPolicy | null;
  /** The order that waits for payment, unless it is in hand already. */
  pending: Order | null;
  /** An order whose refund is under way: until that ends nothing can be ordered (SPEC §5). */
  refunding: Order | null;
}

/** Why nothing can be bought here and now. */
export type Obstacle = 'not-buyer' | 'member' | 'no-policy' | 'not-launched' | 'refund-under-way';

/** What stands in the way of any order, the most basic first; null when one can be made. */
export function obstacleOf(facts: PurchaseFacts): Obstacle | null {
  const { session, installation, published, refunding } = facts;
  if (session.role === 'member') return 'member';
  if (session.role !== 'administrator') return 'not-buyer';
  if (!published) return 'no-policy';
  if (installation.launchedAt === null) return 'not-launched';
  return refunding ? 'refund-under-way' : null;
}

/** The paid time of the installation, ended segments too. */
export function segmentsOf({ installation }: PurchaseFacts): readonly Segment[] {
  return installation.subscription?.segments ?? [];
}

/** What one has today: seats of the segment that covers now, and the end of all stacked time. */
export interface Standing {
  seats: number;
  endsAt: Instant;
}

/** null when nothing is live. */
export function standingAt(segments: readonly Segment[], now: Instant): Standing | null {
  const live = liveSegments(segments, now);
  const last = latestSegment(live);
  const first = live.reduce<Segment | undefined>(
    (earliest, segment) =>
      earliest && Date.parse(earliest.startsAt) <= Date.parse(segment.startsAt)
        ? earliest
        : segment,
    undefined,
  );
  return first && last ? { seats: first.seats, endsAt: last.endsAt } : null;
}

/** The kinds of order that the entitlement allows (SPEC §4), the likely one first. */
export function kindsFor(facts: PurchaseFacts, now: Instant): readonly OrderKind[] {
  const segments = segmentsOf(facts);
  if (segments.length === 0) return ['new'];
  const standing = standingAt(segments, now);
  if (!standing) return ['renew', 'new'];
  const inUse = facts.installation.subscription?.seatsInUse ?? 0;
  const daysLeft = (Date.parse(standing.endsAt) - Date.parse(now)) / DAY_MS;
  const expandFirst = inUse > standing.seats || daysLeft > 30;
  return expandFirst ? ['expand', 'renew'] : ['renew', 'expand'];
}
