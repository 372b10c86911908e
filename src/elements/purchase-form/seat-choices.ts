import { MAX_SEATS, type OrderKind, type Policy, type Tier } from '../../domain/index.js';

/** The bounds that any order of a policy must keep to. */
export interface SeatBounds {
  min: number;
  max: number | null;
}

/** Limits, tiers and, for an expansion, the seats there are, taken together. */
export function seatBounds(policy: Policy, kind: OrderKind, seatsNow: number): SeatBounds {
  const { seatLimits, rule } = policy;
  const lastTier = rule.type === 'tiered' ? (rule.tiers.at(-1)?.upTo ?? null) : null;
  const maxima = [seatLimits?.max ?? null, lastTier].filter((bound) => bound !== null);
  return {
    min: Math.max(seatLimits?.min ?? 1, kind === 'expand' ? seatsNow + 1 : 1),
    max: maxima.length > 0 ? Math.min(...maxima) : null,
  };
}

const STEPS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MOST_PRESETS = 5;

/**
 * Round numbers worth offering: the tiers' last seats where there are tiers, else the usual sizes; for an expansion also what
 * 5, 10 … more would make. At most five, within the bounds, rising.
 */
export function seatPresets(policy: Policy, kind: OrderKind, seatsNow: number): number[] {
  const { min, max } = seatBounds(policy, kind, seatsNow);
  const tierEnds =
    policy.rule.type === 'tiered' ? policy.rule.tiers.map((tier) => tier.upTo ?? 0) : [];
  const grown = kind === 'expand' ? [5, 10, 20, 50, 100].map((more) => seatsNow + more) : [];
  const wanted = tierEnds.length > 1 ? tierEnds : kind === 'expand' ? grown : STEPS;
  const fitting = [min, ...wanted].filter(
    (seats) => seats >= min && (max === null || seats <= max) && seats <= MAX_SEATS,
  );
  return [...new Set(fitting)].sort((a, b) => a - b).slice(0, MOST_PRESETS);
}

/** One tier as a row: its seats, its price, and whether it holds the seats that are wanted. */
export interface TierRow {
  from: number;
  to: number | null;
  price: { unitAmount: number } | { flatAmount: number };
  current: boolean;
}

/** The price table of a policy; none for one price per seat. */
export function tierRows({ rule }: Policy, seats: number | null): TierRow[] {
  if (rule.type !== 'tiered') return [];
  let from = 1;
  return rule.tiers.map((tier) => {
    const row: TierRow = {
      from,
      to: tier.upTo,
      price: priceOf(tier),
      current: seats !== null && seats >= from && (tier.upTo === null || seats <= tier.upTo),
    };
    from = (tier.upTo ?? 0) + 1;
    return row;
  });
}

/**
 * The next larger tier in which a seat costs less than it does now; null where none does. Only for prices looked up by the total, where
 * reaching a tier changes the price of every seat.
 */
export function cheaperTier(
  { rule }: Policy,
  rows: readonly TierRow[],
  seats: number,
): TierRow | null {
  if (rule.type !== 'tiered' || rule.mode !== 'volume') return null;
  const at = rows.findIndex((row) => row.current);
  const now = rows[at];
  if (!now) return null;
  const isCheaper = (row: TierRow) => {
    // Compared by cross products: a price per seat would be a division of money.
    const [amount, by] = perSeat(row, row.to ?? row.from);
    const [amountNow, byNow] = perSeat(now, seats);
    return amount * byNow < amountNow * by;
  };
  return rows.slice(at + 1).find(isCheaper) ?? null;
}

/** An amount and the number of seats it pays for. */
function perSeat({ price }: TierRow, seats: number): [amount: number, seats: number] {
  return 'unitAmount' in price ? [price.unitAmount, 1] : [price.flatAmount, seats];
}

function priceOf(tier: Tier): TierRow['price'] {
  return 'unitAmount' in tier ? { unitAmount: tier.unitAmount } : { flatAmount: tier.flatAmount };
}
