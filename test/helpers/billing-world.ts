import { createLocalStore } from '../../src/backends/local/store/local-store.js';
import type { Database } from '../../src/backends/local/store/tables.js';
import { createMemoryDatabase } from '../../src/backends/local/store/memory-database.js';
import {
  createBilling,
  type Billing,
  type BillingCalls,
  type EventSink,
  type Ids,
  type Notice,
  type Notifier,
  type Principal,
  type Store,
} from '../../src/billing/index.js';
import {
  isBackendError,
  type BackendError,
  type BillingEvent,
  type Order,
  type Role,
} from '../../src/contract/index.js';
import { DAY_MS, type Instant, type Policy, type QuoteRequest } from '../../src/domain/index.js';
import { FakeGateway } from './fake-gateway.js';

export const APP = 'installation-1';
export const START: Instant = '2026-03-01T08:00:00.000Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = DAY_MS;

/** ¥120 for a seat and year; 15 days of trial and 7 more. */
export const POLICY: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: null,
  seatLimits: null,
  priceCap: null,
  expansion: 'new-term',
};

/** Billing over the memory store, with a clock, a gateway and people that a test moves. */
export class World {
  now: Instant = START;
  readonly gateway = new FakeGateway();
  readonly sent: Notice[] = [];
  readonly events: (BillingEvent & { id: string })[] = [];
  /** What the event sink throws, while it is not null. */
  sinkFailure: Error | null = null;
  /** Each call of the notifier fails while this is above 0. */
  notifierFailures = 0;
  readonly store: Store;
  readonly billing: Billing;
  readonly provider: BillingCalls;
  readonly administrator: BillingCalls;
  readonly member: BillingCalls;
  readonly operator: BillingCalls;
  private keys = 0;

  /** @param told whom to tell instead of this world */
  constructor(database: Database = createMemoryDatabase(), told?: Notifier & EventSink) {
    this.store = createLocalStore(database, () => undefined);
    this.billing = createBilling({
      store: this.store,
      gateway: this.gateway,
      clock: { now: () => this.now },
      notifier: told ?? { send: (notice) => this.send(notice) },
      events: told ?? { deliver: (id, event) => this.deliver(id, event) },
      ids: countingIds(),
    });
    this.provider = this.as('provider');
    this.administrator = this.as('administrator');
    this.member = this.as('member');
    this.operator = this.as('operator');
  }

  as(role: Role, installations: Principal['installations'] = 'all'): BillingCalls {
    return this.billing.as({ role, userId: `${role}-1`, userName: `A ${role}`, installations });
  }

  /** A key nobody used before. */
  key(): string {
    return `key-${String(++this.keys).padStart(6, '0')}`;
  }

  advance(ms: number): void {
    this.now = new Date(Date.parse(this.now) + ms).toISOString();
  }

  /** Lets time pass with a worker that comes by whenever something is due. */
  async pass(ms: number): Promise<void> {
    const end = Date.parse(this.now) + ms;
    for (;;) {
      const due = await this.billing.work();
      if (due === null || Date.parse(due) > end) break;
      if (Date.parse(due) > Date.parse(this.now)) this.now = due;
    }
    this.now = new Date(end).toISOString();
    await this.billing.work();
  }

  async create(id = APP, facts: Parameters<Billing['installations']['setPlatformFacts']>[1] = {}) {
    return this.billing.installations.create(id, {
      appName: 'Field Notes',
      providerName: 'Acme Software',
      customerName: 'Blue River Ltd',
      contacts: ['Wang Fang'],
      merchantAccountOpened: true,
      customerAuthorized: true,
      seatsInUse: null,
      ...facts,
    });
  }

  /** Up to the launch. */
  async launch(policy: Policy = POLICY, id = APP): Promise<void> {
    await this.create(id);
    await this.provider.publishPolicy(id, { policy, baseVersion: null });
    await this.provider.submit(id);
    await this.provider.launch(id);
  }

  /** An order at the price of this moment. */
  async order(request: QuoteRequest, acceptForfeit = false, id = APP): Promise<Order> {
    const quote = await this.administrator.quote(id, request);
    const key = this.key();
    return this.administrator.createOrder(id, { request, quote, acceptForfeit, key });
  }

  /** Starts a payment and gives the number the gateway knows it by. */
  async pending(
    order: Order,
    method: 'wechat' | 'bank-transfer' = 'wechat',
    environment: 'desktop' | 'mobile' | 'wechat' = 'desktop',
  ): Promise<string> {
    await this.administrator.startPayment(order.id, { method, environment, key: this.key() });
    return this.numberOf(order.id);
  }

  /** The number of the newest attempt. */
  async numberOf(orderId: string): Promise<string> {
    const { payments } = await this.administrator.order(orderId);
    const { number } = payments.at(-1)!;
    return number;
  }

  /** The payer pays, and the gateway tells of it. */
  async pay(order: Order): Promise<Order> {
    const number = await this.pending(order);
    await this.notify(number, this.gateway.pay(number, this.now));
    return this.administrator.order(order.id);
  }

  notify(number: string, payment = this.gateway.payments.get(number)!): Promise<void> {
    return this.billing.handleNotification({ type: 'payment', number, payment });
  }

  /** Ordered and paid. */
  async bought(request: QuoteRequest, acceptForfeit = false): Promise<Order> {
    return this.pay(await this.order(request, acceptForfeit));
  }

  /** Asked for, approved, and the gateway has returned the money. */
  async refunded(order: Order): Promise<Order> {
    await this.administrator.requestRefund(order.id, { reason: 'changed plans', key: this.key() });
    await this.provider.decideRefund(order.id, { decision: 'approve' });
    this.gateway.nextRefund = { state: 'succeeded', refundedAt: this.now };
    await this.billing.work();
    return this.administrator.order(order.id);
  }

  async segments(id = APP) {
    const { subscription } = await this.administrator.installation(id);
    return subscription!.segments;
  }

  private deliver(id: string, event: BillingEvent): Promise<void> {
    if (this.sinkFailure) return Promise.reject(this.sinkFailure);
    this.events.push({ id, ...event });
    return Promise.resolve();
  }

  private send(notice: Notice): Promise<void> {
    if (this.notifierFailures > 0) {
      this.notifierFailures -= 1;
      return Promise.reject(new Error('mail server is down'));
    }
    this.sent.push(notice);
    return Promise.resolve();
  }
}

/** The error a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<BackendError> {
  const outcome: unknown = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (!isBackendError(outcome)) {
    throw new Error(`Not refused with a BackendError: ${JSON.stringify(outcome)}`, {
      cause: outcome,
    });
  }
  return outcome;
}

function countingIds(): Ids {
  let count = 0;
  return { next: (kind) => `${kind}-${String(++count).padStart(5, '0')}` };
}
