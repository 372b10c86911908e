import type { Policy } from '../../../../src/domain/index.js';
import { policyWith } from '../../../helpers/policy.js';

/** A policy that uses every item there is. */
export const fullPolicy: Policy = policyWith({
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: 50, flatAmount: 498_000 },
      { upTo: null, unitAmount: 9_050 },
    ],
  },
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 90 },
      { minCycles: 3, payPercent: 87.5 },
    ],
  },
  seatLimits: { min: 5, max: 500 },
  priceCap: { amount: 3_500_000, per: 'cycle' },
  expansion: 'co-term',
});
