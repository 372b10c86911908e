import { priceCurve } from '../../pricing/curve.js';
import { rulePieces } from '../../pricing/rule.js';
import { maxCycles } from '../../pricing/term.js';
import type { Policy, PolicyWarning } from '../types.js';
import type { Curves } from './curves.js';

/** Tiers that no order can reach, and tiers at whose first seat the price falls. */
export function tierWarnings(policy: Policy, curves: Curves): PolicyWarning[] {
  const { rule } = policy;
  if (rule.type !== 'tiered') return [];
  const cheaper = cheaperSeats(policy, curves);
  const curve = curves(1);
  // Where nothing at all can be ordered, the seat limits are to blame and not every tier.
  if (curve.length === 0) return [];
  return rulePieces(rule).flatMap(({ fromSeats, toSeats }, index): PolicyWarning[] => {
    const path = `rule.tiers[${index}]`;
    const lastPriced = rule.mode === 'graduated' ? Infinity : toSeats;
    const applies =
      fromSeats <= toSeats &&
      curve.some((piece) => piece.fromSeats <= lastPriced && piece.toSeats >= fromSeats);
    if (!applies) return [{ code: 'tier-never-applies', path, seats: fromSeats }];
    const drop = cheaper.get(fromSeats);
    return drop ? [{ code: 'more-seats-cheaper', path, seats: fromSeats, ...drop }] : [];
  });
}

/** Where an order costs nothing: a free rule or tier, or a cap of zero. */
export function zeroPriceWarnings(policy: Policy): PolicyWarning[] {
  const curve = priceCurve({ ...policy, priceCap: null }, { cycles: 1 });
  const free = curve
    .filter(({ toPrice }) => toPrice === 0)
    .map(({ fromSeats }): PolicyWarning => {
      return { code: 'price-zero', path: amountPath(policy, fromSeats), seats: fromSeats };
    });
  const priced = curve.find(({ toPrice }) => toPrice > 0);
  if (policy.priceCap?.amount === 0 && priced) {
    free.push({ code: 'price-zero', path: 'priceCap.amount', seats: priced.fromSeats });
  }
  return free;
}

interface Drop {
  cycles: number;
  amount: number;
  amountBefore: number;
}

/** The seats that cost less than one seat fewer, with the fewest cycles for which they do. */
function cheaperSeats(policy: Policy, curves: Curves): Map<number, Drop> {
  const drops = new Map<number, Drop>();
  // A cap per cycle may hide for one cycle what a discount shows for more.
  const steps = policy.offer?.steps.map(({ minCycles }) => minCycles) ?? [];
  for (const cycles of [1, ...steps.filter((step) => step <= maxCycles(policy.cycle))]) {
    const curve = curves(cycles);
    curve.forEach((piece, index) => {
      const before = curve[index - 1];
      const follows = before?.toSeats === piece.fromSeats - 1;
      if (follows && piece.fromPrice < before.toPrice && !drops.has(piece.fromSeats)) {
        drops.set(piece.fromSeats, {
          cycles,
          amount: piece.fromPrice,
          amountBefore: before.toPrice,
        });
      }
    });
  }
  return drops;
}

/** The amount that prices the last of `seats`. */
function amountPath({ rule }: Policy, seats: number): string {
  if (rule.type === 'per-seat') return 'rule.unitAmount';
  const index = rulePieces(rule).findIndex(({ toSeats }) => seats <= toSeats);
  const tier = rule.tiers[index];
  return `rule.tiers[${index}].${tier && 'flatAmount' in tier ? 'flatAmount' : 'unitAmount'}`;
}
