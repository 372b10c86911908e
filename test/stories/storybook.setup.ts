import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built Storybook is served, with a slash at the end. */
    storybookUrl: string;
  }
}

const root = join(import.meta.dirname, '../..');
const outDir = join(root, '.cache/storybook');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** Builds Storybook with the manifest of the elements and serves it on a free port while the tests run. */
export default async function serveStorybook(project: TestProject) {
  const run = promisify(execFile);
  await run(bin('cem'), ['analyze'], { cwd: root });
  await run(bin('storybook'), ['build', '--quiet', '--output-dir', outDir], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const server = await preview({
    configFile: false,
    root,
    build: { outDir },
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The Storybook server gave no address');
  project.provide('storybookUrl', url);
  return () => server.close();
}
