/**
 * What billing needs from its surroundings: somewhere to keep things, a gateway to move money, a clock, someone to tell,
 * and fresh identifiers. The use cases know nothing else of the world, so they run in a page and on a server alike.
 */
import type {
  BillingEvent,
  Installation,
  Order,
  OrderFilter,
  OrderSort,
  OrderTotals,
  PaymentAction,
  Person,
  PublishedPolicy,
  Subscription,
} from '../contract/index.js';
import type {
  DueNotice,
  EntitlementState,
  Instant,
  PaymentEnvironment,
  PaymentMethod,
  PaymentState,
} from '../domain/index.js';

/** The backend's clock; every instant billing writes comes from here, or from the gateway. */
export interface Clock {
  now(): Instant;
}

export type IdKind = 'order' | 'attempt' | 'payment-number' | 'refund-number' | 'complaint';

/**
 * Fresh identifiers, never given twice. Numbers go to the gateway: 6–32 characters of `[0-9A-Za-z_-]`.
 * Orders made later should sort later, which keeps database indexes short. One that is drawn and not used does no harm.
 */
export interface Ids {
  next(kind: IdKind): string;
}

// ---------------------------------------------------------------------------------------------------------- Store

/** An installation as it is stored. `launchedAt` is the subscription's. */
export interface InstallationRecord extends Omit<Installation, 'subscription' | 'launchedAt'> {
  subscription: Subscription;
  /** The order whose refund is under way; while it is, nothing can be ordered, paid or invoiced (SPEC §5). */
  refundOrderId: string | null;
}

/** An order as it is stored; whether it can be refunded is computed on every read. */
export interface OrderRecord extends Omit<Order, 'refundEligibility'> {
  /** The number of the current try to refund the order at the gateway; null before the first. */
  refundNumber: string | null;
}

/** Which orders, in which order, from where on. */
export interface OrderQuery extends Omit<
  OrderFilter,
  'installationId' | 'sort' | 'limit' | 'text'
> {
  /** Only orders of these installations; `all` for whoever may see everything. */
  installations: 'all' | readonly string[];
  /** Lower-cased; found in order id, app, customer or creator's name. */
  text?: string;
  /** Orders equal in it are sorted by id in the same direction. */
  sort: OrderSort;
  /** Where the last page ended: its last order's sort value and id. null for the first page. */
  after: OrderPosition | null;
  limit: number;
}

/** Where an order stands in a sorted list: see `orderSortValue` in order-query.ts. */
export interface OrderPosition {
  value: string | number;
  id: string;
}

export interface OrderQueryResult {
  /** At most `limit`. */
  orders: OrderRecord[];
  /** Whether more follow. */
  more: boolean;
  /** Over all that matches, not only this page. */
  totals: OrderTotals;
}

/** What a creation with an idempotency key led to. Only successes are recorded. */
export interface IdempotencyRecord {
  installationId: string;
  /** Which call, and for calls on an order which order: `create-order`, `start-payment:<orderId>` … */
  scope: string;
  key: string;
  /** The request's body as canonical JSON: another body with the same key is refused. */
  body: string;
  /** The id of what it made. */
  result: string;
  createdAt: Instant;
}

/** Something to be done later or outside a transaction. Its id says what it is for, so that it exists once. */
export type JobTask =
  /** Lets a pending order lapse, unless it was paid. */
  | { kind: 'lapse'; orderId: string }
  /** Asks the gateway how a payment stands whose word may have been lost. */
  | { kind: 'check-payment'; orderId: string; number: string }
  /** Closes a payment at the gateway that no order waits for any more. */
  | { kind: 'close-payment'; orderId: string; number: string }
  /** Approves a refund nobody answered. */
  | { kind: 'approve-refund'; orderId: string }
  /** Returns what was paid for an order. */
  | { kind: 'refund-order'; orderId: string }
  /** Returns money that arrived without need. */
  | {
      kind: 'refund-stray';
      orderId: string;
      number: string;
      transactionId: string;
      refundNumber: string;
    }
  /** Does what time alone brings to an installation: notices, more seats in use than the time that now begins has. */
  | { kind: 'advance-installation' }
  /** Hands the notice with that key to the notifier, if it still stands; `dueAt` is when billing saw that it is due. */
  | { kind: 'send-notice'; key: string; dueAt: Instant }
  /** Hands an event to the event sink. `id` is the same for the same thing that happened. */
  | { kind: 'send-event'; id: string; event: BillingEvent };

export interface Job {
  id: string;
  installationId: string;
  task: JobTask;
  /** Not before this instant. While a worker has the job, when another may take it over. */
  dueAt: Instant;
  /** How often it was claimed. */
  attempts: number;
  /** Why the last try failed; null when none did. */
  lastError: string | null;
}

