import type { Clock, EventSink, Ids, Notifier, PaymentGateway, Store } from './ports.js';
import type { Principal } from './principal.js';

/** The surroundings of a use case. */
export interface Ports {
  store: Store;
  gateway: PaymentGateway;
  clock: Clock;
  notifier: Notifier;
  /** null where nobody listens. */
  events: EventSink | null;
  ids: Ids;
}

/** A use case's surroundings, and who asks. Rights by role have been checked; what is visible has not. */
export interface Asked extends Ports {
  principal: Principal;
}
