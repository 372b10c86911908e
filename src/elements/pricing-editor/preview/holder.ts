import type { Instant, Policy } from '../../../domain/index.js';
import type { SampleText } from '../sample.js';
import { dayOf, type Holding, type SegmentText } from './subscription.js';
import { addDays } from '../../../domain/instant.js';

/** Days since the time that is proposed was bought: the platform's own example, with a hundred of a year left. */
const PROPOSED_AGE = 265;

/** Turns to what a customer has: with paid time it renews, without it buys; the first paid time is proposed. */
export function withHolding(
  text: SampleText,
  holding: Holding,
  policy: Policy | null,
  now: Instant,
  timeZone: string | undefined,
): SampleText {
  if (holding !== 'paid') return { ...text, holding, kind: 'new', seats: null };
  const proposed: SegmentText = {
    id: 1,
    seats: String(policy?.seatLimits?.min ?? 20),
    startsOn: dayOf(addDays(now, policy?.cycle === 'month' ? 0 : -PROPOSED_AGE), timeZone),
    cycles: policy?.cycle === 'month' ? '12' : '1',
    cycle: policy?.cycle ?? 'year',
    value: '',
  };
  const segments = text.segments.length > 0 ? text.segments : [proposed];
  return { ...text, holding, segments, kind: 'expand', seats: null };
}

/** Adds time that goes on where the last ends. */
export function withSegment(text: SampleText): SampleText {
  const last = text.segments.at(-1);
  if (!last) return text;
  const id = Math.max(...text.segments.map((segment) => segment.id)) + 1;
  return { ...text, segments: [...text.segments, { ...last, id, startsOn: '', value: '' }] };
}
