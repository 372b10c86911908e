import type { ReactiveController } from 'lit';
import type { BackendError, BillingBackend, CallOptions, Order } from '../../../contract/index.js';
import { BackendError as KitError } from '../../../contract/errors.js';
import { isOrder } from '../../../contract/guards.js';
import type { FieldFault, FieldName } from '../../../locales/order-list/strings.js';
import { Action } from '../../../ui/action.js';
import { AttemptKeys } from '../../../ui/idempotency-key.js';
import type { CallHost } from '../../../ui/remote.js';
import { obstacleOf, type TaskId } from '../actions.js';
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
  /** As it was when the dialog was opened. */
  order: Order;
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
    return current !== null && obstacleOf(current.order, current.id) !== null;
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
    this.#action.clear();
  }

  /** Closes the dialog, unless what was sent is on its way. */
  close(): void {
    if (this.pending) return;
    this.#open = null;
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
    const { id, order: before } = current;
    const order = await this.#action.run(current, prepared.input);
    if (order) {
      this.#drafts.delete(nameOf(id, before.id));
      this.#keysOf(id, before.id).clear();
      this.#open = null;
      this.#host.taskDone({ id, event: TASKS[id].event, before, order });
    } else if (this.error) {
      this.#host.taskFailed(this.error.data.order);
    }
    return true;
  }

  hostDisconnected(): void {
    this.#open = null;
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
    if (!isOrder(order)) throw new KitError('invalid-response');
    return order;
  }
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
