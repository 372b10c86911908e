import type { Order } from '../../contract/index.js';
import type { Quote, QuoteRequest } from '../../domain/index.js';

/** An order is about to be made. */
export interface OrderSubmitDetail {
  request: QuoteRequest;
  /** What the page shows; the backend charges this or refuses. */
  quote: Quote;
}

export interface OrderDetail {
  order: Order;
}

/** The price differs from the one that was shown. */
export interface QuoteChangedDetail {
  before: Quote;
  after: Quote;
}

declare global {
  interface HTMLElementEventMap {
    'order-submit': CustomEvent<OrderSubmitDetail>;
    'order-created': CustomEvent<OrderDetail>;
    'order-resumed': CustomEvent<OrderDetail>;
    'order-paid': CustomEvent<OrderDetail>;
    'order-cancelled': CustomEvent<OrderDetail>;
    'quote-changed': CustomEvent<QuoteChangedDetail>;
  }
}
