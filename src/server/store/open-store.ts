import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createChangeFeed } from './change-feed.js';
import type { Engine } from './engine.js';
import { bringUpToDate, NEWEST_MIGRATION } from './migrations.js';
import { remember } from './handles.js';
import { forgetForeignPositions } from './moved-feed.js';
import { openPostgres } from './postgres.js';
import { retrying, unavailable } from './retrying.js';
import type { ServerStore, StoreOptions } from './server-store.js';
import { openSqlite } from './sqlite.js';
import { transactionsOf } from './transactions.js';

const CONNECTIONS = 10;
const TIMEOUT_MS = 10_000;

/**
 * Opens a database, brings its schema up to date first (safe from several processes at once), and gives it as a store.
 *
 * @throws BackendError `unavailable` when it cannot be reached; an Error when a newer version made it, or the URL names no database
 */
export async function openStore(options: StoreOptions): Promise<ServerStore> {
  const engine = await openMigrated(options);
  const feed = createChangeFeed(engine);
  const running = new Set<Promise<unknown>>();
  const transaction = transactionsOf(engine, feed.committed);
  let closed: Promise<void> | null = null;

  const closeAll = async (): Promise<void> => {
    feed.close();
    while (running.size > 0) await Promise.allSettled(running);
    await engine.close();
  };

  const store: ServerStore = {
    changes: feed,
    transaction(mode, work) {
      if (closed) return Promise.reject(unavailable(new Error('The store is closed')));
      const run = transaction(mode, work);
      running.add(run);
      const forget = () => void running.delete(run);
      run.then(forget, forget);
      return run;
    },
    async ready() {
      if (closed) throw unavailable(new Error('The store is closed'));
      await retrying(engine, () => requireNewest(engine));
    },
    close: () => (closed ??= closeAll()),
  };
  return remember(store, engine);
}

/** Brings a database's schema up to date and leaves it. */
export async function migrate(options: StoreOptions): Promise<void> {
  await (await openMigrated(options)).close();
}

/** @throws Error when the URL names no database that is known here */
export function openEngine({ url, connections, timeoutMs }: StoreOptions): Engine {
  const wait = timeoutMs ?? TIMEOUT_MS;
  if (/^postgres(ql)?:\/\//.test(url)) {
    return openPostgres({ url, connections: connections ?? CONNECTIONS, timeoutMs: wait });
  }
  if (url !== ':memory:' && /^[a-z][a-z0-9+.-]+:/i.test(url) && !url.startsWith('file:')) {
    throw new Error('The database is neither a file: nor a postgres:// URL');
  }
  return openSqlite(pathOf(url), wait);
}

export async function openMigrated(options: StoreOptions): Promise<Engine> {
  const engine = openEngine(options);
  try {
    await bringUpToDate(engine);
    await forgetForeignPositions(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

function pathOf(url: string): string {
  if (url.startsWith('file:///')) return fileURLToPath(url);
  return url.replace(/^file:/, '');
}

/** @throws BackendError `unavailable` when the schema is not up to date */
export async function requireNewest({ db }: Engine): Promise<void> {
  const { rows } = await sql`
    select 1 from kysely_migration where name = ${NEWEST_MIGRATION}`.execute(db);
  if (rows.length === 0) throw unavailable(new Error('The database has not been migrated'));
}
