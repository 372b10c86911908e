import type { ListedOrder } from '../../../../billing/order-query.js';
import { Interned } from './interned.js';
import type { Sliced } from './slices.js';

/** What orders have out of closed lists. */
export type OrderTraits = Pick<ListedOrder, 'kind' | 'status' | 'method' | 'invoice' | 'currency'>;

/** Whose an order is, and by what names. */
export type OrderOwner = Pick<
  ListedOrder,
  'installationId' | 'appName' | 'customerName' | 'createdBy'
>;

/**
 * Orders as columns, never changed once made. An order stands at the same slot of each; slots are in order of the ids, so that a slot is
 * also the rank of its id. What many orders share is kept once, apart.
 */
export interface OrderColumns {
  readonly ids: readonly string[];
  /** The ids lower-cased, each followed by a line feed. */
  readonly searchIds: string;
  /** Where each begins in `searchIds`, and at the end its length. */
  readonly idStarts: Uint32Array;
  /** Milliseconds since the epoch. */
  readonly createdAt: Float64Array;
  /** Minor units. */
  readonly payable: Float64Array;
  readonly seats: Uint32Array;
  /** Places in `traitsOf`. */
  readonly traits: Uint32Array;
  readonly traitsOf: readonly OrderTraits[];
  /** Places in `ownersOf`. */
  readonly owners: Uint32Array;
  readonly ownersOf: readonly OrderOwner[];
}

/** Makes columns of orders that come in order of their ids. */
export class ColumnsBuilder {
  readonly #ids: string[] = [];
  readonly #searchIds: string[] = [];
  readonly #idStarts = [0];
  readonly #createdAt: number[] = [];
  readonly #payable: number[] = [];
  readonly #seats: number[] = [];
  readonly #traits: number[] = [];
  readonly #traitsOf = new Interned<OrderTraits>(
    ({ kind, status }) => kind + status,
    (a, b) =>
      a.kind === b.kind &&
      a.status === b.status &&
      a.method === b.method &&
      a.invoice?.status === b.invoice?.status &&
      a.currency === b.currency,
  );
  readonly #owners: number[] = [];
  readonly #ownersOf = new Interned<OrderOwner>(
    ({ installationId, createdBy }) => installationId + createdBy.userName,
    (a, b) =>
      a.installationId === b.installationId &&
      a.appName === b.appName &&
      a.customerName === b.customerName &&
      a.createdBy.userName === b.createdBy.userName,
  );

  add(order: ListedOrder): void {
    const { id, kind, status, method, invoice, currency, quote } = order;
    const { installationId, appName, customerName, createdBy } = order;
    this.#ids.push(id);
    const searchId = `${id.toLowerCase()}\n`;
    this.#searchIds.push(searchId);
    this.#idStarts.push((this.#idStarts.at(-1) ?? 0) + searchId.length);
    this.#createdAt.push(Date.parse(order.createdAt));
    this.#payable.push(quote.payable);
    this.#seats.push(quote.seats);
    this.#traits.push(this.#traitsOf.add({ kind, status, method, invoice, currency }));
    this.#owners.push(this.#ownersOf.add({ installationId, appName, customerName, createdBy }));
  }

  *columns(): Sliced<OrderColumns> {
    const searchIds = this.#searchIds.join('');
    yield;
    const idStarts = new Uint32Array(this.#idStarts);
    yield;
    const createdAt = new Float64Array(this.#createdAt);
    yield;
    const payable = new Float64Array(this.#payable);
    const seats = new Uint32Array(this.#seats);
    yield;
    const traits = new Uint32Array(this.#traits);
    const owners = new Uint32Array(this.#owners);
    return {
      ids: this.#ids,
      searchIds,
      idStarts,
      createdAt,
      payable,
      seats,
      traits,
      traitsOf: this.#traitsOf.values,
      owners,
      ownersOf: this.#ownersOf.values,
    };
  }
}

/** The order at a slot, as it came. */
export function orderAt(columns: OrderColumns, slot: number): ListedOrder {
  const { ids, createdAt, payable, seats, traits, traitsOf, owners, ownersOf } = columns;
  const id = ids[slot];
  const trait = traitsOf[traits[slot] ?? -1];
  const owner = ownersOf[owners[slot] ?? -1];
  if (id === undefined || !trait || !owner) throw new RangeError(`no order at ${slot}`);
  return {
    id,
    ...trait,
    ...owner,
    createdAt: new Date(createdAt[slot] ?? NaN).toISOString(),
    quote: { payable: payable[slot] ?? NaN, seats: seats[slot] ?? NaN },
  };
}

/** The slot of an order; -1 where it has none. */
export function slotOf({ ids }: OrderColumns, id: string): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const other = ids[middle] ?? '';
    if (other === id) return middle;
    if (other < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
