import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import {
  CompiledQuery,
  Kysely,
  sql,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';
import type { Engine, Failure } from './engine.js';
import type { Schema } from './schema.js';
import { storable } from './storable.js';

/** How often to look whether another process has written; it costs some microseconds. */
const LOOK_EVERY_MS = 250;
/** Statements kept prepared. There are some hundred different ones. */
const KEPT_STATEMENTS = 400;

/**
 * SQLite in one file, or in memory. One connection does everything, one transaction after the other: its calls are synchronous, so more
 * would not be quicker. Other processes on the same file take turns with it.
 */
export function openSqlite(path: string, timeoutMs: number): Engine {
  if (path !== ':memory:') keepToOwner(path);
  const database = new Database(path);
  // Whoever is in the way is waited for outside the call, which would keep the whole process waiting.
  database.exec('pragma busy_timeout = 0');
  database.exec('pragma journal_mode = wal');
  // What was committed outlives a loss of power.
  database.exec('pragma synchronous = full');
  // What was erased is gone from the file too.
  database.exec('pragma secure_delete = on');
  const db = new Kysely<Schema>({ dialect: new LibsqlDialect({ database: adapted(database) }) });
  return {
    kind: 'sqlite',
    db,
    begin: { read: 'begin', write: 'begin immediate' },
    timeoutMs,
    failureOf,
    listen(onNews) {
      if (path === ':memory:') return () => undefined;
      let seen = versionOf(database);
      const timer = setInterval(() => {
        const version = versionOf(database);
        if (version !== seen) onNews();
        seen = version;
      }, LOOK_EVERY_MS).unref();
      return () => clearInterval(timer);
    },
    announce: () => undefined,
    // While somebody else reads, the log keeps what they may see; it is written over in time.
    async forget() {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    close: () => db.destroy(),
  };
}

/** Makes a new file readable by its owner alone: there are names in it. The files that SQLite puts beside it come out alike. */
function keepToOwner(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {
    // Opening it says why.
  }
}

/** Changes when another connection has committed. */
function versionOf(database: Database.Database): unknown {
  try {
    return (database.pragma('data_version') as { data_version: number }[])[0]?.data_version;
  } catch {
    return null;
  }
}

function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') {
    return /connection is not open|driver has already been destroyed/.test(error.message)
      ? 'unavailable'
      : null;
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'collision';
  if (code === 'SQLITE_FULL') return 'full';
  return /^SQLITE_(IOERR|CANTOPEN|CORRUPT|READONLY|NOTADB|NOMEM|PROTOCOL)/.test(code)
    ? 'unavailable'
    : null;
}

class LibsqlDialect extends SqliteDialect {
  constructor(private readonly config: SqliteDialectConfig) {
    super(config);
  }

  override createDriver(): LibsqlDriver {
    return new LibsqlDriver(this.config);
  }

  override createAdapter(): LibsqlAdapter {
    return new LibsqlAdapter();
  }
}

class LibsqlDriver extends SqliteDriver {
  /** Writers of other processes wait, and none is turned away halfway. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlAdapter extends SqliteAdapter {
  /** A migration happens as a whole or not at all. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const CONTROL = /^(begin|commit|rollback)/;

/** What begins and ends a transaction is not kept: one that was refused would count as being under way until it is run again. */
function controlling(database: Database.Database, sql: string): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run() {
      database.exec(sql);
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [][Symbol.iterator](),
  };
}

/** libsql as Kysely wants it, its statements kept. */
function adapted(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      if (CONTROL.test(sql)) return controlling(database, sql);
      const statement = database.prepare(sql);
      const made: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters.map(storable)),
        run: (parameters) => statement.run(...parameters.map(storable)),
        iterate: (parameters) => statement.iterate(...parameters.map(storable)),
      };
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      kept.set(sql, made);
      return made;
    },
  };
}
