import type { PricingRule } from '../policy/types.js';
import { MAX_SEATS } from './bounds.js';
import * as graduated from './graduated.js';
import * as perSeat from './per-seat.js';
import { lastSeatOf } from './tier.js';
import type { ListPart, RulePiece } from './types.js';
import * as volume from './volume.js';

/** How a rule prices `seats` for one cycle, part by part. */
export function listParts(rule: PricingRule, seats: number): ListPart[] {
  if (rule.type === 'per-seat') return perSeat.parts(rule, seats);
  return rule.mode === 'volume' ? volume.parts(rule, seats) : graduated.parts(rule, seats);
}

/** The straight pieces a rule consists of over all seats it can price, for one cycle. */
export function rulePieces(rule: PricingRule): RulePiece[] {
  if (rule.type === 'per-seat') return perSeat.pieces(rule);
  return rule.mode === 'volume' ? volume.pieces(rule) : graduated.pieces(rule);
}

/** The most seats a rule can price. */
export function lastSeat(rule: PricingRule): number {
  const tier = rule.type === 'tiered' ? rule.tiers.at(-1) : undefined;
  return tier ? lastSeatOf(tier) : MAX_SEATS;
}

/** What the parts of one cycle add up to, in minor units. */
export function partsAmount(parts: readonly ListPart[]): number {
  let amount = 0;
  for (const part of parts) {
    amount += 'unitAmount' in part ? part.seats * part.unitAmount : part.flatAmount;
  }
  return amount;
}
