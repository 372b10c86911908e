import type { TieredRule } from '../policy/types.js';
import { lastSeatOf, tierPart } from './tier.js';
import type { ListPart, RulePiece } from './types.js';

/** Each tier prices its own seats; a flat tier adds its amount once any seat falls in it. */
export function parts(rule: TieredRule, seats: number): ListPart[] {
  const all: ListPart[] = [];
  let before = 0;
  for (const tier of rule.tiers) {
    if (seats <= before) break;
    const last = lastSeatOf(tier);
    all.push(tierPart(tier, Math.min(seats, last) - before));
    before = last;
  }
  return all;
}

/** A straight piece for each tier, lifted by what the tiers before it cost in full. */
export function pieces(rule: TieredRule): RulePiece[] {
  let before = 0;
  let amount = 0;
  return rule.tiers.map((tier) => {
    const fromSeats = before + 1;
    const toSeats = lastSeatOf(tier);
    const perSeat = 'unitAmount' in tier ? tier.unitAmount : 0;
    const base = 'unitAmount' in tier ? amount - perSeat * before : amount + tier.flatAmount;
    before = toSeats;
    amount = base + perSeat * toSeats;
    return { fromSeats, toSeats, base, perSeat };
  });
}
