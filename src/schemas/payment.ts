import * as z from 'zod/mini';
import { count, id, instant, link, webUrl } from './primitives.js';

export const paymentMethod = z.enum(['wechat', 'bank-transfer']);

export const paymentEnvironment = z.enum(['wechat', 'platform-app', 'mobile', 'desktop']);

const paymentState = z.enum([
  'creating',
  'open',
  'created',
  'processing',
  'bank-accepted',
  'succeeded',
  'closed',
  'revoked',
]);

/** What of an attempt every action that asks for money repeats. */
const attempt = { attemptId: id, amount: count };

const simulationUrl = z.exactOptional(link);

export const paymentAction = z.union([
  z.object({
    ...attempt,
    type: z.literal('qr'),
    codeUrl: z.string(),
    expiresAt: instant,
    simulationUrl,
  }),
  z.object({
    ...attempt,
    type: z.literal('jsapi'),
    parameters: z.object({
      appId: z.string(),
      timeStamp: z.string(),
      nonceStr: z.string(),
      package: z.string(),
      signType: z.literal('RSA'),
      paySign: z.string(),
    }),
    expiresAt: instant,
    simulationUrl,
  }),
  z.object({ type: z.literal('authorize'), url: webUrl }),
  z.object({ ...attempt, type: z.literal('redirect'), url: webUrl, expiresAt: instant }),
  z.object({
    ...attempt,
    type: z.literal('bank-transfer'),
    account: z.object({
      accountName: z.string(),
      accountNumber: z.string(),
      bankName: z.string(),
    }),
    reference: z.string(),
    confirmedBy: z.exactOptional(z.literal('operator')),
    expiresAt: instant,
    simulationUrl,
  }),
  z.object({ type: z.literal('none') }),
]);

export const paymentAttempt = z.object({
  id,
  number: z.string(),
  method: paymentMethod,
  environment: paymentEnvironment,
  state: paymentState,
  amount: count,
  action: z.nullable(paymentAction),
  createdAt: instant,
  expiresAt: z.nullable(instant),
  succeededAt: z.nullable(instant),
  transactionId: z.nullable(id),
  notifications: z.array(
    z.object({
      at: instant,
      state: paymentState,
      transactionId: z.nullable(id),
      outcome: z.enum(['applied', 'ignored', 'flagged']),
    }),
  ),
  stray: z.array(
    z.object({
      transactionId: id,
      amount: count,
      receivedAt: instant,
      reason: z.enum(['duplicate', 'late', 'wrong-amount']),
      refundedAt: z.nullable(instant),
    }),
  ),
});
