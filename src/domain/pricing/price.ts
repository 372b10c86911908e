import type { Policy } from '../policy/types.js';
import { capFor } from './cap.js';
import { discounted, offerStepFor } from './offer.js';
import { lastSeat, listParts, partsAmount } from './rule.js';
import type { Price, QuoteLine } from './types.js';

/** What `seats` cost for `cycles` before offer and cap, in minor units. */
export function listPriceOf(policy: Policy, seats: number, cycles: number): number {
  return partsAmount(listParts(policy.rule, seats)) * cycles;
}

/**
 * The price of an order before any credit: list, discount, cap, each a line (SPEC §3, steps 1–3).
 * Seat limits and the bounds of an order are not looked at; that is for `quote`.
 *
 * @throws RangeError when the seats lie outside the tiers
 */
export function priceOf(policy: Policy, seats: number, cycles: number): Price {
  if (seats > lastSeat(policy.rule)) throw new RangeError(`No tier holds ${seats} seats`);
  const parts = listParts(policy.rule, seats);
  const list = partsAmount(parts) * cycles;
  const lines: QuoteLine[] = [{ code: 'list', amount: list, seats, cycles, parts }];
  let price = list;

  const step = offerStepFor(policy, cycles);
  if (step !== null && 'payPercent' in step) {
    const { minCycles, payPercent } = step;
    price = discounted(list, payPercent);
    if (price < list) {
      lines.push({ code: 'discount', amount: price - list, minCycles, payPercent });
    }
  }

  const cap = capFor(policy, cycles);
  if (cap !== null && price > cap) {
    lines.push({ code: 'cap', amount: cap - price, cap });
    price = cap;
  }
  return { list, price, lines };
}
