import type { Instant } from '../instant.js';

export type OrderKind = 'new' | 'renew' | 'expand';

/**
 * What a buyer asks for (SPEC §4). `seats` is always the total after the order.
 * `renew` without seats keeps those of the segment with the latest end; a co-term `expand` has no cycles.
 */
export type QuoteRequest =
  | { kind: 'new'; seats: number; cycles: number }
  | { kind: 'renew'; cycles: number; seats?: number }
  | { kind: 'expand'; seats: number; cycles?: number };

/** How a number of seats was priced by one price: `seats × unitAmount`, or `flatAmount` for all of them. */
export type ListPart =
  { seats: number; unitAmount: number } | { seats: number; flatAmount: number };

/**
 * One step of a price with its operands (SPEC §3). `amount` is signed, in minor units; all lines add up to `payable`.
 * `credit-limit` gives back what exceeds the price; `adjustment` only stands on an order whose price a provider lowered.
 */
export type QuoteLine =
  | { code: 'list'; amount: number; seats: number; cycles: number; parts: ListPart[] }
  | {
      code: 'prorated';
      amount: number;
      orderId: string;
      price: number;
      remainingDays: number;
      termDays: number;
    }
  | { code: 'discount'; amount: number; minCycles: number; payPercent: number }
  | { code: 'cap'; amount: number; cap: number }
  | {
      code: 'credit';
      amount: number;
      orderId: string;
      value: number;
      remainingDays: number;
      days: number;
    }
  | { code: 'credit-limit'; amount: number }
  | { code: 'adjustment'; amount: number };

/** The price of an order, explained (SPEC §3, §4). Amounts in minor units; times are estimates from the instant of the quote. */
export interface Quote {
  kind: OrderKind;
  /** The version of the policy that priced it, where the caller named one. */
  policyVersion?: number;
  seats: number;
  /** 0 for a co-term expansion. */
  cycles: number;
  /** Bought days without the gift; 0 for a co-term expansion. */
  purchasedDays: number;
  giftDays: number;
  startsAt: Instant;
  endsAt: Instant;
  lines: QuoteLine[];
  /** Before offer and cap. */
  list: number;
  /** After offer and cap, before credit. */
  price: number;
  /** What the price took up of the live segments' value. */
  credit: number;
  /** What is to be paid. */
  payable: number;
  /** What the price could not take up and is lost. */
  creditForfeited: number;
  /** Days by which the new end is earlier than the last live one; 0 when it is not. */
  endsEarlierDays: number;
}

/** Why a request cannot be ordered, each with its limit (SPEC §4). */
export type Violation =
  | { code: 'not-integer'; field: 'seats' | 'cycles' }
  | { code: 'seats-out-of-range'; min: number; max: number }
  | { code: 'seats-below-minimum'; min: number }
  | { code: 'seats-above-maximum'; max: number }
  | { code: 'seats-outside-tiers'; max: number }
  /** The total must be at least `min`: one more than the largest live segment has. */
  | { code: 'seats-not-increased'; min: number }
  | { code: 'cycles-out-of-range'; min: number; max: number }
  | { code: 'amount-out-of-range'; max: number }
  | { code: 'already-active'; endsAt: Instant }
  | { code: 'nothing-to-expand' }
  | { code: 'nothing-to-renew' }
  | { code: 'cycle-changed'; cycle: 'year' | 'month' }
  | { code: 'not-launched' }
  | { code: 'no-policy' };

export type ViolationCode = Violation['code'];

export type QuoteResult = { ok: true; quote: Quote } | { ok: false; violations: Violation[] };
