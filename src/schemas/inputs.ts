import * as z from 'zod/mini';
import type { Policy } from '../domain/index.js';
import { complaintCategory, invoiceDetailsSchema, invoiceStatus } from './aftercare.js';
import { orderStatus } from './order.js';
import { paymentEnvironment, paymentMethod } from './payment.js';
import { orderKind, quoteRequestSchema, quoteSchema } from './pricing.js';
import { count, instant, webUrl } from './primitives.js';

/** What callers send: an unknown key is refused with its path, at every depth. Ids and keys travel outside. */

/** The domain judges the policy itself, so that every fault comes back with its code and path (SPEC §2). */
export const publishPolicyInput = z.strictObject({
  policy: z.custom<Policy>(isRecord),
  baseVersion: z.nullable(count),
});

export const quoteInput = quoteRequestSchema(z.strictObject);

export const createOrderInput = z.strictObject({
  request: quoteInput,
  quote: quoteSchema(z.strictObject),
  acceptForfeit: z.boolean(),
});

export const lowerPriceInput = z.strictObject({ amount: count });

export const startPaymentInput = z.strictObject({
  method: paymentMethod,
  environment: paymentEnvironment,
  returnUrl: z.exactOptional(webUrl),
});

/** The filter of `orders`, with the cursor. */
export const ordersInput = z.strictObject({
  installationId: z.exactOptional(z.string()),
  kinds: z.exactOptional(z.array(orderKind)),
  statuses: z.exactOptional(z.array(orderStatus)),
  methods: z.exactOptional(z.array(paymentMethod)),
  invoices: z.exactOptional(z.array(z.enum(['none', ...invoiceStatus.options]))),
  from: z.exactOptional(instant),
  to: z.exactOptional(instant),
  minAmount: z.exactOptional(z.int()),
  maxAmount: z.exactOptional(z.int()),
  text: z.exactOptional(z.string()),
  sort: z.exactOptional(
    z.strictObject({
      by: z.enum(['createdAt', 'amount', 'seats', 'status', 'kind']),
      direction: z.enum(['ascending', 'descending']),
    }),
  ),
  limit: z.exactOptional(z.int().check(z.gte(1), z.lte(200))),
  cursor: z.exactOptional(z.string()),
});

export const requestRefundInput = z.strictObject({ reason: z.string() });

export const decideRefundInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal(['approve', 'retry']) }),
  z.strictObject({ decision: z.literal('reject'), reason: z.string() }),
]);

export const requestInvoiceInput = z.strictObject({
  details: invoiceDetailsSchema(z.strictObject),
});

export const markInvoiceInput = z.strictObject({
  status: z.enum(['mailed', 'sent', 'cancelled']),
});

export const complaintInput = z.strictObject({
  category: complaintCategory,
  text: z.string(),
  contact: z.string(),
});

export const answerComplaintInput = z.strictObject({ text: z.string(), close: z.boolean() });

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
