import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import type { BackupHead, BackupLine } from './backup.js';
import { KEPT_TABLE_NAMES, KEPT_TABLES, type KeptTable } from './kept-tables.js';
import { NEWEST_MIGRATION } from './migrations.js';
import { openMigrated } from './open-store.js';
import { retrying } from './retrying.js';
import type { StoreOptions } from './server-store.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transactions.js';

/** Rows put at once. */
const TOGETHER = 200;

/**
 * Puts everything a backup holds into an empty database, of either kind: all of it, or nothing.
 *
 * @throws Error when the database holds something, or the file is no whole backup of this version
 */
export async function restore(options: StoreOptions, file: string): Promise<void> {
  const engine = await openMigrated(options);
  try {
    await retrying(engine, () =>
      inTransaction(engine, 'write', async (db) => {
        await requireEmpty(db);
        await readAll(db, file);
      }),
    );
  } finally {
    await engine.close();
  }
}

async function requireEmpty(db: Scope['db']): Promise<void> {
  for (const table of KEPT_TABLE_NAMES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) throw new Error('The database is not empty: nothing was restored');
  }
}

async function readAll(db: Scope['db'], file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let head: BackupHead | null = null;
  let count = 0;
  let ended = false;
  let waiting: { table: KeptTable; rows: object[] } | null = null;

  const put = async () => {
    if (waiting) await sql`${insertion(waiting)}`.execute(db);
    waiting = null;
  };

  for await (const text of lines) {
    if (!head) {
      head = readHead(text);
      continue;
    }
    const [name, content] = readLine(text);
    if (name === 'end') {
      ended = content === count;
      break;
    }
    if (waiting && (waiting.table !== name || waiting.rows.length >= TOGETHER)) await put();
    waiting ??= { table: name, rows: [] };
    waiting.rows.push(content);
    count++;
  }
  await put();
  if (!ended) throw new Error('The file is not a whole backup: nothing was restored');
}

function insertion({ table, rows }: { table: KeptTable; rows: readonly object[] }) {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => (row as Record<string, unknown>)[column]))})`,
  );
  return sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(values)}`;
}

function readHead(text: string): BackupHead {
  const head = parse(text) as Partial<BackupHead> | null;
  if (head?.format !== 'seatkit-backup' || head.version !== 1) {
    throw new Error('The file is no backup: nothing was restored');
  }
  if (head.migration !== NEWEST_MIGRATION) {
    throw new Error(
      `The backup is of schema ${String(head.migration)}, this is ${NEWEST_MIGRATION}: restore it with the version that made it, then migrate`,
    );
  }
  return head as BackupHead;
}

function readLine(text: string): BackupLine {
  const content = parse(text);
  if (Array.isArray(content) && content.length === 2) {
    const [name, value] = content as [unknown, unknown];
    if (name === 'end' && typeof value === 'number') return ['end', value];
    const known = typeof name === 'string' && Object.hasOwn(KEPT_TABLES, name);
    if (known && typeof value === 'object' && value !== null) return content as BackupLine;
  }
  throw new Error('The backup has a line that means nothing: nothing was restored');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
