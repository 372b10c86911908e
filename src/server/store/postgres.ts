import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Engine, Failure } from './engine.js';
import type { Schema } from './schema.js';
import { createPostgresNews } from './postgres-news.js';
import { storable } from './storable.js';

export interface PostgresOptions {
  url: string;
  connections: number;
  timeoutMs: number;
}

/** PostgreSQL, through a pool of connections. */
export function openPostgres({ url, connections, timeoutMs }: PostgresOptions): Engine {
  const connection = {
    connectionString: url,
    application_name: 'seatkit',
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    // Where not even a refusal comes any more, as when a machine or a line is gone without a word.
    query_timeout: timeoutMs + SILENCE_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: timeoutMs * 3,
    types: { getTypeParser },
  };
  const pool = new pg.Pool({ ...connection, max: connections });
  // Lost while nobody used it: the pool has dropped it, and whoever comes next gets another.
  pool.on('error', () => undefined);
  // Lost while somebody used it: its next query fails, which tells them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: adapted(pool) }) });
  const news = createPostgresNews(connection, (query) => pool.query(query));
  return {
    kind: 'postgres',
    db,
    begin: {
      read: 'begin isolation level repeatable read read only',
      write: 'begin isolation level read committed',
    },
    timeoutMs,
    failureOf,
    listen: news.listen,
    announce: news.announce,
    // Its vacuum does.
    forget: () => Promise.resolve(),
    async close() {
      await news.close();
      await db.destroy();
    },
  };
}

/** How much longer than the server's own limits an answer is waited for. */
const SILENCE_MS = 500;

function isSilence({ message }: Error): boolean {
  return message === 'Query read timeout';
}

/** The number by which PostgreSQL calls whole numbers of 64 bits. */
const INT8 = 20;
const readers = pg.types.getTypeParser as (oid: number, format?: string) => unknown;

/** Amounts, counts and instants are 64 bits wide there and safe integers here. */
const getTypeParser = ((oid: number, format?: string) =>
  oid === INT8 ? Number : readers(oid, format)) as typeof pg.types.getTypeParser;

/** Statements that each connection prepares once. There are some hundred different ones; those that come later are prepared each time. */
const MOST_PREPARED = 400;

/** Names statements, so that each connection has them prepared. */
function namer(): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    const name = `seatkit-${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** A statement was prepared for tables that another version has changed since. */
function isOutdated(error: unknown): boolean {
  // The message is in the server's language.
  return error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery';
}

function adapted(pool: pg.Pool): PostgresPool {
  const nameOf = namer();
  return {
    async connect() {
      const client = await pool.connect();
      let stuck = false;
      let silence: Error | null = null;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        // One that did not answer will not answer a rollback either.
        if (silence) throw silence;
        try {
          const values = parameters.map(storable);
          const result = await client.query({ name: nameOf(sql), text: sql, values });
          if (sql === 'commit' && result.command === 'ROLLBACK') {
            throw new Error('A statement of the transaction failed, so nothing of it was kept.');
          }
          return result;
        } catch (error) {
          if (error instanceof Error && isSilence(error)) silence = error;
          // Whatever transaction it is in, nobody else may get into it; and what it has prepared is of no use after a migration.
          if (sql === 'commit' || sql === 'rollback' || isOutdated(error)) stuck = true;
          throw error;
        }
      };
      return {
        query,
        release: () => client.release(stuck || silence !== null),
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

/** Classes and codes of PostgreSQL's errors; others are faults of ours. */
const FAILURES: readonly (readonly [RegExp, Failure])[] = [
  [/^(40001|40P01)$/, 'collision'],
  [/^53100$/, 'full'],
  [/^(08...|57P01|57P02|57P03|25P03)$/, 'lost'],
  [/^(53...|55000|55P03|57014|58...|XX...|28...|3D000|25006)$/, 'unavailable'],
  [/^(ECONNRESET|EPIPE)$/, 'lost'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'unavailable'],
];

function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  if (isOutdated(error)) return 'lost';
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    return FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
  }
  if (/Connection terminated|not queryable|connection error/.test(error.message)) return 'lost';
  if (isSilence(error)) return 'unavailable';
  return /timeout exceeded when trying to connect|after calling end|already been destroyed/.test(
    error.message,
  ) || error instanceof AggregateError
    ? 'unavailable'
    : null;
}
