import { DAY_MS, type Instant } from '../instant.js';
import type { Segment } from './types.js';

/** The segments whose end is still ahead of `now`, in the order given: the one that covers now and those stacked behind it (SPEC §4). */
export function liveSegments<S extends Pick<Segment, 'endsAt'>>(
  segments: readonly S[],
  now: Instant,
): S[] {
  if (segments.length === 0) return [];
  const instant = Date.parse(now);
  return segments.filter((segment) => Date.parse(segment.endsAt) > instant);
}

/** The segment with the latest end (the later in the list of several); undefined when there is none. */
export function latestSegment<S extends Pick<Segment, 'endsAt'>>(
  segments: readonly S[],
): S | undefined {
  let latest: S | undefined;
  for (const segment of segments) {
    if (!latest || Date.parse(segment.endsAt) >= Date.parse(latest.endsAt)) latest = segment;
  }
  return latest;
}

/**
 * Whole days that a segment still has at `now`: a started day counts whole, never more than the `days` its value covers, 0 once over
 * (SPEC §4 "Credit").
 */
export function remainingDays(segment: Pick<Segment, 'days' | 'endsAt'>, now: Instant): number {
  const days = Math.ceil((Date.parse(segment.endsAt) - Date.parse(now)) / DAY_MS);
  return Math.max(0, Math.min(days, segment.days));
}
