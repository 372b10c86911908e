import type { Order } from '../../contract/index.js';
import { FIRST_ROW, type RowBody } from './row-body.js';

const CONTROLS = 'button, a';

/** Rows that Page Up and Page Down go by. */
const LEAP = 10;

interface RowHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** All rows that have come, drawn or not. */
  readonly knownOrders: readonly Order[];
}

/** A place in the grid: a row as a whole, or something in one of its cells. */
interface Spot {
  /** null for the row itself. */
  cell: number | null;
  /** Which of the buttons and links in the cell. */
  control: number;
}

/** Which row the keys lead to, by its place, the head being -1; null for a key that leads to no other. */
export function rowAfter(key: string, index: number, count: number): number | null {
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + LEAP,
    PageUp: Math.max(index - LEAP, 0),
  }[key];
  return to === undefined ? null : Math.min(Math.max(to, -1), count - 1);
}

/**
 * The keyboard of a grid, as the ARIA authoring practices describe it. One thing in it is in the tab order: a row, a cell, or what stands
 * in it. Up, down and the page keys lead to other rows, in the same column; left, right, Home and End within the row; with Ctrl, Home
 * and End lead to the first and the last of all rows, drawn or not. The place is an order's, so that it stays when the list changes around it.
 */
export class RowFocus {
  /** How many rows there are, come or not. */
  count: () => number;

  readonly #host: RowHost;
  readonly #body: RowBody;
  readonly #open: (orderId: string, event: Event) => void;
  #active: string | null = null;
  #index = -1;
  /** What is in the tab order. */
  #stop: HTMLElement | undefined;

  constructor(host: RowHost, body: RowBody, open: (orderId: string, event: Event) => void) {
    this.#host = host;
    this.#body = body;
    this.#open = open;
    this.count = () => host.knownOrders.length;
    body.onDrawn = (lost) => this.#settle(lost);
  }

  /** The place of the row in the tab order, which has to be drawn wherever it is; -1 when there is none. */
  activeIndex(): number {
    const { knownOrders } = this.#host;
    // It was waited for, and may have come.
    if (this.#active === null) this.#active = knownOrders[this.#index]?.id ?? null;
    else if (knownOrders[this.#index]?.id !== this.#active) {
      this.#index = knownOrders.findIndex(({ id }) => id === this.#active);
    }
    return this.#index < this.count() ? this.#index : -1;
  }

  /** Focuses the row of an order, where it is in the list, drawn or not. */
  focus(orderId: string): void {
    const index = this.#host.knownOrders.findIndex(({ id }) => id === orderId);
    if (index >= 0) this.#focusAt(index, { cell: null, control: 0 });
  }

  readonly onFocusin = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr');
    if (!row) return;
    this.#setStop(target);
    if (row.matches('.head')) return;
    this.#active = row.dataset.order ?? null;
    this.#index = indexOf(row);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr');
    if (!row || event.defaultPrevented || event.altKey || event.shiftKey) return;
    const toEnd = event.ctrlKey || event.metaKey;
    const led = toEnd ? this.#toEnds(row, event) : this.#toRow(row, event) || within(row, event);
    if (led || (!toEnd && this.#opened(row, event))) event.preventDefault();
  };

  #toRow(row: HTMLElement, { key, target }: KeyboardEvent): boolean {
    const index = indexOf(row);
    const to = rowAfter(key, index, this.count());
    if (to === null) return false;
    const spot = spotOf(row, target as HTMLElement);
    if (to >= 0) this.#focusAt(to, spot);
    else this.#focusHead(spot);
    return true;
  }

  #toEnds(row: HTMLElement, { key, target }: KeyboardEvent): boolean {
    if (key !== 'Home' && key !== 'End') return false;
    const first = key === 'Home';
    const { cell } = spotOf(row, target as HTMLElement);
    const end = first ? 0 : Infinity;
    this.#focusAt(first ? 0 : this.count() - 1, {
      cell: cell === null ? null : end,
      control: end,
    });
    return true;
  }

  #opened(row: HTMLElement, event: KeyboardEvent): boolean {
    const { key, target } = event;
    const orderId = row.dataset.order;
    if ((key !== 'Enter' && key !== ' ') || orderId === undefined) return false;
    if ((target as Element).closest(CONTROLS)) return false;
    this.#open(orderId, event);
    return true;
  }

  #focusAt(index: number, spot: Spot): void {
    this.#index = index;
    this.#active = this.#host.knownOrders[index]?.id ?? null;
    const find = () => this.#body.row(this.#active ?? index);
    if (!find()) this.#body.draw();
    const row = find();
    if (!row) return;
    elementAt(row, spot).focus({ preventScroll: true });
    // At once, where some engines would only get there later.
    row.scrollIntoView({ block: 'nearest' });
  }

  /** As cards the rows have no head that could be seen. */
  #focusHead(spot: Spot): void {
    const head = this.#host.renderRoot.querySelector<HTMLElement>('.orders .head');
    if (!head?.parentElement || head.parentElement.offsetWidth <= 1) return;
    elementAt(head, { ...spot, cell: spot.cell ?? 0 }).focus();
  }

  /** Keeps one thing in the tab order, and the focus where it was, or in the nearest row that there is. */
  #settle(lost: boolean): void {
    const active = this.#active ?? this.#index;
    const row = this.#body.row(active) ?? this.#body.first;
    const stop = this.#stop;
    if (!row || (stop?.isConnected && (row.contains(stop) || stop.closest('.head')))) return;
    this.#setStop(row);
    if (lost) row.focus({ preventScroll: true });
  }

  #setStop(stop: HTMLElement): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = stop;
    stop.tabIndex = 0;
  }
}

/** Left and right, to the ends of the row and back to the row itself. */
function within(row: HTMLElement, { key, target }: KeyboardEvent): boolean {
  const stops = stopsOf(row);
  const at = stops.indexOf(target as HTMLElement);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: row.matches('.head') ? 0 : 1,
    End: stops.length - 1,
  }[key];
  if (to === undefined) return false;
  stops[Math.min(Math.max(to, 0), stops.length - 1)]?.focus();
  return true;
}

function indexOf(row: HTMLElement): number {
  return Number(row.getAttribute('aria-rowindex')) - FIRST_ROW;
}

/** What the arrows lead to in a row, from its beginning: the row itself, then of each cell its buttons and links, else the cell. */
function stopsOf(row: HTMLElement): HTMLElement[] {
  const stops = [...row.children].flatMap((cell) => inCell(cell as HTMLElement));
  return row.matches('.head') ? stops : [row, ...stops];
}

function inCell(cell: HTMLElement): HTMLElement[] {
  const controls = [...cell.querySelectorAll<HTMLElement>(CONTROLS)];
  return controls.length > 0 ? controls : [cell];
}

function spotOf(row: HTMLElement, target: HTMLElement): Spot {
  const cell = [...row.children].findIndex((each) => each.contains(target));
  if (cell < 0) return { cell: null, control: 0 };
  const control = inCell(row.children[cell] as HTMLElement).indexOf(target);
  return { cell, control };
}

/** What is at this spot of a row, or nearest to it. */
function elementAt(row: HTMLElement, { cell, control }: Spot): HTMLElement {
  if (cell === null) return row;
  const { children } = row;
  const inside = inCell(children[Math.min(cell, children.length - 1)] as HTMLElement);
  return inside[Math.min(Math.max(control, 0), inside.length - 1)] ?? row;
}
