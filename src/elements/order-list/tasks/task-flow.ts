import type { ReactiveController } from 'lit';
import type { BackendError, BillingBackend, CallOptions, Order } from '../../../contract/index.js';
import { BackendError as KitError } from '../../../contract/errors.js';
import { isOrder } from '../../../contract/guards.js';
import type { InvoiceDetails } from '../../../domain/index.js';
import type { FieldFault, FieldName } from '../../../locales/order-details/strings.js';
import { orderDetailsLanguages } from '../../../locales/order-details/catalog.js';
import type { OrderDetailsStrings } from '../../../locales/order-details/strings.js';
import type { OrderListStrings } from '../../../locales/order-list/strings.js';
import { Action } from '../../../ui/action.js';
import { withDeadline } from '../../../ui/deadline.js';
import { AttemptKeys } from '../../../ui/idempotency-key.js';
import { loadOrder } from '../../../ui/load-order.js';
import { Localized } from '../../../ui/localize.js';
import type { CallHost } from '../../../ui/remote.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { obstacleOf, type TaskId } from '../actions.js';
import { withDetails, type DetailsStrings } from '../details-words.js';
import type { Draft, Prepared } from './draft.js';
import { freshDraft } from './fresh-draft.js';
import { invoiceTitles, rememberTitle } from './invoice-titles.js';
import { TASKS, type TaskEvent, type Write } from './tasks.js';

export interface TaskHost extends CallHost, Element {
  readonly activeBackend: BillingBackend | null;
  /** The order as far as it is known here. */
  knownOrder(orderId: string): Order | undefined;
  /** The orders at hand. */
  readonly knownOrders: readonly Order[];
  /** The backend has done it. */
  taskDone(done: DoneTask): void;
  /** The backend refused it or did not answer; with the order in the way, where it said so. */
  taskFailed(fresh: Order | undefined): void;
  readonly emit: SeatkitElement['emit'];
}

/** What was done to an order. */
export interface DoneTask {
  id: TaskId;
  /** null when something else happened instead, which `text` says. */
  event: TaskEvent | null;
  before: Order;
  /** As it is now; a lowered price made another. */
  order: Order;
  /** What the person is told. */
  text: string;
}

interface OpenTask {
  id: TaskId;
  /** As it was when the dialog was opened, or when it was last looked at. */
  order: Order;
}

/** An order after an attempt that failed. */
interface Seen {
  order: Order;
  /** The attempt was successful after all: what it gave. */
  done?: Order | undefined;
}

/**
 * The dialog in which something is done to an order. What was typed stays when it is closed, until it has been sent. Sent once, however often
 * asked; tried again with the same key, so that nothing is done twice.
 */
export class TaskFlow implements ReactiveController {
  readonly #host: TaskHost;
  readonly #action: Action<[OpenTask, Write], Order>;
  readonly #words: Localized<OrderDetailsStrings>;
  readonly #drafts = new Map<string, Draft>();
  readonly #keys = new Map<string, AttemptKeys>();
  #open: OpenTask | null = null;
  /** As they were when the dialog was opened, so that what is offered stands still. */
  #titles: InvoiceDetails[] | null = null;
  #touched = new Set<FieldName | 'type'>();
  #tried = false;
  /** The last try of which nothing is known. */
  #unheard: { task: OpenTask; write: Write } | null = null;
  /** While the order is looked at after a failure. */
  #looking: AbortController | null = null;

  constructor(host: TaskHost) {
    this.#host = host;
    this.#words = new Localized(host, orderDetailsLanguages);
    this.#action = new Action(host, (call, task, write) => this.#send(call, task, write));
    host.addController(this);
  }

