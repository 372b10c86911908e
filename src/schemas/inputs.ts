import * as z from 'zod/mini';
import type { Policy } from '../domain/index.js';
import type { CallInputs, CallName } from './calls.js';
import { complaintCategory, invoiceDetailsSchema, invoiceStatus } from './aftercare.js';
import { orderStatus } from './order.js';
import { paymentEnvironment, paymentMethod } from './payment.js';
import { orderKind, quoteRequestSchema, quoteSchema } from './pricing.js';
import { amount, count, holds, id, instant, webUrl } from './primitives.js';
import type { QueryTypes } from './query.js';

/** Of a call that sends nothing: whatever came along is not looked at. */
const nothing = z.transform(() => null);

/** The domain judges the policy itself, so that every fault comes back with its code and path (SPEC §2). */
export const policyDraft = z.custom<Policy>(isRecord);

const publishPolicyInput = z.strictObject({
  policy: policyDraft,
  baseVersion: z.nullable(count),
});

const quoteInput = quoteRequestSchema(z.strictObject);

const createOrderInput = z.strictObject({
  request: quoteInput,
  quote: quoteSchema(z.strictObject),
  acceptForfeit: z.boolean(),
});

const lowerPriceInput = z.strictObject({ amount: count });

const startPaymentInput = z.strictObject({
  method: paymentMethod,
  environment: paymentEnvironment,
  returnUrl: z.exactOptional(webUrl),
});

const confirmTransferInput = z.strictObject({
  attemptId: id,
  transactionId: z.string(),
  amount: count,
  receivedAt: instant,
});

/** The filter of `orders`, with the cursor. */
const ordersInput = z.strictObject({
  installationId: z.exactOptional(z.string()),
  kinds: z.exactOptional(z.array(orderKind)),
  statuses: z.exactOptional(z.array(orderStatus)),
  methods: z.exactOptional(z.array(paymentMethod)),
  invoices: z.exactOptional(z.array(z.enum(['none', ...invoiceStatus.options]))),
  from: z.exactOptional(instant),
  to: z.exactOptional(instant),
  minAmount: z.exactOptional(amount),
  maxAmount: z.exactOptional(amount),
  text: z.exactOptional(z.string()),
  sort: z.exactOptional(
    z.strictObject({
      by: z.enum(['createdAt', 'amount', 'seats', 'status', 'kind']),
      direction: z.enum(['ascending', 'descending']),
    }),
  ),
  limit: z.exactOptional(amount.check(holds((rows) => rows >= 1 && rows <= 200))),
  cursor: z.exactOptional(z.string()),
});

const requestRefundInput = z.strictObject({ reason: z.string() });

const decideRefundInput = z.union([
  z.strictObject({ decision: z.literal(['approve', 'retry']) }),
  z.strictObject({ decision: z.literal('reject'), reason: z.string() }),
]);

const requestInvoiceInput = z.strictObject({
  details: invoiceDetailsSchema(z.strictObject),
});

const markInvoiceInput = z.strictObject({
  status: z.enum(['mailed', 'sent', 'cancelled']),
});

const complaintInput = z.strictObject({
  category: complaintCategory,
  text: z.string(),
  contact: z.string(),
});

const answerComplaintInput = z.strictObject({ text: z.string(), close: z.boolean() });

const schemas = {
  session: nothing,
  installation: nothing,
  policy: nothing,
  policyVersions: nothing,
  publishPolicy: publishPolicyInput,
  submit: nothing,
  launch: nothing,
  entitlement: nothing,
  startExtraTrial: nothing,
  quote: quoteInput,
  createOrder: createOrderInput,
  cancelOrder: nothing,
  lowerPrice: lowerPriceInput,
  startPayment: startPaymentInput,
  confirmTransfer: confirmTransferInput,
  order: nothing,
  orders: ordersInput,
  requestRefund: requestRefundInput,
  decideRefund: decideRefundInput,
  requestInvoice: requestInvoiceInput,
  markInvoice: markInvoiceInput,
  fileComplaint: complaintInput,
  answerComplaint: answerComplaintInput,
};

/** What callers send: an unknown key is refused with its path, at every depth. Ids and keys travel outside. */
export const INPUTS: { readonly [Name in CallName]: z.ZodMiniType<CallInputs[Name]> } = schemas;

/** Whether a call sends anything beside its id and its key. */
export function takesInput(name: CallName): boolean {
  return schemas[name] !== nothing;
}

/** What the schemas themselves let through, to be held against the contract. */
export type ParsedInputs = { [Name in CallName]: z.infer<(typeof schemas)[Name]> };

/** How to read the queries of all GET calls. */
export const QUERY_TYPES: QueryTypes = {
  numbers: ['seats', 'cycles', 'minAmount', 'maxAmount', 'limit'],
  lists: ['kinds', 'statuses', 'methods', 'invoices'],
};

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
