import type { Order } from '../../contract/index.js';

/** Something that the host does to orders, offered in the menu of a row and in the details, after the list's own actions. */
export interface OrderRowAction {
  /** Different from the others; told by `row-action-chosen`. */
  id: string;
  /** What it does, in the viewer's language. Plain text. */
  label: string | ((order: Order) => string);
  /** Whether it is offered for an order; without it, for all. */
  shown?: (order: Order) => boolean;
  /** Why it cannot be done to an order now, in the viewer's language; null when it can. */
  disabledReason?: (order: Order) => string | null;
}

/** An action of the host's as it is offered for one order. */
export interface HostAction {
  id: string;
  label: string;
  /** Why it cannot be done now; null when it can. */
  reason: string | null;
}

interface ActionsHost {
  readonly rowActions: readonly OrderRowAction[];
  reportError(error: unknown): void;
}

/** What the host offers to do to orders. One whose functions fail is not offered where they do, and is told to the host's log once. */
export class HostActions {
  readonly #host: ActionsHost;
  #given: unknown;
  #actions: readonly OrderRowAction[] = [];
  #reported = new Set<string>();

  constructor(host: ActionsHost) {
    this.#host = host;
  }

  of(order: Order): HostAction[] {
    const { rowActions } = this.#host;
    if (rowActions !== this.#given) this.#take(rowActions);
    return this.#actions.flatMap((action) => this.#offered(action, order) ?? []);
  }

  /** Leaves out what is no action, and an id that is there already. */
  #take(given: unknown): void {
    this.#given = given;
    this.#reported = new Set();
    const known = new Map<string, OrderRowAction>();
    const actions: readonly unknown[] = Array.isArray(given) ? given : [];
    for (const [index, action] of actions.entries()) {
      if (!isRowAction(action)) {
        this.#host.reportError(new TypeError(`rowActions[${index}] has no id and label`));
      } else if (known.has(action.id)) {
        this.#host.reportError(
          new TypeError(`rowActions[${index}]: there is an action "${action.id}" already`),
        );
      } else {
        known.set(action.id, action);
      }
    }
    this.#actions = [...known.values()];
  }

  #offered(action: OrderRowAction, order: Order): HostAction | null {
    const { id, label } = action;
    try {
      if (action.shown && !action.shown(order)) return null;
      const text = textOf(typeof label === 'function' ? label(order) : label);
      const reason: unknown = action.disabledReason?.(order) ?? null;
      return { id, label: text, reason: reason === null ? null : textOf(reason) };
    } catch (error) {
      if (!this.#reported.has(id)) {
        this.#reported.add(id);
        this.#host.reportError(new Error(`Row action "${id}" failed: ${String(error)}`));
      }
      return null;
    }
  }
}

/** What is drawn is text, whatever the host's functions return in truth. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('It is no text');
  return value;
}

function isRowAction(value: unknown): value is OrderRowAction {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, shown, disabledReason } = value as Partial<
    Record<keyof OrderRowAction, unknown>
  >;
  const functions = [shown, disabledReason].every(
    (part) => part === undefined || typeof part === 'function',
  );
  return (
    typeof id === 'string' &&
    id !== '' &&
    (typeof label === 'string' || typeof label === 'function') &&
    functions
  );
}
