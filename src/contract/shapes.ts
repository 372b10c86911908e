/**
 * The shapes that cross the backend contract: plain JSON in and out. Amounts are integers in the currency's minor unit,
 * instants ISO 8601 in UTC, durations whole days (SPEC §1).
 */
import type {
  AccessFacts,
  ComplaintCategory,
  ComplaintStatus,
  Entitlement,
  Instant,
  InvoiceDetails,
  InvoiceStatus,
  OrderKind,
  OrderStatus,
  PaymentEnvironment,
  PaymentMethod,
  PaymentState,
  Policy,
  Quote,
  QuoteRequest,
  RefundEligibility,
  Segment,
} from '../domain/index.js';

/** Who takes part (SPEC §1). */
export type Role = 'provider' | 'administrator' | 'member' | 'operator';

/** Who is asking, as the backend sees it. Rights come from here, never from an attribute of an element. */
export interface Session {
  role: Role;
  userId: string;
  /** As shown to others, for example in a timeline. */
  userName: string;
  /** The backend's clock; the page computes with it, not with the device's. */
  now: Instant;
}

/** Someone, as a record names them. */
export interface Person {
  role: Role | 'system';
  userId: string;
  userName: string;
}

/** What an installation has been promised and has paid for. A fact sheet for `entitlement` and `quote`. */
export interface Subscription extends AccessFacts {
  /** Ordered by `startsAt`; ended segments stay. */
  segments: Segment[];
}

/** One app at one customer, with the gates it has passed (SPEC §1). */
export interface Installation {
  id: string;
  appName: string;
  providerName: string;
  customerName: string;
  /** Names of the company's administrators, whom a member may ask. */
  contacts: string[];
  /** 商户号开通 */
  merchantAccountOpened: boolean;
  /** The customer authorised the app. */
  customerAuthorized: boolean;
  /** The newest published version; null before the first. */
  policyVersion: number | null;
  submittedAt: Instant | null;
  launchedAt: Instant | null;
  /** null for members, who see no amounts. */
  subscription: Subscription | null;
  /** The order that waits for payment, for those who may see orders. */
  pendingOrderId: string | null;
}

/** One publication of a policy. It never changes; the next one has the next version. */
export interface PublishedPolicy {
  /** 1, 2, 3 … within the installation. */
  version: number;
  policy: Policy;
  publishedAt: Instant;
  publishedBy: Person;
}

/** An entitlement with what the page needs to explain it and to carry it forward in time (SPEC §6). */
export interface InstallationEntitlement extends Entitlement {
  installationId: string;
  appName: string;
  providerName: string;
  /** Names of the administrators, whom a member may ask. */
  contacts: string[];
  /** The role of whoever asked. */
  role: Role;
  /** The facts behind it, without amounts, so that the page can compute the next state on time and offline. */
  facts: AccessFacts;
  /** The backend's clock at the answer. */
  now: Instant;
  /** A short-lived signed form for the host's own server; to the page only a cache. null where the backend issues none. */
  token: string | null;
}

/** What the page must do to let the payer pay. */
export type PaymentAction =
  /** Show `codeUrl` as a QR code. */
  | (PaymentActionBase & {
      type: 'qr';
      codeUrl: string;
      expiresAt: Instant;
      simulationUrl?: string;
    })
  /** Call the wallet of the surrounding app with these parameters. */
  | (PaymentActionBase & {
      type: 'jsapi';
      parameters: JsapiParameters;
      expiresAt: Instant;
      simulationUrl?: string;
    })
  /** Send the payer to `url`, where the wallet tells the backend who pays; then start the payment again. */
  | { type: 'authorize'; url: string }
  /** Send the payer to `url` to pay. */
  | (PaymentActionBase & { type: 'redirect'; url: string; expiresAt: Instant })
  /** Show where to transfer to; it may take days. */
  | (PaymentActionBase & {
      type: 'bank-transfer';
      account: BankAccount;
      /** To be quoted on the transfer so that it can be matched. */
      reference: string;
      /** Who says that the money arrived. Absent: the gateway sees it by itself. */
      confirmedBy?: 'operator';
      expiresAt: Instant;
      simulationUrl?: string;
    })
  /** Nothing to pay. */
  | { type: 'none' };

