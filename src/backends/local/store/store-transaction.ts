import { RECEIVED_STATUSES } from '../../../billing/order-query.js';
import type { OrderRecord, StoreTransaction } from '../../../billing/ports.js';
import type { Change } from '../../../contract/index.js';
import type { ListingRow } from './schema.js';
import type { Tables } from './tables.js';

/** Billing's transaction over the tables of one of ours. `changed` hears what others may want to look at again. */
export function storeTransaction(
  tables: Tables,
  changed: (change: Change) => void,
): StoreTransaction {
  const installation = async (id: string) => (await tables.installations.get(id)) ?? null;
  const order = async (id: string) => (await tables.orders.get(id)) ?? null;

  return {
    installation,
    /** Writers come one after the other here, so reading is locking. */
    lockInstallation: installation,
    async putInstallation(record) {
      await tables.installations.put(record);
      changed({ installationId: record.id });
    },

    async policyVersion(installationId, version) {
      return (await tables.policies.get([installationId, version]))?.published ?? null;
    },
    async policyVersions(installationId) {
      const rows = await tables.policies.range('installation', {
        from: [installationId],
        to: [installationId, []],
      });
      return rows.reverse().map(({ published }) => published);
    },
    async addPolicyVersion(installationId, published) {
      const { version } = published;
      if (await tables.policies.get([installationId, version]))
        throw new Error(`policy version ${version} exists`);
      await tables.policies.put({ installationId, version, published });
      changed({ installationId });
    },

    order,
    async putOrder(record) {
      await tables.orders.put(record);
      await tables.listing.put(listingRow(record));
      for (const { number } of record.payments)
        await tables.paymentNumbers.put({ number, orderId: record.id });
      changed({ installationId: record.installationId, orderId: record.id });
    },
    async orderByPaymentNumber(number) {
      const row = await tables.paymentNumbers.get(number);
      return row ? order(row.orderId) : null;
    },
    async standingOrders(installationIds) {
      const rows = await Promise.all(
        installationIds.flatMap((id) => [
          tables.listing.range('pending', { from: id, to: id }),
          tables.listing.range('standing', { from: [id], to: [id, []], last: true }),
        ]),
      );
      const records = await Promise.all(rows.flat().map((row) => order(row.id)));
      return records.filter((record) => record !== null);
    },
    async findOrders(query) {
      const { ids, more, totals } = await tables.listing.select(query);
      const records = await Promise.all(ids.map(order));
      return { orders: records.filter((record) => record !== null), more, totals };
    },

    async idempotencyRecord(installationId, scope, key) {
      return (await tables.idempotency.get([installationId, scope, key])) ?? null;
    },
    async addIdempotencyRecord(record) {
      const { installationId, scope, key } = record;
      if (await tables.idempotency.get([installationId, scope, key]))
        throw new Error(`idempotency key ${key} exists`);
      await tables.idempotency.put(record);
    },

    async job(id) {
      return (await tables.jobs.get(id)) ?? null;
    },
    putJob: (job) => tables.jobs.put(job),
    deleteJob: (id) => tables.jobs.delete(id),
    async claimJobs({ now, until, limit }) {
      const due = await tables.jobs.range('due', { to: now, limit });
      const claimed = due.map((job) => ({ ...job, dueAt: until, attempts: job.attempts + 1 }));
      for (const job of claimed) await tables.jobs.put(job);
      return claimed;
    },
    async nextJobDueAt() {
      const [job] = await tables.jobs.range('due', { limit: 1 });
      return job?.dueAt ?? null;
    },

    putDeadLetter: (letter) => tables.deadLetters.put(letter),
    async deadLetter(id) {
      return (await tables.deadLetters.get(id)) ?? null;
    },
    deleteDeadLetter: (id) => tables.deadLetters.delete(id),
    deadLetters: (limit) => tables.deadLetters.range('died', { limit }),

    async toldEntitlement(installationId) {
      return (await tables.toldEntitlements.get(installationId)) ?? null;
    },
    putToldEntitlement: (told) => tables.toldEntitlements.put(told),

    async addNoticeKey(installationId, key) {
      if (await tables.noticeKeys.get([installationId, key])) return false;
      await tables.noticeKeys.put({ installationId, key });
      return true;
    },
    deleteNoticeKey: (installationId, key) => tables.noticeKeys.delete([installationId, key]),

    addAuditEntry: (entry) => tables.audit.put({ installationId: entry.installationId, entry }),
    async auditEntries(installationId) {
      const rows = await tables.audit.range('installation', {
        from: installationId,
        to: installationId,
      });
      return rows.map(({ entry }) => entry);
    },
  };
}

/** What the listing keeps of an order. */
export function listingRow(order: OrderRecord): ListingRow {
  const { id, installationId, status, paidAt, quote, invoice } = order;
  return {
    id,
    installationId,
    appName: order.appName,
    customerName: order.customerName,
    kind: order.kind,
    status,
    method: order.method,
    currency: order.currency,
    createdAt: order.createdAt,
    createdBy: { userName: order.createdBy.userName },
    quote: { payable: quote.payable, seats: quote.seats },
    invoice: invoice && { status: invoice.status },
    ...(status === 'pending' && { pending: installationId }),
    ...(paidAt !== null &&
      RECEIVED_STATUSES.includes(status) && { standing: [installationId, paidAt, id] }),
  };
}
