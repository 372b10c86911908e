import type { CSSResultOrNative, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BillingBackend, Order, OrderFilter } from '../../contract/index.js';
import { isOrder } from '../../contract/guards.js';
import { orderListCatalog } from '../../locales/order-list/catalog.js';
import { loadOrder } from '../../ui/load-order.js';
import { Localized } from '../../ui/localize.js';
import { Remote } from '../../ui/remote.js';
import { SeatkitElement } from '../../ui/seatkit-element.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import type { ActionName } from '../../locales/order-list/strings.js';
import { AddressLoader } from './address-loader.js';
import { Announcer } from './announcer.js';
import { Arrivals } from './arrivals.js';
import { askHost } from './ask-host.js';
import type { OrderColumn } from './columns/host-columns.js';
import { ListColumns } from './columns/list-columns.js';
import { DepthLoader } from './depth-loader.js';
import type { HostActions, OrderRowAction } from './host-actions.js';
import type { ListTools } from './list-tools.js';
import { Live } from './live.js';
import './events.js';
import type { ReadingName } from './export/reading-flow.js';
import { readFilter, sortedBy } from './filter.js';
import { OrderBook } from './order-book.js';
import { pageUrlOf } from './page-url.js';
import { allSlots, firstSlots, RowBody } from './row-body.js';
import { RowFocus } from './row-focus.js';
import type { RowMenu } from './row-menu.js';
import type { RowWindow } from './row-window.js';
import { NO_CHOICE, readColumns, type ColumnChoice } from './settings/stored-columns.js';
import { Search } from './search.js';
import { orderListStyles } from './styles.js';
import type { DoneTask, TaskFlow } from './tasks/task-flow.js';
import { listView, type ListView, type Notice } from './views/list-view.js';
import { WideBox } from './wide-box.js';

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
 * @event order-renew - Somebody wants the time of an order once more; cancelable. Open your checkout with `detail.request`, or give `renew-url`. `detail: { orderId, installationId, request }`.
 * @event transfer-confirmed - The operator noted that a transfer arrived. `detail: { order }`.
 * @event order-cancelled - An order was cancelled. `detail: { order }`.
 * @event refund-requested - A refund was asked for. `detail: { order }`.
 * @event refund-decided - A refund was approved, rejected or tried again. `detail: { order }`.
 * @event invoice-requested - An invoice was asked for. `detail: { order }`.
 * @event invoice-marked - An invoice was mailed, sent or cancelled. `detail: { order }`.
 * @event complaint-filed - The provider was reported. `detail: { order }`.
 * @event complaint-answered - A complaint was answered, perhaps closed. `detail: { order }`.
 * @event price-lowered - The price was lowered. `detail: { order }` is the order that took the old one's place.
 * @event filter-changed - The viewer, or the address of the page, changed filter or sort. `detail: { filter }`.
 * @event columns-changed - The viewer chose other columns. `detail: { columns, everything }`: the ids of those shown, and whether an export has all.
 * @event row-action-chosen - One of `rowActions` was chosen. `detail: { actionId, orderId, order }`.
 * @event task-opened - The dialog of an action was opened. `detail: { action, orderId }`; what comes of it has an event of its own.
 * @event task-abandoned - It was closed without anything having been done. `detail: { action, orderId }`.
 * @event export-started - All orders that the filter matches are being read for a file. `detail: { count }`.
 * @event export-cancelled - That ended before it was done: the viewer cancelled it, or the backend or the element has gone.
 * @event export-failed - That failed, and can be tried again. `detail: { code }`.
 * @event orders-exported - All orders that the filter matches were handed over as a CSV file. `detail: { count }`.
 * @event print-started - All orders that the filter matches are being read for printing. `detail: { count }`.
 * @event print-cancelled - That ended before it was done.
 * @event print-failed - That failed, and can be tried again. `detail: { code }`.
 * @event orders-printed - They were handed to the browser to print. `detail: { count }`.
 * @event billing-error - Something failed, for the host's log.
 *
 * @csspart list - The filters, rows and totals.
 * @csspart panel - The details beside the list.
 */
export class OrderList extends SeatkitElement {
  static override styles = [SeatkitElement.styles, orderListStyles];

