import type { BillingBackend, CallOptions } from '../contract/index.js';
import type { CallInputs, CallName, CallResult } from './calls.js';

/** One call as it came over the wire, its input checked by the route's schema. */
export interface CallParts<Name extends CallName> {
  /** From the path; empty where the route has none. */
  id: string;
  /** From the header; empty where the route is not keyed. */
  key: string;
  input: CallInputs[Name];
}

type Dispatch = {
  readonly [Name in CallName]: (
    backend: Omit<BillingBackend, 'watch'>,
    parts: CallParts<Name>,
    options: CallOptions,
  ) => Promise<CallResult<Name>>;
};

/** How a server turns the parts of a request back into a call of the backend. */
export const DISPATCH: Dispatch = {
  session: (backend, _parts, options) => backend.session(options),
  installation: (backend, { id }, options) => backend.installation(id, options),
  policy: (backend, { id }, options) => backend.policy(id, options),
  policyVersions: (backend, { id }, options) => backend.policyVersions(id, options),
  publishPolicy: (backend, { id, input }, options) => backend.publishPolicy(id, input, options),
  submit: (backend, { id }, options) => backend.submit(id, options),
  launch: (backend, { id }, options) => backend.launch(id, options),
  entitlement: (backend, { id }, options) => backend.entitlement(id, options),
  startExtraTrial: (backend, { id, key }, options) => backend.startExtraTrial(id, key, options),
  quote: (backend, { id, input }, options) => backend.quote(id, input, options),
  createOrder: (backend, { id, key, input }, options) =>
    backend.createOrder(id, { ...input, key }, options),
  cancelOrder: (backend, { id }, options) => backend.cancelOrder(id, options),
  lowerPrice: (backend, { id, key, input }, options) =>
    backend.lowerPrice(id, { ...input, key }, options),
  startPayment: (backend, { id, key, input }, options) =>
    backend.startPayment(id, { ...input, key }, options),
  confirmTransfer: (backend, { id, key, input }, options) =>
    backend.confirmTransfer(id, { ...input, key }, options),
  order: (backend, { id }, options) => backend.order(id, options),
  orders: (backend, { input: { cursor = null, ...filter } }, options) =>
    backend.orders(filter, cursor, options),
  requestRefund: (backend, { id, key, input }, options) =>
    backend.requestRefund(id, { ...input, key }, options),
  decideRefund: (backend, { id, input }, options) => backend.decideRefund(id, input, options),
  requestInvoice: (backend, { id, key, input }, options) =>
    backend.requestInvoice(id, { ...input, key }, options),
  markInvoice: (backend, { id, input }, options) => backend.markInvoice(id, input.status, options),
  fileComplaint: (backend, { id, key, input }, options) =>
    backend.fileComplaint(id, { ...input, key }, options),
  answerComplaint: (backend, { id, input }, options) => backend.answerComplaint(id, input, options),
};
