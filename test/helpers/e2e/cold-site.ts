import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { headSnippet } from '../../../build/head-snippet.mjs';

const root = join(import.meta.dirname, '../../..');

/** How a host keeps the gate's content from showing before the gate is there. */
export type Guard = 'head' | 'css' | 'template' | 'nothing';

/** What the module of such a host says: its gate, and a backend that asks the site. */
const HOST = `
  import { defineElement } from './src/define-element.js';
  import { ExpiryGate } from './src/elements/expiry-gate/expiry-gate.js';
  import { BackendError } from './src/contract/errors.js';
  import { provideBackend } from './src/ui/provide-backend.js';
  const ask = async () => {
    const response = await fetch('/answer.json').catch(() => null);
    if (!response?.ok) throw new BackendError('network');
    return response.json();
  };
  defineElement('expiry-gate', ExpiryGate);
  defineElement('acme-expiry-gate', class extends ExpiryGate {});
  provideBackend(document.body, { entitlement: ask, startExtraTrial: ask, watch: () => () => {} });
`;

export interface ColdSite {
  url: string;
  /** `sha256-…` of the head snippet. */
  hash: string;
  /** What the backend answers. */
  answer: unknown;
  /** Paths, or beginnings of them, that are never answered, and those that fail. */
  hanging: string[];
  failing: string[];
  close(): void;
}

const app = (
  name: string,
) => `<strong slot="logo">Brand</strong><button slot="purchase">Pay</button>
  <main class="app"><h2 elementtiming="app">Secret plans of ${name}</h2><input aria-label="Secret field" /></main>`;

/** A page of one gate around an app, with a header above, and a footer below unless it is alone. */
function hostPage(guard: Guard, snippet: string, alone: boolean): string {
  const head = {
    head: `<script>${snippet}</script>`,
    css: '<link rel="stylesheet" href="/guard.css" />',
    template: '',
    nothing: '',
  }[guard];
  const content = guard === 'template' ? `<template>${app('i-1')}</template>` : app('i-1');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title>Host</title>
    ${head}<script type="module" src="/host.js"></script></head>
    <body><header>Host</header>
    <expiry-gate installation-id="i-1" time-zone="Asia/Shanghai">${content}</expiry-gate>
    ${alone ? '' : '<footer>Foot of the host</footer>'}</body></html>`;
}

/** Gates of several installations, bare and prefixed. */
function manyPage(snippet: string): string {
  const gates = ['i-1', 'i-2', 'i-3'].flatMap((id) =>
    ['expiry-gate', 'acme-expiry-gate'].map(
      (tag) => `<${tag} installation-id="${id}">${app(`${tag} ${id}`)}</${tag}>`,
    ),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title>Host</title>
    <script data-prefix="other acme">${snippet}</script>
    <script type="module" src="/host.js"></script></head><body>${gates.join('')}</body></html>`;
}

/** Serves hosts that embed the gate as the README says, built as they would, on a free port. */
export async function startColdSite(): Promise<ColdSite> {
  const { code, hash } = await headSnippet();
  const { outputFiles } = await build({
    stdin: { contents: HOST, resolveDir: root, sourcefile: 'host.js' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    entryNames: 'host',
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const guardCss = readFileSync(join(root, 'src/elements/expiry-gate/guard.css'), 'utf8');
  const policy = `default-src 'none'; script-src 'self' '${hash}'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;

  const site: ColdSite = {
    url: '',
    hash,
    answer: null,
    hanging: [],
    failing: [],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const reply = (response: ServerResponse, type: string, body: string): void => {
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cold.test');
    const among = (paths: string[]) => paths.some((path) => pathname.startsWith(path));
    if (among(site.hanging)) return;
    const script = files.get(pathname);
    if (among(site.failing)) {
      response.writeHead(503).end();
    } else if (pathname === '/') {
      if (searchParams.has('strict')) response.setHeader('Content-Security-Policy', policy);
      reply(
        response,
        'text/html',
        hostPage(searchParams.get('guard') as Guard, code, searchParams.has('alone')),
      );
    } else if (pathname === '/many') {
      reply(response, 'text/html', manyPage(code));
    } else if (pathname === '/empty') {
      reply(response, 'text/html', '<!doctype html><title>Empty</title>');
    } else if (pathname === '/guard.css') {
      reply(response, 'text/css', guardCss);
    } else if (pathname === '/answer.json') {
      reply(response, 'application/json', JSON.stringify(site.answer));
    } else if (script !== undefined) {
      reply(response, 'text/javascript', script);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  site.url = `http://127.0.0.1:${address.port}`;
  return site;
}
