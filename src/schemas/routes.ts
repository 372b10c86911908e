import * as z from 'zod/mini';
import type { BillingBackend, ComplaintInput, CreateOrderInput } from '../contract/index.js';
import type { OrderFilter, StartPaymentInput } from '../contract/index.js';
import type { InvoiceDetails, InvoiceStatus, Policy, QuoteRequest } from '../domain/index.js';
import * as inputs from './inputs.js';
import { installation, installationEntitlement } from './installation.js';
import { order, orderPage } from './order.js';
import { paymentAction } from './payment.js';
import { session } from './people.js';
import { publishedPolicy } from './policy.js';
import { quote } from './pricing.js';
import type { QueryTypes } from './query.js';

/** Every call of the contract but `watch`, which is a stream of its own (`CHANGES_ROUTE`). */
export type CallName = Exclude<keyof BillingBackend, 'watch'>;

export type CallResult<Name extends CallName> = Awaited<ReturnType<BillingBackend[Name]>>;

/** What each call sends beside its id and its key; null where there is nothing else. */
export interface CallInputs {
  session: null;
  installation: null;
  policy: null;
  policyVersions: null;
  publishPolicy: { policy: Policy; baseVersion: number | null };
  submit: null;
  launch: null;
  entitlement: null;
  startExtraTrial: null;
  quote: QuoteRequest;
  createOrder: Omit<CreateOrderInput, 'key'>;
  cancelOrder: null;
  lowerPrice: { amount: number };
  startPayment: Omit<StartPaymentInput, 'key'>;
  order: null;
  orders: OrderFilter & { cursor?: string };
  requestRefund: { reason: string };
  decideRefund: Parameters<BillingBackend['decideRefund']>[1];
  requestInvoice: { details: InvoiceDetails };
  markInvoice: { status: Exclude<InvoiceStatus, 'requested'> };
  fileComplaint: Omit<ComplaintInput, 'key'>;
  answerComplaint: { text: string; close: boolean };
}

/** How one call stands on the wire. */
export interface Route<Name extends CallName> {
  method: 'GET' | 'POST';
  /** Begins with the version; `{id}` is the installation's or the order's, percent-encoded. */
  path: `/v1/${string}`;
  /** Of the answer when the call succeeded. */
  status: 200 | 201;
  /** Whether the call needs an idempotency key, in the `Idempotency-Key` header. */
  keyed: boolean;
  /** In the query of a GET, as JSON in the body of a POST; null where the call sends nothing. */
  input: CallInputs[Name] extends null ? null : z.ZodMiniType<CallInputs[Name]>;
  /** How to read the query; for a GET with input only. */
  query?: QueryTypes;
  output: z.ZodMiniType<CallResult<Name>>;
}

/** The header that carries the idempotency key. */
export const KEY_HEADER = 'Idempotency-Key';

/**
 * Server-sent events of type `change`, each with an id and a `Change` as JSON data. With `Last-Event-ID` the server first sends
 * what was missed; where it cannot know, it sends one change of the installation.
 */
export const CHANGES_ROUTE = { method: 'GET', path: '/v1/installations/{id}/changes' } as const;

const get = { method: 'GET', status: 200, keyed: false, input: null } as const;
const act = { method: 'POST', status: 200, keyed: false, input: null } as const;
const create = { method: 'POST', status: 201, keyed: true, input: null } as const;

/** The one table of the REST contract: the client and the server are both made from it. */
export const ROUTES: { readonly [Name in CallName]: Route<Name> } = {
  session: { ...get, path: '/v1/session', output: session },

  installation: { ...get, path: '/v1/installations/{id}', output: installation },
  policy: {
    ...get,
    path: '/v1/installations/{id}/policy',
    output: z.nullable(publishedPolicy),
  },
  policyVersions: {
    ...get,
    path: '/v1/installations/{id}/policies',
    output: z.array(publishedPolicy),
  },
  publishPolicy: {
    ...act,
    status: 201,
    path: '/v1/installations/{id}/policies',
    input: inputs.publishPolicyInput,
    output: publishedPolicy,
  },
  submit: { ...act, path: '/v1/installations/{id}/submit', output: installation },
  launch: { ...act, path: '/v1/installations/{id}/launch', output: installation },

  entitlement: {
    ...get,
    path: '/v1/installations/{id}/entitlement',
    output: installationEntitlement,
  },
  startExtraTrial: {
    ...create,
    path: '/v1/installations/{id}/extra-trial',
    output: installationEntitlement,
  },

  quote: {
    ...get,
    path: '/v1/installations/{id}/quote',
    input: inputs.quoteInput,
    query: { numbers: ['seats', 'cycles'], lists: [] },
    output: quote,
  },
  createOrder: {
    ...create,
    path: '/v1/installations/{id}/orders',
    input: inputs.createOrderInput,
    output: order,
  },
  cancelOrder: { ...act, path: '/v1/orders/{id}/cancel', output: order },
  lowerPrice: {
    ...create,
    path: '/v1/orders/{id}/lower-price',
    input: inputs.lowerPriceInput,
    output: order,
  },

  startPayment: {
    ...create,
    path: '/v1/orders/{id}/payments',
    input: inputs.startPaymentInput,
    output: paymentAction,
  },

  order: { ...get, path: '/v1/orders/{id}', output: order },
  orders: {
    ...get,
    path: '/v1/orders',
    input: inputs.ordersInput,
    query: {
      numbers: ['minAmount', 'maxAmount', 'limit'],
      lists: ['kinds', 'statuses', 'methods', 'invoices'],
    },
    output: orderPage,
  },

  requestRefund: {
    ...create,
    path: '/v1/orders/{id}/refund',
    input: inputs.requestRefundInput,
    output: order,
  },
  decideRefund: {
    ...act,
    path: '/v1/orders/{id}/refund/decision',
    input: inputs.decideRefundInput,
    output: order,
  },

  requestInvoice: {
    ...create,
    path: '/v1/orders/{id}/invoice',
    input: inputs.requestInvoiceInput,
    output: order,
  },
  markInvoice: {
    ...act,
    path: '/v1/orders/{id}/invoice/status',
    input: inputs.markInvoiceInput,
    output: order,
  },

  fileComplaint: {
    ...create,
    path: '/v1/orders/{id}/complaints',
    input: inputs.complaintInput,
    output: order,
  },
  answerComplaint: {
    ...act,
    path: '/v1/orders/{id}/complaints/answer',
    input: inputs.answerComplaintInput,
    output: order,
  },
};
