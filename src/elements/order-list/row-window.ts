import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OrderBook } from './order-book.js';
import { LARGEST_PAGE, loadOrders, PAGE_SIZE } from './load-orders.js';
import { refreshAround } from './refresh-around.js';
import { allSlots, firstSlots, type RowBody, type RowSlot } from './row-body.js';
import type { RowFocus } from './row-focus.js';
import { scrollParent, scrollRoots } from './scroll-parent.js';

/** From this width of the element on rows have one height; the styles say the same. */
const TABLE_PX = 820;

/** Rows drawn beyond each edge of what is seen, and the step by which the window moves. */
const SPARE = 8;
const STEP = 4;

/** So many are simply asked for anew; of more, only the first and what is seen. */
const SHALLOW = 2 * LARGEST_PAGE;

/** Room for the head of the table, which stays in view. */
const HEAD_PX = 40;

type WindowHost = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Rows from `start` up to, not including, `end`. */
interface Range {
  start: number;
  end: number;
}

/**
 * Draws of a long list only the rows near what is seen. The body is as high as all rows, whether they have come or not, so that the scroll
 * bar tells the truth from the start; rows are asked for page by page as they come near. What is read stays where it is when others order.
 */
export class RowWindow implements ReactiveController {
  readonly #host: WindowHost;
  readonly #book: OrderBook;
  readonly #body: RowBody;
  readonly #rows: RowFocus;
  #range: Range = { start: 0, end: PAGE_SIZE };
  #width = 0;
  /** Whether it is known how wide the box is. */
  #looked = false;
  #frame = 0;
  /** The first order in view, by which what is read is held in place. */
  #anchor: { id: string; index: number } | null = null;
  #key: string | undefined;
  #observer: ResizeObserver | null = null;
  #roots: Node[] = [];

  constructor(host: WindowHost, book: OrderBook, body: RowBody, rows: RowFocus) {
    this.#host = host;
    this.#book = book;
    this.#body = body;
    this.#rows = rows;
    rows.count = () => (this.windowed ? this.#count : book.orders.length);
    book.reload = (backend, filter, count, call) => {
      const before = book.value;
      return before && count > SHALLOW
        ? refreshAround(backend, filter, before, this.#range.start, call)
        : loadOrders(backend, filter, count, call);
    };
    host.addController(this);
  }

  /** Whether rows stand at their own places, so that those far from what is seen need not be drawn. */
  get windowed(): boolean {
    return this.#body.rowHeight > 0 && this.#count > PAGE_SIZE;
  }

  /** What is to be drawn. */
  get slots(): RowSlot[] {
    const { orders } = this.#book;
    if (!this.#looked) return firstSlots(orders);
    if (!this.windowed) return allSlots(orders);
    const count = this.#count;
    const { start, end } = this.#range;
    const slots: RowSlot[] = [];
    const active = this.#rows.activeIndex();
    if (active >= 0 && active < start) slots.push({ index: active, order: orders[active] });
    for (let index = Math.min(start, count - 1); index < Math.min(end, count); index++) {
      slots.push({ index, order: orders[index] });
    }
    if (active >= end) slots.push({ index: active, order: orders[active] });
    return slots;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      this.#width = entry?.contentRect.width ?? 0;
      // Not at once: what is drawn would change the very size that is reported here.
      this.#lookSoon();
    });
    this.#observer.observe(this.#host);
    this.#roots = scrollRoots(this.#host);
    for (const root of this.#roots) root.addEventListener('scroll', this.#lookSoon, true);
    addEventListener('resize', this.#lookSoon);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    for (const root of this.#roots) root.removeEventListener('scroll', this.#lookSoon, true);
    removeEventListener('resize', this.#lookSoon);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostUpdated(): void {
    const body = this.#element;
    if (!body) return;
    body.style.height = this.windowed ? `${this.#count * this.#body.rowHeight}px` : '';
    this.#holdStill(body);
    this.#lookSoon();
  }

  readonly #lookSoon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };

  get #element(): HTMLTableSectionElement | null {
    return this.#host.renderRoot.querySelector('.orders > tbody');
  }

  /** How many rows there are, come or not. */
  get #count(): number {
    const { value } = this.#book;
    if (!value) return 0;
    const { orders, nextCursor, totals } = value;
    return nextCursor === null ? orders.length : Math.max(orders.length, totals?.count ?? 0);
  }

  #look(): void {
    const body = this.#element;
    const row = body?.rows[0];
    // Hidden, it has no size: it stays as it is until it is seen again.
    if (!body || !row || this.#width === 0 || row.offsetHeight === 0) return;
    const wide = this.#width >= TABLE_PX && this.#count > PAGE_SIZE;
    const height = wide ? row.offsetHeight : 0;
    if (height !== this.#body.rowHeight || !this.#looked) {
      this.#looked = true;
      this.#body.rowHeight = height;
      this.#host.requestUpdate();
    }
    if (height === 0) return;
    const { top } = body.getBoundingClientRect();
    const first = Math.max(0, Math.floor((HEAD_PX - top) / height));
    const { clientHeight } = document.documentElement;
    const last = Math.ceil((clientHeight - top) / height);
    const order = this.#book.orders[first];
    this.#anchor = order && first > 0 ? { id: order.id, index: first } : null;
    this.#move(first, Math.ceil((clientHeight - HEAD_PX) / height) + 1);
    this.#askFor(last + SPARE);
  }

  /**
   * Always by as many rows, so that while it moves none is made anew or thrown away, which costs far more than to become another's.
   *
   * @param seen at most so many are seen at once
   */
  #move(first: number, seen: number): void {
    const start = Math.max(0, Math.floor((first - SPARE) / STEP) * STEP);
    const end = start + SPARE + seen + SPARE + STEP;
    if (start === this.#range.start && end === this.#range.end) return;
    this.#range = { start, end };
    this.#body.draw();
  }

  /** One page after the other until the rows in view have come. One that failed waits for the person to try again. */
  #askFor(end: number): void {
    const { value, outdated, loadingMore, moreError } = this.#book;
    if (!value || outdated || loadingMore || moreError || value.nextCursor === null) return;
    if (value.orders.length < Math.min(end, this.#count)) void this.#book.more(LARGEST_PAGE);
  }

  /** Rows that came or went above what is read push it nowhere; another filter begins at its top. */
  #holdStill(body: HTMLElement): void {
    const { orders, value } = this.#book;
    const anchor = this.#anchor;
    if (value?.key !== this.#key) {
      this.#key = value?.key;
      this.#anchor = null;
      const { top } = body.getBoundingClientRect();
      if (this.#range.start > 0 && top < HEAD_PX) this.#scrollBy(top - HEAD_PX);
      return;
    }
    if (!anchor || orders[anchor.index]?.id === anchor.id) return;
    const index = orders.findIndex(({ id }) => id === anchor.id);
    this.#anchor = index < 0 ? null : { ...anchor, index };
    if (index >= 0) this.#scrollBy((index - anchor.index) * this.#body.rowHeight);
  }

  #scrollBy(top: number): void {
    scrollParent(this.#host).scrollBy({ top, behavior: 'instant' });
  }
}