  /** What is listed and how it is sorted; the viewer changes it. The installation is `installation-id`. */
  @property({ attribute: false }) filter: OrderFilter = {};

  /**
   * Keeps {@link filter}, sort included, in this query parameter of the page's address, `orders` when empty, so that it survives a reload
   * and can be sent to somebody: `?orders=status:paid,refunded;sort:amount-desc`. What stands there at the start wins over `filter`, and
   * without the parameter `filter` is what is listed. Two lists on one page take two names. Absent: the address is left alone.
   */
  @property({ attribute: 'filter-in-url' }) filterInUrl: string | null = null;

  /** The page to pay an order on, with `{orderId}` where its id goes; http(s) only. Without it `order-pay` is all that happens. */
  @property({ attribute: 'pay-url' }) payUrl: string | null = null;

  /** The page to renew on, with `{orderId}` and `{installationId}`; http(s) only. Without it `order-renew` is all that happens. */
  @property({ attribute: 'renew-url' }) renewUrl: string | null = null;

  /** Columns of the host's own, before the actions. Texts only; which of them are shown is the viewer's choice. */
  @property({ attribute: false }) columns: readonly OrderColumn[] = [];

  /** What the host does to orders, in the menu of each row and in the details; chosen, it is told by `row-action-chosen`. */
  @property({ attribute: false }) rowActions: readonly OrderRowAction[] = [];

  /** What the viewer has chosen about the columns. @internal */
  @state() columnChoice: ColumnChoice = NO_CHOICE;

  @state() private selected: string | null = null;
  @state() private notice: Notice | null = null;

