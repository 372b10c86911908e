import type { Order } from '../../contract/index.js';
import type { OrderKind, PaymentEnvironment, PaymentMethod, Segment } from '../../domain/index.js';
import { Remote } from '../../ui/remote.js';
import type { SeatkitElement } from '../../ui/seatkit-element.js';
import { ServerClock } from '../../ui/server-clock.js';
import { BackendWatch } from '../../ui/backend-watch.js';
import type { Composition, PricedFacts } from './composition.js';
import { DraftEditor, type Wish } from './draft-editor.js';
import { obstacleOf, segmentsOf, type PurchaseFacts } from './facts.js';
import { forfeitOf } from './forfeit.js';
import { areFacts, loadFacts, type Known } from './load-facts.js';
import { OnlineWatch } from './online-watch.js';
import type { OrderDraft } from './order-attempt.js';
import { rememberOrder } from './order-in-hand.js';
import { OrderPlacement } from './order-placement.js';
import type { Arrival, PaymentFlow } from './payment/payment-flow.js';
import { PaymentPart } from './payment-part.js';

/** What the form shows at a time. */
export type Screen = 'waiting' | 'obstacle' | 'compose' | 'changed' | 'pay' | 'done' | 'ended';

/** What the checkout needs of the element around it. */
export interface CheckoutHost extends SeatkitElement, Wish {
  readonly currentEnvironment: PaymentEnvironment;
  readonly currentMethod: PaymentMethod;
  readonly hasOwnPayment: boolean;
}

/** How submitting went, as far as the page has to react. */
export type Submission = 'sent' | 'prevented' | 'busy' | 'not-accepted' | 'not-orderable';

/** The way from what may be bought to what is paid: joins the facts, the draft, the order and its payment. */
export class Checkout {
  readonly clock: ServerClock;
  readonly facts: Remote<PurchaseFacts, readonly [SeatkitElement['activeBackend'], string | null]>;
  readonly editor: DraftEditor;
  readonly placement: OrderPlacement;
  readonly payment: PaymentPart;
  /** The provider published other prices while the form was open. */
  repriced = false;

  readonly #host: CheckoutHost;
  #source: readonly unknown[] = [];
  #received: PurchaseFacts | undefined;
  /** What is on the page: the number in the button is the number that is sent. */
  #shown: Composition | null = null;
  /** The paid time when an order was last sent. */
  #sentOver: readonly Segment[] = [];

