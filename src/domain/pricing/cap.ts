import type { Policy } from '../policy/types.js';

/** The most an order of `cycles` may cost, in minor units; null without a cap (SPEC §2 "price cap"). */
export function capFor(policy: Policy, cycles: number): number | null {
  if (policy.priceCap === null) return null;
  const { amount, per } = policy.priceCap;
  return per === 'cycle' ? amount * cycles : amount;
}
