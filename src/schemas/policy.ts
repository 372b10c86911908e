import * as z from 'zod/mini';
import { person } from './people.js';
import { amount, count, instant } from './primitives.js';

export const cycle = z.enum(['year', 'month']);

const tier = z.union([
  z.object({ upTo: z.nullable(count), unitAmount: amount }),
  z.object({ upTo: z.nullable(count), flatAmount: amount }),
]);

/** A complete policy (SPEC §2), as backends answer it. What providers send is judged by the domain, which names every fault. */
export const policy = z.object({
  currency: z.string(),
  trial: z.object({ days: count, extraDays: z.nullable(count) }),
  cycle,
  rule: z.union([
    z.object({ type: z.literal('per-seat'), unitAmount: amount }),
    z.object({
      type: z.literal('tiered'),
      mode: z.enum(['volume', 'graduated']),
      tiers: z.array(tier),
    }),
  ]),
  offer: z.nullable(
    z.union([
      z.object({
        type: z.literal('discount'),
        steps: z.array(z.object({ minCycles: count, payPercent: z.number() })),
      }),
      z.object({
        type: z.literal('gift'),
        steps: z.array(z.object({ minCycles: count, days: count })),
      }),
    ]),
  ),
  seatLimits: z.nullable(z.object({ min: z.nullable(count), max: z.nullable(count) })),
  priceCap: z.nullable(z.object({ amount, per: z.enum(['order', 'cycle']) })),
  expansion: z.enum(['new-term', 'co-term']),
});

export const publishedPolicy = z.object({
  version: count,
  policy,
  publishedAt: instant,
  publishedBy: person,
});

export const policyIssue = z.object({
  code: z.enum([
    'missing',
    'unknown-key',
    'wrong-type',
    'not-integer',
    'out-of-range',
    'not-rising',
    'too-many-decimals',
    'both-amounts',
    'no-amount',
    'open-tier-not-last',
    'trial-too-long',
    'min-above-max',
    'unknown-currency',
  ]),
  path: z.string(),
  min: z.exactOptional(z.number()),
  max: z.exactOptional(z.number()),
});
