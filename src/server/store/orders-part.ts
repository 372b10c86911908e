import type { OrderRecord, StoreTransaction } from '../../billing/index.js';
import { findOrders } from './find-orders.js';
import { documentsOf } from './order-documents.js';
import { orderRow } from './order-rows.js';
import { keepSums } from './order-sums.js';
import { standingOrderIds } from './standing-orders.js';
import type { Scope } from './scope.js';

type Part = Pick<
  StoreTransaction,
  'order' | 'putOrder' | 'orderByPaymentNumber' | 'standingOrders' | 'findOrders'
>;

export function ordersPart(scope: Scope): Part {
  const { db, changed } = scope;

  return {
    async order(id) {
      const row = await db
        .selectFrom('order_owners as owner')
        .innerJoin('order_documents as document', (join) =>
          join
            .onRef('document.installation_id', '=', 'owner.installation_id')
            .onRef('document.order_id', '=', 'owner.order_id'),
        )
        .select('document.body')
        .where('owner.order_id', '=', id)
        .executeTakeFirst();
      return row ? (JSON.parse(row.body) as OrderRecord) : null;
    },
    async putOrder(record) {
      const row = orderRow(record);
      const { installation_id, order_id, ...listed } = row;
      const before = await db
        .selectFrom('orders')
        .selectAll()
        .where('installation_id', '=', installation_id)
        .where('order_id', '=', order_id)
        .executeTakeFirst();
      const body = JSON.stringify(record);
      await db
        .insertInto('orders')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['installation_id', 'order_id']).doUpdateSet(listed),
        )
        .execute();
      await db
        .insertInto('order_documents')
        .values({ installation_id, order_id, body })
        .onConflict((conflict) =>
          conflict.columns(['installation_id', 'order_id']).doUpdateSet({ body }),
        )
        .execute();
      if (!before)
        await db.insertInto('order_owners').values({ installation_id, order_id }).execute();
      await keepSums(db, before ?? null, row);
      if (record.payments.length > 0) {
        await db
          .insertInto('payment_numbers')
          .values(record.payments.map(({ number }) => ({ number, installation_id, order_id })))
          .onConflict((conflict) =>
            conflict.column('number').doUpdateSet({ installation_id, order_id }),
          )
          .execute();
      }
      changed({ installationId: installation_id, orderId: order_id });
    },
    async orderByPaymentNumber(number) {
      const row = await db
        .selectFrom('payment_numbers as payment')
        .innerJoin('order_documents as document', (join) =>
          join
            .onRef('document.installation_id', '=', 'payment.installation_id')
            .onRef('document.order_id', '=', 'payment.order_id'),
        )
        .select('document.body')
        .where('payment.number', '=', number)
        .executeTakeFirst();
      return row ? (JSON.parse(row.body) as OrderRecord) : null;
    },
    async standingOrders(installationIds) {
      const ids = await standingOrderIds(scope, installationIds);
      return documentsOf(scope, ids);
    },
    findOrders: (query) => findOrders(scope, query),
  };
}
