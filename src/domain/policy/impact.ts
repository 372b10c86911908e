import type { Instant } from '../instant.js';
import { priceImpacts } from './impact/prices.js';
import { subscriptionImpacts, trialImpacts } from './impact/subscription.js';
import type { AmountMove, ImpactFacts, PolicyImpact } from './impact/types.js';
import { lintPolicy } from './lint.js';
import type { Policy, PolicyWarning } from './types.js';

/** From here on a move of a price deserves a second look (chosen: rare enough to be read, small enough to matter). */
const RISKY_PERCENT = 20;

/**
 * What publishing changes for whom at one installation (SPEC §2, §4): the prices of new orders, the renewal of what is bought, a
 * running trial, an order that waits for payment.
 *
 * @param before the version in force; null before the first publication
 * @param after a valid policy, the next version
 */
export function policyImpact(
  before: Policy | null,
  after: Policy,
  facts: ImpactFacts,
  now: Instant,
): PolicyImpact[] {
  const { pendingOrderId } = facts;
  return [
    ...(before ? priceImpacts(before, after) : []),
    ...subscriptionImpacts(before, after, facts, now),
    ...trialImpacts(after, facts, now),
    ...(pendingOrderId === null ? [] : [{ code: 'order-kept' as const, orderId: pendingOrderId }]),
  ];
}

/**
 * Whether an impact should be confirmed by itself: a price that moves by 20 % or more or from or to nothing, prices in another unit, a
 * present subscription that could not go on.
 */
export function isRiskyImpact(impact: PolicyImpact): boolean {
  switch (impact.code) {
    case 'price-up':
    case 'price-down':
      return isRiskyMove(impact);
    case 'renewal':
      return impact.move !== null && isRiskyMove(impact.move);
    case 'prices-not-comparable':
    case 'renewal-barred':
    case 'expansion-barred':
      return true;
    case 'fewer-sold':
      return impact.min === null;
    default:
      return false;
  }
}

/**
 * The warnings of a policy that its publication has to answer for: those the version in force does not have already, without the plain
 * news of where a cap begins.
 */
export function newWarnings(before: Policy | null, after: Policy): PolicyWarning[] {
  const known = new Set(
    (before ? lintPolicy(before) : []).map((warning) => JSON.stringify(warning)),
  );
  return lintPolicy(after).filter(
    (warning) => warning.code !== 'cap-reached' && !known.has(JSON.stringify(warning)),
  );
}

function isRiskyMove({ percent }: AmountMove): boolean {
  return percent === null || percent >= RISKY_PERCENT;
}
