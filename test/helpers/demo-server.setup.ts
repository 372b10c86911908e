import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built demo pages are served, with a slash at the end. */
    demoUrl: string;
  }
}

/** When it is on the server behind the pages, until a test moves its clock. */
const SERVER_TIME = '2026-03-01T02:00:00.000Z';

/** Builds the demo pages as a host would and serves them on a free port while the tests run, with a server of their own. */
export default async function serveDemo(project: TestProject) {
  await build({ logLevel: 'warn' });
  const folder = await mkdtemp(join(tmpdir(), 'seatkit-demo-'));
  process.env.SEATKIT_DEMO_FOLDER = folder;
  process.env.SEATKIT_DEMO_TIME = SERVER_TIME;
  const server = await preview({
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The demo server gave no address');
  project.provide('demoUrl', url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
