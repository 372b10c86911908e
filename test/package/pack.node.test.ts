import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import type { Browser } from 'playwright-core';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';
import { modules, packageJson, root, TAGS } from './entries.js';

const run = promisify(execFile);
let host: string;
let published: string[];
let browser: Browser;

/** A host project with the packed kit installed, and its dependencies beside it. */
beforeAll(async () => {
  host = await mkdtemp(join(tmpdir(), 'seatkit-host-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', host];
  const { stdout } = await run('npm', pack, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const [tarball] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  if (!tarball) throw new Error('npm packed nothing');
  published = tarball.files.map(({ path }) => path);
  const modulesFolder = join(host, 'node_modules');
  await mkdir(modulesFolder);
  await run('tar', ['-xzf', join(host, tarball.filename), '-C', modulesFolder]);
  await run('mv', [join(modulesFolder, 'package'), join(modulesFolder, 'seatkit')]);
  for (const name of Object.keys(packageJson.dependencies)) {
    await mkdir(dirname(join(modulesFolder, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modulesFolder, name));
  }
  await writeFile(join(host, 'package.json'), '{ "type": "module", "private": true }');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rm(host, { recursive: true });
});

/** Bundles a module of the host into a folder, as `main.js`. */
const bundlers = {
  async esbuild(entry: string, outdir: string) {
    await esbuild({
      entryPoints: { main: entry },
      absWorkingDir: host,
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir,
    });
  },
  async vite(entry: string, outDir: string) {
    await vite({
      configFile: false,
      root: host,
      logLevel: 'error',
      build: {
        outDir,
        modulePreload: false,
        rolldownOptions: { input: { main: entry }, output: { entryFileNames: '[name].js' } },
      },
    });
  },
};

/** Loads a module of a folder in a page and returns which of the tags are registered then. */
async function registeredBy(folder: string, file: string) {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route('http://host.test/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') {
      const body = `<!doctype html><title>host</title><script type="module" src="/${file}"></script>`;
      await route.fulfill({ contentType: 'text/html', body });
    } else {
      const body = await readFile(join(folder, path));
      await route.fulfill({ contentType: 'text/javascript', body });
    }
  });
  await page.goto('http://host.test/');
  const tags = await page.evaluate(
    (names) => names.filter((name) => customElements.get(name) !== undefined),
    [...TAGS],
  );
  await page.close();
  expect(errors).toEqual([]);
  return tags;
}

describe('the packed package', () => {
  it('holds what hosts need and nothing else', () => {
    const unexpected = published.filter(
      (path) =>
        !/^(dist\/|(custom-elements\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$)/.test(
          path,
        ),
    );
    expect(unexpected).toEqual([]);
    expect(published).toEqual(
      expect.arrayContaining([
        'custom-elements.json',
        'LICENSE',
        'README.md',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/cdn/seatkit.js',
      ]),
    );
  });

  for (const [name, bundle] of Object.entries(bundlers)) {
    const bundled = async (code: string) => {
      const folder = await mkdtemp(join(host, `${name}-`));
      const entry = join(folder, 'entry.js');
      await writeFile(entry, code);
      await bundle(entry, join(folder, 'out'));
      return registeredBy(join(folder, 'out'), 'main.js');
    };

    it(`registers all elements when ${name} bundles seatkit/define`, async () => {
      expect(await bundled(`import 'seatkit/define';`)).toEqual(TAGS);
    });

    it.each(TAGS)(
      `registers that element alone when ${name} bundles seatkit/%s/define`,
      async (tag) => {
        expect(await bundled(`import 'seatkit/${tag}/define';`)).toEqual([tag]);
      },
    );

    it(`registers nothing when ${name} bundles seatkit`, async () => {
      const code = `import * as seatkit from 'seatkit'; globalThis.seatkit = seatkit;`;
      expect(await bundled(code)).toEqual([]);
    });
  }

  it('registers all elements from the one file for a CDN', async () => {
    const folder = join(host, 'node_modules/seatkit/dist/cdn');
    expect(await registeredBy(folder, 'seatkit.js')).toEqual(TAGS);
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('has types for a host that resolves by %s', async (moduleResolution, module) => {
    const lines = modules.map(
      (entry, index) =>
        `import * as m${String(index)} from '${entry}';\nexport { m${String(index)} };`,
    );
    const folder = await mkdtemp(join(host, `types-`));
    await writeFile(join(folder, 'host.ts'), lines.join('\n'));
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      strict: true,
      noEmit: true,
      types: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const tsc = join(root, 'node_modules/.bin/tsc');
    const { stdout } = await run(tsc, ['-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });
});
