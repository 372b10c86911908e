import * as z from 'zod/mini';
import { cycle } from './policy.js';
import { amount, count, id, instant, type ObjectBuilder } from './primitives.js';

export const orderKind = z.enum(['new', 'renew', 'expand']);

/**
 * What a buyer asks for (SPEC §4). Any number passes: how many seats and cycles may be ordered is the domain's to say,
 * as violations with their limits.
 */
export function quoteRequestSchema(object: ObjectBuilder) {
  return z.union([
    object({ kind: z.literal('new'), seats: z.number(), cycles: z.number() }),
    object({ kind: z.literal('renew'), cycles: z.number(), seats: z.exactOptional(z.number()) }),
    object({ kind: z.literal('expand'), seats: z.number(), cycles: z.exactOptional(z.number()) }),
  ]);
}

/** The price of an order, explained (SPEC §3). */
export function quoteSchema(object: ObjectBuilder) {
  const part = z.union([
    object({ seats: count, unitAmount: amount }),
    object({ seats: count, flatAmount: amount }),
  ]);
  const line = z.union([
    object({
      code: z.literal('list'),
      amount,
      seats: count,
      cycles: count,
      parts: z.array(part),
    }),
    object({
      code: z.literal('prorated'),
      amount,
      orderId: id,
      price: amount,
      remainingDays: count,
      termDays: count,
    }),
    object({ code: z.literal('discount'), amount, minCycles: count, payPercent: z.number() }),
    object({ code: z.literal('cap'), amount, cap: amount }),
    object({
      code: z.literal('credit'),
      amount,
      orderId: id,
      value: amount,
      remainingDays: count,
      days: count,
    }),
    object({ code: z.literal('credit-limit'), amount }),
    object({ code: z.literal('adjustment'), amount }),
  ]);
  return object({
    kind: orderKind,
    policyVersion: z.exactOptional(count),
    seats: count,
    cycles: count,
    purchasedDays: count,
    giftDays: count,
    startsAt: instant,
    endsAt: instant,
    lines: z.array(line),
    list: count,
    price: count,
    credit: count,
    payable: count,
    creditForfeited: count,
    endsEarlierDays: count,
  });
}

export const quoteRequest = quoteRequestSchema(z.object);

export const quote = quoteSchema(z.object);

export const violation = z.union([
  z.object({ code: z.literal('not-integer'), field: z.enum(['seats', 'cycles']) }),
  z.object({ code: z.literal('seats-out-of-range'), min: z.number(), max: z.number() }),
  z.object({ code: z.literal('seats-below-minimum'), min: z.number() }),
  z.object({ code: z.literal('seats-above-maximum'), max: z.number() }),
  z.object({ code: z.literal('seats-outside-tiers'), max: z.number() }),
  z.object({ code: z.literal('seats-not-increased'), min: z.number() }),
  z.object({ code: z.literal('cycles-out-of-range'), min: z.number(), max: z.number() }),
  z.object({ code: z.literal('amount-out-of-range'), max: z.number() }),
  z.object({ code: z.literal('already-active'), endsAt: instant }),
  z.object({ code: z.literal('nothing-to-expand') }),
  z.object({ code: z.literal('nothing-to-renew') }),
  z.object({ code: z.literal('cycle-changed'), cycle }),
  z.object({ code: z.literal('not-launched') }),
  z.object({ code: z.literal('no-policy') }),
]);
