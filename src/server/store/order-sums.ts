import { sql } from 'kysely';
import type { OrderRow, Schema } from './schema.js';
import type { Scope } from './scope.js';

/** By what the sums of each table are told apart: its key. */
export const SUMS = {
  order_sums: ['installation_id', 'status', 'currency'],
  order_sums_by_traits: ['installation_id', 'status', 'currency', 'kind', 'method', 'invoice'],
} as const satisfies Partial<Record<keyof Schema, readonly (keyof OrderRow)[]>>;

export type SumTable = keyof typeof SUMS;

export const SUM_TABLES = Object.keys(SUMS) as SumTable[];

/**
 * Takes from the sums what an order added to them before, and adds what it does now. Writers of one installation come one after the other,
 * so nobody else waits for its sums.
 */
export async function keepSums(
  db: Scope['db'],
  before: OrderRow | null,
  now: OrderRow,
): Promise<void> {
  for (const table of SUM_TABLES) {
    const columns = SUMS[table];
    const stays = before && columns.every((column) => before[column] === now[column]);
    if (stays && before.payable === now.payable) continue;
    const added = stays
      ? [{ row: now, orders: 0, payable: now.payable - before.payable }]
      : [
          ...(before ? [{ row: before, orders: -1, payable: -before.payable }] : []),
          { row: now, orders: 1, payable: now.payable },
        ];
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const rows = added.map(({ row, orders, payable }) => {
      const values = columns.map((column) => row[column]);
      return sql`(${sql.join([...values, orders, payable])})`;
    });
    const sums = sql.table(table);
    await sql`insert into ${sums} (${names}, orders, payable) values ${sql.join(rows)}
      on conflict (${names}) do update set
        orders = ${sums}.orders + excluded.orders,
        payable = ${sums}.payable + excluded.payable`.execute(db);
  }
}
