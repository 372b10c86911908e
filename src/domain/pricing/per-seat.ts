import type { PerSeatRule } from '../policy/types.js';
import { MAX_SEATS } from './bounds.js';
import type { ListPart, RulePiece } from './types.js';

/** One price for every seat. */
export function parts(rule: PerSeatRule, seats: number): ListPart[] {
  return [{ seats, unitAmount: rule.unitAmount }];
}

/** One straight piece over all seats. */
export function pieces(rule: PerSeatRule): RulePiece[] {
  return [{ fromSeats: 1, toSeats: MAX_SEATS, base: 0, perSeat: rule.unitAmount }];
}
