import type { ReactiveController } from 'lit';
import type { OrderFilter, OrderTotals } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import type { OrderToolsStrings } from '../../../locales/order-tools/strings.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { ViewContext } from '../views/context.js';
import { OrderReader, type ReaderHost, type Writing } from './order-reader.js';

/** From more rows than these on it takes long enough to be watched. */
const LONG = 1000;

export interface ReadingHost extends ReaderHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly emit: SeatkitElement['emit'];
  /** Announces it. */
  say(text: string): void;
  /** Shows it in place, until it is closed. */
  tell(kind: 'success' | 'info', text: string): void;
}

/** What orders are read with. */
export interface ReadingContext extends ViewContext {
  tools: OrderToolsStrings;
}

export interface ReadingRequest extends ReadingContext {
  filter: OrderFilter;
  /** ISO 4217; what the amounts of the filter are in. */
  currency: string;
  /** How many orders there should be. */
  count: number;
  /** The backend's clock. */
  now: Instant;
}

/** Names the texts, the events, and the button that begins it. */
export type ReadingName = 'export' | 'print';

/** What all orders of a filter are read for. */
export interface ReadingPurpose<Row> {
  name: ReadingName;
  writing: (request: ReadingRequest) => Writing<Row>;
  /** All of them are there. */
  finish: (rows: readonly Row[], totals: OrderTotals | null, request: ReadingRequest) => void;
}

const DONE = { export: 'orders-exported', print: 'orders-printed' } as const;

/** All orders of a filter as the viewer gets them: begun, watched when there are many, cancelled or tried again, and what comes of it. */
export class ReadingFlow<Row> implements ReactiveController {
  readonly name: ReadingName;
  readonly #host: ReadingHost;
  readonly #purpose: ReadingPurpose<Row>;
  readonly #reader: OrderReader<Row>;
  #focused: Element | null = null;
  /** Of a long one, as far as it has been announced. */
  #quarter = 0;

  constructor(host: ReadingHost, purpose: ReadingPurpose<Row>) {
    this.name = purpose.name;
    this.#host = host;
    this.#purpose = purpose;
    this.#reader = new OrderReader(host);
    host.addController(this);
  }

  get error(): OrderReader<Row>['error'] {
    return this.#reader.error;
  }

  /** How many orders have been read. */
  get done(): number {
    return this.#reader.done;
  }

  get total(): number {
    return this.#reader.total;
  }

  get pending(): boolean {
    return this.#reader.pending;
  }

  get long(): boolean {
    return this.pending && this.total > LONG;
  }

  /** Also the next try after a failure. Nothing while one is under way. */
  async start(request: ReadingRequest): Promise<void> {
    if (this.pending) return;
    const { name, writing, finish } = this.#purpose;
    const { tools, format, count } = request;
    const t = tools[name];
    const host = this.#host;
    this.#quarter = 0;
    host.emit(`${name}-started`, { count });
    if (count > LONG) host.say(t.started(count, format));
    const read = await this.#reader.run(writing(request), count, (done, total) => {
      const quarter = Math.floor((4 * done) / total);
      if (this.long && quarter > this.#quarter) host.say(t.progress(done, total, format));
      this.#quarter = quarter;
    });
    if (read) {
      const { rows, totals } = read;
      finish(rows, totals, request);
      host.tell('success', t.done(rows.length, format));
      host.emit(DONE[name], { count: rows.length });
    } else if (this.error) {
      host.emit(`${name}-failed`, { code: this.error.code });
    } else {
      host.emit(`${name}-cancelled`, {});
    }
  }

  cancel({ tools }: ReadingContext): void {
    const { pending } = this;
    this.#reader.cancel();
    if (pending) this.#host.tell('info', tools[this.name].cancelled);
  }

  hostUpdate(): void {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    this.#focused = activeElement?.closest(`.${this.name}-notice`) ? activeElement : null;
  }

  /** The button that was pressed may be gone with what it did. */
  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    this.#focused = null;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.name}`)?.focus();
  }
}
