import { DAY_MS, type Instant } from '../instant.js';
import type { AccessFacts, AccessSegment, Entitlement } from './types.js';

/** How long before an end it is announced, and how long more seats than paid for are borne (SPEC §6). */
const WEEK_MS = 7 * DAY_MS;

const BLOCKED: ReadonlySet<Entitlement['state']> = new Set([
  'not-launched',
  'trial-expired',
  'over-limit-blocked',
  'expired',
]);

type Snapshot = Pick<Entitlement, 'state' | 'seats' | 'notice' | 'canStartExtraTrial'> & {
  /** Milliseconds; null before launch. */
  end: number | null;
};

/**
 * Whether the app may be used at `now`, and when that changes next (SPEC §6). Pure: `now` must come from the backend.
 *
 * An end is exclusive: at `endsAt` the time is over. Neither the facts nor their segments need an order.
 * Of segments that overlap, the one that starts first counts until its end.
 *
 * @throws RangeError when an instant among the facts cannot be read.
 */
export function entitlement(facts: AccessFacts, now: Instant): Entitlement {
  const at = Date.parse(now);
  const { end, ...snapshot } = snapshotAt(facts, at);
  const change = instantsOfChange(facts)
    .filter((instant) => instant > at && instant < Infinity)
    .sort((a, b) => a - b)
    .find((instant) => differ(snapshot, snapshotAt(facts, instant)));
  return {
    ...snapshot,
    blocked: BLOCKED.has(snapshot.state),
    endsAt: end === null ? null : toInstant(end),
    daysLeft: end === null ? null : Math.max(0, Math.ceil((end - at) / DAY_MS)),
    nextChangeAt: change === undefined ? null : toInstant(change),
  };
}

function snapshotAt(facts: AccessFacts, at: number): Snapshot {
  if (facts.launchedAt === null || at < Date.parse(facts.launchedAt)) {
    return {
      state: 'not-launched',
      seats: null,
      notice: null,
      canStartExtraTrial: false,
      end: null,
    };
  }
  return facts.segments.length > 0 ? serviceAt(facts, at) : trialAt(facts, at);
}

function serviceAt(facts: AccessFacts, at: number): Snapshot {
  const end = Math.max(...facts.segments.map((segment) => Date.parse(segment.endsAt)));
  const segment = coveringSegment(facts.segments, at);
  if (!segment) {
    return {
      state: 'expired',
      seats: null,
      notice: 'service-ended',
      canStartExtraTrial: false,
      end,
    };
  }
  const over = (facts.seatsInUse ?? 0) > segment.seats;
  const bearable = at < graceEnd(facts, segment);
  return {
    state: !over ? 'active' : bearable ? 'over-limit' : 'over-limit-blocked',
    seats: segment.seats,
    notice: at >= end - WEEK_MS ? 'service-ending' : null,
    canStartExtraTrial: false,
    end,
  };
}

function trialAt(facts: AccessFacts, at: number): Snapshot {
  const trialEnd = endOfTrial(facts);
  const extraEnd = endOfExtraTrial(facts);
  // A started extra trial lets in before its start too: clocks differ, and it was granted.
  const inExtra = at >= trialEnd && extraEnd !== null;
  const end = inExtra ? extraEnd : trialEnd;
  if (at < end) {
    return {
      state: inExtra ? 'extra-trial' : 'trial',
      seats: null,
      notice: at >= end - WEEK_MS ? 'trial-ending' : null,
      canStartExtraTrial: false,
      end,
    };
  }
  return {
    state: 'trial-expired',
    seats: null,
    notice: 'trial-ended',
    canStartExtraTrial: facts.extraTrial !== null && extraEnd === null,
    end,
  };
}

/** The first segment that has not ended: it covers `at`, or lies ahead because clocks differ (who paid is let in). */
export function coveringSegment(
  segments: readonly AccessSegment[],
  at: number,
): AccessSegment | undefined {
  let first: AccessSegment | undefined;
  for (const segment of segments) {
    const live = Date.parse(segment.endsAt) > at;
    if (live && (!first || Date.parse(segment.startsAt) < Date.parse(first.startsAt))) {
      first = segment;
    }
  }
  return first;
}

/** Until when more seats in use than the segment has are borne, in milliseconds; Infinity where it is not known since when. */
export function graceEnd({ overLimitSince }: AccessFacts, segment: AccessSegment): number {
  if (!overLimitSince) return Infinity;
  return Math.max(Date.parse(overLimitSince), Date.parse(segment.startsAt)) + WEEK_MS;
}

function endOfTrial({ launchedAt, trialDays }: AccessFacts): number {
  return Date.parse(launchedAt ?? '') + trialDays * DAY_MS;
}

function endOfExtraTrial({ extraTrial }: AccessFacts): number | null {
  if (!extraTrial?.startedAt) return null;
  return Date.parse(extraTrial.startedAt) + extraTrial.days * DAY_MS;
}

/** Every instant at which anything could change, in milliseconds and in no order; some change nothing. */
function instantsOfChange(facts: AccessFacts): number[] {
  if (facts.launchedAt === null) return [];
  const ends = facts.segments.map((segment) => Date.parse(segment.endsAt));
  const grace = facts.segments.map((segment) => graceEnd(facts, segment));
  const trialEnds = [endOfTrial(facts), endOfExtraTrial(facts) ?? Infinity];
  const all = [...ends, ...trialEnds];
  return [Date.parse(facts.launchedAt), ...all, ...all.map((end) => end - WEEK_MS), ...grace];
}

function differ(a: Omit<Snapshot, 'end'>, b: Snapshot): boolean {
  return (
    a.state !== b.state ||
    a.seats !== b.seats ||
    a.notice !== b.notice ||
    a.canStartExtraTrial !== b.canStartExtraTrial
  );
}

function toInstant(at: number): Instant {
  return new Date(at).toISOString();
}
