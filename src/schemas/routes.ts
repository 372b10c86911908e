import * as z from 'zod/mini';
import type { CallName, CallResult } from './calls.js';
import { installation, installationEntitlement } from './installation.js';
import { order, orderPage } from './order.js';
import { paymentAction } from './payment.js';
import { session } from './people.js';
import { publishedPolicy } from './policy.js';
import { quote } from './pricing.js';

/**
 * How one call stands on the wire. Its input travels in the query of a GET and as JSON in the body of a POST; the schemas for
 * inputs are in `INPUTS`, apart, because only a server needs them.
 */
export interface Route<Name extends CallName> {
  method: 'GET' | 'POST';
  /** Begins with the version; `{id}` is the installation's or the order's, percent-encoded. */
  path: `/v1/${string}`;
  /** Of the answer when the call succeeded. */
  status: 200 | 201;
  /** Whether the call needs an idempotency key, in the `Idempotency-Key` header. */
  keyed: boolean;
  /** What the answer must be; keys it does not know are dropped. */
  output: z.ZodMiniType<CallResult<Name>>;
}

/** The header that carries the idempotency key. */
export const KEY_HEADER = 'Idempotency-Key';

/**
 * Server-sent events of type `change`, each with an id and a `Change` as JSON data: of one installation, or of `all` that the session may
 * see. With `Last-Event-ID` the server first sends what was missed; where it cannot know, it sends one change of the installation, or of
 * none in particular (null). Without it the server begins with what changed in the last seconds, which a page may have asked about too early.
 */
export const CHANGES_ROUTES = {
  one: { method: 'GET', path: '/v1/installations/{id}/changes' },
  all: { method: 'GET', path: '/v1/changes' },
} as const;

const get = { method: 'GET', status: 200, keyed: false } as const;
const act = { method: 'POST', status: 200, keyed: false } as const;
const create = { method: 'POST', status: 201, keyed: true } as const;

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
    output: quote,
  },
  createOrder: {
    ...create,
    path: '/v1/installations/{id}/orders',
    output: order,
  },
  cancelOrder: { ...act, path: '/v1/orders/{id}/cancel', output: order },
  lowerPrice: {
    ...create,
    path: '/v1/orders/{id}/lower-price',
    output: order,
  },

  startPayment: {
    ...create,
    path: '/v1/orders/{id}/payments',
    output: paymentAction,
  },

  confirmTransfer: {
    ...create,
    path: '/v1/orders/{id}/transfer-confirmation',
    output: order,
  },

  order: { ...get, path: '/v1/orders/{id}', output: order },
  orders: {
    ...get,
    path: '/v1/orders',
    output: orderPage,
  },

  requestRefund: {
    ...create,
    path: '/v1/orders/{id}/refund',
    output: order,
  },
  decideRefund: {
    ...act,
    path: '/v1/orders/{id}/refund/decision',
    output: order,
  },

  requestInvoice: {
    ...create,
    path: '/v1/orders/{id}/invoice',
    output: order,
  },
  markInvoice: {
    ...act,
    path: '/v1/orders/{id}/invoice/status',
    output: order,
  },

  fileComplaint: {
    ...create,
    path: '/v1/orders/{id}/complaints',
    output: order,
  },
  answerComplaint: {
    ...act,
    path: '/v1/orders/{id}/complaints/answer',
    output: order,
  },
};
