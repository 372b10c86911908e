import type { Instant } from '../../instant.js';
import type { Segment } from '../../access/types.js';
import type { Violation } from '../../pricing/types.js';
import type { Cycle } from '../types.js';

/** Whom a publication can concern: the facts of one installation. */
export interface ImpactFacts {
  /** null before the launch. */
  launchedAt: Instant | null;
  /** Of the running trial, as promised at launch. */
  trialDays: number;
  /** null where none was promised. */
  extraTrial: { days: number; startedAt: Instant | null } | null;
  /** Ended segments may stay in it. */
  segments: readonly Segment[];
  /** The order that waits for payment; null for none. */
  pendingOrderId: string | null;
}

/** How an amount moves, in minor units. */
export interface AmountMove {
  amountBefore: number;
  amount: number;
  /** How far, of what it was, with at most two decimals; null from nothing, and for a thousandfold or more. Never below 0. */
  percent: number | null;
}

/** The same order by the published policy and by the next, before any credit. */
export interface PriceShift extends AmountMove {
  seats: number;
  cycles: number;
}

/** What a publication changes, or leaves, for somebody (SPEC §2, §4). */
export type PolicyImpact =
  /** The order whose price rises most, relative to what it was. */
  | ({ code: 'price-up' } & PriceShift)
  /** The one whose price falls most. */
  | ({ code: 'price-down' } & PriceShift)
  /** Every order costs what it did. */
  | { code: 'prices-kept' }
  /** Another currency or cycle: amounts cannot be set side by side. */
  | { code: 'prices-not-comparable' }
  /** Some numbers of seats can no longer be ordered; `min`–`max` is what can be now, null where nothing can. */
  | { code: 'fewer-sold'; min: number | null; max: number | null }
  /** What was bought stays until `endsAt`, for `seats`. */
  | { code: 'time-kept'; seats: number; endsAt: Instant }
  /** What the present subscription costs at its renewal; without a `move` where that cannot be compared. */
  | {
      code: 'renewal';
      seats: number;
      cycles: number;
      amount: number;
      move: AmountMove | null;
    }
  /** The present subscription could not be renewed with its seats. */
  | { code: 'renewal-barred'; seats: number; violations: Violation[] }
  /** Seats could not be added to time bought in another unit, `cycle`, by a policy that keeps the end. */
  | { code: 'expansion-barred'; cycle: Cycle }
  /** The trial goes on as promised at launch. */
  | { code: 'trial-kept'; endsAt: Instant }
  /** The trial that the launch would begin, in days. */
  | { code: 'trial-at-launch'; days: number; extraDays: number | null }
  /** An order waits for payment at its own price. */
  | { code: 'order-kept'; orderId: string };
