import * as z from 'zod/mini';
import { person } from './people.js';
import { count, id, instant, type ObjectBuilder } from './primitives.js';

/** What may follow an order: refund, invoice and complaint (SPEC §5). */

export const refund = z.object({
  status: z.enum(['requested', 'rejected', 'refunding', 'refunded', 'failed']),
  amount: count,
  reason: z.string(),
  requestedAt: instant,
  requestedBy: person,
  decisionDueAt: instant,
  decidedAt: z.nullable(instant),
  decidedBy: z.nullable(person),
  decisionReason: z.nullable(z.string()),
  refundedAt: z.nullable(instant),
  failure: z.nullable(z.string()),
});

export const refundIneligibility = z.union([
  z.object({ code: z.literal('not-paid') }),
  z.object({ code: z.literal('too-late'), until: instant }),
  z.object({ code: z.literal('invoice-requested') }),
  z.object({ code: z.literal('not-newest'), orderId: id }),
  z.object({ code: z.literal('order-pending'), orderId: id }),
]);

export const refundEligibility = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reasons: z.array(refundIneligibility) }),
]);

/** Texts pass whatever they say: the domain names each fault with its field. */
export function invoiceDetailsSchema(object: ObjectBuilder) {
  const text = z.exactOptional(z.string());
  return object({
    type: z.enum(['ordinary', 'special']),
    title: z.string(),
    taxNumber: z.string(),
    address: text,
    phone: text,
    bank: text,
    account: text,
    email: text,
    postalAddress: text,
  });
}

export const invoiceDetails = invoiceDetailsSchema(z.object);

export const invoiceIssue = z.object({
  code: z.enum(['missing', 'too-long', 'bad-format', 'check-digit', 'no-destination']),
  field: z.keyof(invoiceDetails),
  max: z.exactOptional(z.number()),
});

export const invoiceStatus = z.enum(['requested', 'mailed', 'sent', 'cancelled']);

export const invoice = z.object({
  status: invoiceStatus,
  details: invoiceDetails,
  amount: count,
  requestedAt: instant,
  requestedBy: person,
  updatedAt: instant,
});

export const complaintCategory = z.enum([
  'service',
  'price',
  'refund',
  'invoice',
  'personal-data',
  'other',
]);

export const complaint = z.object({
  id,
  status: z.enum(['filed', 'answered', 'closed']),
  category: complaintCategory,
  contact: z.string(),
  filedAt: instant,
  messages: z.array(z.object({ at: instant, by: person, text: z.string() })),
  closedAt: z.nullable(instant),
});
