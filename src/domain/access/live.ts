import { DAY_MS, isAfter, type Instant } from '../instant.js';
import type { Segment } from './types.js';

/** The segments whose end is still ahead of `now`, in the order given: the one that covers now and those stacked behind it (SPEC §4). */
export function liveSegments<S extends Pick<Segment, 'endsAt'>>(
  segments: readonly S[],
  now: Instant,
): S[] {
  return segments.filter((segment) => isAfter(segment.endsAt, now));
}

/** The segment with the latest end (the later in the list of several); undefined when there is none. */
export function latestSegment<S extends Pick<Segment, 'endsAt'>>(
  segments: readonly S[],
): S | undefined {
  let latest: S | undefined;
  for (const segment of segments) {
    if (!latest || !isAfter(latest.endsAt, segment.endsAt)) latest = segment;
  }
  return latest;
}

/**
 * Whole days that a segment still has at `now`: a started day counts whole, never more than the `days` its value covers, 0 once over
 * (SPEC §4 "Credit").
 */
export function remainingDays(segment: Pick<Segment, 'days' | 'endsAt'>, now: Instant): number {
  return remainingDaysAt(segment, Date.parse(now));
}

/** {@link remainingDays} at an instant in milliseconds, for many segments at one instant. */
export function remainingDaysAt(segment: Pick<Segment, 'days' | 'endsAt'>, at: number): number {
  const days = Math.ceil((Date.parse(segment.endsAt) - at) / DAY_MS);
  return Math.max(0, Math.min(days, segment.days));
}
