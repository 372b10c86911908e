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
  { db }: Pick<Scope, 'db'>,
  keys: readonly OrderKey[],
): Promise<OrderRecord[]> {
  if (keys.length === 0) return [];
  const pairs = keys.map((key) => sql`(${key.installation_id}, ${key.order_id})`);
  const rows = await db
    .selectFrom('order_documents')
    .select(['order_id', 'body'])
    .where(sql<boolean>`(installation_id, order_id) in (values ${sql.join(pairs)})`)
    .execute();
  const bodies = new Map(rows.map(({ order_id, body }) => [order_id, body]));
  return keys.flatMap(({ order_id }) => {
    const body = bodies.get(order_id);
    return body === undefined ? [] : [JSON.parse(body) as OrderRecord];
  });
}
