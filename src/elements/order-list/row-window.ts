import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OrderBook } from './order-book.js';
import { LARGEST_PAGE, loadOrders, PAGE_SIZE } from './load-orders.js';
import { refreshAround } from './refresh-around.js';
import { FIRST_ROW, type RowFocus, type RowSlot } from './row-focus.js';
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
  readonly #rows: RowFocus;
  #range: Range = { start: 0, end: PAGE_SIZE };
  #width = 0;
  /** Of a row, in pixels; 0 while rows are drawn without a window. */
  #height = 0;
  #frame = 0;
  /** The first order in view, by which what is read is held in place. */
  #anchor: { id: string; index: number } | null = null;
  #key: string | undefined;
  #observer: ResizeObserver | null = null;
  #roots: Node[] = [];

  constructor(host: WindowHost, book: OrderBook, rows: RowFocus) {
    this.#host = host;
    this.#book = book;
    this.#rows = rows;
    book.reload = (backend, filter, count, call) => {
      const before = book.value;
      return before && count > SHALLOW
        ? refreshAround(backend, filter, before, this.#range.start, call)
        : loadOrders(backend, filter, count, call);
    };
    host.addController(this);
  }

  /** What is to be drawn; null when that is everything. */
  get slots(): RowSlot[] | null {
    const { orders } = this.#book;
    const count = this.#count;
    if (this.#height === 0 || count <= PAGE_SIZE) return null;
    const { start, end } = this.#range;
    const slots: RowSlot[] = [];
    const active = this.#rows.activeIndex(orders);
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
    const body = this.#body;
    if (!body) return;
    const windowed = this.#height > 0 && this.#count > PAGE_SIZE;
    body.style.height = windowed ? `${this.#count * this.#height}px` : '';
    for (const row of body.rows) {
      const index = Number(row.getAttribute('aria-rowindex')) - FIRST_ROW;
      const place = windowed ? `translateY(${index * this.#height}px)` : '';
      if (row.style.transform !== place) row.style.transform = place;
    }
    this.#holdStill(body);
    this.#lookSoon();
  }

  readonly #lookSoon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };

  get #body(): HTMLTableSectionElement | null {
    return this.#host.renderRoot.querySelector('tbody');
  }

  /** How many rows there are, come or not. */
  get #count(): number {
    const { value } = this.#book;
    if (!value) return 0;
    const { orders, nextCursor, totals } = value;
    return nextCursor === null ? orders.length : Math.max(orders.length, totals.count);
  }

  #look(): void {
    const body = this.#body;
    const row = body?.rows[0];
    // Hidden, it has no size: it stays as it is until it is seen again.
    if (!body || !row || this.#width === 0 || row.offsetHeight === 0 || this.#count <= PAGE_SIZE)
      return;
    const height = this.#width >= TABLE_PX ? row.offsetHeight : 0;
    if (height !== this.#height) {
      this.#height = height;
      this.#host.requestUpdate();
    }
    if (height === 0) return;
    const { top } = body.getBoundingClientRect();
    const first = Math.max(0, Math.floor((HEAD_PX - top) / height));
    const last = Math.ceil((document.documentElement.clientHeight - top) / height);
    const order = this.#book.orders[first];
    this.#anchor = order && first > 0 ? { id: order.id, index: first } : null;
    this.#move(first, last);
    this.#askFor(last + SPARE);
  }

  #move(first: number, last: number): void {
    const { start, end } = this.#range;
    const next = {
      start: Math.max(0, Math.floor((first - SPARE) / STEP) * STEP),
      end: Math.max(STEP, Math.ceil((last + SPARE) / STEP) * STEP),
    };
    if (next.start === start && next.end === end) return;
    this.#range = next;
    this.#host.requestUpdate();
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
    if (index >= 0) this.#scrollBy((index - anchor.index) * this.#height);
  }

  #scrollBy(top: number): void {
    scrollParent(this.#host).scrollBy({ top, behavior: 'instant' });
  }
}