  /** What is being done, with the order as it is now; null while the dialog is closed. */
  get current(): OpenTask | null {
    if (!this.#open) return null;
    const { id, order } = this.#open;
    return { id, order: this.#host.knownOrder(order.id) ?? order };
  }

  /** The texts of the list with those of what loads apart; null while these are on their way. */
  textsWith(t: OrderListStrings): DetailsStrings | null {
    return this.#words.ready ? withDetails(t, this.#words.t) : null;
  }

  get pending(): boolean {
    return this.#action.pending;
  }

  get error(): BackendError | undefined {
    return this.#action.error;
  }

  /** It was possible when the dialog was opened, and is no more. */
  get overtaken(): boolean {
    const { current } = this;
    return current !== null && !this.pending && obstacleOf(current.order, current.id) !== null;
  }

  /** Whom invoices were made out to before, the latest first; the form begins with that. */
  get titles(): readonly InvoiceDetails[] {
    const { current } = this;
    if (current?.id !== 'request-invoice') return [];
    return (this.#titles ??= invoiceTitles(current.order.installationId, this.#host.knownOrders));
  }

  get draft(): Draft {
    const { current } = this;
    if (!current) return {};
    return (
      this.#drafts.get(nameOf(current.id, current.order.id)) ??
      freshDraft(current.id, current.order, this.titles)
    );
  }

  /** What is wrong with a field, once the person has been there or has tried to send. */
  faultsOf(field: FieldName | 'type'): readonly FieldFault[] {
    if (!this.#tried && !this.#touched.has(field)) return [];
    const prepared = this.#prepared();
    if (!prepared) return [];
    const faults = prepared.ok ? [] : prepared.faults;
    return [...faults, ...this.#backendFaults()].filter((fault) => fault.field === field);
  }

  /** What is doubtful about a field and does not stand in the way; said as soon as it shows. */
  warningsOf(field: FieldName | 'type'): readonly FieldFault[] {
    return this.#prepared()?.warnings.filter((fault) => fault.field === field) ?? [];
  }

  start(id: TaskId, order: Order): void {
    this.#open = { id, order };
    this.#titles = null;
    this.#touched = new Set();
    this.#tried = false;
    this.#unheard = null;
    this.#stopLooking();
    this.#action.clear();
    this.#tell('task-opened');
  }

  /** Closes the dialog, unless what was sent is on its way. */
  close(): void {
    if (this.pending) return;
    this.#tell('task-abandoned');
    this.#open = null;
    this.#stopLooking();
    this.#action.clear();
  }

  type(field: FieldName | 'type', text: string): void {
    const { current } = this;
    if (!current) return;
    this.#drafts.set(nameOf(current.id, current.order.id), { ...this.draft, [field]: text });
    this.#host.requestUpdate();
  }

  /** Puts a title used before in the place of what is typed. */
  useTitle(details: InvoiceDetails): void {
    const { current } = this;
    if (!current) return;
    this.#drafts.set(nameOf(current.id, current.order.id), { ...details });
    this.#host.requestUpdate();
  }

  /** The person has left a field, so that what is wrong with it may be said. */
  leave(field: FieldName | 'type'): void {
    this.#touched.add(field);
    this.#host.requestUpdate();
  }

  /** Sends it. False when a field must be put right first. */
  async submit(): Promise<boolean> {
    const { current } = this;
    if (!current || this.pending) return true;
    this.#tried = true;
    const prepared = this.#prepared();
    if (!prepared?.ok || this.overtaken) {
      this.#host.requestUpdate();
      return false;
    }
    this.#stopLooking();
    const order = await this.#action.run(current, prepared.input);
    if (order) this.#done(current, order);
    else if (this.error) await this.#failed(current, prepared.input, this.error);
    return true;
  }

  hostUpdated(): void {
    if (!this.#unheard || this.#looking || !this.overtaken) return;
    // It came later than the answer was waited for.
    const { task, write } = this.#unheard;
    const { order } = this.current ?? task;
    void this.#look(task, write, order);
  }

  hostDisconnected(): void {
    this.#open = null;
    this.#stopLooking();
  }

  #tell(name: 'task-opened' | 'task-abandoned'): void {
    if (!this.#open) return;
    const { id: action, order } = this.#open;
    this.#host.emit(name, { action, orderId: order.id });
  }

  #done({ id, order: before }: OpenTask, order: Order): void {
    this.#drafts.delete(nameOf(id, before.id));
    this.#keysOf(id, before.id).clear();
    this.#open = null;
    this.#action.clear();
    if (id === 'request-invoice' && order.invoice) {
      rememberTitle(order.installationId, order.invoice.details);
    }
    const { tasks } = this.#words.t;
    const paidInstead = id === 'cancel' && order.paidAt !== null;
    const event = paidInstead ? null : TASKS[id].event;
    const text = paidInstead ? tasks.paidInstead : tasks.done[id];
    this.#host.taskDone({ id, event, before, order, text });
  }

  async #failed(task: OpenTask, write: Write, error: BackendError): Promise<void> {
    if (error.retryable && error.code !== 'rate-limited') this.#unheard = { task, write };
    const { order } = error.data;
    await this.#look(task, write, isOrder(order) && order.id === task.order.id ? order : null);
  }

  /** Shows the order as it is now; what nothing is known of may have been done all the same. */
  async #look(task: OpenTask, write: Write, told: Order | null): Promise<void> {
    const looking = (this.#looking = new AbortController());
    const see = (signal: AbortSignal) => this.#see({ signal }, task, write, told);
    const seen = await withDeadline(see, looking.signal).catch(() => null);
    // Meanwhile the dialog may have been closed, or it was sent again.
    if (looking.signal.aborted) return;
    this.#looking = null;
    if (told) this.#unheard = null;
    if (seen?.done) {
      this.#done(task, seen.done);
      return;
    }
    if (seen) this.#open = { id: task.id, order: seen.order };
    this.#host.taskFailed(seen?.order);
  }

  #stopLooking(): void {
    this.#looking?.abort();
    this.#looking = null;
  }

  #prepared(): Prepared<Write> | null {
    const { current } = this;
    if (!current) return null;
    const { timeZone } = this.#words.format;
    return TASKS[current.id].prepare(this.draft, current.order, timeZone);
  }

  #backendFaults(): FieldFault[] {
    const { invoiceIssues = [], issues = [] } = this.error?.data ?? {};
    return [...invoiceIssues, ...issues.map(({ path, code }) => fault(path, code))];
  }

  /** Kept where a reload finds them, and here for where storage is blocked. */
  #keysOf(id: TaskId, orderId: string): AttemptKeys {
    const name = nameOf(id, orderId);
    const keys = this.#keys.get(name) ?? new AttemptKeys(name);
    this.#keys.set(name, keys);
    return keys;
  }

