import { sql } from 'kysely';
import type { OrderRecord } from '../../billing/index.js';
import type { Scope } from './scope.js';

/** An order by its whole key. */
export interface OrderKey {
  installation_id: string;
  order_id: string;
}

/** The orders with those keys, in the same order. */
export async function documentsOf(
  { kind, db }: Pick<Scope, 'kind' | 'db'>,
  keys: readonly OrderKey[],
): Promise<OrderRecord[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ order_id: string; body: string }>`
    select document.order_id, document.body from ${listedKeys(kind, keys)}
    join order_documents as document
      on document.installation_id = listed.installation_id and document.order_id = listed.order_id
    `.execute(db);
  const bodies = new Map(rows.map(({ order_id, body }) => [order_id, body]));
  return keys.flatMap(({ order_id }) => {
    const body = bodies.get(order_id);
    return body === undefined ? [] : [JSON.parse(body) as OrderRecord];
  });
}

/** Keys as a table `listed`, in a statement that is the same however many they are. */
function listedKeys(kind: Scope['kind'], keys: readonly OrderKey[]) {
  const installations = keys.map((key) => key.installation_id);
  const orders = keys.map((key) => key.order_id);
  if (kind === 'postgres') {
    return sql`unnest(${installations}::text[], ${orders}::text[]) as listed(installation_id, order_id)`;
  }
  const pairs = JSON.stringify(installations.map((id, index) => [id, orders[index]]));
  return sql`(select value->>0 as installation_id, value->>1 as order_id
    from json_each(${pairs})) as listed`;
}