  constructor(host: CheckoutHost) {
    this.#host = host;
    const backend = () => host.activeBackend;
    this.clock = new ServerClock(host, () => this.refresh());
    this.editor = new DraftEditor(host);
    this.facts = new Remote(host, {
      args: () => [host.activeBackend, host.installationId || null] as const,
      load: ([from, id], call) => loadFacts(from, id, this.#known(), call),
      check: areFacts,
    });
    this.placement = new OrderPlacement(host, {
      backend,
      onPlaced: (order) => void this.#placed(order),
      onConflict: (order) => void this.#conflict(order),
      onQuoteChanged: ({ before, after }) => {
        host.emit('quote-changed', { before, after });
        this.payment.open().catch(() => this.placement.withdrawChange());
      },
      onOutdated: () => this.refresh(),
    });
    this.payment = new PaymentPart(host, {
      backend,
      environment: () => host.currentEnvironment,
      now: () => this.clock.now(),
      onMoved: (order, before) => this.#moved(order, before),
    });
    new OnlineWatch(host, () => {
      if (this.facts.error) this.refresh();
    });
    new BackendWatch(host, ({ orderId }) => {
      const { flow } = this.payment;
      if (orderId === undefined || orderId === flow?.order?.id) flow?.watch.hint();
      this.refresh();
    });
  }

  /** Takes in what has changed since the last update of the element. */
  update(): void {
    const { activeBackend, installationId } = this.#host;
    const source = [activeBackend, installationId];
    if (source.some((part, index) => part !== this.#source[index])) this.#begin(source);
    else this.#receive(this.facts.value);
  }

  get screen(): Screen {
    const { order } = this.payment;
    const facts = this.facts.value;
    if (!this.#host.activeBackend) return 'waiting';
    if (order && !this.payment.flow?.order) return 'waiting';
    if (order?.status === 'pending') return 'pay';
    if (order) return order.status === 'paid' ? 'done' : 'ended';
    if (!facts) return 'waiting';
    if (obstacleOf(facts)) return 'obstacle';
    return this.placement.change ? 'changed' : 'compose';
  }

  refresh(): void {
    void this.facts.refresh();
  }

  /** The order as it stands at this instant, remembered as what is shown. */
  compose(facts: PricedFacts): Composition {
    this.#shown = this.editor.compose(facts, this.#host, this.clock.now());
    return this.#shown;
  }

  chooseKind(kind: OrderKind): void {
    this.editor.chooseKind(kind);
    this.placement.dismiss();
  }

  /** Orders what is shown. Guarded here, not by the button alone. */
  submit(): Submission {
    const { request, quote } = this.#shown ?? {};
    if (!request || !quote) return 'not-orderable';
    return this.#send({ request, quote, acceptForfeit: forfeitOf(quote) !== null });
  }

  /** Orders at the price as it is now. */
  confirmChange(): Submission {
    const { change } = this.placement;
    if (!change) return 'not-orderable';
    const { after, request } = change;
    return this.#send({ request, quote: after, acceptForfeit: forfeitOf(after) !== null });
  }

  /** Cancels the pending order; `back`: to change it. Resolves to whether the order is still there to be cancelled. */
  async cancel(intent: 'back' | 'cancel'): Promise<boolean> {
    const order = await this.payment.flow?.cancel();
    if (!order) return this.payment.order?.status === 'pending';
    if (intent === 'back' && order.status === 'cancelled') this.orderAgain();
    return false;
  }

  /** Back to the form, with what was typed unless it has been bought. */
  orderAgain(): void {
    const { order } = this.payment;
    if (order?.status === 'paid') this.editor.reset();
    else if (order && !this.editor.touched) this.editor.recover(order.request);
    this.payment.leave();
    this.refresh();
  }

  /** Goes on with an order whose payment could not be shown. */
  resume(order: Order): void {
    void this.#adopt(order, 'resumed');
  }

  #send(draft: OrderDraft): Submission {
    if (this.placement.pending) return 'busy';
    if (!this.editor.hasAccepted(forfeitOf(draft.quote))) {
      this.editor.askForAcceptance();
      return 'not-accepted';
    }
    const { request, quote } = draft;
    if (!this.#host.emit('order-submit', { request, quote }, { cancelable: true })) {
      return 'prevented';
    }
    this.repriced = false;
    this.#sentOver = this.facts.value ? segmentsOf(this.facts.value) : [];
    void this.placement.place(this.#host.installationId, draft);
    return 'sent';
  }

  #known(): Known {
    return {
      heldOrderId: this.payment.order?.id ?? null,
      unanswered: this.placement.unanswered,
      segments: this.#sentOver,
    };
  }

  /** Another backend or installation: what was shown of the one before means nothing here. */
  #begin(source: readonly unknown[]): void {
    this.#source = source;
    this.#received = undefined;
    this.#shown = null;
    this.repriced = false;
    this.placement.dismiss();
    this.payment.leave();
    this.editor.reset();
  }

  #receive(facts: PurchaseFacts | undefined): void {
    if (!facts || facts === this.#received) return;
    const before = this.#received;
    this.#received = facts;
    this.clock.sync(facts.session.now);
    if (before && before.published?.version !== facts.published?.version) this.repriced = true;
    const { pending } = facts;
    if (facts.session.role === 'administrator') this.payment.prepare();
    if (!pending || this.payment.order || this.placement.pending) return;
    if (pending.status === 'paid' && this.placement.unanswered) {
      void this.#placed(pending);
      return;
    }
    if (this.editor.touched) return;
    if (pending.status === 'pending' || pending.status === 'paid')
      void this.#adopt(pending, 'resumed');
    else rememberOrder(pending.installationId, null);
  }

  async #placed(order: Order): Promise<void> {
    this.#host.emit('order-created', { order });
    if (!this.#isOurs(order)) return;
    const flow = await this.#adopt(order, 'placed');
    if (order.status !== 'pending' || this.#host.hasOwnPayment) return;
    void flow?.start(this.#host.currentMethod);
  }

  /** The order in the way comes first; what was typed waits behind it. */
  async #conflict(named: Order | null): Promise<void> {
    if (!named) await this.facts.refresh();
    const order = named ?? this.facts.value?.pending;
    if (order?.status === 'pending' && this.#isOurs(order)) await this.#adopt(order, 'conflict');
    else if (named) this.refresh();
  }

  /** The page may have moved on to another installation while an answer was on its way. */
  #isOurs({ installationId }: Order): boolean {
    return installationId === this.#host.installationId;
  }

  #adopt(order: Order, arrival: Arrival): Promise<PaymentFlow | null> {
    this.repriced = false;
    this.placement.settle(this.#host.installationId);
    rememberOrder(order.installationId, order.status === 'pending' ? order.id : null);
    if (arrival !== 'placed' && order.status === 'pending') {
      this.#host.emit('order-resumed', { order });
    }
    return this.payment.adopt(order, arrival);
  }

  #moved(order: Order, before: Order | null): void {
    if (order.status !== 'pending') rememberOrder(order.installationId, null);
    if (order.status === 'paid') this.#host.emit('order-paid', { order });
    else if (order.status === 'cancelled') this.#host.emit('order-cancelled', { order });
    if (before) this.refresh();
  }
}
