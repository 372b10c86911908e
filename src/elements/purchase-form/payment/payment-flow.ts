import type { ReactiveController } from 'lit';
import {
  BackendError,
  toBackendError,
  type BillingBackend,
  type Order,
  type PaymentAction,
} from '../../../contract/index.js';
import { isOrder, isPaymentAction } from '../../../contract/guards.js';
import type { Instant, PaymentEnvironment, PaymentMethod } from '../../../domain/index.js';
import { Action } from '../../../ui/action.js';
import { withDeadline } from '../../../ui/deadline.js';
import { AttemptKeys } from '../../../ui/idempotency-key.js';
import { loadOrder, requireOrder } from '../../../ui/load-order.js';
import type { CallHost } from '../../../ui/remote.js';
import { AuthorizeTrip } from './authorize-trip.js';
import { OrderWatch } from './order-watch.js';
import {
  amountDiffers,
  isOver,
  openAttempt,
  stageOnReturn,
  type PaymentStage,
} from './payment-stage.js';
import { returnUrl, safePaymentUrl } from './safe-navigation.js';
import { payInWallet } from './wechat-bridge.js';

/** How the form came by an order. */
export type Arrival = 'placed' | 'resumed' | 'conflict';

export interface PaymentFlowOptions {
  backend: () => BillingBackend | null;
  environment: () => PaymentEnvironment;
  now: () => Instant;
  /** The order has another status than the form knew, or is another one. */
  onMoved: (order: Order, before: Order | null) => void;
}

/** How a page learns that somebody came back to it. */
const RETURNS = ['hashchange', 'pageshow'] as const;

/** Milliseconds between questions after an authorisation: the wallet's word may reach the backend later than the payer does. */
const WORD_ARRIVES_AFTER = [250, 1000, 2000];

interface StartOptions {
  /** Another attempt though one is open: a fresh code. */
  renew?: boolean;
  /** The payer just comes from saying who they are, and is not sent there again. */
  authorized?: boolean;
}

/** Takes one order from pending to its end: starts payments, watches, cancels. What is paid, only the backend says. */
export class PaymentFlow implements ReactiveController {
  order: Order | null = null;
  stage: PaymentStage = { step: 'ready', returned: false };
  arrival: Arrival = 'placed';
  /** What was to be paid before a provider lowered it, in minor units. */
  loweredFrom: number | null = null;
  readonly watch: OrderWatch;
  readonly cancelling: Action<[orderId: string], Order>;

  readonly #host: CallHost;
  readonly #options: PaymentFlowOptions;
  readonly #trip = new AuthorizeTrip();
  #starting: Promise<void> | null = null;
  #leaving = new AbortController();

  constructor(host: CallHost, options: PaymentFlowOptions) {
    this.#host = host;
    this.#options = options;
    this.watch = new OrderWatch(host, {
      backend: options.backend,
      onOrder: (order) => this.#take(order),
    });
    this.cancelling = new Action(host, async (call, orderId) => {
      const answer = await requireBackend(options.backend()).cancelOrder(orderId, call);
      const order = requireOrder(answer, orderId);
      if (order.status === 'pending') throw new BackendError('invalid-response');
      return order;
    });
    host.addController(this);
  }

  /** Shows `order` and watches it while it is pending. A payer who comes back from saying who they are goes on at once. */
  adopt(order: Order, arrival: Arrival): void {
    const before = this.order;
    const { environment, now } = this.#options;
    if (before?.id !== order.id) this.#starting = null;
    this.order = order;
    this.arrival = arrival;
    this.loweredFrom = null;
    this.stage = stageOnReturn(order, environment(), now());
    this.cancelling.error = undefined;
    this.#follow(order, before);
    if (order.status === 'pending' && this.#trip.isBackFor(order.id)) {
      void this.start('wechat', { authorized: true });
    }
  }

  /** Forgets the order; the form is free for another. */
  leave(): void {
    this.order = null;
    this.#starting = null;
    this.stage = { step: 'ready', returned: false };
    this.watch.end();
    this.#host.requestUpdate();
  }

  /** Starts the payment, or starts it again; while it is being started a second call changes nothing. */
  start(method: PaymentMethod, options: StartOptions = {}): Promise<void> {
    if (this.#starting) return this.#starting;
    const starting = this.#start(method, options).finally(() => {
      if (this.#starting === starting) this.#starting = null;
      this.#host.requestUpdate();
    });
    this.#starting = starting;
    return starting;
  }

  /** Opens the wallet again with what it already got. */
  reopenWallet(): void {
    if (this.stage.step === 'wallet' && this.stage.answer !== null)
      this.#openWallet(this.stage.action);
  }

