import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built demo pages are served, with a slash at the end. */
    demoUrl: string;
  }
}

/** Builds the demo pages as a host would and serves them on a free port while the tests run. */
export default async function serveDemo(project: TestProject) {
  await build({ logLevel: 'warn' });
  const server = await preview({
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The demo server gave no address');
  project.provide('demoUrl', url);
  return () => server.close();
}
