import * as z from 'zod/mini';
import { complaint, invoice, refund, refundEligibility } from './aftercare.js';
import { segment } from './installation.js';
import { paymentAttempt, paymentMethod } from './payment.js';
import { person } from './people.js';
import { orderKind, quote, quoteRequest } from './pricing.js';
import { amount, count, id, instant } from './primitives.js';

export const orderStatus = z.enum([
  'pending',
  'paid',
  'cancelled',
  'lapsed',
  'replaced',
  'refund-requested',
  'refunding',
  'refunded',
  'refund-failed',
]);

const timelineEntry = z.object({
  at: instant,
  by: person,
  event: z.enum([
    'created',
    'payment-started',
    'payment-progressed',
    'payment-closed',
    'transfer-confirmed',
    'paid',
    'stray-payment',
    'stray-refunded',
    'cancelled',
    'lapsed',
    'replaced',
    'refund-requested',
    'refund-rejected',
    'refund-approved',
    'refunded',
    'refund-failed',
    'invoice-requested',
    'invoice-mailed',
    'invoice-sent',
    'invoice-cancelled',
    'complaint-filed',
    'complaint-answered',
    'complaint-closed',
  ]),
  status: orderStatus,
});

export const order = z.object({
  id,
  installationId: id,
  appName: z.string(),
  customerName: z.string(),
  kind: orderKind,
  status: orderStatus,
  currency: z.string(),
  request: quoteRequest,
  policyVersion: count,
  quote,
  quotedAt: instant,
  createdAt: instant,
  createdBy: person,
  lapsesAt: z.nullable(instant),
  paidAt: z.nullable(instant),
  settledByCredit: z.boolean(),
  method: z.nullable(paymentMethod),
  payments: z.array(paymentAttempt),
  segmentsReplaced: z.array(segment),
  segmentsGranted: z.array(segment),
  refund: z.nullable(refund),
  refundEligibility,
  invoice: z.nullable(invoice),
  complaints: z.array(complaint),
  timeline: z.array(timelineEntry),
  replacesOrderId: z.nullable(id),
  replacedByOrderId: z.nullable(id),
});

export const orderPage = z.object({
  items: z.array(order),
  nextCursor: z.nullable(z.string()),
  totals: z.object({
    count,
    amounts: z.array(z.object({ currency: z.string(), payable: amount, received: amount })),
  }),
});