  async cancel(): Promise<Order | undefined> {
    const { order } = this;
    if (order?.status !== 'pending') return undefined;
    const answer = await this.cancelling.run(order.id);
    if (answer) this.#take(answer);
    else this.#doubt(this.cancelling.error);
    return answer;
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
    for (const name of RETURNS) addEventListener(name, this.#onReturn);
  }

  hostDisconnected(): void {
    this.#leaving.abort();
    for (const name of RETURNS) removeEventListener(name, this.#onReturn);
  }

  /** Back from the authorisation without a reload. */
  readonly #onReturn = (): void => {
    const { order, stage } = this;
    if (order?.status !== 'pending' || stage.step !== 'leaving') return;
    if (stage.action.type !== 'authorize' || !this.#trip.isBackFor(order.id)) return;
    void this.start('wechat', { authorized: true });
  };

  async #start(
    method: PaymentMethod,
    { renew = false, authorized = false }: StartOptions,
  ): Promise<void> {
    const { order } = this;
    if (order?.status !== 'pending') return;
    this.#show({ step: 'starting', method });
    const { signal } = this.#leaving;
    try {
      let action = await withDeadline((inner) => this.#ask(order, method, renew, inner), signal);
      for (const pause of authorized ? WORD_ARRIVES_AFTER : []) {
        if (action.type !== 'authorize') break;
        await wait(pause);
        action = await withDeadline((inner) => this.#ask(order, method, false, inner), signal);
      }
      if (this.order?.id === order.id) this.#perform(action, order, authorized);
    } catch (error) {
      if (this.order?.id !== order.id) return;
      if (signal.aborted) this.#show({ step: 'ready', returned: false });
      else this.#fail(toBackendError(error), method);
    }
  }

  /** A key whose attempt was closed or has run out is of no more use: once more with another. */
  async #ask(
    order: Order,
    method: PaymentMethod,
    renew: boolean,
    signal: AbortSignal,
  ): Promise<PaymentAction> {
    const keys = new AttemptKeys(`payment:${order.id}`);
    if (renew) keys.clear();
    try {
      const action = await this.#request(order, method, keys, signal);
      const spent = 'expiresAt' in action && isOver(action.expiresAt, this.#options.now());
      if (!spent || renew) return action;
    } catch (error) {
      if (renew || toBackendError(error).data.reason !== 'key-reused') throw error;
    }
    keys.clear();
    return this.#request(order, method, keys, signal);
  }

  async #request(
    order: Order,
    method: PaymentMethod,
    keys: AttemptKeys,
    signal: AbortSignal,
  ): Promise<PaymentAction> {
    const { backend } = this.#options;
    const attempt = { method, environment: this.#options.environment() };
    const back = returnUrl();
    const action = await requireBackend(backend()).startPayment(
      order.id,
      {
        ...attempt,
        key: keys.keyFor(attempt),
        ...(back === undefined ? {} : { returnUrl: back }),
      },
      { signal },
    );
    if (!isPaymentAction(action) || amountDiffers(action, order)) {
      throw new BackendError('invalid-response');
    }
    return action;
  }

  #fail(error: BackendError, method: PaymentMethod): void {
    this.#show({ step: 'failed', method, error });
    this.#host.reportError(error);
    this.#doubt(error);
  }

  /** A refusal may say how the order stands; else it is asked. */
  #doubt(error: BackendError | undefined): void {
    const { order } = error?.data ?? {};
    if (isOrder(order)) this.#take(order);
    this.watch.hint();
  }

  #perform(action: PaymentAction, order: Order, authorized: boolean): void {
    switch (action.type) {
      case 'qr':
        // Nobody can scan the screen they hold (SPEC §5).
        if (this.#options.environment() !== 'desktop') throw new BackendError('invalid-response');
        this.#show({ step: 'shown', action });
        break;
      case 'bank-transfer':
        this.#show({ step: 'shown', action });
        break;
      case 'jsapi':
        this.#openWallet(action);
        break;
      case 'authorize':
        this.#show({ step: 'leaving', action });
        this.#trip.begin(order.id);
        if (!authorized) leaveFor(action.url);
        break;
      case 'redirect':
        this.#show({ step: 'leaving', action });
        leaveFor(action.url);
        break;
      case 'none':
        this.#show({ step: 'ready', returned: false });
        this.watch.hint();
        break;
    }
  }

  #openWallet(action: Extract<PaymentAction, { type: 'jsapi' }>): void {
    const stage = { step: 'wallet', action, answer: null } as const;
    this.#show(stage);
    void payInWallet(action.parameters).then((answer) => {
      if (this.stage === stage) this.#show({ ...stage, answer });
      this.watch.hint();
    });
  }

  /** An answer about the order, from whichever question; those that come late change nothing. */
  #take(order: Order): void {
    const before = this.order;
    if (before?.id !== order.id || (before.status !== 'pending' && order.status === 'pending'))
      return;
    this.order = order;
    const shown =
      'action' in this.stage && 'attemptId' in this.stage.action
        ? this.stage.action.attemptId
        : null;
    const closed = order.payments.find((attempt) => attempt.id === shown);
    // Another tab may have begun a payment, or replaced the one that is shown here.
    if (this.stage.step === 'ready' || (closed && openAttempt(order)?.id !== shown)) {
      this.stage = stageOnReturn(order, this.#options.environment(), this.#options.now());
    }
    this.#follow(order, before);
  }

  #follow(order: Order, before: Order | null): void {
    if (order.status === 'pending') this.watch.begin(order);
    else this.watch.end();
    if (order.id !== before?.id || order.status !== before.status) {
      this.#options.onMoved(order, before);
    }
    if (order.status === 'replaced' && order.replacedByOrderId !== null) {
      void this.#adoptReplacement(order, order.replacedByOrderId);
    }
    this.#host.requestUpdate();
  }

  async #adoptReplacement(old: Order, id: string): Promise<void> {
    const { signal } = this.#leaving;
    try {
      const order = await withDeadline(
        (inner) => loadOrder(requireBackend(this.#options.backend()), id, { signal: inner }),
        signal,
      );
      if (this.order?.id !== old.id) return;
      this.adopt(order, 'resumed');
      this.loweredFrom = old.quote.payable;
    } catch (error) {
      if (!signal.aborted) this.#host.reportError(error);
    }
  }

  #show(stage: PaymentStage): void {
    this.stage = stage;
    this.#host.requestUpdate();
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function leaveFor(url: string): void {
  const safe = safePaymentUrl(url);
  if (safe !== null) location.assign(safe);
}

function requireBackend(backend: BillingBackend | null): BillingBackend {
  if (!backend) throw new BackendError('unavailable');
  return backend;
}
