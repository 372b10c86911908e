import type { Tier } from '../policy/types.js';
import { MAX_SEATS } from './bounds.js';
import type { ListPart } from './types.js';

/** The last seat a tier holds; the most of any order when it is open. */
export function lastSeatOf(tier: Tier): number {
  return Math.min(tier.upTo ?? MAX_SEATS, MAX_SEATS);
}

/** How a tier prices `seats` of its own. */
export function tierPart(tier: Tier, seats: number): ListPart {
  return 'unitAmount' in tier
    ? { seats, unitAmount: tier.unitAmount }
    : { seats, flatAmount: tier.flatAmount };
}
