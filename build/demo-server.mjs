/** The server behind the demo pages, made from the sources when it is first asked. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle-node.mjs';

/**
 * SEATKIT_DEMO_FOLDER says where its database is, SEATKIT_DEMO_TIME at which instant its clock stands still; tests say both.
 *
 * @returns {{ owns(path: string): boolean, fetch(request: Request): Promise<Response>, close(): Promise<void> }}
 */
export function demoServer() {
  const { SEATKIT_DEMO_FOLDER, SEATKIT_DEMO_TIME } = process.env;
  const folder =
    SEATKIT_DEMO_FOLDER ?? join(import.meta.dirname, '../node_modules/.cache/seatkit/world');
  /** @type {Promise<import('../demo/server/index.js').DemoServer> | null} */
  let starting = null;

  const start = async () => {
    const file = await bundleForNode('demo/server/index.ts');
    const { createDemoServer } = await import(pathToFileURL(file).href);
    return createDemoServer({ folder, stillAt: SEATKIT_DEMO_TIME });
  };

  return {
    owns: (path) => /^\/(api|demo-hands)\//.test(path),
    async fetch(request) {
      starting ??= start();
      return (await starting).fetch(request);
    },
    async close() {
      await (await starting)?.close();
    },
  };
}
