import { sql } from 'kysely';
import type { AuditEntry, StoreTransaction, ToldEntitlement } from '../../billing/index.js';
import { instantOf, msOf } from './instants.js';
import type { Scope } from './scope.js';

type Part = Pick<
  StoreTransaction,
  | 'idempotencyRecord'
  | 'addIdempotencyRecord'
  | 'toldEntitlement'
  | 'putToldEntitlement'
  | 'addNoticeKey'
  | 'deleteNoticeKey'
  | 'addAuditEntry'
  | 'auditEntries'
>;

export function recordsPart({ db }: Scope): Part {
  return {
    async idempotencyRecord(installationId, scope, key) {
      const row = await db
        .selectFrom('idempotency')
        .selectAll()
        .where('installation_id', '=', installationId)
        .where('scope', '=', scope)
        .where('idempotency_key', '=', key)
        .executeTakeFirst();
      if (!row) return null;
      const { body, result, created_at } = row;
      return { installationId, scope, key, body, result, createdAt: instantOf(created_at) };
    },
    async addIdempotencyRecord({ installationId, scope, key, body, result, createdAt }) {
      await db
        .insertInto('idempotency')
        .values({
          installation_id: installationId,
          scope,
          idempotency_key: key,
          body,
          result,
          created_at: msOf(createdAt),
        })
        .execute();
    },

    async toldEntitlement(installationId) {
      const row = await db
        .selectFrom('told_entitlements')
        .select('body')
        .where('installation_id', '=', installationId)
        .executeTakeFirst();
      return row ? (JSON.parse(row.body) as ToldEntitlement) : null;
    },
    async putToldEntitlement(told) {
      const body = JSON.stringify(told);
      await db
        .insertInto('told_entitlements')
        .values({ installation_id: told.installationId, body })
        .onConflict((conflict) => conflict.column('installation_id').doUpdateSet({ body }))
        .execute();
    },

    async addNoticeKey(installationId, key) {
      const added = await db
        .insertInto('notice_keys')
        .values({ installation_id: installationId, notice_key: key })
        .onConflict((conflict) => conflict.columns(['installation_id', 'notice_key']).doNothing())
        .returning('notice_key')
        .execute();
      return added.length > 0;
    },
    async deleteNoticeKey(installationId, key) {
      await db
        .deleteFrom('notice_keys')
        .where('installation_id', '=', installationId)
        .where('notice_key', '=', key)
        .execute();
    },

    async addAuditEntry(entry) {
      const { installationId } = entry;
      await sql`
        insert into audit (installation_id, sequence, body)
          select cast(${installationId} as text), coalesce(max(sequence), 0) + 1,
            cast(${JSON.stringify(entry)} as text)
          from audit where installation_id = ${installationId}`.execute(db);
    },
    async auditEntries(installationId) {
      const rows = await db
        .selectFrom('audit')
        .select('body')
        .where('installation_id', '=', installationId)
        .orderBy('sequence')
        .execute();
      return rows.map(({ body }) => JSON.parse(body) as AuditEntry);
    },
  };
}
