import type { ReactiveController } from 'lit';
import type { BillingBackend, Order, OrderFilter } from '../../contract/index.js';
import { BackendError } from '../../contract/errors.js';
import { Action } from '../../ui/action.js';
import { Remote, type CallHost } from '../../ui/remote.js';
import {
  continued,
  keyOf,
  loadOrders,
  loadPage,
  markAt,
  PAGE_SIZE,
  type LoadedOrders,
} from './load-orders.js';

export interface OrderBookHost extends CallHost {
  readonly activeBackend: BillingBackend | null;
  readonly installationId: string;
  /** What is asked for, without the size of a page. */
  readonly query: OrderFilter;
}

/** What the list shows. */
export type BookState = 'no-backend' | 'loading' | 'failed' | 'member' | 'ready';

/**
 * The orders of a list: loaded page by page, brought up to date where they are, never asked for twice at once.
 * While another filter is on its way the rows of the one before stay, marked as {@link outdated}.
 */
export class OrderBook implements ReactiveController {
  /** How rows are asked for. */
  reload = loadOrders;

  readonly #host: OrderBookHost;
  readonly #remote: Remote<LoadedOrders, [BillingBackend | null, string]>;
  readonly #more: Action<[rows: number], LoadedOrders | null>;
  #refreshing: Promise<void> | null = null;
  #again = false;

  constructor(host: OrderBookHost) {
    this.#host = host;
    host.addController(this);
    this.#remote = new Remote(host, {
      args: (): [BillingBackend | null, string] => [host.activeBackend, host.installationId],
      load: async ([backend], call) =>
        this.#withTotals(await this.reload(backend, host.query, this.#rows, call)),
    });
    this.#more = new Action(host, ({ signal }, rows) => this.#loadMore(rows, signal));
  }

  get state(): BookState {
    const { value, state, error } = this.#remote;
    if (state === 'idle') return 'no-backend';
    if (!value) return state === 'failed' ? 'failed' : 'loading';
    if (value.session.role === 'member') return 'member';
    return this.outdated && error ? 'failed' : 'ready';
  }

  /** What has been loaded; for the filter before while {@link outdated}. */
  get value(): LoadedOrders | undefined {
    return this.#remote.value;
  }

  get orders(): readonly Order[] {
    return this.#remote.value?.orders ?? [];
  }

  /** The rows are those of another filter. */
  get outdated(): boolean {
    return this.value !== undefined && this.value.key !== keyOf(this.#host.query);
  }

  /** A wait that is worth mentioning. */
  get busy(): boolean {
    return this.#remote.busy;
  }

  /** The rows may be out of date, because asking again failed. */
  get stale(): boolean {
    return this.#remote.stale;
  }

  get error(): Remote<LoadedOrders, []>['error'] {
    return this.#remote.error;
  }

  get loadingMore(): boolean {
    return this.#more.pending;
  }

  get moreError(): Remote<LoadedOrders, []>['error'] {
    return this.#more.error;
  }

  hostDisconnected(): void {
    this.#again = false;
  }

  find(orderId: string): Order | undefined {
    return this.orders.find(({ id }) => id === orderId);
  }

  /** Asks for another filter, at once. */
  ask(): void {
    this.#more.clear();
    void this.#remote.refresh();
  }

  /** Brings what is there up to date; what is asked meanwhile is asked once more afterwards. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refreshUntilCurrent();
    return this.#refreshing;
  }

  /** Takes an order as a write left it. */
  put(order: Order): void {
    const { value } = this.#remote;
    if (!value?.orders.some(({ id }) => id === order.id)) return;
    const orders = value.orders.map((other) => (other.id === order.id ? order : other));
    this.#remote.set({ ...value, orders });
  }

  /** Appends the next page. Returns how many rows there are now, or null when it failed. */
  async more(rows = PAGE_SIZE): Promise<number | null> {
    const value = await this.#more.run(rows);
    return value ? value.orders.length : null;
  }

  /** The rows are shown without them; the host's log is told. */
  #withTotals(value: LoadedOrders): LoadedOrders {
    if (!value.totals) this.#host.reportError(new BackendError('invalid-response'));
    return value;
  }

  get #rows(): number {
    return this.outdated ? 0 : this.orders.length;
  }

  async #refreshUntilCurrent(): Promise<void> {
    // A page on its way continues the rows that are there. One that is asked for from now on waits for the end of all this.
    if (this.#more.pending) await this.#more.run(PAGE_SIZE);
    do {
      this.#again = false;
      await this.#remote.refresh();
    } while (this.#askedAgain);
    this.#refreshing = null;
  }

  get #askedAgain(): boolean {
    return this.#again;
  }

  async #loadMore(rows: number, signal: AbortSignal): Promise<LoadedOrders | null> {
    // It continues what a refresh is about to replace.
    await this.#refreshing;
    const { activeBackend: backend, query } = this.#host;
    const before = this.value;
    if (!backend || !before?.nextCursor) return null;
    const page = await loadPage(backend, query, rows, before.nextCursor, { signal });
    const { value } = this;
    // Meanwhile there may be another filter, or fewer rows.
    if (value?.key !== before.key || value.nextCursor !== before.nextCursor) return null;
    const orders = continued(value.orders, page.items);
    const { nextCursor, totals } = page;
    const marks = [...value.marks, ...markAt(before.nextCursor, before.orders)];
    const longer = this.#withTotals({ ...value, orders, nextCursor, marks, totals });
    this.#remote.set(longer);
    return longer;
  }
}
