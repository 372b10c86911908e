import type { Order } from '../../src/contract/index.js';
import { orders as words } from '../../src/locales/common/orders/zh-CN.js';

const SPARE = 8;
const STEP = 4;
const FIRST_ROW = 2;

const money = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' });
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'UTC' });

/** Of the list it is compared with, for the same markup: a row, and all around the rows. */
export interface BareLook {
  row: HTMLTableRowElement;
  frame: HTMLElement;
  sheets: CSSStyleSheet[];
}

/**
 * What someone would write by hand for one page: rows of one known height, cloned once, filled anew as they come into view. It draws the
 * cells of the list it is compared with below the same filters and head, and knows nothing else: no pages, keyboard, languages or changes.
 */
export class BareWindow {
  readonly element = document.createElement('div');
  readonly root = this.element.attachShadow({ mode: 'open' });
  readonly body: HTMLTableSectionElement;
  readonly #orders: readonly Order[];
  readonly #height: number;
  readonly #row: HTMLTableRowElement;
  readonly #rows = new Map<number, HTMLTableRowElement>();
  readonly #spare: HTMLTableRowElement[] = [];

  constructor(orders: readonly Order[], like: BareLook, height: number) {
    this.#orders = orders;
    this.#height = height;
    this.#row = like.row;
    this.element.style.containerType = 'inline-size';
    const { root } = this;
    root.adoptedStyleSheets = like.sheets;
    const frame = like.frame.cloneNode(true) as HTMLElement;
    this.body = frame.querySelector('tbody')!;
    this.body.style.height = `${orders.length * this.#height}px`;
    root.append(frame);
    document.addEventListener('scroll', this.#onScroll, true);
  }

  stop(): void {
    document.removeEventListener('scroll', this.#onScroll, true);
    this.element.remove();
  }

  /** @param spare rows beyond each edge of what is seen */
  draw(spare = SPARE): void {
    const { top } = this.body.getBoundingClientRect();
    const first = Math.max(0, Math.floor(-top / this.#height) - spare);
    const last = Math.ceil((innerHeight - top) / this.#height) + spare;
    const start = Math.floor(first / STEP) * STEP;
    const end = Math.min(Math.ceil(last / STEP) * STEP, this.#orders.length);
    for (const [index, row] of this.#rows) {
      if (index >= start && index < end) continue;
      this.#rows.delete(index);
      this.#spare.push(row);
    }
    for (let index = start; index < end; index++) {
      const order = this.#orders[index];
      if (!order || this.#rows.has(index)) continue;
      const row = this.#spare.pop() ?? (this.#row.cloneNode(true) as HTMLTableRowElement);
      this.#fill(row, order, index);
      this.#rows.set(index, row);
      if (!row.isConnected) this.body.append(row);
    }
    for (const row of this.#spare.splice(0)) row.remove();
  }

  readonly #onScroll = (): void => {
    requestAnimationFrame(() => this.draw());
  };

  #fill(row: HTMLTableRowElement, order: Order, index: number): void {
    const { id, createdAt, kind, quote, status } = order;
    const values = row.querySelectorAll('.cell-value');
    const texts = [
      day.format(new Date(createdAt)),
      null,
      words.kinds[kind],
      String(quote.seats),
      `${day.format(new Date(quote.startsAt))} 至 ${day.format(new Date(quote.endsAt))}`,
      money.format(quote.payable / 100),
      words.methods.wechat,
    ];
    texts.forEach((text, at) => {
      const value = values[at];
      if (value && text !== null) value.textContent = text;
    });
    const number = row.querySelector('.copyable-text');
    if (number) number.textContent = id;
    const badge = row.querySelector('.status .badge');
    if (badge) badge.textContent = words.statuses[status];
    row.dataset.order = id;
    row.setAttribute('aria-rowindex', String(index + FIRST_ROW));
    row.style.transform = `translateY(${index * this.#height}px)`;
  }
}