  readonly #text = new Localized(this, orderListCatalog);
  readonly #announcer = new Announcer(this);
  readonly #arrivals = new Arrivals();
  readonly #box = new WideBox(this);
  /** @internal */
  readonly listColumns = new ListColumns(this, () => this.hasUpdated && this.applyTheme());
  readonly #search = new Search(this);
  // Before whatever asks, so that the address is read first.
  readonly #address = new AddressLoader(this);
  readonly #book = new OrderBook(this);
  readonly #details = new Remote(this, {
    args: (): [BillingBackend | null, string | null] => [this.activeBackend, this.selected],
    load: ([backend, orderId], call) => loadOrder(backend, orderId, call),
  });
  readonly #depth = new DepthLoader(
    this,
    ({ HostActions, ListTools, RowMenu, RowWindow, TaskFlow }) => {
      this.#hostActions = new HostActions(this);
      this.#tools = new ListTools(this);
      this.#menu = new RowMenu(this);
      this.#tasks = new TaskFlow(this);
      this.#window = new RowWindow(this, this.#book, this.#body, this.#rows);
      this.applyTheme();
    },
  );
  readonly #body = new RowBody(this, () => {
    const { orders } = this.#book;
    return this.#window?.slots ?? (this.#depth.failed ? allSlots(orders) : firstSlots(orders));
  });
  readonly #live: Live;
  readonly #rows = new RowFocus(this, this.#body, (orderId) => this.#select(orderId));
  #hostActions: HostActions | undefined;
  #tools: ListTools | undefined;
  #menu: RowMenu | undefined;
  #window: RowWindow | undefined;
  #tasks: TaskFlow | undefined;

  constructor() {
    super();
    this.#live = new Live(this, () => void this.refresh());
  }

  /** The backend in force; none is asked before the address of the page has said what for. */
  override get activeBackend(): BillingBackend | null {
    return this.#address.pending ? null : super.activeBackend;
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
  taskDone({ id, event, before, order, text }: DoneTask): void {
    this.#take(order);
    void this.refresh();
    if (id === 'lower-price' && this.selected === before.id) this.#select(order.id);
    this.notice = { kind: 'success', text };
    if (event) this.emit(event, { order });
    void this.#keepFocus(order.id);
  }

  /** @internal */
  taskFailed(fresh: Order | undefined): void {
    if (fresh && isOrder(fresh)) this.#take(fresh);
    void this.refresh();
  }

  /** The viewer, or the address of the page, wants another. @internal */
  takeFilter(filter: OrderFilter): void {
    this.filter = filter;
    this.emit('filter-changed', { filter });
  }

  /** Announces it. @internal */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** Shows it in place. @internal */
  tell(kind: Notice['kind'], text: string): void {
    this.notice = { kind, text };
  }

  protected override get sheets(): CSSResultOrNative[] {
    return [...super.sheets, ...this.listColumns.sheets, ...(this.#depth.value?.depthStyles ?? [])];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.columnChoice = readColumns(this);
    if (changed.has('filter') && this.hasUpdated && this.#book.outdated) this.#book.ask();
    const words = this.#arrivals.words(this.#book, this.query, this.#text);
    if (words !== null) this.#announcer.say(words);
  }

  protected override render(): TemplateResult {
    if (!this.#text.ready || this.#address.pending) return skeleton(10);
    const { t, format } = this.#text;
    const book = this.#book;
    const filter = readFilter(this.filter);
    const menuOf = this.#menu?.orderId ?? null;
    const view: ListView = {
      t,
      format,
      book,
      filter,
      role: book.value?.session.role ?? 'member',
      several: this.installationId === '',
      currency: this.#arrivals.currency,
      now: book.value?.session.now ?? new Date().toISOString(),
      columns: this.listColumns.shown,
      search: this.#search.text,
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
      live: this.#live,
      depth: this.#depth.value,
      windowed: this.#window?.windowed ?? false,
      menuOf,
      menuOrder: menuOf === null ? undefined : this.knownOrder(menuOf),
      notice: this.notice,
      announcement: this.#announcer.text,
      pageFor: (id, order) => this.#pageFor(id, order),
      onFilter: (changed) => this.takeFilter(changed),
      onSearch: (text) => this.#search.type(text),
      onSort: (by) => this.takeFilter(sortedBy(filter, by)),
      onSelect: (orderId) => this.#select(orderId),
      onAction: (id, order, event) => this.#act(id, order, event),
      hostActions: (order) => this.#hostActions?.of(order) ?? [],
      onHostAction: (actionId, order) => this.#chooseHostAction(actionId, order),
      onMenu: ({ id }, button) => void this.#toggleMenu(id, button),
      onMenuKeydown: (event) => this.#menu?.onKeydown(event),
      onKeydown: this.#rows.onKeydown,
      onFocusin: this.#rows.onFocusin,
      onEscape: (event) => this.#onEscape(event),
      onRefresh: () => void this.refresh(),
      onMore: () => void this.#loadMore(),
      onClosePanel: () => this.#closePanel(),
      tools: this.#tools,
      exportable: book.outdated || book.value?.totals?.count !== 0,
      onTool: (name) => void this.#readAll(name),
      onDismiss: () => (this.notice = null),
      onSubmit: () => void this.#submit(),
    };
    this.#body.view = view;
    return listView(view);
  }

  protected override updated(): void {
    if (this.#book.value) this.#depth.loadSoon();
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
    if (id !== 'pay' && id !== 'renew') {
      void this.#looked().then(() => this.#tasks?.start(id, order));
      return;
    }
    const { payHint, renewHint } = this.#text.t;
    if (!askHost(this, id, order)) event.preventDefault();
    else if (!this.#pageFor(id, order)) {
      this.notice = { kind: 'info', text: id === 'pay' ? payHint : renewHint };
    }
  }

  #chooseHostAction(actionId: string, order: Order): void {
    this.#menu?.close();
    this.emit('row-action-chosen', { actionId, orderId: order.id, order });
  }

  #pageFor(id: ActionName, order: Order): string | null {
    const template = id === 'pay' ? this.payUrl : id === 'renew' ? this.renewUrl : null;
    return pageUrlOf(template, order);
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
    const totals = this.#book.value?.totals;
    if (shown === null) return;
    this.#announcer.say(totals ? t.shown(shown, totals.count, format) : t.count(shown, format));
  }

  async #readAll(name: ReadingName): Promise<void> {
    this.notice = null;
    await this.#looked();
    const { value, outdated } = this.#book;
    if (!value) return;
    const { t, format } = this.#text;
    await this.#tools?.start(name, {
      t,
      format,
      count: outdated ? 0 : (value.totals?.count ?? 0),
      now: value.session.now,
      filter: this.query,
      currency: this.#arrivals.currency,
    });
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
