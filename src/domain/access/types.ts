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

/** An end comes within 7 days, or has come (SPEC §6 "Notices"). */
export type EndNoticeKind = 'trial-ending' | 'trial-ended' | 'service-ending' | 'service-ended';

/** More seats are in use than were bought, or have been for longer than the app bears (SPEC §6 "Notices"). */
export type OverLimitNoticeKind = 'over-limit' | 'over-limit-blocked';

/** What a notice says. */
export type NoticeKind = EndNoticeKind | OverLimitNoticeKind;

/** Administrators are to be told of an end, once for each. */
export interface EndNotice {
  /** Kind and end: the same notice of a subscription always has the same key. */
  key: string;
  kind: EndNoticeKind;
  /** The end it is about. */
  endsAt: Instant;
}

/** Administrators are to be told that too many seats are in use, once for each time that this would block, or blocks, the app. */
export interface OverLimitNotice {
  /** Kind and the instant of the block, or, where the paid time ends before one, the instant since when seats are too few. */
  key: string;
  kind: OverLimitNoticeKind;
  /** Seats of the segment that covers now. */
  seats: number;
  seatsInUse: number;
  /** When the app is, or was, blocked by it; null where the paid time ends first. */
  blocksAt: Instant | null;
}

/** Something administrators are to be told. */
export type DueNotice = EndNotice | OverLimitNotice;

/** Whether the app may be used at one instant, and what changes next (SPEC §6). */
export interface Entitlement {
  state: EntitlementState;
  blocked: boolean;
  /** Seats of the segment that covers now; null without one. */
  seats: number | null;
  notice: EndNoticeKind | null;
  canStartExtraTrial: boolean;
  /** End of all stacked time, of the trial or of the started extra trial; stays when past; null before launch. */
  endsAt: Instant | null;
  /** A started day counts whole; 0 once over; null before launch. */
  daysLeft: number | null;
  /** The next instant at which state, seats, notice or `canStartExtraTrial` differ; null if none. */
  nextChangeAt: Instant | null;
}
