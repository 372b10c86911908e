import type { Instant } from '../instant.js';
import type { Cycle } from '../policy/types.js';

/** A stretch of paid time (SPEC §4). Live while `endsAt` is after now; the end is exclusive. */
export interface Segment {
  orderId: string;
  policyVersion: number;
  seats: number;
  cycle: Cycle;
  cycles: number;
  /** Length of the priced term: cycles × cycle days + gift. */
  termDays: number;
  /** The days that `value` covers: `termDays`, until a co-term expansion. */
  days: number;
  startsAt: Instant;
  endsAt: Instant;
  /** What was paid plus the credit used, in minor units. */
  value: number;
}

/** The part of a segment that access depends on. */
export type AccessSegment = Pick<Segment, 'seats' | 'startsAt' | 'endsAt'>;

/** The facts that decide who may use the app (SPEC §6). A whole subscription fits, and so does what a member may see of it. */
export interface AccessFacts {
  launchedAt: Instant | null;
  trialDays: number;
  /** null where the policy offers none. */
  extraTrial: { days: number; startedAt: Instant | null } | null;
  segments: readonly AccessSegment[];
  /** Reported by the host; absent where it does not report. */
  seatsInUse?: number | null;
  /** Since when more seats are in use than paid for. */
  overLimitSince?: Instant | null;
}

/** How an app stands at one instant (SPEC §6); blocked are `not-launched`, `trial-expired`, `over-limit-blocked` and `expired`. */
export type EntitlementState =
  | 'not-launched'
  | 'trial'
  | 'extra-trial'
  | 'trial-expired'
  | 'active'
  | 'over-limit'
  | 'over-limit-blocked'
  | 'expired';

/** What a notice says: an end comes within 7 days, or has come (SPEC §6 "Notices"). */
export type NoticeKind = 'trial-ending' | 'trial-ended' | 'service-ending' | 'service-ended';

/** Something administrators are to be told, once for each end. */
export interface DueNotice {
  /** Kind and end: the same notice of a subscription always has the same key. */
  key: string;
  kind: NoticeKind;
  /** The end it is about. */
  endsAt: Instant;
}

/** Whether the app may be used at one instant, and what changes next (SPEC §6). */
export interface Entitlement {
  state: EntitlementState;
  blocked: boolean;
  /** Seats of the segment that covers now; null without one. */
  seats: number | null;
  notice: NoticeKind | null;
  canStartExtraTrial: boolean;
  /** End of all stacked time, of the trial or of the started extra trial; stays when past; null before launch. */
  endsAt: Instant | null;
  /** A started day counts whole; 0 once over; null before launch. */
  daysLeft: number | null;
  /** The next instant at which state, seats, notice or `canStartExtraTrial` differ; null if none. */
  nextChangeAt: Instant | null;
}
