import type { Order } from '../../contract/index.js';
import type { SeatkitElement } from '../../ui/seatkit-element.js';
import { importPart } from '../../ui/import-part.js';
import type { PaymentDesk } from './payment/desk.js';
import type { Arrival, PaymentFlow, PaymentFlowOptions } from './payment/payment-flow.js';

/** The part of the form that takes payments: fetched when there is something to buy, so that it is there when somebody does. */
export class PaymentPart {
  desk: PaymentDesk | null = null;
  /** It could not be fetched. */
  failed = false;

  readonly #host: SeatkitElement;
  readonly #options: PaymentFlowOptions;
  #fetching: Promise<typeof PaymentDesk> | null = null;
  /** An order that came before the part did. */
  #waiting: Order | null = null;

  constructor(host: SeatkitElement, options: PaymentFlowOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The order in hand. */
  get order(): Order | null {
    return this.desk?.flow.order ?? this.#waiting;
  }

  get flow(): PaymentFlow | null {
    return this.desk?.flow ?? null;
  }

  /** Fetches the part and its words ahead of time; that it fails now matters only once there is an order. */
  prepare(): void {
    this.#fetch()
      .then((Desk) => Desk.prepare(this.#host))
      .catch(() => undefined);
  }

  /** Takes an order in hand. Resolves to the flow, or null when it cannot be fetched or the order was left meanwhile. */
  async adopt(order: Order, arrival: Arrival): Promise<PaymentFlow | null> {
    this.#waiting = order;
    this.failed = false;
    this.#host.requestUpdate();
    try {
      const { flow } = await this.open();
      if (this.#waiting !== order) return null;
      flow.adopt(order, arrival);
      this.#waiting = null;
      return flow;
    } catch (error) {
      this.failed = true;
      this.#host.reportError(error);
      this.#host.requestUpdate();
      return null;
    }
  }

  /** Lets go of the order; the form is free for another. */
  leave(): void {
    this.#waiting = null;
    this.failed = false;
    this.desk?.flow.leave();
    this.#host.requestUpdate();
  }

  /** Makes the desk. Most who look at a price do not order: there is none before it is needed. */
  async open(): Promise<PaymentDesk> {
    const Desk = await this.#fetch();
    this.#host.requestUpdate();
    return (this.desk ??= new Desk(this.#host, this.#options));
  }

  async #fetch(): Promise<typeof PaymentDesk> {
    this.#fetching ??= importPart(() => import('./payment/desk.js')).then(
      (module) => module.PaymentDesk,
    );
    try {
      return await this.#fetching;
    } catch (error) {
      this.#fetching = null;
      throw error;
    }
  }
}