/** A notice or event that could not be handed over. Nobody tries again unless it is replayed. */
export interface DeadLetter extends Omit<Job, 'dueAt'> {
  diedAt: Instant;
}

/** How an installation stood when that was last told to the event sink. */
export interface ToldEntitlement {
  installationId: string;
  /** How often it was told. */
  sequence: number;
  state: EntitlementState;
  seats: number | null;
  endsAt: Instant | null;
}

/** What was done to an installation, by whom. Never removed, and changed only where the customer's people are to be forgotten. */
export interface AuditEntry {
  at: Instant;
  by: Person;
  installationId: string;
  orderId: string | null;
  /** The use case: `publish-policy`, `launch`, `set-platform-facts`, `decide-refund` … */
  action: string;
  /** Plain JSON. */
  detail: unknown;
}

/**
 * What can be done inside a transaction. Everything read is the caller's own copy, and everything put is copied: changing an object
 * changes nothing stored. What was put is seen by later reads of the same transaction.
 */
export interface StoreTransaction {
  installation(id: string): Promise<InstallationRecord | null>;
  /**
   * The same, kept from every other writer until this transaction ends (`select … for update`). Every change to an installation,
   * its orders or its jobs begins with it. Only in `write` transactions.
   */
  lockInstallation(id: string): Promise<InstallationRecord | null>;
  /** Inserts or replaces. */
  putInstallation(installation: InstallationRecord): Promise<void>;

  policyVersion(installationId: string, version: number): Promise<PublishedPolicy | null>;
  /** Newest first. */
  policyVersions(installationId: string): Promise<PublishedPolicy[]>;
  /** @throws when the installation has that version already */
  addPolicyVersion(installationId: string, published: PublishedPolicy): Promise<void>;

  order(id: string): Promise<OrderRecord | null>;
  /** Inserts or replaces; keeps the look-up from each payment's number to the order. */
  putOrder(order: OrderRecord): Promise<void>;
  /** The order one of whose payments has this gateway number. */
  orderByPaymentNumber(number: string): Promise<OrderRecord | null>;
  /**
   * For each of the installations: the pending order, and of those in status `paid`, `refund-requested`, `refunding` or `refund-failed`
   * the one with the latest `paidAt` (of equal ones the one with the greatest id). In no particular order; whichever exist.
   */
  standingOrders(installationIds: readonly string[]): Promise<OrderRecord[]>;
  /** One page and what the whole filter amounts to; order-query.ts says in code what matches and what comes first. */
  findOrders(query: OrderQuery): Promise<OrderQueryResult>;

  idempotencyRecord(
    installationId: string,
    scope: string,
    key: string,
  ): Promise<IdempotencyRecord | null>;
  /** @throws when one with the same installation, scope and key exists */
  addIdempotencyRecord(record: IdempotencyRecord): Promise<void>;

  job(id: string): Promise<Job | null>;
  /** Inserts or replaces. */
  putJob(job: Job): Promise<void>;
  /** Does nothing where there is none. */
  deleteJob(id: string): Promise<void>;
  /**
   * Takes up to `limit` jobs with `dueAt` ≤ `now`, the longest due first, and moves their `dueAt` to `until`, counting the attempt:
   * no other worker gets them before. Gives them as they are afterwards.
   */
  claimJobs(claim: { now: Instant; until: Instant; limit: number }): Promise<Job[]>;
  /** The earliest `dueAt` of all jobs; null without any. */
  nextJobDueAt(): Promise<Instant | null>;

  /** Keeps what was given up, until it is replayed or discarded. Inserts or replaces. */
  putDeadLetter(letter: DeadLetter): Promise<void>;
  deadLetter(id: string): Promise<DeadLetter | null>;
  /** Does nothing where there is none. */
  deleteDeadLetter(id: string): Promise<void>;
  /** At most `limit`, oldest first. */
  deadLetters(limit: number): Promise<DeadLetter[]>;

  /** null before the first time. */
  toldEntitlement(installationId: string): Promise<ToldEntitlement | null>;
  /** Inserts or replaces. */
  putToldEntitlement(told: ToldEntitlement): Promise<void>;

  /** Remembers that a notice is being sent. False when it was remembered before, and then nothing changes. */
  addNoticeKey(installationId: string, key: string): Promise<boolean>;
  /** Forgets one that was withdrawn before it was sent. Does nothing where there is none. */
  deleteNoticeKey(installationId: string, key: string): Promise<void>;

