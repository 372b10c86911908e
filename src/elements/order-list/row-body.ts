import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Order } from '../../contract/index.js';
import { blankCells, fillCells, waitingCells, type RowView } from './views/row-view.js';

/** A row to draw; without an order while that has not come. */
export interface RowSlot {
  index: number;
  order: Order | undefined;
}

/** `aria-rowindex` of the first; before it is the head. */
export const FIRST_ROW = 2;

/** Where each row stands at its own place, their order in the tree can wait until scrolling stops: moving a row costs as much as drawing it. */
const CALM_MS = 150;

/** The least height of a row in pixels. */
const LEAST_PX = 48;

type BodyHost = ReactiveControllerHost & {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly payUrl: string | null;
  readonly renewUrl: string | null;
};

interface DrawnRow {
  readonly element: HTMLTableRowElement;
  /** Pixels from the top; null where rows follow each other by themselves. */
  top: number | null;
  index: number;
  /** What its cells are clones of. */
  like: DocumentFragment | undefined;
  /** What its cells were drawn from; undefined when they never were. */
  from: readonly unknown[] | undefined;
}

/** What can be seen of the orders at first, before it is known how they are laid out. */
export function firstSlots(orders: readonly Order[]): RowSlot[] {
  return allSlots(orders.slice(0, Math.ceil(innerHeight / LEAST_PX)));
}

export function allSlots(orders: readonly Order[]): RowSlot[] {
  return orders.map((order, index) => ({ index, order }));
}

/**
 * The rows in the page. Each keeps its element for as long as its order is drawn; one that is no longer drawn becomes another's, and one
 * whose order did not change is left alone, so that neither a step of scrolling nor a page more touches what is there.
 */
export class RowBody implements ReactiveController {
  /** What the rows are drawn with; null while there are none. */
  view: RowView | null = null;
  /** Of a row in pixels where each stands at its own place; 0 where they follow each other by themselves. */
  rowHeight = 0;
  /** Called after drawing; `lost` when what had the focus is gone. */
  onDrawn: (lost: boolean) => void = () => undefined;

  readonly #host: BodyHost;
  readonly #slots: () => readonly RowSlot[];
  #element: HTMLElement | null = null;
  /** By order, or by place while that has not come. */
  #rows = new Map<string | number, DrawnRow>();
  #manner: readonly unknown[] = [];
  /** What the cells of all rows are cloned from, and what that was made for. */
  #blank = document.createDocumentFragment();
  #blankFor: readonly unknown[] = [];
  readonly #waiting = waitingCells();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param slots the rows to draw, from the first to the last */
  constructor(host: BodyHost, slots: () => readonly RowSlot[]) {
    this.#host = host;
    this.#slots = slots;
    host.addController(this);
  }

  /** The row of an order, or of a place whose order has not come. */
  row(key: string | number): HTMLTableRowElement | undefined {
    return this.#rows.get(key)?.element;
  }

  get first(): HTMLTableRowElement | undefined {
    return this.#element?.querySelector('tr') ?? undefined;
  }

  hostUpdated(): void {
    this.draw();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Draws what is to be drawn now. */
  draw(): void {
    const { view } = this;
    const body = this.#host.renderRoot.querySelector<HTMLElement>('.orders > tbody');
    if (body !== this.#element) {
      this.#element = body;
      this.#rows.clear();
    }
    if (!body || !view) return;
    this.#keepManner(view);
    const focused = (body.getRootNode() as ShadowRoot).activeElement;
    const slots = this.#slots();
    const before = this.#rows;
    this.#rows = new Map();
    const kept = slots.map(({ index, order }) => {
      // Where it has just come, the row that waited for it.
      const key = order && before.has(order.id) ? order.id : index;
      const row = before.get(key);
      before.delete(key);
      return row;
    });
    const free = [...before.values()].filter(({ element }) => !element.contains(focused));
    const elements = slots.map((slot, at) => {
      const row = kept[at] ?? free.pop() ?? newRow();
      this.#fill(row, slot, view);
      this.#rows.set(slot.order?.id ?? slot.index, row);
      return row.element;
    });
    for (const { element } of before.values()) {
      if (!elements.includes(element)) element.remove();
    }
    for (const element of elements) if (!element.isConnected) body.append(element);
    clearTimeout(this.#timer);
    if (this.rowHeight > 0) this.#timer = setTimeout(() => this.#arrange(), CALM_MS);
    else this.#arrange();
    this.onDrawn(focused !== null && !focused.isConnected);
  }

  /**
   * Puts the rows into the order in which they are read out. One with the focus stays where it is, since moved it would lose it; else one from
   * the middle, around which most are in order.
   */
  #arrange(): void {
    const rows = [...this.#rows.values()].map(({ element }) => element);
    const focused = rows.findIndex((row) => row.matches(':focus-within'));
    const fixed = focused < 0 ? Math.floor(rows.length / 2) : focused;
    for (let at = fixed - 1; at >= 0; at--) {
      const [row, next] = [rows[at], rows[at + 1]];
      if (row && row.nextElementSibling !== next) next?.before(row);
    }
    for (let at = fixed + 1; at < rows.length; at++) {
      const [before, row] = [rows[at - 1], rows[at]];
      if (row && row.previousElementSibling !== before) before?.after(row);
    }
  }

  /** Another language, role or set of columns draws all rows anew. */
  #keepManner(view: RowView): void {
    const { t, format, role, several, columns } = view;
    const { payUrl, renewUrl } = this.#host;
    const manner = [t, format, role, several, columns, payUrl, renewUrl];
    if (!same(manner, this.#manner)) this.#manner = manner;
    const blankFor = [t, several, columns];
    if (same(blankFor, this.#blankFor)) return;
    this.#blankFor = blankFor;
    this.#blank = blankCells(view);
  }

  #fill(row: DrawnRow, { index, order }: RowSlot, view: RowView): void {
    const { element } = row;
    const id = order?.id;
    const from = [order, this.#manner, id !== undefined && id === view.menuOf];
    if (!same(from, row.from)) {
      row.from = from;
      const like = order ? this.#blank : this.#waiting;
      if (row.like !== like) {
        row.like = like;
        element.replaceChildren(like.cloneNode(true));
      }
      if (order) fillCells(element, order, view);
      element.className = order ? 'row' : 'row waiting';
      if (order) element.dataset.order = order.id;
      else delete element.dataset.order;
    }
    if (row.index !== index) {
      row.index = index;
      element.setAttribute('aria-rowindex', String(index + FIRST_ROW));
    }
    const selected = String(id !== undefined && id === view.selected);
    if (element.ariaSelected !== selected) element.ariaSelected = selected;
    const top = this.rowHeight > 0 ? index * this.rowHeight : null;
    if (row.top !== top) {
      row.top = top;
      element.style.transform = top === null ? '' : `translateY(${top}px)`;
    }
  }
}

function newRow(): DrawnRow {
  const element = document.createElement('tr');
  element.setAttribute('role', 'row');
  element.tabIndex = -1;
  return { element, top: null, index: -1, like: undefined, from: undefined };
}

function same(a: readonly unknown[], b: readonly unknown[] | undefined): boolean {
  return a.length === b?.length && a.every((each, at) => each === b[at]);
}
