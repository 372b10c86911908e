import type { ListedOrder } from '../../../../billing/order-query.js';
import type { OrderQuery } from '../../../../billing/ports.js';
import type { OrderSort } from '../../../../contract/index.js';
import type { SelectedOrders } from '../select-orders.js';
import { changedColumns } from './build-columns.js';
import { IndexMissing } from './index-missing.js';
import type { OrderChanges } from './layers.js';
import type { Flags } from './match-slots.js';
import { slotOf, type OrderColumns } from './order-columns.js';
import { selectLayered } from './select-layered.js';
import { inSlices } from './slices.js';
import { sortColumns } from './sort-columns.js';

/** So many changes are taken into the columns; fewer lie over them. */
const MANY_CHANGES = 1000;

/** Columns, and up to where they have taken in what happened. */
export interface MarkedColumns<Mark> {
  readonly columns: OrderColumns;
  readonly mark: Mark;
}

interface Sorted<Mark> {
  readonly columns: OrderColumns;
  /** Up to where columns and changes together have taken in what happened. */
  mark: Mark;
  /** The slots in ascending order of each sort that was asked for. */
  readonly ascending: Map<OrderSort['by'], Uint32Array>;
}

/**
 * The orders of a store in memory, as far as lists are made of them. It is made when the first list is asked for and kept up with changes
 * from then on. Making it, sorting it otherwise and taking in many changes happen in slices, and lists are made of what was there before.
 */
export class OrderIndex<Mark = undefined> {
  #sorted: Sorted<Mark> | null = null;
  #changes = new Map<string, ListedOrder | null>();
  /** 0 for each slot whose order has changed. */
  #shown: Flags = new Uint8Array();
  #reading = false;
  #compacting = false;
  /** Counts how often all was forgotten. */
  #epoch = 0;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param read gives every order there is, in slices. It may miss what is put meanwhile, or have it already
   * @param compacted hears of columns that many changes were taken into
   */
  constructor(
    private readonly read: () => Promise<MarkedColumns<Mark>>,
    private readonly compacted: (columns: MarkedColumns<Mark>) => void = () => undefined,
  ) {}

  /** Up to where it has taken in what happened, in the words of whoever told it; undefined before it is made. */
  get mark(): Mark | undefined {
    return this.#sorted?.mark;
  }

  /** Takes in what has changed for good. */
  put(changes: OrderChanges, mark: Mark): void {
    if (!this.#sorted && !this.#reading) return;
    for (const [id, order] of changes) this.#changes.set(id, order);
    if (this.#sorted) {
      this.#sorted.mark = mark;
      hide(this.#shown, this.#sorted.columns, changes);
    }
    if (this.#changes.size >= MANY_CHANGES) this.#compactSoon();
  }

  /** All may be otherwise from now on. */
  forget(): void {
    this.#epoch++;
    this.#sorted = null;
    this.#changes = new Map();
  }

  /**
   * A page of what matches, as `filter().sort()` over all orders gives it (order-query.ts).
   *
   * @param own changes that are not for good yet
   * @throws IndexMissing when the index, or this sort of it, must be made first
   */
  select(query: OrderQuery, own: OrderChanges = new Map()): SelectedOrders {
    const { by } = query.sort;
    const { columns, ascending } = this.#sorted ?? {};
    const slots = ascending?.get(by);
    if (!columns || !slots) throw new IndexMissing(() => this.#inTurn(() => this.#prepare(by)));
    if (own.size === 0) {
      return selectLayered({ columns, slots, changes: this.#changes, shown: this.#shown }, query);
    }
    const changes = new Map([...this.#changes, ...own]);
    const shown = hide(this.#shown.slice(), columns, own);
    return selectLayered({ columns, slots, changes, shown }, query);
  }

  async #prepare(by: OrderSort['by']): Promise<void> {
    const sorted = this.#sorted ?? (await this.#load());
    if (!sorted.ascending.has(by)) {
      sorted.ascending.set(by, await inSlices(sortColumns(sorted.columns, by)));
    }
  }

  async #load(): Promise<Sorted<Mark>> {
    const epoch = this.#epoch;
    this.#reading = true;
    this.#changes = new Map();
    try {
      const loaded: Sorted<Mark> = { ...(await this.read()), ascending: new Map() };
      if (epoch === this.#epoch) this.#begin(loaded, this.#changes);
      return loaded;
    } finally {
      this.#reading = false;
    }
  }

  #compactSoon(): void {
    if (!this.#sorted || this.#compacting) return;
    this.#compacting = true;
    void this.#inTurn(() => this.#compact()).finally(() => (this.#compacting = false));
  }

  async #compact(): Promise<void> {
    const before = this.#sorted;
    if (!before) return;
    const { mark } = before;
    const taken = new Map(this.#changes);
    const columns = await inSlices(changedColumns(before.columns, taken));
    const ascending: Sorted<Mark>['ascending'] = new Map();
    for (const by of before.ascending.keys()) {
      ascending.set(by, await inSlices(sortColumns(columns, by)));
    }
    if (this.#sorted !== before) return;
    const since = [...this.#changes].filter(([id, order]) => taken.get(id) !== order);
    this.#begin({ columns, ascending, mark: before.mark }, new Map(since));
    this.compacted({ columns, mark });
  }

  #begin(sorted: Sorted<Mark>, changes: Map<string, ListedOrder | null>): void {
    this.#sorted = sorted;
    this.#changes = changes;
    const all = new Uint8Array(sorted.columns.ids.length).fill(1);
    this.#shown = hide(all, sorted.columns, changes);
  }

  /** One after the other, so that nothing is made twice. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** Marks the slots of changed orders as not shown. */
function hide(shown: Flags, columns: OrderColumns, changes: OrderChanges): Flags {
  for (const id of changes.keys()) {
    const slot = slotOf(columns, id);
    if (slot >= 0) shown[slot] = 0;
  }
  return shown;
}
