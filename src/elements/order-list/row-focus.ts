import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Order } from '../../contract/index.js';

const CONTROLS = 'button, a';

/** Rows that Page Up and Page Down go by. */
const LEAP = 10;

type RowHost = ReactiveControllerHost & {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** All rows that have come, drawn or not. */
  readonly knownOrders: readonly Order[];
};

/** A row to draw; without an order while that has not come. */
export interface RowSlot {
  index: number;
  order: Order | undefined;
}

/** `aria-rowindex` of the first; before it is the head. */
export const FIRST_ROW = 2;

/** Which row the keys lead to, by its place; null for a key that leads nowhere. */
export function rowAfter(key: string, index: number, count: number): number | null {
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + LEAP,
    PageUp: index - LEAP,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

/**
 * The keyboard of a list of rows: one row is in the tab order, with its buttons; arrows, Home, End and Page lead to others, left and right
 * to the buttons within. Rows are known by `data-order`, so that the place stays when the list changes around it.
 */
export class RowFocus implements ReactiveController {
  readonly #host: RowHost;
  readonly #open: (orderId: string, event: Event) => void;
  #active: string | null = null;
  #index = -1;

  constructor(host: RowHost, open: (orderId: string, event: Event) => void) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostUpdated(): void {
    const rows = this.#rows;
    const active = rows.find((row) => row.dataset.order === this.#active) ?? rows[0];
    for (const row of rows) setTabbable(row, row === active);
  }

  /** The place of the row in the tab order, which has to be drawn wherever it is; -1 when there is none. */
  activeIndex(orders: readonly Order[]): number {
    if (this.#active === null) return -1;
    if (orders[this.#index]?.id !== this.#active) {
      this.#index = orders.findIndex(({ id }) => id === this.#active);
    }
    return this.#index;
  }

  /** Focuses the row of an order, where it is in the list; one that is not drawn, as soon as it is. */
  focus(orderId: string): void {
    const find = () => this.#rows.find(({ dataset }) => dataset.order === orderId);
    const row = find();
    if (row) {
      row.focus();
      return;
    }
    this.#active = orderId;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const drawn = find();
      drawn?.focus({ preventScroll: true });
      // At once, where some engines would only get there later.
      drawn?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly onFocusin = (event: FocusEvent): void => {
    const row = rowOf(event);
    if (!row || row.dataset.order === this.#active) return;
    this.#active = row.dataset.order ?? null;
    this.hostUpdated();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const row = rowOf(event);
    if (!row || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.#moved(row, event) || this.#within(row, event)) event.preventDefault();
  };

  get #rows(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('tr[data-order]')];
  }

  #moved(row: HTMLElement, { key }: KeyboardEvent): boolean {
    const { knownOrders } = this.#host;
    const index = Number(row.getAttribute('aria-rowindex')) - FIRST_ROW;
    const to = rowAfter(key, index, knownOrders.length);
    if (to === null) return false;
    const order = knownOrders[to];
    if (order) this.focus(order.id);
    return true;
  }

  #within(row: HTMLElement, event: KeyboardEvent): boolean {
    const { key, target } = event;
    const stops = [row, ...row.querySelectorAll<HTMLElement>(CONTROLS)];
    const at = stops.indexOf(target as HTMLElement);
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      stops[Math.min(Math.max(at + (key === 'ArrowRight' ? 1 : -1), 0), stops.length - 1)]?.focus();
      return true;
    }
    if ((key !== 'Enter' && key !== ' ') || target !== row) return false;
    this.#open(row.dataset.order ?? '', event);
    return true;
  }
}

function rowOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>('tr[data-order]');
}

function setTabbable(row: HTMLElement, tabbable: boolean): void {
  for (const stop of [row, ...row.querySelectorAll<HTMLElement>(CONTROLS)]) {
    const tabIndex = tabbable ? 0 : -1;
    if (stop.tabIndex !== tabIndex) stop.tabIndex = tabIndex;
  }
}
