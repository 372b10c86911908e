import type { ReactiveController } from 'lit';
import type { BillingBackend, Order } from '../../../contract/index.js';
import { withDeadline } from '../../../ui/deadline.js';
import { loadOrder } from '../../../ui/load-order.js';
import type { CallHost } from '../../../ui/remote.js';
import { PollLoop, transferPace, walletPace } from './poll-loop.js';

export interface OrderWatchOptions {
  backend: () => BillingBackend | null;
  onOrder: (order: Order) => void;
}

/** Moments at which much may have happened since the page last asked. */
const PAGE_EVENTS = ['pageshow', 'online', 'offline', 'focus'] as const;

/**
 * Asks the backend how an order stands until somebody says enough: not while the page is hidden, at once when it is seen again. That nothing can
 * be learned is {@link unknown}, which is no failure of the payment.
 */
export class OrderWatch implements ReactiveController {
  /** The last question was not answered: the payment may have gone through or not. */
  unknown = false;
  /** Somebody asked to look now, and the answer is not there yet. */
  checking = false;

  readonly #host: CallHost;
  readonly #options: OrderWatchOptions;
  readonly #loop: PollLoop;
  #orderId: string | null = null;
  #slow = false;
  #leaving = new AbortController();

  constructor(host: CallHost, options: OrderWatchOptions) {
    this.#host = host;
    this.#options = options;
    this.#loop = new PollLoop({
      ask: () => this.#ask(),
      pace: (elapsed) => (this.#slow ? transferPace : walletPace)(elapsed),
    });
    host.addController(this);
  }

  /** Watches `order` from now on; the pace follows how it is paid. */
  begin(order: Order): void {
    this.#slow = order.method === 'bank-transfer';
    if (this.#orderId === order.id) return;
    this.#orderId = order.id;
    this.unknown = false;
    this.#loop.start({ wait: true });
  }

  end(): void {
    this.#orderId = null;
    this.unknown = false;
    this.checking = false;
    this.#loop.stop();
  }

  /** Something may have changed: asks without waiting for the turn. */
  hint(): void {
    this.#loop.askNow();
  }

  /** The buyer wants to know now. */
  check(): void {
    this.checking = true;
    this.#host.requestUpdate();
    this.#loop.askNow();
  }

  /** The last question was not answered, and the device itself has no network. */
  get offline(): boolean {
    return this.unknown && !navigator.onLine;
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
    document.addEventListener('visibilitychange', this.#onVisibility);
    for (const name of PAGE_EVENTS) window.addEventListener(name, this.#onPage);
    this.#onVisibility();
    if (this.#orderId !== null) this.#loop.start();
  }

  hostDisconnected(): void {
    this.#leaving.abort();
    this.#loop.stop();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const name of PAGE_EVENTS) window.removeEventListener(name, this.#onPage);
  }

  readonly #onVisibility = () => {
    if (document.hidden) this.#loop.pause();
    else this.#loop.resume();
  };

  readonly #onPage = () => this.#loop.askNow();

  async #ask(): Promise<void> {
    const id = this.#orderId;
    const backend = this.#options.backend();
    if (id === null || !backend) return;
    const { signal } = this.#leaving;
    try {
      const order = await withDeadline(
        (inner) => loadOrder(backend, id, { signal: inner }),
        signal,
      );
      if (this.#orderId !== id) return;
      this.unknown = false;
      this.#options.onOrder(order);
    } catch (error) {
      if (signal.aborted || this.#orderId !== id) return;
      if (!this.unknown) this.#host.reportError(error);
      this.unknown = true;
      throw error;
    } finally {
      this.checking = false;
      this.#host.requestUpdate();
    }
  }
}
