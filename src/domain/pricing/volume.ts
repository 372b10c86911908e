import type { TieredRule } from '../policy/types.js';
import { lastSeatOf, tierPart } from './tier.js';
import type { ListPart, RulePiece } from './types.js';

/** The one tier that holds all the seats prices them; none beyond the last. */
export function parts(rule: TieredRule, seats: number): ListPart[] {
  for (const tier of rule.tiers) {
    if (seats <= lastSeatOf(tier)) return [tierPart(tier, seats)];
  }
  return [];
}

/** A straight piece for each tier, through the origin or flat. */
export function pieces(rule: TieredRule): RulePiece[] {
  let fromSeats = 1;
  return rule.tiers.map((tier) => {
    const toSeats = lastSeatOf(tier);
    const piece =
      'unitAmount' in tier
        ? { fromSeats, toSeats, base: 0, perSeat: tier.unitAmount }
        : { fromSeats, toSeats, base: tier.flatAmount, perSeat: 0 };
    fromSeats = toSeats + 1;
    return piece;
  });
}
