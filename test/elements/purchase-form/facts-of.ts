import type { PricedFacts } from '../../../src/elements/purchase-form/composition.js';
import type { Policy, Segment } from '../../../src/domain/index.js';
import { installation, publishedPolicy, session } from '../../helpers/canned-shapes.js';
import { policyWith } from '../../helpers/policy.js';

export const NOW = '2026-03-01T08:00:00.000Z';

/** A year of 20 seats for 2 400 yuan, bought on 2026-01-01. */
export function segmentWith(parts: Partial<Segment> = {}): Segment {
  return {
    orderId: 'o-0',
    policyVersion: 1,
    seats: 20,
    cycle: 'year',
    cycles: 1,
    termDays: 365,
    days: 365,
    startsAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2027-01-01T00:00:00.000Z',
    value: 240_000,
    ...parts,
  };
}

interface Parts {
  policy?: Partial<Policy>;
  segments?: Segment[];
  seatsInUse?: number | null;
  version?: number;
}

/** What an administrator of a launched app sees. */
export function factsWith({
  policy = {},
  segments = [],
  seatsInUse = null,
  version = 1,
}: Parts = {}): PricedFacts {
  return {
    session: { ...session, now: NOW },
    installation: {
      ...installation,
      launchedAt: '2025-12-01T00:00:00.000Z',
      pendingOrderId: null,
      subscription: {
        launchedAt: '2025-12-01T00:00:00.000Z',
        trialDays: 15,
        extraTrial: null,
        segments,
        seatsInUse,
        overLimitSince: null,
      },
    },
    published: { ...publishedPolicy, version, policy: policyWith(policy) },
    pending: null,
    refunding: null,
  };
}