  async #send(
    call: Required<CallOptions>,
    { id, order: { id: orderId } }: OpenTask,
    { body, send }: Write,
  ): Promise<Order> {
    const { activeBackend } = this.#host;
    if (!activeBackend) throw new KitError('unavailable');
    const order = await send(activeBackend, this.#keysOf(id, orderId).keyFor(body), call);
    if (!isAnswer(order, id, orderId)) throw new KitError('invalid-response');
    return order;
  }

  async #see(
    call: Required<CallOptions>,
    task: OpenTask,
    write: Write,
    told: Order | null,
  ): Promise<Seen> {
    const { activeBackend } = this.#host;
    if (!activeBackend) throw new KitError('unavailable');
    const { id, order: before } = task;
    const order = told ?? (await loadOrder(activeBackend, before.id, call));
    if (!this.#unheard) return { order };
    if (write.shows) return write.shows(order) ? { order, done: order } : { order };
    if (obstacleOf(order, id) === null) return { order };
    // Whether it was this attempt that did it is known by its key.
    return { order, done: await this.#send(call, task, write).catch(() => undefined) };
  }
}

/** The order that was written, or the one that took its place. */
function isAnswer(order: unknown, id: TaskId, orderId: string): order is Order {
  if (!isOrder(order)) return false;
  if (id === 'lower-price') return order.replacesOrderId === orderId;
  return order.id === orderId && !(id === 'cancel' && order.status === 'pending');
}

function nameOf(id: TaskId, orderId: string): string {
  return `${id}:${orderId}`;
}

/** A fault the backend found and the page did not. */
function fault(path: string, code: string): FieldFault {
  if (path === 'receivedAt') return { field: 'receivedDay', code: 'not-then' };
  return {
    field: path as FieldName,
    code: code === 'missing' ? code : 'bad-format',
  };
}
