import type { ReactiveController } from 'lit';
import type { BackendError, BillingBackend, CallOptions, Order } from '../../../contract/index.js';
import { BackendError as KitError } from '../../../contract/errors.js';
import { isOrder } from '../../../contract/guards.js';
import type { FieldFault, FieldName } from '../../../locales/order-list/strings.js';
import { Action } from '../../../ui/action.js';
import { withDeadline } from '../../../ui/deadline.js';
import { AttemptKeys } from '../../../ui/idempotency-key.js';
import type { CallHost } from '../../../ui/remote.js';
import { obstacleOf, type TaskId } from '../actions.js';
import { loadOrder } from '../load-orders.js';
import type { Draft, Prepared } from './draft.js';
import { freshDraft, lastInvoice } from './fresh-draft.js';
import { TASKS, type TaskEvent, type Write } from './tasks.js';

export interface TaskHost extends CallHost {
  readonly activeBackend: BillingBackend | null;
  /** The order as far as it is known here. */
  knownOrder(orderId: string): Order | undefined;
  /** The orders at hand. */
  readonly knownOrders: readonly Order[];
  /** The backend has done it. */
  taskDone(done: DoneTask): void;
  /** The backend refused it or did not answer; with the order in the way, where it said so. */
  taskFailed(fresh: Order | undefined): void;
}

/** What was done to an order. */
export interface DoneTask {
  id: TaskId;
  event: TaskEvent;
  before: Order;
  /** As it is now; a lowered price made another. */
  order: Order;
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
  readonly #drafts = new Map<string, Draft>();
  readonly #keys = new Map<string, AttemptKeys>();
  #open: OpenTask | null = null;
  #touched = new Set<FieldName | 'type'>();
  #tried = false;
  #looking = new AbortController();

  constructor(host: TaskHost) {
    this.#host = host;
    this.#action = new Action(host, (call, task, write) => this.#send(call, task, write));
    host.addController(this);
  }

  /** What is being done, with the order as it is now; null while the dialog is closed. */
  get current(): OpenTask | null {
    if (!this.#open) return null;
    const { id, order } = this.#open;
    return { id, order: this.#host.knownOrder(order.id) ?? order };
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

  /** The invoice was filled in like the last one. */
  get remembered(): boolean {
    const { current } = this;
    return current !== null && lastInvoice(current.order, this.#host.knownOrders) !== null;
  }

  get draft(): Draft {
    const { current } = this;
    if (!current) return {};
    return (
      this.#drafts.get(nameOf(current.id, current.order.id)) ??
      freshDraft(current.id, current.order, this.#host.knownOrders)
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
    this.#touched = new Set();
    this.#tried = false;
    this.#looking.abort();
    this.#action.clear();
  }

  /** Closes the dialog, unless what was sent is on its way. */
  close(): void {
    if (this.pending) return;
    this.#open = null;
    this.#looking.abort();
    this.#action.clear();
  }

  type(field: FieldName | 'type', text: string): void {
    const { current } = this;
    if (!current) return;
    this.#drafts.set(nameOf(current.id, current.order.id), { ...this.draft, [field]: text });
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
    this.#looking.abort();
    const order = await this.#action.run(current, prepared.input);
    if (order) this.#done(current, order);
    else if (this.error) await this.#failed(current, prepared.input, this.error);
    return true;
  }

  hostDisconnected(): void {
    this.#open = null;
    this.#looking.abort();
  }

  #done({ id, order: before }: OpenTask, order: Order): void {
    this.#drafts.delete(nameOf(id, before.id));
    this.#keysOf(id, before.id).clear();
    this.#open = null;
    this.#action.clear();
    this.#host.taskDone({ id, event: TASKS[id].event, before, order });
  }

  /** Shows the order as it is now; where no answer came it may have been done all the same. */
  async #failed(task: OpenTask, write: Write, error: BackendError): Promise<void> {
    const { signal } = (this.#looking = new AbortController());
    const look = (inner: AbortSignal) =>
      this.#lookWhetherDone({ signal: inner }, task, write, error);
    const seen = await withDeadline(look, signal).catch(() => undefined);
    // Meanwhile the dialog may have been closed, or it was sent again.
    if (signal.aborted) return;
    if (seen?.done) {
      this.#done(task, seen.done);
      return;
    }
    if (seen) this.#open = { id: task.id, order: seen.order };
    this.#host.taskFailed(seen?.order);
  }

  #prepared(): Prepared<Write> | null {
    const { current } = this;
    if (!current) return null;
    return TASKS[current.id].prepare(this.draft, current.order);
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

  async #lookWhetherDone(
    call: Required<CallOptions>,
    task: OpenTask,
    write: Write,
    { code, retryable, data }: BackendError,
  ): Promise<Seen> {
    const { activeBackend } = this.#host;
    const { id, order: before } = task;
    if (!activeBackend) throw new KitError('unavailable');
    const told = isOrder(data.order) && data.order.id === before.id ? data.order : null;
    const order = told ?? (await loadOrder(activeBackend, before.id, call));
    if (!retryable || code === 'rate-limited') return { order };
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
  return {
    field: path as FieldName,
    code: code === 'missing' ? code : 'bad-format',
  };
}
