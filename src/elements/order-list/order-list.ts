import type { CSSResultOrNative, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BillingBackend, Order, OrderFilter } from '../../contract/index.js';
import { isOrder } from '../../contract/guards.js';
import { orderListCatalog } from '../../locales/order-list/catalog.js';
import { Localized } from '../../ui/localize.js';
import { Remote } from '../../ui/remote.js';
import { SeatkitElement } from '../../ui/seatkit-element.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { ActionName } from '../../locales/order-list/strings.js';
import { Announcer } from './announcer.js';
import { DepthLoader } from './depth-loader.js';
import { Live } from './live.js';
import './events.js';
import type { ExportFlow } from './export/export-flow.js';
import { NEWEST_FIRST, readFilter, sortedBy } from './filter.js';
import { keyOf } from './load-orders.js';
import { OrderBook } from './order-book.js';
import { payUrlOf } from './pay-url.js';
import { RowFocus } from './row-focus.js';
import type { RowMenu } from './row-menu.js';
import type { RowWindow } from './row-window.js';
import { orderListStyles } from './styles.js';
import type { DoneTask, TaskFlow } from './tasks/task-flow.js';
import { listView, type Notice } from './views/list-view.js';
import { WideBox } from './wide-box.js';

/** How long a search must stand still before it is asked. */
const SEARCH_MS = 300;

/**
 * The orders of an app, or of all that the session may see: find one, understand it, act on it. What can be done follows the role that the
 * backend gives; everyone sees the same facts. In a box at least 820 px wide only the rows near what is seen are drawn, however many there
 * are, and pages are asked for as they come near; as cards, page by page when the viewer says so.
 *
 * @summary Orders with filters, details and actions for customers, providers and operators.
 * @tag order-list
 *
 * @event order-selected - The details of an order were opened, or closed. `detail: { orderId }`, null when closed.
 * @event order-pay - Somebody wants to pay an order; cancelable. Open your checkout, or give `pay-url`. `detail: { orderId }`.
 * @event order-cancelled - An order was cancelled. `detail: { order }`.
 * @event refund-requested - A refund was asked for. `detail: { order }`.
 * @event refund-decided - A refund was approved, rejected or tried again. `detail: { order }`.
 * @event invoice-requested - An invoice was asked for. `detail: { order }`.
 * @event invoice-marked - An invoice was mailed, sent or cancelled. `detail: { order }`.
 * @event complaint-filed - The provider was reported. `detail: { order }`.
 * @event complaint-answered - A complaint was answered, perhaps closed. `detail: { order }`.
 * @event price-lowered - The price was lowered. `detail: { order }` is the order that took the old one's place.
 * @event filter-changed - The viewer changed filter or sort. `detail: { filter }`.
 * @event orders-exported - All orders that the filter matches were handed over as a CSV file. `detail: { count }`.
 * @event billing-error - Something failed, for the host's log.
 *
 * @csspart list - The filters, rows and totals.
 * @csspart panel - The details beside the list.
 */
export class OrderList extends SeatkitElement {
  static override styles = [SeatkitElement.styles, orderListStyles];

  /** What is listed and how it is sorted; the viewer changes it. The installation is `installation-id`. */
  @property({ attribute: false }) filter: OrderFilter = {};

  /** The page to pay an order on, with `{orderId}` where its id goes; http(s) only. Without it `order-pay` is all that happens. */
  @property({ attribute: 'pay-url' }) payUrl: string | null = null;

  @state() private selected: string | null = null;
  @state() private search = '';
  @state() private notice: Notice | null = null;

