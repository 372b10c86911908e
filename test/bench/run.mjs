/**
 * Bundles a bench as a host's page would have it and runs it: `node test/bench/run.mjs quote`. `<name>.bench.ts` runs with plain Node,
 * `<name>.page.bench.ts` in Chromium; it leaves what it found in `benchReport`. Where there are both, both run.
 * With SEATKIT_BROWSERS, as for the browser tests, a page runs in those engines instead: `SEATKIT_BROWSERS=all`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { bundleForNode } from '../../build/bundle-node.mjs';
import { findChromium } from '../helpers/browsers.mjs';

const name = process.argv[2] ?? 'quote';
const inNode = `test/bench/${name}.bench.ts`;
const inPage = `test/bench/${name}.page.bench.ts`;
if (!existsSync(inNode) && !existsSync(inPage)) throw new Error(`There is no bench ${name}.`);
// The test runner serves what lies in the project.
const place = process.env.SEATKIT_BROWSERS ? '.cache' : tmpdir();
await mkdir(place, { recursive: true });
const outDir = await mkdtemp(join(place, 'seatkit-bench-'));
try {
  if (existsSync(inNode)) await runInNode();
  if (existsSync(inPage)) await (process.env.SEATKIT_BROWSERS ? runInEngines() : runInChromium());
} finally {
  await rm(outDir, { recursive: true });
}

async function runInNode() {
  // What runs on a server's packages finds them from within the project.
  if (name.startsWith('server-')) {
    process.env.SEATKIT_SERVER ??= await bundleForNode('src/server/cli/bin.ts');
    await import(pathToFileURL(await bundleForNode(inNode)).href);
    return;
  }
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

async function bundlePage() {
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
}

/** The same bundle in every engine of the browser tests, which know how to start them. */
async function runInEngines() {
  await bundlePage();
  const test = `import './bench.js';
it('${name}', () => {
  console.log(benchReport.text);
  if (!benchReport.good) throw new Error('It misses its goal.');
});
`;
  await writeFile(join(outDir, 'page.test.js'), test);
  const wtr = spawn('npx', ['wtr', '--files', join(outDir, 'page.test.js')], { stdio: 'inherit' });
  const [code] = await once(wtr, 'exit');
  if (code !== 0) process.exitCode = 1;
}

async function runInChromium() {
  await bundlePage();
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
