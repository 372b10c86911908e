import type {
  ComplaintCategory,
  Instant,
  InvoiceDetails,
  InvoiceStatus,
  PaymentEnvironment,
  PaymentMethod,
  Policy,
  Quote,
  QuoteRequest,
} from '../domain/index.js';
import type {
  Change,
  Installation,
  InstallationEntitlement,
  Order,
  OrderFilter,
  OrderPage,
  PaymentAction,
  PublishedPolicy,
  Session,
} from './shapes.js';

/** What every call takes. */
export interface CallOptions {
  /** Aborts the wait; a write may have happened all the same and is safe to repeat with its key. */
  signal?: AbortSignal;
}

/**
 * Names one attempt of a person to create something: 8–128 visible ASCII characters (`!` to `~`), because it travels in a header; another
 * is `invalid`. It belongs to the attempt and survives a reload. The same key with the same body gives what it gave before, however often
 * and from however many tabs; with another body it is `conflict` (`key-reused`). A refused call does not use it up (SPEC §5).
 */
export type IdempotencyKey = string;

/** A new order: what was asked, the quote the page showed, and the buyer's acceptance of what it loses. */
export interface CreateOrderInput {
  request: QuoteRequest;
  /** Refused with `quote-changed` and the fresh quote when the backend computes another (SPEC §5). */
  quote: Quote;
  /** Needed when the quote forfeits credit or ends earlier (SPEC §4), else `forfeit-not-accepted`. */
  acceptForfeit: boolean;
  /** {@link IdempotencyKey}: the same key with the same body gives the same order. */
  key: IdempotencyKey;
}

/** How someone wants to pay an order (SPEC §5 "Methods by environment"). */
export interface StartPaymentInput {
  method: PaymentMethod;
  environment: PaymentEnvironment;
  /** {@link IdempotencyKey}: the same key gives the same action; another closes the open attempt first. */
  key: IdempotencyKey;
  /** Where the payer comes back to after an authorisation or redirect; http(s) only. */
  returnUrl?: string;
}

/**
 * What the operator read on the bank statement of a transfer that the gateway does not see arriving (`confirmedBy` of its action).
 * What follows is the same as when a gateway tells: a wrong amount, money for a closed order or a second payment is flagged and refunded.
 */
export interface TransferConfirmation {
  /** The attempt whose reference the transfer quotes. */
  attemptId: string;
  /** The bank's own number of the transaction (交易流水号), 1–64 characters. It names the money: confirmed again, nothing changes. */
  transactionId: string;
  /** What arrived, in minor units, above 0. */
  amount: number;
  /** When it arrived: not after the backend's now, and at most a day before the attempt began, since statements name days. */
  receivedAt: Instant;
  key: IdempotencyKey;
}

/** A complaint to the operator about the provider; the bounds of its texts are `COMPLAINT_BOUNDS`. */
export interface ComplaintInput {
  category: ComplaintCategory;
  text: string;
  /** How to reach the writer. */
  contact: string;
  key: IdempotencyKey;
}

/**
 * Everything the elements need from a backend. Plain JSON in and out; every failure is a `BackendError`.
 * Rights are checked by the backend: what a session's role may not do answers `forbidden`, before anything is looked up; what it may not
 * see `not-found`. Input that is no plain JSON or of the wrong type is `invalid` with the path.
 */
export interface BillingBackend {
  session(options?: CallOptions): Promise<Session>;

  installation(id: string, options?: CallOptions): Promise<Installation>;
  /** The version in force; null before the first publication. */
  policy(id: string, options?: CallOptions): Promise<PublishedPolicy | null>;
  /** Newest first. Provider and operator. */
  policyVersions(id: string, options?: CallOptions): Promise<PublishedPolicy[]>;
  /**
   * Publishes the next version. `baseVersion`: the version the draft began from, null for none;
   * `policy-changed` with the current one when another has been published since; `invalid` with `policyIssues`, also for another
   * currency while what was sold in the old one counts (`currency-in-use`). Provider.
   */
  publishPolicy(
    id: string,
    input: { policy: Policy; baseVersion: number | null },
    options?: CallOptions,
  ): Promise<PublishedPolicy>;
  /** 提交上线: hands the app in; needs a published policy. Provider. */
  submit(id: string, options?: CallOptions): Promise<Installation>;
  /** 上线: the trial runs from this instant. Needs `submit`. Provider. */
  launch(id: string, options?: CallOptions): Promise<Installation>;

  entitlement(id: string, options?: CallOptions): Promise<InstallationEntitlement>;
  /** Once, after the trial and before any purchase (SPEC §2). Administrator. */
  startExtraTrial(
    id: string,
    key: IdempotencyKey,
    options?: CallOptions,
  ): Promise<InstallationEntitlement>;

  /** The price by the backend's own clock and policy; `invalid` with `violations` when it cannot be ordered. */
  quote(id: string, request: QuoteRequest, options?: CallOptions): Promise<Quote>;
  createOrder(id: string, input: CreateOrderInput, options?: CallOptions): Promise<Order>;
  /** The gateway is asked first: a payment that did arrive wins, and the order comes back paid. */
  cancelOrder(orderId: string, options?: CallOptions): Promise<Order>;
  /** A new pending order with `amount` payable takes the place of a pending one. Provider. */
  lowerPrice(
    orderId: string,
    input: { amount: number; key: IdempotencyKey },
    options?: CallOptions,
  ): Promise<Order>;

  startPayment(
    orderId: string,
    input: StartPaymentInput,
    options?: CallOptions,
  ): Promise<PaymentAction>;

  /**
   * Takes in that a bank transfer has arrived, for one that the gateway leaves to a person. `conflict` with `no-transfer-to-confirm` for any
   * other attempt, with `transaction-recorded` and the order for money that counts for another order of the installation. Operator.
   */
  confirmTransfer(
    orderId: string,
    input: TransferConfirmation,
    options?: CallOptions,
  ): Promise<Order>;

  order(orderId: string, options?: CallOptions): Promise<Order>;
  /** `cursor`: null for the first page, else the last page's `nextCursor`. */
  orders(filter: OrderFilter, cursor: string | null, options?: CallOptions): Promise<OrderPage>;

  requestRefund(
    orderId: string,
    input: { reason: string; key: IdempotencyKey },
    options?: CallOptions,
  ): Promise<Order>;
  /** Approve, reject with a reason, or retry a failed refund. Provider. */
  decideRefund(
    orderId: string,
    decision: { decision: 'approve' | 'retry' } | { decision: 'reject'; reason: string },
    options?: CallOptions,
  ): Promise<Order>;

  requestInvoice(
    orderId: string,
    input: { details: InvoiceDetails; key: IdempotencyKey },
    options?: CallOptions,
  ): Promise<Order>;
  /** Provider. */
  markInvoice(
    orderId: string,
    status: Exclude<InvoiceStatus, 'requested'>,
    options?: CallOptions,
  ): Promise<Order>;

  /** Administrator. */
  fileComplaint(orderId: string, input: ComplaintInput, options?: CallOptions): Promise<Order>;
  /** Operator; `close` ends it. The words that the same person said last are the same answer, delivered again. */
  answerComplaint(
    orderId: string,
    input: { text: string; close: boolean },
    options?: CallOptions,
  ): Promise<Order>;

  /**
   * Calls `onChange` when something of the installation may have changed; with null, of any that the session may see. A backend that cannot
   * tell stays silent. Returns a function that stops it.
   */
  watch(id: string | null, onChange: (change: Change) => void): () => void;
}
