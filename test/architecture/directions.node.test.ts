import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Plant {
  readonly rule: string;
  readonly from: string;
  /** A file of the tree, or the name of a package. */
  readonly imports: string;
  readonly typeOnly?: boolean;
}

const plant = (rule: string, from: string, imports: string, typeOnly = false): Plant => ({
  rule,
  from: `src/${from}`,
  imports,
  typeOnly,
});

const violations: Plant[] = [
  plant('domain-rooms', 'domain/a.ts', 'src/contract/index.ts'),
  plant('domain-rooms', 'domain/types.ts', 'src/billing/orders.ts', true),
  plant('domain-packages', 'domain/b.ts', 'lit'),
  plant('domain-packages', 'domain/c.ts', 'zod/mini'),
  plant('domain-packages', 'domain/d.ts', 'decimal.js'),
  plant('contract-rooms', 'contract/a.ts', 'src/billing/orders.ts'),
  plant('contract-rooms', 'contract/b.ts', 'src/schemas/order.ts'),
  plant('contract-packages', 'contract/c.ts', 'lit'),
  plant('billing-rooms', 'billing/a.ts', 'src/schemas/order.ts'),
  plant('billing-rooms', 'billing/b.ts', 'src/backends/local/store.ts'),
  plant('billing-packages', 'billing/c.ts', 'idb'),
  plant('schemas-rooms', 'schemas/a.ts', 'src/billing/orders.ts'),
  plant('schemas-rooms', 'schemas/b.ts', 'src/ui/styles.ts'),
  plant('schemas-packages', 'schemas/c.ts', 'lit'),
  plant('zod-in-schemas', 'backends/http/zod.ts', 'zod/mini'),
  plant('zod-in-schemas', 'elements/order-list/zod.ts', 'zod'),
  plant('backends-local-rooms', 'backends/local/a.ts', 'src/schemas/order.ts'),
  plant('backends-local-rooms', 'backends/local/b.ts', 'src/backends/http/client.ts'),
  plant('backends-local-packages', 'backends/local/c.ts', 'lit'),
  plant('backends-http-rooms', 'backends/http/a.ts', 'src/billing/orders.ts'),
  plant('backends-http-rooms', 'backends/http/b.ts', 'src/backends/local/store.ts'),
  plant('backends-http-packages', 'backends/http/c.ts', 'idb'),
  plant('locales-rooms', 'locales/a.ts', 'src/ui/styles.ts'),
  plant('locales-types-only', 'locales/b.ts', 'src/domain/index.ts'),
  plant('locales-types-only', 'locales/c.ts', 'src/contract/index.ts'),
  plant('locales-packages', 'locales/d.ts', 'lit'),
  plant('ui-rooms', 'ui/a.ts', 'src/billing/orders.ts'),
  plant('ui-rooms', 'ui/b.ts', 'src/elements/order-list/order-list.ts'),
  plant('ui-rooms', 'ui/c.ts', 'src/backends/local/store.ts'),
  plant('ui-packages', 'ui/d.ts', 'zod/mini'),
  plant('elements-rooms', 'elements/order-list/a.ts', 'src/billing/orders.ts'),
  plant('elements-rooms', 'elements/order-list/b.ts', 'src/schemas/order.ts'),
  plant('elements-rooms', 'elements/order-list/c.ts', 'src/backends/http/client.ts'),
  plant('elements-rooms', 'elements/order-list/d.ts', 'src/server/app.ts'),
  plant('billing-provider-rooms', 'elements/billing-provider/a.ts', 'src/billing/orders.ts'),
  plant('elements-apart', 'elements/order-list/e.ts', 'src/elements/purchase-form/part.ts'),
  plant('elements-packages', 'elements/order-list/f.ts', 'idb'),
  plant('backends-importers', 'define.ts', 'src/backends/local/store.ts'),
  plant('backends-importers', 'elements/expiry-gate/a.ts', 'src/backends/local/store.ts'),
  plant('define-importers', 'index.ts', 'src/elements/order-list/define.ts'),
  plant('define-importers', 'elements/order-list/g.ts', 'src/elements/order-list/define.ts'),
  plant('registration-importers', 'elements/order-list/j.ts', 'src/define-element.ts'),
  plant('registration-importers', 'ui/i.ts', 'src/define-all.ts'),
  plant('entries-importers', 'elements/order-list/h.ts', 'src/backend.ts'),
  plant('entries-importers', 'ui/e.ts', 'src/index.ts'),
  plant('entries-apart', 'backend.ts', 'src/testing/index.ts'),
  plant('entries-apart', 'cdn.ts', 'src/server/app.ts'),
  plant('testing-rooms', 'testing/a.ts', 'src/backends/local/store.ts'),
  plant('testing-packages', 'testing/b.ts', 'vitest'),
  plant('server-rooms', 'server/a.ts', 'src/ui/styles.ts'),
  plant('server-rooms', 'server/b.ts', 'src/elements/order-list/order-list.ts'),
  plant('verify-rooms', 'verify/a.ts', 'src/billing/orders.ts'),
  plant('verify-rooms', 'verify/c.ts', 'src/server/app.ts'),
  plant('verify-packages', 'verify/b.ts', 'lit'),
  plant('nothing-outside', 'ui/f.ts', 'stories/theming.ts'),
  plant('nothing-outside', 'billing/d.ts', 'test/helpers/clock.ts'),
  plant('nothing-outside', 'elements/order-list/i.ts', 'demo/bar.ts'),
  plant('no-dev-packages', 'ui/g.ts', 'axe-core'),
  plant('no-node-in-the-page', 'backends/http/d.ts', 'node:fs'),
  plant('no-unresolvable', 'ui/h.ts', 'a-package-nobody-has'),
  plant('no-cycles', 'domain/cycle-a.ts', 'src/domain/cycle-b.ts'),
];