  addAuditEntry(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  auditEntries(installationId: string): Promise<AuditEntry[]>;
}

/** Where everything is kept. */
export interface Store {
  /**
   * Runs `work` in one transaction: all of it happens, or, when `work` throws, nothing; then the same error is thrown.
   *
   * Inside, only calls of `tx` are awaited (IndexedDB ends a transaction at the first foreign await, and a database must not wait for a
   * gateway). `work` may be run again from the start after a collision, so it has no effect but through `tx`.
   * A `read` transaction sees one state of the store and cannot write.
   */
  transaction<Result>(
    mode: 'read' | 'write',
    work: (tx: StoreTransaction) => Promise<Result>,
  ): Promise<Result>;
}

// -------------------------------------------------------------------------------------------------------- Gateway

/** What a gateway needs to let someone pay. */
export interface GatewayPaymentRequest {
  /** Unique for ever; the same number again gives the same payment. */
  number: string;
  orderId: string;
  /** Whose order it is. */
  installationId: string;
  attemptId: string;
  method: PaymentMethod;
  environment: PaymentEnvironment;
  /** Minor units, above 0. */
  amount: number;
  currency: string;
  /** What is bought: the app's name. */
  description: string;
  /**
   * Who pays, as the session names them; where the gateway does not know their wallet yet it answers `authorize`. Companies name their
   * people each for itself: only together with the installation it is one person.
   */
  payerId: string;
  /** Where the payer comes back to; null when the page named none. */
  returnUrl: string | null;
  /** When the payment should stop being possible. The action's own `expiresAt` says what the gateway made of it. */
  expiresAt: Instant;
}

/** How a payment stands at the gateway. `unknown`: the gateway has never heard of the number. */
export type GatewayPayment =
  | { state: 'unknown' }
  | { state: Exclude<PaymentState, 'creating' | 'succeeded'> }
  | {
      state: 'succeeded';
      transactionId: string;
      /** What arrived, in minor units. */
      amount: number;
      /** Bought time starts here. */
      succeededAt: Instant;
    };

export interface GatewayRefundRequest {
  /** The payment's number. */
  number: string;
  /** Which of the number's transactions: a number may have been paid twice. */
  transactionId: string;
  /** Unique for ever; the same number again gives the same refund. */
  refundNumber: string;
  /** Minor units; the whole of what arrived. */
  amount: number;
  currency: string;
  reason: string;
}

/** How a refund stands at the gateway. `failed` is final for its number; `failure` is a short code. */
export type GatewayRefund =
  | { state: 'unknown' }
  | { state: 'processing' }
  | { state: 'succeeded'; refundedAt: Instant }
  | { state: 'failed'; failure: string };

/**
 * Moves money. Never called inside a store's transaction. Every call may be repeated: a crash may fall between a call and the record of
 * its answer. A call that throws has told nothing; billing answers `unavailable` and the same call is made again later.
 */
export interface PaymentGateway {
  /** Whether the payer can pay like this there (SPEC §5 "Methods by environment"). */
  supports(method: PaymentMethod, environment: PaymentEnvironment): boolean;
  /**
   * Prepares a payment. `authorize` says that the payer must be known first: nothing has been prepared, and the same request
   * is made again afterwards. Never `none`.
   */
  create(request: GatewayPaymentRequest): Promise<Exclude<PaymentAction, { type: 'none' }>>;
  query(number: string): Promise<GatewayPayment>;
  /**
   * Makes a payment impossible and tells how it stands then: `closed` or `revoked`; `succeeded` when it was paid before;
   * `processing` or `bank-accepted` when a transfer can no longer be stopped; `unknown` when there was none to close.
   */
  close(number: string): Promise<GatewayPayment>;
  refund(request: GatewayRefundRequest): Promise<GatewayRefund>;
  queryRefund(refundNumber: string): Promise<GatewayRefund>;
}

/** What a gateway tells unasked. May come late, twice, out of order, or for numbers nobody knows. */
export type GatewayEvent =
  | { type: 'payment'; number: string; payment: GatewayPayment }
  | {
      type: 'refund';
      /** The payment's number. */
      number: string;
      refundNumber: string;
      refund: GatewayRefund;
    };

// ------------------------------------------------------------------------------------------------------- Notifier

/** What administrators are told (SPEC §6 "Notices"): that an end is near or has come, that too many seats are in use. */
export type Notice = DueNotice & {
  installationId: string;
  /** When billing saw that it was due; the same for every try to send it. */
  dueAt: Instant;
  appName: string;
  customerName: string;
  /** Names of the administrators to tell. */
  contacts: string[];
};

/**
 * Tells people. Called once for a notice, again only when a call threw or its worker died; installation and `key` tell a repeat.
 * Its numbers and names are those of the moment it is sent.
 */
export interface Notifier {
  /** @throws DeliveryRefusedError when trying again is of no use */
  send(notice: Notice): Promise<void>;
}

/** Tells the hosts' own servers what happened. Called once for an event, again only when a call threw or its worker died; in no order. */
export interface EventSink {
  /**
   * @param id the same for every try, and for nothing else
   * @throws DeliveryRefusedError when trying again is of no use
   */
  deliver(id: string, event: BillingEvent): Promise<void>;
}
