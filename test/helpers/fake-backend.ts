import type { BillingBackend, Change } from '../../src/contract/index.js';
import type { CallName } from '../../src/schemas/index.js';
import * as canned from './canned-shapes.js';

export interface FakeBackend extends BillingBackend {
  /** Every call so far, with its arguments but without its options. */
  calls: { name: CallName; args: unknown[] }[];
  /** Says that something changed to all who watch. */
  tell: (change: Change) => void;
}

/** A backend that answers one canned value of each shape, or what `override` does. */
export function createFakeBackend(override: Partial<BillingBackend> = {}): FakeBackend {
  const calls: FakeBackend['calls'] = [];
  const watchers = new Set<(change: Change) => void>();
  const answer =
    <Value>(name: CallName, value: Value) =>
    (...args: unknown[]) => {
      calls.push({ name, args: args.slice(0, -1) });
      return Promise.resolve(value);
    };
  return {
    session: answer('session', canned.session),
    installation: answer('installation', canned.installation),
    policy: answer('policy', canned.publishedPolicy),
    policyVersions: answer('policyVersions', [canned.publishedPolicy]),
    publishPolicy: answer('publishPolicy', canned.publishedPolicy),
    submit: answer('submit', canned.installation),
    launch: answer('launch', canned.installation),
    entitlement: answer('entitlement', canned.entitlement),
    startExtraTrial: answer('startExtraTrial', canned.entitlement),
    quote: answer('quote', canned.quote),
    createOrder: answer('createOrder', canned.order),
    cancelOrder: answer('cancelOrder', canned.order),
    lowerPrice: answer('lowerPrice', canned.order),
    startPayment: answer('startPayment', canned.qrAction),
    confirmTransfer: answer('confirmTransfer', canned.order),
    order: answer('order', canned.order),
    orders: answer('orders', canned.orderPage),
    requestRefund: answer('requestRefund', canned.order),
    decideRefund: answer('decideRefund', canned.order),
    requestInvoice: answer('requestInvoice', canned.order),
    markInvoice: answer('markInvoice', canned.order),
    fileComplaint: answer('fileComplaint', canned.order),
    answerComplaint: answer('answerComplaint', canned.order),
    watch: (_id, onChange) => {
      watchers.add(onChange);
      return () => {
        watchers.delete(onChange);
      };
    },
    calls,
    tell: (change) => watchers.forEach((watcher) => watcher(change)),
    ...override,
  };
}