/** Closes the cycle, which is reported once, at its first file. */
const wayBack = plant('no-cycles', 'domain/cycle-b.ts', 'src/domain/cycle-a.ts');

const allowed: Plant[] = [
  plant('', 'contract/shapes.ts', 'src/domain/index.ts'),
  plant('', 'billing/publish.ts', 'src/contract/index.ts'),
  plant('', 'schemas/policy.ts', 'zod/mini'),
  plant('', 'backends/local/idb.ts', 'idb'),
  plant('', 'backends/local/backend.ts', 'src/billing/orders.ts'),
  plant('', 'backends/http/backend.ts', 'src/schemas/order.ts'),
  plant('', 'locales/en.ts', 'src/domain/index.ts', true),
  plant('', 'ui/base.ts', 'lit'),
  plant('', 'ui/context.ts', '@lit/context'),
  plant('', 'elements/purchase-form/view.ts', 'src/ui/styles.ts'),
  plant('', 'elements/purchase-form/code.ts', 'lean-qr'),
  plant('', 'elements/purchase-form/define.ts', 'src/define-element.ts'),
  plant('', 'elements/billing-provider/make.ts', 'src/backends/http/client.ts'),
  plant('', 'verify/claims.ts', 'src/contract/index.ts'),
  plant('', 'server/tokens.ts', 'src/verify/index.ts'),
];

/** The files that plants import, with nothing in them. */
const targets = [
  'src/contract/index.ts',
  'src/domain/index.ts',
  'src/billing/orders.ts',
  'src/schemas/order.ts',
  'src/backends/local/store.ts',
  'src/backends/http/client.ts',
  'src/ui/styles.ts',
  'src/elements/order-list/order-list.ts',
  'src/elements/order-list/define.ts',
  'src/elements/purchase-form/part.ts',
  'src/server/app.ts',
  'src/testing/index.ts',
  'src/verify/index.ts',
  'src/define-element.ts',
  'src/define-all.ts',
  'src/index.ts',
  'src/backend.ts',
  'stories/theming.ts',
  'test/helpers/clock.ts',
  'demo/bar.ts',
];

const isFile = (name: string) => /^(src|stories|test|demo)\//.test(name);

function specifier({ from, imports }: Plant): string {
  if (!isFile(imports)) return imports;
  const path = relative(dirname(from), imports).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Cruises a tree with the project's own rules that has these imports and nothing else. */
async function cruise(folder: string, plants: readonly Plant[]) {
  const contents = new Map(targets.map((file) => [file, 'export const target = 1;\n']));
  for (const one of plants) {
    const line = one.typeOnly
      ? `import type * as planted from '${specifier(one)}';\nexport type Planted = typeof planted;\n`
      : `import * as planted from '${specifier(one)}';\nexport const used = planted;\n`;
    contents.set(one.from, line);
  }
  for (const [file, text] of contents) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) {
    await copyFile(join(root, file), join(folder, file));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const bin = join(root, 'node_modules/.bin/depcruise');
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(stdout) as Report).summary.violations;
}

const folders: string[] = [];
async function temporary() {
  const folder = await mkdtemp(join(tmpdir(), 'seatkit-directions-'));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('import directions', () => {
  let found: Report['summary']['violations'];
  beforeAll(async () => {
    found = await cruise(await temporary(), [...violations, wayBack]);
  });

  for (const { rule, from, imports } of violations) {
    it(`${rule}: ${from} may not import ${imports}`, () => {
      const rules = found.filter((one) => one.from === from).map((one) => one.rule.name);
      expect(rules).toContain(rule);
    });
  }

  it('has a planted violation for every rule', () => {
    const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      readonly forbidden: readonly { readonly name: string }[];
    };
    const planted = new Set(violations.map(({ rule }) => rule));
    const missing = config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name));
    expect(missing).toEqual([]);
  });

  it('lets the imports pass that the rooms are for', async () => {
    expect(await cruise(await temporary(), allowed)).toEqual([]);
  });
});
