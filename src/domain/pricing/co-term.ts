import { remainingDays } from '../access/live.js';
import type { Segment } from '../access/types.js';
import type { Instant } from '../instant.js';
import { ratio } from '../money.js';
import type { Policy } from '../policy/types.js';
import { priceOf } from './price.js';
import type { Price, QuoteLine } from './types.js';

/** What all seats cost for the rest of one live segment. */
export interface ProratedPrice {
  segment: Segment;
  /** All seats for the whole term of the segment, after offer and cap. */
  price: number;
  remainingDays: number;
  /** The share of `price` that falls on the remaining days. */
  amount: number;
}

/** Prices `seats` for the rest of each live segment: price(seats, its cycles) × remaining / its term (SPEC §4 "co-term"). */
export function proratedPrices(
  policy: Policy,
  seats: number,
  live: readonly Segment[],
  now: Instant,
): ProratedPrice[] {
  return live.map((segment) => {
    const { price } = priceOf(policy, seats, segment.cycles);
    const remaining = remainingDays(segment, now);
    const amount = ratio(price, remaining, segment.termDays);
    return { segment, price, remainingDays: remaining, amount };
  });
}

/** The price of a co-term expansion before credit: a line for each segment, the sum once more at most a cap per order. */
export function coTermPrice(policy: Policy, prorated: readonly ProratedPrice[]): Price {
  const lines: QuoteLine[] = [];
  let list = 0;
  for (const { segment, price, remainingDays, amount } of prorated) {
    const { orderId, termDays } = segment;
    if (amount > 0 || lines.length === 0) {
      lines.push({ code: 'prorated', amount, orderId, price, remainingDays, termDays });
    }
    list += amount;
  }
  const cap = policy.priceCap?.per === 'order' ? policy.priceCap.amount : null;
  if (cap === null || list <= cap) return { list, price: list, lines };
  lines.push({ code: 'cap', amount: cap - list, cap });
  return { list, price: cap, lines };
}
