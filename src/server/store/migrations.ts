import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import type { Engine } from './engine.js';
import { retrying } from './retrying.js';

/** One column type where the databases need different words for the same thing. */
interface Words {
  /** Sorted by bytes, whatever the database's language. */
  text: ReturnType<typeof sql>;
}

const WORDS: Record<Engine['kind'], Words> = {
  sqlite: { text: sql`text` },
  postgres: { text: sql`text collate "C"` },
};

/** By what lists are filtered, sorted and added up. */
const FILTERED = ['kind', 'status', 'method', 'invoice', 'currency', 'payable', 'seats'] as const;

/** A migration never changes once it has been released; a later one changes what it made. */
function migrationsFor(kind: Engine['kind']): Record<string, Migration> {
  const { text } = WORDS[kind];
  return {
    '0001-books': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('installations')
          .addColumn('installation_id', text, (column) => column.primaryKey())
          .addColumn('body', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('policies')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('version', 'bigint', (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('policies_key', ['installation_id', 'version'])
          .execute();
        await db.schema
          .createTable('orders')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('order_id', text, (column) => column.notNull())
          .addColumn('kind', text, (column) => column.notNull())
          .addColumn('status', text, (column) => column.notNull())
          .addColumn('method', text, (column) => column.notNull())
          .addColumn('currency', text, (column) => column.notNull())
          .addColumn('payable', 'bigint', (column) => column.notNull())
          .addColumn('seats', 'bigint', (column) => column.notNull())
          .addColumn('invoice', text, (column) => column.notNull())
          .addColumn('created_at', 'bigint', (column) => column.notNull())
          .addColumn('standing_since', 'bigint')
          .addColumn('search_text', text, (column) => column.notNull())
          .addPrimaryKeyConstraint('orders_key', ['installation_id', 'order_id'])
          .execute();
        await db.schema
          .createIndex('orders_by_creation')
          .on('orders')
          // Everything that a filter asks but a text: a list is found, and added up, without a look at the table.
          .columns(['installation_id', 'created_at', 'order_id', ...FILTERED])
          .execute();
        await db.schema
          .createIndex('orders_standing')
          .on('orders')
          .columns(['installation_id', 'standing_since', 'order_id'])
          .where(sql.ref('standing_since'), 'is not', null)
          .execute();
        await db.schema
          .createIndex('orders_pending')
          .on('orders')
          .columns(['installation_id', 'order_id'])
          .where(sql.ref('status'), '=', sql.lit('pending'))
          .execute();
        // For whoever sees every installation: the newest orders of all, without sorting all.
        await db.schema
          .createIndex('orders_of_all_by_creation')
          .on('orders')
          .columns(['created_at', 'order_id'])
          .execute();
        await db.schema
          .createTable('order_documents')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('order_id', text, (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('order_documents_key', ['installation_id', 'order_id'])
          .execute();
        await db.schema
          .createTable('order_owners')
          .addColumn('order_id', text, (column) => column.primaryKey())
          .addColumn('installation_id', text, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('payment_numbers')
          .addColumn('number', text, (column) => column.primaryKey())
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('order_id', text, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('order_sums')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('status', text, (column) => column.notNull())
          .addColumn('currency', text, (column) => column.notNull())
          .addColumn('orders', 'bigint', (column) => column.notNull())
          .addColumn('payable', 'bigint', (column) => column.notNull())
          .addPrimaryKeyConstraint('order_sums_key', ['installation_id', 'status', 'currency'])
          .execute();
        await db.schema
          .createTable('order_sums_by_traits')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('status', text, (column) => column.notNull())
          .addColumn('currency', text, (column) => column.notNull())
          .addColumn('kind', text, (column) => column.notNull())
          .addColumn('method', text, (column) => column.notNull())
          .addColumn('invoice', text, (column) => column.notNull())
          .addColumn('orders', 'bigint', (column) => column.notNull())
          .addColumn('payable', 'bigint', (column) => column.notNull())
          .addPrimaryKeyConstraint('order_sums_by_traits_key', [
            'installation_id',
            'status',
            'currency',
            'kind',
            'method',
            'invoice',
          ])
          .execute();
        await db.schema
          .createTable('idempotency')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('scope', text, (column) => column.notNull())
          .addColumn('idempotency_key', text, (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addColumn('result', 'text', (column) => column.notNull())
          .addColumn('created_at', 'bigint', (column) => column.notNull())
          .addPrimaryKeyConstraint('idempotency_pk', [
            'installation_id',
            'scope',
            'idempotency_key',
          ])
          .execute();
        await db.schema
          .createTable('jobs')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('task', 'text', (column) => column.notNull())
          .addColumn('due_at', 'bigint', (column) => column.notNull())
          .addColumn('attempts', 'bigint', (column) => column.notNull())
          .addColumn('last_error', 'text')
          .execute();
        await db.schema.createIndex('jobs_due').on('jobs').columns(['due_at', 'id']).execute();
        await db.schema
          .createTable('dead_letters')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('task', 'text', (column) => column.notNull())
          .addColumn('died_at', 'bigint', (column) => column.notNull())
          .addColumn('attempts', 'bigint', (column) => column.notNull())
          .addColumn('last_error', 'text')
          .execute();
        await db.schema
          .createIndex('dead_letters_by_death')
          .on('dead_letters')
          .columns(['died_at', 'id'])
          .execute();
        await db.schema
          .createTable('told_entitlements')
          .addColumn('installation_id', text, (column) => column.primaryKey())
          .addColumn('body', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('notice_keys')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('notice_key', text, (column) => column.notNull())
          .addPrimaryKeyConstraint('notice_keys_key', ['installation_id', 'notice_key'])
          .execute();
        await db.schema
          .createTable('audit')
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('sequence', 'bigint', (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('audit_key', ['installation_id', 'sequence'])
          .execute();
      },
    },
    '0002-changes': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('changes')
          .addColumn('position', 'bigint', (column) => column.primaryKey())
          .addColumn('installation_id', text, (column) => column.notNull())
          .addColumn('order_id', text, (column) => column.notNull())
          .addColumn('written_at', 'bigint', (column) => column.notNull())
          .execute();
        await db.schema
          .createIndex('changes_of_installation')
          .on('changes')
          .columns(['installation_id', 'position'])
          .execute();
        await db.schema
          .createTable('feed')
          .addColumn('name', text, (column) => column.primaryKey())
          .addColumn('last', 'bigint', (column) => column.notNull())
          .addColumn('pruned', 'bigint', (column) => column.notNull())
          .execute();
        await sql`insert into feed (name, last, pruned) values ('changes', 0, 0)`.execute(db);
        await db.schema
          .createTable('notes')
          .addColumn('room', text, (column) => column.notNull())
          .addColumn('name', text, (column) => column.notNull())
          .addColumn('body', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('notes_key', ['room', 'name'])
          .execute();
      },
    },
  };
}

/** The name of the newest migration. */
export const NEWEST_MIGRATION = Object.keys(migrationsFor('sqlite')).at(-1) ?? '';

/**
 * Brings the schema up to date. Several processes may do so at once: one does, the others find it done.
 *
 * @throws when the database was made by a newer version, or cannot be reached
 */
export async function bringUpToDate(engine: Engine): Promise<void> {
  const migrator = new Migrator({
    db: engine.db,
    provider: { getMigrations: () => Promise.resolve(migrationsFor(engine.kind)) },
  });
  await retrying(engine, async () => {
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error) throw error;
    if (error !== undefined) throw new Error('The schema could not be brought up to date');
  });
}
