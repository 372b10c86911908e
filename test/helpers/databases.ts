import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

export const DATABASE_KINDS = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** Databases of a test file's own; they go when its tests are over. */
export interface TestDatabases {
  /** The URL of a new and empty one. */
  create(kind: DatabaseKind): Promise<string>;
}

export function testDatabases(): TestDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'seatkit-databases-'));
  const made: string[] = [];
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of made) await onServer(`drop database if exists "${name}" with (force)`);
  });
  return {
    async create(kind) {
      const name = `seatkit_${randomUUID().replaceAll('-', '')}`;
      if (kind === 'sqlite') return `file:${join(folder, `${name}.db`)}`;
      await onServer(`create database "${name}"`);
      made.push(name);
      const url = new URL(inject('postgresUrl'));
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
