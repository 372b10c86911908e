import type { ReactiveController } from 'lit';
import type { BillingBackend, Order, OrderFilter, OrderTotals } from '../../../contract/index.js';
import { BackendError, toBackendError } from '../../../contract/errors.js';
import { withDeadline } from '../../../ui/deadline.js';
import type { CallHost } from '../../../ui/remote.js';
import { keyOf, LARGEST_PAGE, loadPage } from '../load-orders.js';

export interface ReaderHost extends CallHost {
  readonly activeBackend: BillingBackend | null;
  /** What is asked for, without the size of a page. */
  readonly query: OrderFilter;
}

/** What orders are read into. */
export interface Writing<Row> {
  /** Tells apart what is written differently: language, time zone, columns. */
  manner: string;
  row: (order: Order) => Row;
}

/** Called after each page but the last: so many orders have been read, of so many. */
type OnProgress = (done: number, total: number) => void;

/** As far as it has been read. */
interface Reading<Row> {
  backend: BillingBackend;
  query: OrderFilter;
  /** The query, to be compared. */
  filter: string;
  manner: string;
  /** By the order's id: one that comes twice is one row, as it came last. */
  rows: Map<string, Row>;
  cursor: string | null;
  /** How many there are, as far as is known. */
  count: number;
  totals: OrderTotals | null;
}

/** All orders of a filter. */
export interface ReadOrders<Row> {
  rows: readonly Row[];
  totals: OrderTotals | null;
}

/** Reads all orders of a filter, page by page, into rows. What had been read when it failed is kept for the next try. */
export class OrderReader<Row> implements ReactiveController {
  error: BackendError | undefined;

  readonly #host: ReaderHost;
  #reading: Reading<Row> | null = null;
  #running: AbortController | null = null;

  constructor(host: ReaderHost) {
    this.#host = host;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#running !== null;
  }

  /** How many orders have been read. */
  get done(): number {
    return this.#reading?.rows.size ?? 0;
  }

  /** How many there are, by the last page. */
  get total(): number {
    return this.#reading?.count ?? 0;
  }

  /**
   * Reads everything; goes on where the last try failed if the same is asked for. Null when it failed, see {@link error}, when it was
   * cancelled, and while another is under way. Never rejects.
   */
  async run(
    writing: Writing<Row>,
    count: number,
    onProgress: OnProgress,
  ): Promise<ReadOrders<Row> | null> {
    if (this.#running || !this.#host.activeBackend) return null;
    const running = (this.#running = new AbortController());
    const reading = (this.#reading = this.#begin(this.#host.activeBackend, writing, count));
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      await this.#read(reading, writing, onProgress, running.signal);
      this.#reading = null;
      return { rows: [...reading.rows.values()], totals: reading.totals };
    } catch (error) {
      if (!running.signal.aborted) this.#fail(toBackendError(error));
      return null;
    } finally {
      if (this.#running === running) this.#running = null;
      this.#host.requestUpdate();
    }
  }

  /** Ends it and forgets what has been read, also what a failure left. */
  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    this.#reading = null;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const reading = this.#reading;
    if (!reading) return;
    const { activeBackend, query } = this.#host;
    // Another backend may speak for somebody else.
    if (reading.backend !== activeBackend) this.cancel();
    // What a failure left is of no use to another filter; one under way ends as it was asked for.
    else if (!this.pending && reading.filter !== keyOf(query)) this.cancel();
  }

  hostDisconnected(): void {
    this.cancel();
  }

  #begin(backend: BillingBackend, { manner }: Writing<Row>, count: number): Reading<Row> {
    const { query } = this.#host;
    const filter = keyOf(query);
    const before = this.#reading;
    return before?.filter === filter && before.manner === manner && before.backend === backend
      ? before
      : {
          backend,
          query,
          filter,
          manner,
          rows: new Map(),
          cursor: null,
          count,
          totals: null,
        };
  }

  #fail(error: BackendError): void {
    this.error = error;
    // A cursor that the backend no longer knows would be refused for ever.
    if (error.code === 'invalid') this.#reading = null;
    this.#host.reportError(error);
  }

  async #read(
    reading: Reading<Row>,
    { row }: Writing<Row>,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { backend, query, rows } = reading;
    const seen = new Set<string>();
    for (;;) {
      const { items, nextCursor, totals } = await withDeadline(
        (inner) => loadPage(backend, query, LARGEST_PAGE, reading.cursor, { signal: inner }),
        signal,
      );
      for (const order of items) rows.set(order.id, row(order));
      reading.totals = totals;
      reading.count = totals?.count ?? reading.count;
      if (nextCursor === null) return;
      // It would go round in circles.
      if (seen.has(nextCursor)) throw new BackendError('invalid-response');
      seen.add(nextCursor);
      reading.cursor = nextCursor;
      onProgress(rows.size, reading.count);
      this.#host.requestUpdate();
      await nextTask();
      signal.throwIfAborted();
    }
  }
}

/** Lets the page draw and answer between two pages; unlike a timer it is not slowed down while the page is hidden. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
