import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../helpers/postgres-server.js';

export type DatabaseKind = 'sqlite' | 'postgres';

/** Databases for a bench, each as durable as it would be for a host. */
export interface BenchDatabases {
  /** The URL of a new and empty one. */
  create(name: string): Promise<string>;
  /** Takes all of them away. */
  remove(): Promise<void>;
}

export function benchDatabases(kind: DatabaseKind): Promise<BenchDatabases> {
  return kind === 'sqlite' ? Promise.resolve(files()) : onPostgres();
}

function files(): BenchDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'seatkit-bench-'));
  return {
    create: (name) => Promise.resolve(`file:${join(folder, `${name}.db`)}`),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** A PostgreSQL as it comes, but for memory that a server of its own would have. */
async function onPostgres(): Promise<BenchDatabases> {
  const server = await startPostgres(['shared_buffers=1GB', 'max_wal_size=8GB']);
  return {
    async create(name) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database ${name}`).finally(() => client.end());
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    remove: () => server.stop(),
  };
}
