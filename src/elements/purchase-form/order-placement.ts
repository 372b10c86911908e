import {
  BackendError,
  type BillingBackend,
  type CreateOrderInput,
  type Order,
} from '../../contract/index.js';
import { isOrder, isQuote } from '../../contract/guards.js';
import type { Quote, QuoteRequest } from '../../domain/index.js';
import { Action } from '../../ui/action.js';
import type { CallHost } from '../../ui/remote.js';
import { OrderAttempt, type OrderDraft } from './order-attempt.js';

/** A quote that was refused because it is not what the backend computes, and the one that is. */
export interface QuoteChange {
  request: QuoteRequest;
  before: Quote;
  after: Quote;
}

export interface OrderPlacementOptions {
  backend: () => BillingBackend | null;
  onPlaced: (order: Order) => void;
  /** Another order waits for payment already; null where the backend did not say which. */
  onConflict: (order: Order | null) => void;
  onQuoteChanged: (change: QuoteChange) => void;
  /** Something the page believed is no longer so, or an answer was lost. */
  onOutdated: () => void;
}

/** Turns the quote on the page into an order, once however often it is tried, or says what stands in the way. */
export class OrderPlacement {
  /** The price differs from the one that was shown; waits for a decision. */
  change: QuoteChange | null = null;
  /** What was sent and never answered: an order may have been made of it. */
  unanswered: CreateOrderInput | null = null;

  readonly #options: OrderPlacementOptions;
  readonly #create: Action<[installationId: string, input: CreateOrderInput], Order>;
  readonly #host: CallHost;
  readonly #attempt = new OrderAttempt();

  constructor(host: CallHost, options: OrderPlacementOptions) {
    this.#host = host;
    this.#options = options;
    this.#create = new Action(host, async (call, installationId, input) => {
      const backend = options.backend();
      if (!backend) throw new BackendError('unavailable');
      const order = await backend.createOrder(installationId, input, call);
      if (!isOrder(order) || !isFor(order, installationId, input)) {
        throw new BackendError('invalid-response');
      }
      return order;
    });
  }

  get pending(): boolean {
    return this.#create.pending;
  }

  /** Why the last try failed, where it was not something the form deals with in its own way. */
  get error(): BackendError | undefined {
    return this.change ? undefined : this.#create.error;
  }

  /** Sends the order; while one is under way nothing more is sent. */
  async place(installationId: string, draft: OrderDraft): Promise<void> {
    if (this.pending) return;
    const input = this.#attempt.inputFor(installationId, draft);
    const order = await this.#create.run(installationId, input);
    if (order || this.#create.error) this.change = null;
    this.unanswered = this.#create.error?.retryable ? input : null;
    if (order) this.#options.onPlaced(order);
    else if (this.#create.error) this.#refused(this.#create.error, installationId, draft);
  }

  /** There is an order: whatever was tried for it is over. */
  settle(installationId: string): void {
    this.#attempt.clear(installationId);
    this.unanswered = null;
    this.dismiss();
  }

  /** Both prices cannot be shown: the error says what happened. */
  withdrawChange(): void {
    this.change = null;
    this.#host.requestUpdate();
  }

  /** Back to what was typed, without ordering. */
  dismiss(): void {
    this.change = null;
    this.#create.clear();
  }

  #refused({ code, data }: BackendError, installationId: string, draft: OrderDraft): void {
    const { onConflict, onOutdated, onQuoteChanged } = this.#options;
    if ((code === 'quote-changed' || code === 'forfeit-not-accepted') && isQuote(data.quote)) {
      this.change = { request: draft.request, before: draft.quote, after: data.quote };
      this.#host.requestUpdate();
      onQuoteChanged(this.change);
      onOutdated();
    } else if (data.reason === 'order-pending') {
      onConflict(isOrder(data.order) ? data.order : null);
    } else {
      if (data.reason === 'key-reused') this.#attempt.clear(installationId);
      onOutdated();
    }
  }
}

/** Whether the order is the one that was asked for: nobody pays for another. */
export function isFor(order: Order, installationId: string, { quote }: CreateOrderInput): boolean {
  const { kind, seats, cycles, payable } = order.quote;
  return (
    order.installationId === installationId &&
    kind === quote.kind &&
    seats === quote.seats &&
    cycles === quote.cycles &&
    payable === quote.payable
  );
}
