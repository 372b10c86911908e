import type { OrderQuery } from '../../../billing/ports.js';
import { MemoryTableView, type MemoryTable } from './memory-table.js';
import type { OrderIndex } from './order-index/order-index.js';
import type { ListingRow } from './schema.js';
import type { SelectedOrders } from './select-orders.js';
import type { Listing, TransactionMode } from './tables.js';

/** One transaction's view of the listing in memory, with the index of what is committed. */
export class MemoryListing extends MemoryTableView<ListingRow> implements Listing {
  #cleared = false;

  constructor(
    table: MemoryTable<ListingRow>,
    mode: TransactionMode,
    private readonly index: OrderIndex,
  ) {
    super(table, mode);
  }

  override async clear(): Promise<void> {
    this.#cleared = true;
    await super.clear();
  }

  select(query: OrderQuery): Promise<SelectedOrders> {
    return Promise.resolve(this.index.select(query, this.changes));
  }

  override commit(): void {
    super.commit();
    if (this.#cleared) this.index.forget();
    else this.index.put(this.changes, undefined);
  }
}
