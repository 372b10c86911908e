import type { BillingBackend, Order } from '../contract/index.js';
import type { Instant } from '../domain/index.js';
import type { Asked, Ports } from './context.js';
import { deadLettersOf, type DeadLetters } from './dead-letters.js';
import { installationsOf, type Installations } from './installations.js';
import { handleNotification } from './notifications.js';
import type { GatewayEvent } from './ports.js';
import { requirePlain } from './plain.js';
import { requireRight, type ContractCall, type Principal } from './principal.js';
import { cancelOrder } from './use-cases/cancel-order.js';
import { answerComplaint, fileComplaint } from './use-cases/complaints.js';
import { confirmReturn, type TransferReturn } from './use-cases/confirm-return.js';
import { confirmTransfer } from './use-cases/confirm-transfer.js';
import { createOrder } from './use-cases/create-order.js';
import { decideRefund } from './use-cases/decide-refund.js';
import { markInvoice, requestInvoice } from './use-cases/invoices.js';
import { launch, submit } from './use-cases/launch.js';
import { lowerPrice } from './use-cases/lower-price.js';
import { publishPolicy } from './use-cases/publish-policy.js';
import { quote } from './use-cases/quote.js';
import {
  entitlement,
  installation,
  policy,
  policyVersions,
  session,
} from './use-cases/read-installation.js';
import { order, orders } from './use-cases/read-orders.js';
import { requestRefund } from './use-cases/request-refund.js';
import { startExtraTrial } from './use-cases/start-extra-trial.js';
import { startPayment } from './use-cases/start-payment.js';
import { work } from './worker.js';

/** The calls of the backend contract on one principal's behalf. Who waits for them and who watches is for their host to arrange. */
export type BillingCalls = Pick<BillingBackend, ContractCall>;

/** The one place where money changes state. */
export interface Billing {
  as(principal: Principal): BillingCalls;
  /** Takes in what a gateway tells unasked; the caller has checked that it is genuine. */
  handleNotification(event: GatewayEvent): Promise<void>;
  /**
   * Does what is due, up to `limit` jobs; run it after every call that may have left work, and when the next thing is due.
   *
   * @returns when that is; null when nothing is planned
   */
  work(limit?: number): Promise<Instant | null>;
  /**
   * Takes in that whoever keeps the books had the money of a transfer sent back, where the gateway leaves that to them. The caller has
   * checked that the principal may say so. Said once more it changes nothing.
   *
   * @throws BackendError `not-found`; `invalid`; `conflict` (`no-transfer-to-confirm`) when nothing was to go back
   */
  confirmReturn(principal: Principal, orderId: string, input: TransferReturn): Promise<Order>;
  installations: Installations;
  deadLetters: DeadLetters;
}

const WORK_LIMIT = 200;

export function createBilling(ports: Ports): Billing {
  return {
    as: (principal) => callsOf({ ...ports, principal }),
    handleNotification: (event) => handleNotification(ports, event),
    work: (limit = WORK_LIMIT) => work(ports, limit),
    confirmReturn: (principal, orderId, input) =>
      confirmReturn({ ...ports, principal }, orderId, input),
    installations: installationsOf(ports),
    deadLetters: deadLettersOf(ports),
  };
}

function callsOf(asked: Asked): BillingCalls {
  /** Runs a use case if the principal's role may, on what was given if it is plain JSON. */
  async function may<Result>(
    call: ContractCall,
    given: readonly unknown[],
    run: () => Result | Promise<Result>,
  ): Promise<Result> {
    requireRight(asked.principal, call);
    for (const value of given) requirePlain(value);
    return run();
  }
  return {
    session: () => may('session', [], () => session(asked)),
    installation: (id) => may('installation', [id], () => installation(asked, id)),
    policy: (id) => may('policy', [id], () => policy(asked, id)),
    policyVersions: (id) => may('policyVersions', [id], () => policyVersions(asked, id)),
    publishPolicy: (id, input) =>
      may('publishPolicy', [id, input], () => publishPolicy(asked, id, input)),
    submit: (id) => may('submit', [id], () => submit(asked, id)),
    launch: (id) => may('launch', [id], () => launch(asked, id)),
    entitlement: (id) => may('entitlement', [id], () => entitlement(asked, id)),
    startExtraTrial: (id, key) =>
      may('startExtraTrial', [id, key], () => startExtraTrial(asked, id, key)),
    quote: (id, request) => may('quote', [id, request], () => quote(asked, id, request)),
    createOrder: (id, input) =>
      may('createOrder', [id, input], () => createOrder(asked, id, input)),
    cancelOrder: (id) => may('cancelOrder', [id], () => cancelOrder(asked, id)),
    lowerPrice: (id, input) => may('lowerPrice', [id, input], () => lowerPrice(asked, id, input)),
    startPayment: (id, input) =>
      may('startPayment', [id, input], () => startPayment(asked, id, input)),
    confirmTransfer: (id, input) =>
      may('confirmTransfer', [id, input], () => confirmTransfer(asked, id, input)),
    order: (id) => may('order', [id], () => order(asked, id)),
    orders: (filter, cursor) =>
      may('orders', [filter, cursor], () => orders(asked, filter, cursor)),
    requestRefund: (id, input) =>
      may('requestRefund', [id, input], () => requestRefund(asked, id, input)),
    decideRefund: (id, decision) =>
      may('decideRefund', [id, decision], () => decideRefund(asked, id, decision)),
    requestInvoice: (id, input) =>
      may('requestInvoice', [id, input], () => requestInvoice(asked, id, input)),
    markInvoice: (id, status) =>
      may('markInvoice', [id, status], () => markInvoice(asked, id, status)),
    fileComplaint: (id, input) =>
      may('fileComplaint', [id, input], () => fileComplaint(asked, id, input)),
    answerComplaint: (id, input) =>
      may('answerComplaint', [id, input], () => answerComplaint(asked, id, input)),
  };
}
