import { sql, type Expression, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { isReceived, RECEIVED_STATUSES, sumTotals } from '../../billing/order-query.js';
import type { OrderQuery, OrderQueryResult } from '../../billing/index.js';
import type { OrderSort, OrderTotals } from '../../contract/index.js';
import { firstMsFrom, instantOf } from './instants.js';
import { oneOf } from './one-of.js';
import { documentsOf } from './order-documents.js';
import type { SumTable } from './order-sums.js';
import type { OrderRow, Schema } from './schema.js';
import type { Scope } from './scope.js';

type Where = Expression<SqlBool>;

const COLUMNS = {
  createdAt: 'created_at',
  amount: 'payable',
  seats: 'seats',
  status: 'status',
  kind: 'kind',
} as const satisfies Record<OrderSort['by'], keyof OrderRow>;

/** What order-query.ts says in code, as statements; ids and words are compared by their bytes. */
export async function findOrders(scope: Scope, query: OrderQuery): Promise<OrderQueryResult> {
  const where = [...ofInstallations(scope, query), ...matching(scope, query)];
  const totals = await totalsFor(scope, where, query);
  // A list of nothing is not looked for: that would go through all there is.
  const page = totals.count === 0 ? [] : await pageOf(scope, where, query);
  return {
    orders: await documentsOf(scope, page.slice(0, query.limit)),
    more: page.length > query.limit,
    totals,
  };
}

function pageOf({ db }: Scope, where: readonly Where[], { sort, after, limit }: OrderQuery) {
  const column = COLUMNS[sort.by];
  const direction = sort.direction === 'ascending' ? 'asc' : 'desc';
  const following = after ? [follows(sort, after)] : [];
  return narrowed(db.selectFrom('orders').select(['installation_id', 'order_id']), [
    ...where,
    ...following,
  ])
    .orderBy(column, direction)
    .orderBy('order_id', direction)
    .limit(limit + 1)
    .execute();
}

/** Whether an order comes after a position, which may be one that no order has. */
function follows(
  { by, direction }: OrderSort,
  { value, id }: { value: string | number; id: string },
) {
  const column = sql.ref(COLUMNS[by]);
  const ascending = direction === 'ascending';
  const { bound, exact } = boundOf(by, value);
  if (exact) {
    const sign = sql.raw(ascending ? '>' : '<');
    return sql<SqlBool>`(${column}, order_id) ${sign} (${bound}, ${id})`;
  }
  return sql<SqlBool>`${column} ${sql.raw(ascending ? '>=' : '<')} ${bound}`;
}

/** The first stored value not before a sort value, and whether it is that value. */
function boundOf(by: OrderSort['by'], value: string | number) {
  switch (by) {
    case 'createdAt': {
      const bound = firstMsFrom(String(value));
      return { bound, exact: instantOf(bound) === value };
    }
    case 'amount':
    case 'seats': {
      const whole = Math.ceil(Number(value));
      const bound = Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, whole));
      return { bound, exact: bound === value };
    }
    case 'status':
    case 'kind':
      return { bound: value, exact: true };
  }
}

function ofInstallations({ kind }: Scope, { installations }: OrderQuery): Where[] {
  if (installations === 'all') return [];
  const [only, ...others] = installations;
  if (only !== undefined && others.length === 0) return [sql<SqlBool>`installation_id = ${only}`];
  return [oneOf(kind, 'installation_id', installations)];
}

function matching({ kind }: Scope, query: OrderQuery): Where[] {
  const where: Where[] = [];
  const { kinds, statuses, methods, invoices, from, to, minAmount, maxAmount, text } = query;
  if (kinds) where.push(word('kind', kinds));
  if (statuses) where.push(word('status', statuses));
  if (methods) where.push(word('method', methods));
  // A request that was cancelled leaves the order without one.
  if (invoices) {
    const words = invoices.includes('none') ? [...invoices, 'cancelled'] : invoices;
    where.push(word('invoice', words));
  }
  if (from !== undefined) where.push(sql<SqlBool>`created_at >= ${firstMsFrom(from)}`);
  if (to !== undefined) where.push(sql<SqlBool>`created_at < ${firstMsFrom(to)}`);
  if (minAmount !== undefined) where.push(sql<SqlBool>`payable >= ${minAmount}`);
  if (maxAmount !== undefined) where.push(sql<SqlBool>`payable <= ${maxAmount}`);
  if (text !== undefined) {
    const found = sql.raw(kind === 'postgres' ? 'strpos' : 'instr');
    where.push(sql<SqlBool>`${found}(search_text, ${text}) > 0`);
  }
  return where;
}

function word(column: keyof OrderRow, words: readonly string[]): Where {
  return words.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`${sql.ref(column)} in (${sql.join(words)})`;
}

function narrowed<Row>(
  select: SelectQueryBuilder<Schema, 'orders', Row>,
  where: readonly Where[],
): SelectQueryBuilder<Schema, 'orders', Row> {
  return where.reduce((narrower, one) => narrower.where(one), select);
}

interface Sum {
  currency: string;
  orders: number;
  payable: number;
  received: number;
}

/** Words are summed up as orders are put; of what lies between two bounds, or has a text in it, the orders themselves are added up. */
function totalsFor(scope: Scope, where: readonly Where[], query: OrderQuery): Promise<OrderTotals> {
  const { kinds, methods, invoices, from, to, minAmount, maxAmount, text } = query;
  if ([from, to, minAmount, maxAmount, text].some((part) => part !== undefined)) {
    return added(scope, where);
  }
  const traits = kinds ?? methods ?? invoices;
  return summed(scope, traits ? 'order_sums_by_traits' : 'order_sums', where);
}

/** Totals from the sums of each installation: as quick for a million orders as for some. */
async function summed(
  { db }: Scope,
  table: SumTable,
  where: readonly Where[],
): Promise<OrderTotals> {
  const narrowing = where.length > 0 ? sql`where ${sql.join([...where], sql` and `)}` : sql``;
  const { rows } = await sql<Omit<Sum, 'received'> & { status: OrderRow['status'] }>`
    select status, currency, ${total('orders')} as orders, ${total('payable')} as payable
    from ${sql.table(table)} ${narrowing} group by status, currency`.execute(db);
  return totalsOf(
    rows.map((row) => ({ ...row, received: isReceived(row.status) ? row.payable : 0 })),
  );
}

/** Totals from the orders themselves. Nearly always they are in one currency, and to group them would cost as much as to add them up. */
async function added({ db }: Scope, where: readonly Where[]): Promise<OrderTotals> {
  const received = sql.join(RECEIVED_STATUSES.map((status) => sql.lit(status)));
  const sums = narrowed(db.selectFrom('orders'), where).select([
    sql<number>`count(*)`.as('orders'),
    total('payable').as('payable'),
    sql<number>`cast(sum(case when status in (${received}) then payable else 0 end) as bigint)`.as(
      'received',
    ),
  ]);
  const all = await sums
    .select([
      sql<string>`min(currency)`.as('currency'),
      sql<string>`max(currency)`.as('lastCurrency'),
    ])
    .executeTakeFirstOrThrow();
  if (all.currency === all.lastCurrency) return totalsOf([all]);
  return totalsOf(await sums.select('currency').groupBy('currency').execute());
}

function total(column: string) {
  return sql<number>`cast(sum(${sql.ref(column)}) as bigint)`;
}

function totalsOf(sums: readonly Sum[]): OrderTotals {
  return sumTotals(
    sums
      .filter(({ orders }) => orders > 0)
      .map(({ currency, orders, payable, received }) => ({
        count: orders,
        amounts: [{ currency, payable, received }],
      })),
  );
}
