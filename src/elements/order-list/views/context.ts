import type { Order, OrderFilter, Role } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import type { OrderListStrings } from '../../../locales/order-list/strings.js';
import type { Format } from '../../../ui/format.js';
import type { ActionName } from '../../../locales/order-list/strings.js';
import type { HostAction } from '../host-actions.js';

/** What every view prints with. */
export interface ViewContext {
  t: OrderListStrings;
  format: Format;
}

/** What the views of orders offer. */
export interface OrderContext extends ViewContext {
  role: Role;
  /** Orders of several installations: each names its app and company. */
  several: boolean;
  /** The page on which something is done that is not done here, paying and renewing; null where the host gave none. */
  pageFor: (id: ActionName, order: Order) => string | null;
  /** `event` may be prevented, which keeps a link from being followed. */
  onAction: (id: ActionName, order: Order, event: Event) => void;
  onSelect: (orderId: string, event?: Event) => void;
  /** What the host offers for an order; nothing until that has loaded. */
  hostActions: (order: Order) => readonly HostAction[];
  onHostAction: (id: string, order: Order) => void;
}

/** What a row is drawn with. */
export interface RowContext extends OrderContext {
  /** The order whose details are open. */
  selected: string | null;
  /** The order whose menu is open. */
  menuOf: string | null;
  /** `button` is what it opens beside. */
  onMenu: (order: Order, button: HTMLElement) => void;
}

export interface FilterContext extends ViewContext {
  filter: OrderFilter;
  /** ISO 4217; what amounts are read in. */
  currency: string;
  /** The backend's clock. */
  now: Instant;
  onFilter: (filter: OrderFilter) => void;
}
