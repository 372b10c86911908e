import { sql } from 'kysely';
import type { OrderKey } from './order-documents.js';
import { listed, oneOf } from './one-of.js';
import type { Scope } from './scope.js';

/** For each installation its pending orders and, of those paid and not returned, the one paid last: one look into an index for each. */
export async function standingOrderIds(
  { kind, db }: Pick<Scope, 'kind' | 'db'>,
  installationIds: readonly string[],
): Promise<OrderKey[]> {
  const ids = [...new Set(installationIds)];
  const { rows } = await sql<{ installation_id: string; order_id: string | null }>`
    select installation_id, order_id from orders
      where status = 'pending' and ${oneOf(kind, 'installation_id', ids)}
    union all
    select listed.value, (
      select order_id from orders
      where installation_id = listed.value and standing_since is not null
      order by installation_id desc, standing_since desc, order_id desc limit 1
    ) from ${listed(kind, ids)}`.execute(db);
  return rows.flatMap(({ installation_id, order_id }) =>
    order_id === null ? [] : [{ installation_id, order_id }],
  );
}
