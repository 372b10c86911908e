import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import {
  defineConfig,
  type Plugin,
  type PreviewServer,
  type UserConfig,
  type ViteDevServer,
} from 'vite';
import { demoServer } from './build/demo-server.mjs';
import { headSnippet } from './build/head-snippet.mjs';

const demo = join(import.meta.dirname, 'demo');
const pages = readdirSync(demo).filter((file) => file.endsWith('.html'));

/** The entries of the package under their public names, so that demos read like the code of a host. */
export const alias = [
  { find: /^seatkit$/, replacement: resolve('src/index.ts') },
  { find: /^seatkit\/(define|backend)$/, replacement: resolve('src/$1.ts') },
  { find: /^seatkit\/(domain|server|testing|verify)$/, replacement: resolve('src/$1/index.ts') },
  { find: /^seatkit\/([a-z]+-[a-z]+)$/, replacement: resolve('src/elements/$1/$1.ts') },
  { find: /^seatkit\/([a-z]+-[a-z]+)\/define$/, replacement: resolve('src/elements/$1/define.ts') },
];

/** Prints the address of every page, not of the first alone. */
function printPages(): Plugin {
  return {
    name: 'seatkit:print-pages',
    configureServer(server) {
      const printUrls = server.printUrls.bind(server);
      server.printUrls = () => {
        printUrls();
        const [origin] = server.resolvedUrls?.local ?? [];
        if (origin === undefined) return;
        for (const page of pages) server.config.logger.info(`  ➜  ${new URL(page, origin).href}`);
      };
    },
  };
}

/** Puts the head snippet of the gate into pages, as a host's server would. */
function inlineHead(): Plugin {
  return {
    name: 'seatkit:inline-head',
    transformIndexHtml: {
      order: 'pre',
      async handler(page) {
        const { code } = await headSnippet();
        const place = '<script src="seatkit/expiry-gate/head.js"></script>';
        return page.replace(place, () => `<script>${code}</script>`);
      },
    },
  };
}

/** Serves seatkit-server on SQLite beside the pages, for those that are to run on it. It starts with the first request. */
function serveContract(): Plugin {
  const mount = ({ middlewares, httpServer }: ViteDevServer | PreviewServer): void => {
    const server = demoServer();
    const listener = getRequestListener((request) => server.fetch(request));
    middlewares.use((request, response, next) => {
      if (server.owns(request.url ?? '')) void listener(request, response);
      else next();
    });
    httpServer?.once('close', () => void server.close());
  };
  return {
    name: 'seatkit:serve-contract',
    configureServer: mount,
    configurePreviewServer: mount,
  };
}

/** The demo pages: served by `npm start`, built for the end-to-end tests. */
const demoConfig: UserConfig = {
  root: demo,
  cacheDir: resolve('node_modules/.vite'),
  base: './',
  resolve: { alias },
  plugins: [printPages(), inlineHead(), serveContract()],
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: resolve('.cache/demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: pages.map((page) => join(demo, page)) },
  },
};

/** What the entry needs at once, found while bundling. */
const eager = new Set<string>();

/** Finds everything the entries reach without `import()`. */
function findEager(): Plugin {
  return {
    name: 'seatkit:find-eager',
    buildEnd() {
      const visit = (id: string): void => {
        if (eager.has(id)) return;
        eager.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(visit);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id);
    },
  };
}

/** One file for a `<script type="module">`; languages and the QR code stay chunks of their own. */
const cdnConfig: UserConfig = {
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { seatkit: resolve('src/cdn.ts') }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      plugins: [findEager()],
      output: {
        chunkFileNames: '[name]-[hash].js',
        minify: true,
        // Else what the entry shares with later chunks becomes files of its own, and requests.
        codeSplitting: { groups: [{ name: 'seatkit', test: (id) => eager.has(id) }] },
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdnConfig : demoConfig));
