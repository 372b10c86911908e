/** How long a company may try the app before it must buy (SPEC §2). */
export interface TrialTerms {
  /** Whole days from the launch instant, 1–60. */
  days: number;
  /** Further days an administrator may start once after the trial; null for none. `days + extraDays` ≤ 60. */
  extraDays: number | null;
}

/** The unit that terms are sold in: `year` is 365 days, `month` is 31 days (SPEC §2). */
export type Cycle = 'year' | 'month';

/** One price for every seat and cycle (固定单价). */
export interface PerSeatRule {
  type: 'per-seat';
  /** Minor units per seat per cycle. */
  unitAmount: number;
}

/** A tier that costs the same however full it is (固定价格). */
export interface FlatTier {
  /** Last seat of the tier, inclusive; null when the tier is open. */
  upTo: number | null;
  /** Minor units for the whole tier per cycle. */
  flatAmount: number;
}

/** A tier that prices each of its seats (固定单价). */
export interface UnitTier {
  /** Last seat of the tier, inclusive; null when the tier is open. */
  upTo: number | null;
  /** Minor units per seat per cycle. */
  unitAmount: number;
}

/** A stretch of seats with a price of its own: for the whole of it, or for each seat (SPEC §2 "tiers"). */
export type Tier = FlatTier | UnitTier;

/**
 * `volume`: the one tier that holds all the seats prices them.
 * `graduated`: each tier prices its own seats.
 */
export type TierMode = 'volume' | 'graduated';

/** Prices that depend on the number of seats (阶梯定价). */
export interface TieredRule {
  type: 'tiered';
  mode: TierMode;
  /** 1–100 tiers, `upTo` rising strictly; only the last may be open. */
  tiers: Tier[];
}

/** What seats cost for one cycle, before offer and cap (SPEC §2). */
export type PricingRule = PerSeatRule | TieredRule;

/** From `minCycles` on, `payPercent` of the list price is paid: 90 = 9折. */
export interface DiscountStep {
  minCycles: number;
  /** 70–100, at most two decimals. */
  payPercent: number;
}

/** From `minCycles` on, `days` are added to the bought time. */
export interface GiftStep {
  minCycles: number;
  /** At most ⌊35 % of `minCycles` × cycle days⌋. */
  days: number;
}

/** What a longer term earns: less to pay, or days on top; never both (SPEC §2). */
export type Offer =
  { type: 'discount'; steps: DiscountStep[] } | { type: 'gift'; steps: GiftStep[] };

/** Inclusive bounds on the seats of any order; outside them it is refused, never clamped. */
export interface SeatLimits {
  min: number | null;
  max: number | null;
}

/** The most an order may cost, applied after rule and offer (最高价格). */
export interface PriceCap {
  /** Minor units. */
  amount: number;
  /** `order`: for the whole order; `cycle`: times the cycles bought. */
  per: 'order' | 'cycle';
}

/** What adding seats does: a fresh term for all seats, or the same ends at a prorated price (SPEC §4). */
export type ExpansionMode = 'new-term' | 'co-term';

/** A complete pricing policy with every default filled in (SPEC §2). Amounts are integers in minor units. */
export interface Policy {
  /** ISO 4217 code. */
  currency: string;
  trial: TrialTerms;
  cycle: Cycle;
  rule: PricingRule;
  offer: Offer | null;
  seatLimits: SeatLimits | null;
  priceCap: PriceCap | null;
  expansion: ExpansionMode;
}

/** What can be wrong with a policy; the words are those of SPEC §2. `out-of-range` is also a word that is not allowed. */
export type PolicyIssueCode =
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'not-integer'
  | 'out-of-range'
  | 'not-rising'
  | 'too-many-decimals'
  | 'both-amounts'
  | 'no-amount'
  | 'open-tier-not-last'
  | 'trial-too-long'
  | 'min-above-max'
  | 'unknown-currency';

/** One fault of a policy: what is wrong and where. */
export interface PolicyIssue {
  code: PolicyIssueCode;
  /** Where: `rule.tiers[1].upTo`; the root is the empty path. */
  path: string;
  /** The lowest allowed value, where there is one. */
  min?: number;
  /** The highest allowed value, where there is one. */
  max?: number;
}

/** A policy with its defaults filled in, or every issue it has. */
export type PolicyValidation = { ok: true; policy: Policy } | { ok: false; issues: PolicyIssue[] };

/**
 * A policy that is legal but probably not meant, with where it shows (SPEC §2 "Warnings").
 * `path` names the part of the policy to change; amounts are minor units.
 */
export type PolicyWarning =
  /** `seats` cost less than one seat fewer: `amount` against `amountBefore`, for `cycles` (1 unless a cap hides it there). */
  | {
      code: 'more-seats-cheaper';
      path: string;
      seats: number;
      cycles: number;
      amount: number;
      amountBefore: number;
    }
  /** `cycles` cost less in all than `cyclesBefore`, at `seats`. */
  | {
      code: 'longer-term-cheaper';
      path: string;
      cycles: number;
      cyclesBefore: number;
      seats: number;
      amount: number;
      amountBefore: number;
    }
  /** A day costs more when `cycles` are bought than with `cyclesBefore`, at `seats`. */
  | {
      code: 'longer-term-worse-rate';
      path: string;
      cycles: number;
      cyclesBefore: number;
      seats: number;
    }
  /** The tier at `path`, whose first seat is `seats`, prices no order that can be made. */
  | { code: 'tier-never-applies'; path: string; seats: number }
  /** The offer step at `path` can never be reached within what one order may buy, or gives what holds without it. */
  | { code: 'step-never-applies'; path: string; cycles: number }
  /** The seat limit at `path` can never bind, or leaves nothing to order. */
  | { code: 'limit-never-applies'; path: string; seats: number }
  /** From `seats` on, one cycle costs the cap (`amount`), however many more there are. */
  | { code: 'cap-reached'; path: string; seats: number; amount: number }
  /** Every order meets the cap: one cycle would cost `smallest` at least without it. */
  | { code: 'cap-below-smallest-price'; path: string; amount: number; smallest: number }
  /** An order of `seats` costs nothing. */
  | { code: 'price-zero'; path: string; seats: number };

/** One difference between two policies: where, and both values (undefined where one has none). */
export interface PolicyChange {
  path: string;
  before: unknown;
  after: unknown;
}
