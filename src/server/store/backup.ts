import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { sql } from 'kysely';
import { KEPT_TABLE_NAMES, KEPT_TABLES, type KeptTable } from './kept-tables.js';
import { NEWEST_MIGRATION } from './migrations.js';
import { openEngine, requireNewest } from './open-store.js';
import { retrying } from './retrying.js';
import type { StoreOptions } from './server-store.js';
import type { Scope } from './scope.js';
import { inTransaction } from './transactions.js';

type Row = Record<string, string | number | null>;

/** The first line of a backup. */
export interface BackupHead {
  format: 'seatkit-backup';
  version: 1;
  migration: string;
}

/** Every other line: a row of a table, and at last how many there were. */
export type BackupLine = [table: KeptTable, row: Row] | ['end', number];

/** Rows read at once. */
const TOGETHER = 500;

/**
 * Writes everything a database holds into a new file, as it stands at one instant, while others go on writing. The file is text, one row
 * a line, the same from either database, and readable by its owner alone: there are names in it.
 *
 * @throws Error when the file exists, or the database has not been migrated
 */
export async function backup(options: StoreOptions, file: string): Promise<void> {
  const engine = openEngine(options);
  const part = `${file}.part`;
  try {
    await retrying(engine, () => requireNewest(engine));
    // Claims the name, so that nothing is written over.
    await (await open(file, 'wx', 0o600)).close();
    try {
      // What an earlier try left may be open to others.
      await rm(part, { force: true });
      const out = await open(part, 'wx', 0o600);
      try {
        await inTransaction(engine, 'read', (db) => writeAll(db, out));
        await out.sync();
      } finally {
        await out.close();
      }
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      await rm(file, { force: true });
      throw error;
    }
  } finally {
    await engine.close();
  }
}

async function writeAll(db: Scope['db'], out: FileHandle): Promise<void> {
  const head: BackupHead = { format: 'seatkit-backup', version: 1, migration: NEWEST_MIGRATION };
  await out.write(`${JSON.stringify(head)}\n`);
  let count = 0;
  for (const table of KEPT_TABLE_NAMES) {
    for await (const rows of rowsOf(db, table)) {
      count += rows.length;
      await out.write(rows.map((row) => line([table, row])).join(''));
    }
  }
  await out.write(line(['end', count]));
}

function line(content: BackupLine): string {
  return `${JSON.stringify(content)}\n`;
}

/** A table's rows in the order of its key, some at a time. */
export async function* rowsOf(db: Scope['db'], table: KeptTable): AsyncGenerator<Row[]> {
  const key = KEPT_TABLES[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const from = last;
    const after = from
      ? sql`where (${columns}) > (${sql.join(key.map((name) => from[name]))})`
      : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${TOGETHER}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < TOGETHER) return;
  }
}
