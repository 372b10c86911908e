import type { Segment } from '../access/types.js';
import type { Instant } from '../instant.js';
import type { Cycle } from '../policy/types.js';

/** What an order does: 新购, 续期, 扩容 (SPEC §4). */
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
  /** A live segment was sold in another unit, `cycle`: only a new term can replace it. */
  | { code: 'cycle-changed'; cycle: Cycle }
  | { code: 'not-launched' }
  | { code: 'no-policy' };

/** The words for why a request cannot be ordered (SPEC §4). */
export type ViolationCode = Violation['code'];

/** The quote of a request, or every reason why it cannot be ordered. */
export type QuoteResult = { ok: true; quote: Quote } | { ok: false; violations: Violation[] };

/** What a quote depends on beside policy and request. */
export interface QuoteContext {
  /** The paid time of the installation, ended segments included. */
  segments: readonly Segment[];
  now: Instant;
  /** Whether the app is launched; it is when left out. */
  launched?: boolean | undefined;
  /** The version of the policy, to be repeated in the quote. */
  policyVersion?: number | undefined;
}

/** A price before credit: the amounts and the lines that lead to it (SPEC §3, steps 1–3). Minor units. */
export interface Price {
  list: number;
  price: number;
  lines: QuoteLine[];
}

/** A stretch of seats over which a rule is a straight line: `base + perSeat × seats` minor units for one cycle. */
export interface RulePiece {
  fromSeats: number;
  /** Inclusive. */
  toSeats: number;
  /** May be below 0, where a graduated tier is cheaper than those before it are dear. */
  base: number;
  perSeat: number;
}

/**
 * A stretch of seats over which an order's price is a straight line, but for the rounding of a discount (SPEC §3).
 * At every whole number of seats in it the price is exactly `(base + perSeat × seats) × payPercent / 100`, half up to the minor unit.
 */
export interface PricePiece {
  fromSeats: number;
  /** Inclusive. */
  toSeats: number;
  /** The price at `fromSeats`, in minor units. */
  fromPrice: number;
  /** The price at `toSeats`. */
  toPrice: number;
  /** Minor units for all cycles; the cap where the price has reached it. */
  base: number;
  /** Minor units for each seat, for all cycles; 0 where the price is flat. */
  perSeat: number;
  /** What is paid of the list price; 100 without a discount or at the cap. */
  payPercent: number;
}
