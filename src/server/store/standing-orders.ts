import { sql } from 'kysely';
import type { OrderKey } from './order-documents.js';
import type { Scope } from './scope.js';

/** Installations asked about in one statement. */
const TOGETHER = 200;

/** For each installation its pending orders and, of those paid and not returned, the one paid last: one look into an index for each. */
export async function standingOrderIds(
  { db }: Pick<Scope, 'db'>,
  installationIds: readonly string[],
): Promise<OrderKey[]> {
  const unique = [...new Set(installationIds)];
  const keys: OrderKey[] = [];
  for (let from = 0; from < unique.length; from += TOGETHER) {
    const some = unique.slice(from, from + TOGETHER);
    const parts = some.map(
      (id) => sql`
        select installation_id, order_id from orders
          where installation_id = ${id} and status = 'pending'
        union all
        select * from (select installation_id, order_id from orders
          where installation_id = ${id} and standing_since is not null
          order by installation_id desc, standing_since desc, order_id desc limit 1) as newest`,
    );
    const { rows } = await sql<OrderKey>`${sql.join(parts, sql` union all `)}`.execute(db);
    keys.push(...rows);
  }
  return keys;
}