interface PaymentActionBase {
  attemptId: string;
  /** Minor units. */
  amount: number;
}

/** What WeChat's JSAPI takes, signed by the backend. */
export interface JsapiParameters {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** Where a bank transfer goes (对公转账). */
export interface BankAccount {
  accountName: string;
  accountNumber: string;
  bankName: string;
}

/** One word about an attempt, by the gateway or by the operator who saw the money, as it arrived. */
export interface PaymentNotification {
  at: Instant;
  state: PaymentState;
  transactionId: string | null;
  /** `applied` moved the attempt; `ignored` told nothing new; `flagged` is money that must go back. */
  outcome: 'applied' | 'ignored' | 'flagged';
}

/** Money that arrived though the order had no use for it; it is refunded on its own (SPEC §5). */
export interface StrayPayment {
  transactionId: string;
  amount: number;
  receivedAt: Instant;
  /** `duplicate`: the order was paid already; `late`: it was closed already; `wrong-amount`: not what was asked for. */
  reason: 'duplicate' | 'late' | 'wrong-amount';
  refundedAt: Instant | null;
}

/** One try to pay an order. At most one is not final at any time. */
export interface PaymentAttempt {
  id: string;
  /** The number the gateway knows it by; unique for ever. */
  number: string;
  method: PaymentMethod;
  environment: PaymentEnvironment;
  state: PaymentState;
  amount: number;
  /** null until the gateway answered. */
  action: PaymentAction | null;
  createdAt: Instant;
  /** When the code, prepay id or link stops working; null until the gateway answered. */
  expiresAt: Instant | null;
  succeededAt: Instant | null;
  transactionId: string | null;
  /** Oldest first. Of those that told nothing new only the latest 20 are kept. */
  notifications: PaymentNotification[];
  stray: StrayPayment[];
}

/** Where a refund stands; the order's own status follows it (SPEC §5 "Refund"). */
export type RefundStatus = 'requested' | 'rejected' | 'refunding' | 'refunded' | 'failed';

/** One request to have an order's money back: the whole of what was paid in cash (SPEC §5 "Refund"). */
export interface Refund {
  status: RefundStatus;
  /** What was paid in cash, in full, in minor units. */
  amount: number;
  reason: string;
  requestedAt: Instant;
  requestedBy: Person;
  /** Approved by itself when the provider has not answered by then. */
  decisionDueAt: Instant;
  decidedAt: Instant | null;
  decidedBy: Person | null;
  /** What the provider said when rejecting. */
  decisionReason: string | null;
  refundedAt: Instant | null;
  /** Why the gateway failed, as a short code; null unless `failed`. */
  failure: string | null;
}

/** One request for an invoice of an order (SPEC §5 "Invoice"). */
export interface Invoice {
  status: InvoiceStatus;
  details: InvoiceDetails;
  /** Minor units. */
  amount: number;
  requestedAt: Instant;
  requestedBy: Person;
  updatedAt: Instant;
}

/** What someone wrote in a complaint. */
export interface ComplaintMessage {
  at: Instant;
  by: Person;
  text: string;
}

/** A complaint about the provider, heard by the operator (SPEC §5). At most one of an order is not closed. */
export interface Complaint {
  id: string;
  status: ComplaintStatus;
  category: ComplaintCategory;
  contact: string;
  filedAt: Instant;
  /** The first is the complaint itself. */
  messages: ComplaintMessage[];
  closedAt: Instant | null;
}

/** One thing that happened to an order. */
export interface TimelineEntry {
  at: Instant;
  by: Person;
  event:
    | 'created'
    | 'payment-started'
    | 'payment-progressed'
    | 'payment-closed'
    | 'transfer-confirmed'
    | 'paid'
    | 'stray-payment'
    | 'stray-refunded'
    | 'cancelled'
    | 'lapsed'
    | 'replaced'
    | 'refund-requested'
    | 'refund-rejected'
    | 'refund-approved'
    | 'refunded'
    | 'refund-failed'
    | 'invoice-requested'
    | 'invoice-mailed'
    | 'invoice-sent'
    | 'invoice-cancelled'
    | 'complaint-filed'
    | 'complaint-answered'
    | 'complaint-closed';
  /** The order's status afterwards. */
  status: OrderStatus;
}

/** An order pins the policy version, quote and instant it was made at (SPEC §5). */
export interface Order {
  id: string;
  installationId: string;
  appName: string;
  customerName: string;
  kind: OrderKind;
  status: OrderStatus;
  currency: string;
  request: QuoteRequest;
  policyVersion: number;
  /** As pinned; its times are estimates until `paidAt`. */
  quote: Quote;
  quotedAt: Instant;
  createdAt: Instant;
  createdBy: Person;
  /** When a pending order lapses; null once it is not pending, or while a transfer under way bars the lapse. */
  lapsesAt: Instant | null;
  /** The gateway's success time: bought time starts here. */
  paidAt: Instant | null;
  /** Paid without a payment, because credit covered it. */
  settledByCredit: boolean;
  /** How it was paid, or is about to be. */
  method: PaymentMethod | null;
  payments: PaymentAttempt[];
  /** The segments as they were before this order was paid, for those it replaced. */
  segmentsReplaced: Segment[];
  /** The segments it made. */
  segmentsGranted: Segment[];
  /** The latest request. */
  refund: Refund | null;
  /** Whether a refund can be asked now, by the backend, which sees all orders. */
  refundEligibility: RefundEligibility;
  /** The latest request. */
  invoice: Invoice | null;
  /** Oldest first. */
  complaints: Complaint[];
  /** Oldest first. */
  timeline: TimelineEntry[];
  /** The order whose price was lowered into this one. */
  replacesOrderId: string | null;
  /** The order that took this one's place. */
  replacedByOrderId: string | null;
}

/** Which orders to list; every part narrows, an absent one does not. Another key is `invalid`. */
export interface OrderFilter {
  /** Absent: every installation the session may see. */
  installationId?: string;
  kinds?: OrderKind[];
  statuses?: OrderStatus[];
  methods?: PaymentMethod[];
  /** `none`: never requested, or the request was cancelled. */
  invoices?: ('none' | InvoiceStatus)[];
  /** Created at or after. */
  from?: Instant;
  /** Created before. */
  to?: Instant;
  /** Payable, in minor units, inclusive. */
  minAmount?: number;
  maxAmount?: number;
  /** Found in order id, app, customer or creator's name; case-insensitive. */
  text?: string;
  sort?: OrderSort;
  /** Rows in a page, 1–200; 50 when absent. */
  limit?: number;
}

/** By what orders are sorted; equal ones by id, in the same direction. `amount` is what is payable. */
export interface OrderSort {
  by: 'createdAt' | 'amount' | 'seats' | 'status' | 'kind';
  direction: 'ascending' | 'descending';
}

/** What a filter matches in all. */
export interface OrderTotals {
  count: number;
  /** Per currency: what is payable in all, and what was paid in cash and not refunded. Minor units. */
  amounts: { currency: string; payable: number; received: number }[];
}

/** One page of a longer list. */
export interface Page<Item> {
  items: Item[];
  /** Hand it back for the next page; null at the end. */
  nextCursor: string | null;
}

/** One page of orders, with what the whole filter amounts to. */
export interface OrderPage extends Page<Order> {
  totals: OrderTotals;
}

/** What may have changed; a reason to ask again, never data to show. */
export interface Change {
  /** null, only to who watches all: any of them may have changed. */
  installationId: string | null;
  orderId?: string;
}
