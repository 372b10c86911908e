/**
 * Bundles a bench as a host's page would have it and runs it: `node test/bench/run.mjs quote`. `<name>.bench.ts` runs with plain Node,
 * `<name>.page.bench.ts` in Chromium; it leaves what it found in `benchReport`. Where there are both, both run.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../helpers/browsers.mjs';

const name = process.argv[2] ?? 'quote';
const inNode = `test/bench/${name}.bench.ts`;
const inPage = `test/bench/${name}.page.bench.ts`;
if (!existsSync(inNode) && !existsSync(inPage)) throw new Error(`There is no bench ${name}.`);
const outDir = await mkdtemp(join(tmpdir(), 'seatkit-bench-'));
try {
  if (existsSync(inNode)) await runInNode();
  if (existsSync(inPage)) await runInChromium();
} finally {
  await rm(outDir, { recursive: true });
}

async function runInNode() {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: inNode,
      outDir,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  });
  await import(pathToFileURL(join(outDir, 'bench.mjs')).href);
}

async function runInChromium() {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      modulePreload: false,
      rolldownOptions: { input: inPage, output: { entryFileNames: 'bench.js' } },
    },
  });
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
    env: { ...process.env, ...env },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    const root = 'http://bench.test/';
    await page.route(`${root}**`, async (route) => {
      const path = route.request().url().slice(root.length);
      if (path === '') {
        const body =
          '<!doctype html><html lang="zh-CN"><script type="module" src="bench.js"></script>';
        await route.fulfill({ contentType: 'text/html', body });
      } else {
        const body = await readFile(join(outDir, path));
        await route.fulfill({ contentType: 'text/javascript', body });
      }
    });
    await page.goto(root);
    const found = await page.waitForFunction(() => globalThis.benchReport, undefined, {
      timeout: 300_000,
    });
    const { text = '', good = false } = (await found.jsonValue()) ?? {};
    console.log(text);
    if (!good) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