  readonly #text = new Localized(this, orderListCatalog);
  readonly #announcer = new Announcer(this);
  readonly #box = new WideBox(this);
  readonly #book = new OrderBook(this);
  readonly #details = new Remote(this, {
    args: (): [BillingBackend | null, string | null] => [this.activeBackend, this.selected],
    load: ([backend, orderId], call) => backend.order(orderId, call),
    check: isOrder,
  });
  readonly #depth = new DepthLoader(this, ({ ExportFlow, RowMenu, RowWindow, TaskFlow }) => {
    this.#exporter = new ExportFlow(this);
    this.#menu = new RowMenu(this);
    this.#tasks = new TaskFlow(this);
    this.#window = new RowWindow(this, this.#book, this.#rows);
    this.applyTheme();
  });
  readonly #rows = new RowFocus(this, (orderId) => this.#select(orderId));
  #exporter: ExportFlow | undefined;
  #menu: RowMenu | undefined;
  #window: RowWindow | undefined;
  #tasks: TaskFlow | undefined;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;
  #filterText = '';
  #currency = 'CNY';
  #shownKey: string | undefined;
  #shownSort = keyOf({ sort: NEWEST_FIRST });

  constructor() {
    super();
    new Live(this, () => void this.refresh());
  }

  /** What the backend is asked for. @internal */
  get query(): OrderFilter {
    const filter = readFilter(this.filter);
    return this.installationId ? { ...filter, installationId: this.installationId } : filter;
  }

  /** Asks for the orders again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await Promise.all([this.#book.refresh(), this.selected !== null && this.#details.refresh()]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
  }

  /** An order as it was last heard of. @internal */
  knownOrder(orderId: string): Order | undefined {
    const { value } = this.#details;
    return value?.id === orderId ? value : this.#book.find(orderId);
  }

  /** @internal */
  get knownOrders(): readonly Order[] {
    return this.#book.orders;
  }

  /** @internal */
  taskDone({ id, event, before, order }: DoneTask): void {
    const { t } = this.#text;
    this.#take(order);
    void this.refresh();
    if (id === 'lower-price' && this.selected === before.id) this.#select(order.id);
    const paidInstead = id === 'cancel' && order.status !== 'cancelled';
    this.notice = { kind: 'success', text: paidInstead ? t.tasks.paidInstead : t.tasks.done[id] };
    if (!paidInstead) this.emit(event, { order });
    void this.#keepFocus(order.id);
  }

  /** @internal */
  taskFailed(fresh: Order | undefined): void {
    if (fresh && isOrder(fresh)) this.#take(fresh);
    void this.refresh();
  }

  /** @internal */
  exportSaid(text: string): void {
    this.#announcer.say(text);
  }

  /** @internal */
  exportEnded(text: string, count: number | null): void {
    this.notice = { kind: count === null ? 'info' : 'success', text };
    if (count !== null) this.emit('orders-exported', { count });
  }

  protected override get sheets(): CSSResultOrNative[] {
    return [...super.sheets, ...(this.#depth.value?.depthStyles ?? [])];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filter')) {
      const { text = '' } = readFilter(this.filter);
      // The same filter set again must not take away what is being typed.
      if (text !== this.#filterText && text.trim() !== this.search.trim()) this.search = text;
      this.#filterText = text;
      if (this.hasUpdated && this.#book.outdated) this.#book.ask();
    }
    this.#tellWhatCame();
  }

  protected override render(): TemplateResult {
    if (!this.#text.ready) return skeleton(10);
    const { t, format } = this.#text;
    const book = this.#book;
    const filter = readFilter(this.filter);
    const menuOf = this.#menu?.orderId ?? null;
    return listView({
      t,
      format,
      book,
      filter,
      role: book.value?.session.role ?? 'member',
      several: this.installationId === '',
      currency: this.#currency,
      now: book.value?.session.now ?? new Date().toISOString(),
      search: this.search,
      selected: this.selected,
      wide: this.#box.wide,
      details: {
        order: this.selected === null ? undefined : this.knownOrder(this.selected),
        state: this.#details.state,
        error: this.#details.error,
        stale: this.#details.stale,
        retry: () => void this.#details.refresh(),
      },
      flow: this.#tasks,
      depth: this.#depth.value,
      slots: this.#window?.slots ?? null,
      menuOf,
      menuOrder: menuOf === null ? undefined : this.knownOrder(menuOf),
      notice: this.notice,
      announcement: this.#announcer.text,
      payUrl: ({ id }) => payUrlOf(this.payUrl, id),
      onFilter: (changed) => this.#setFilter(changed),
      onSearch: (text) => this.#setSearch(text),
      onSort: (by) => this.#setFilter(sortedBy(filter, by)),
      onSelect: (orderId) => this.#select(orderId),
      onAction: (id, order, event) => this.#act(id, order, event),
      onMenu: ({ id }, event) => void this.#toggleMenu(id, event.currentTarget as HTMLElement),
      onMenuKeydown: (event) => this.#menu?.onKeydown(event),
      onKeydown: this.#rows.onKeydown,
      onFocusin: this.#rows.onFocusin,
      onEscape: (event) => this.#onEscape(event),
      onRefresh: () => void this.refresh(),
      onMore: () => void this.#loadMore(),
      onClosePanel: () => this.#closePanel(),
      exporter: this.#exporter,
      exportable: book.outdated || book.value?.totals.count !== 0,
      exporting: this.#exporter?.pending ?? false,
      onExport: () => void this.#export(),
      onCancelExport: () => this.#exporter?.cancel({ t, format }),
      onDismiss: () => (this.notice = null),
      onSubmit: () => void this.#submit(),
    });
  }

  protected override updated(): void {
    if (this.#book.value && !this.#depth.failed) void this.#depth.load();
  }

  /** Once other orders than before are there, how many, or how they are sorted. */
  #tellWhatCame(): void {
    const { value, outdated } = this.#book;
    if (!value || outdated || value.key === this.#shownKey) return;
    const first = this.#shownKey === undefined;
    this.#shownKey = value.key;
    this.#currency = value.totals.amounts[0]?.currency ?? this.#currency;
    const { sort = NEWEST_FIRST } = this.query;
    const sortKey = keyOf({ sort });
    const { t, format } = this.#text;
    const words =
      sortKey === this.#shownSort
        ? t.count(value.totals.count, format)
        : t.sort.sorted(sort.by, sort.direction);
    this.#shownSort = sortKey;
    if (!first) this.#announcer.say(words);
  }

  #setFilter(filter: OrderFilter): void {
    this.filter = filter;
    this.emit('filter-changed', { filter });
  }

  #setSearch(text: string): void {
    this.search = text;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      const { text: before = '', ...rest } = readFilter(this.filter);
      const wanted = text.trim();
      if (wanted !== before) this.#setFilter(wanted ? { ...rest, text: wanted } : rest);
    }, SEARCH_MS);
  }

  #select(orderId: string): void {
    this.#menu?.close();
    this.notice = null;
    if (this.selected !== orderId) this.emit('order-selected', { orderId });
    this.selected = orderId;
    void this.#looked().then(() => this.#focusPanel());
  }

  #closePanel(): void {
    const { selected } = this;
    if (selected === null) return;
    this.selected = null;
    this.emit('order-selected', { orderId: null });
    void this.updateComplete.then(() => this.#rows.focus(selected));
  }

  async #focusPanel(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>('#panel-heading');
    heading?.focus({ preventScroll: true });
    heading?.closest('.panel')?.scrollTo(0, 0);
  }

  #act(id: ActionName, order: Order, event: Event): void {
    this.#menu?.close();
    this.notice = null;
    if (id !== 'pay') {
      void this.#looked().then(() => this.#tasks?.start(id, order));
      return;
    }
    const wanted = this.emit('order-pay', { orderId: order.id }, { cancelable: true });
    if (!wanted) event.preventDefault();
    else if (!payUrlOf(this.payUrl, order.id)) {
      this.notice = { kind: 'info', text: this.#text.t.payHint };
    }
  }

  async #toggleMenu(orderId: string, anchor: HTMLElement): Promise<void> {
    await this.#looked();
    await this.#menu?.toggle(orderId, anchor);
  }

  /** Waits for what is needed to look closer, or says that it did not come. */
  async #looked(): Promise<void> {
    if (await this.#depth.load()) return;
    const { title, next } = this.#text.common.loadFailed;
    this.notice = { kind: 'danger', text: `${title} ${next}` };
  }

  /** What must be put right first gets the focus. */
  async #submit(): Promise<void> {
    if (!this.#tasks || (await this.#tasks.submit())) return;
    await this.updateComplete;
    const wrong = '#task [aria-invalid="true"], #task .field-issues:not([hidden])';
    const first = this.renderRoot.querySelector<HTMLElement>(wrong);
    (first?.closest('fieldset')?.querySelector<HTMLElement>('input') ?? first)?.focus();
  }

  async #loadMore(): Promise<void> {
    const shown = await this.#book.more();
    const { t, format } = this.#text;
    const count = this.#book.value?.totals.count ?? 0;
    if (shown !== null) this.#announcer.say(t.shown(shown, count, format));
  }

  async #export(): Promise<void> {
    this.notice = null;
    await this.#looked();
    const { value, outdated } = this.#book;
    if (!value) return;
    const { t, format } = this.#text;
    const count = outdated ? 0 : value.totals.count;
    await this.#exporter?.start({ t, format, count, now: value.session.now });
  }

  #onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.selected === null) return;
    // A box of the filters closes first, by itself.
    if (this.renderRoot.querySelector('.box:popover-open')) return;
    event.preventDefault();
    this.#closePanel();
  }

  #take(order: Order): void {
    this.#book.put(order);
    if (this.selected === order.id) this.#details.set(order);
  }

  /** The button that was pressed may be gone with what it did. */
  async #keepFocus(orderId: string): Promise<void> {
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    if ((this.renderRoot as ShadowRoot).activeElement) return;
    const heading = this.renderRoot.querySelector<HTMLElement>('#panel-heading');
    if (heading) heading.focus({ preventScroll: true });
    else this.#rows.focus(orderId);
  }
}
