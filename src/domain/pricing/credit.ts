import { remainingDays, remainingDaysAt } from '../access/live.js';
import type { Segment } from '../access/types.js';
import type { Instant } from '../instant.js';
import { ratio } from '../money.js';
import type { QuoteLine } from './types.js';

/** What the rest of a segment is worth at `now`, in minor units: its value × remaining days / days (SPEC §4 "Credit"). */
export function creditOf(
  segment: Pick<Segment, 'value' | 'days' | 'endsAt'>,
  now: Instant,
): number {
  return ratio(segment.value, remainingDays(segment, now), segment.days);
}

/** What live segments take off a price. */
export interface CreditTaken {
  lines: QuoteLine[];
  /** What the price took up. */
  credit: number;
  /** What it could not. */
  forfeited: number;
}

/** Credits every live segment against a price: a line each, and one that gives back what exceeds the price (SPEC §3, step 4). */
export function takeCredit(price: number, live: readonly Segment[], now: Instant): CreditTaken {
  const lines: QuoteLine[] = [];
  const at = Date.parse(now);
  let converted = 0;
  for (const segment of live) {
    const { orderId, value, days } = segment;
    const remaining = remainingDaysAt(segment, at);
    const amount = ratio(value, remaining, days);
    if (amount === 0) continue;
    lines.push({ code: 'credit', amount: -amount, orderId, value, remainingDays: remaining, days });
    converted += amount;
  }
  const credit = Math.min(converted, price);
  const forfeited = converted - credit;
  if (forfeited > 0) lines.push({ code: 'credit-limit', amount: forfeited });
  return { lines, credit, forfeited };
}
