import * as z from 'zod/mini';
import { role } from './people.js';
import { cycle } from './policy.js';
import { count, id, instant } from './primitives.js';

export const segment = z.object({
  orderId: id,
  policyVersion: count,
  seats: count,
  cycle,
  cycles: count,
  termDays: count,
  days: count,
  startsAt: instant,
  endsAt: instant,
  value: count,
});

const facts = {
  launchedAt: z.nullable(instant),
  trialDays: count,
  extraTrial: z.nullable(z.object({ days: count, startedAt: z.nullable(instant) })),
  segments: z.array(z.object({ seats: count, startsAt: instant, endsAt: instant })),
  seatsInUse: z.exactOptional(z.nullable(count)),
  overLimitSince: z.exactOptional(z.nullable(instant)),
};

export const installation = z.object({
  id,
  appName: z.string(),
  providerName: z.string(),
  customerName: z.string(),
  contacts: z.array(z.string()),
  merchantAccountOpened: z.boolean(),
  customerAuthorized: z.boolean(),
  policyVersion: z.nullable(count),
  submittedAt: z.nullable(instant),
  launchedAt: z.nullable(instant),
  subscription: z.nullable(z.object({ ...facts, segments: z.array(segment) })),
  pendingOrderId: z.nullable(id),
});

export const installationEntitlement = z.object({
  state: z.enum([
    'not-launched',
    'trial',
    'extra-trial',
    'trial-expired',
    'active',
    'over-limit',
    'over-limit-blocked',
    'expired',
  ]),
  blocked: z.boolean(),
  seats: z.nullable(count),
  notice: z.nullable(z.enum(['trial-ending', 'trial-ended', 'service-ending', 'service-ended'])),
  canStartExtraTrial: z.boolean(),
  endsAt: z.nullable(instant),
  daysLeft: z.nullable(count),
  nextChangeAt: z.nullable(instant),
  installationId: id,
  appName: z.string(),
  providerName: z.string(),
  contacts: z.array(z.string()),
  role,
  facts: z.object(facts),
  now: instant,
  token: z.nullable(z.string()),
});

/** What `watch` hears. */
export const change = z.object({ installationId: z.nullable(id), orderId: z.exactOptional(id) });
