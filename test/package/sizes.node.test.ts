import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle, importsOf } from './bundle.js';
import { root } from './entries.js';

/** kB (1000 bytes), minified and brotli, with every dependency but no backend. */
const BUDGETS = {
  'expiry-gate': 12,
  'purchase-form': 36,
  'order-list': 34,
  'pricing-editor': 42,
} as const;
const CDN_BUDGET = 90;

const table: string[] = [];
const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);

/** Adds a row to the table that is printed at the end, where the figures are looked up. */
function note(name: string, first: number, budget: number, lazy: number) {
  table.push(`${name.padEnd(16)}${kB(first)} of ${kB(budget * 1000)} kB, on demand ${kB(lazy)} kB`);
}

afterAll(() => console.log(`\nMinified and brotli:\n${table.join('\n')}\n`));

const has = (inputs: readonly string[], name: string) =>
  inputs.filter((path) => path.includes(`node_modules/${name}/`));

describe('sizes', () => {
  for (const [tag, budget] of Object.entries(BUDGETS)) {
    it(`${tag} is at most ${String(budget)} kB and has no zod`, async () => {
      const { first, lazy, inputs } = await bundle(`import 'seatkit/${tag}/define';`);
      note(tag, first, budget, lazy);
      expect(inputs.some((path) => path.endsWith(`${tag}/define.js`))).toBe(true);
      expect(has(inputs, 'zod')).toEqual([]);
      expect(first).toBeLessThanOrEqual(budget * 1000);
    });
  }

  it('expiry-gate has no decimal.js, now or on demand', async () => {
    const { inputs } = await bundle(`import 'seatkit/expiry-gate/define';`);
    expect(has(inputs, 'decimal.js')).toEqual([]);
  });

  it(`the bundle for a CDN is one file of at most ${String(CDN_BUDGET)} kB`, async () => {
    const folder = join(root, 'dist/cdn');
    const size = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length;
    const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
    const lazy = files.filter((file) => file !== 'seatkit.js');
    const first = size('seatkit.js');
    note(
      'CDN bundle',
      first,
      CDN_BUDGET,
      lazy.map(size).reduce((a, b) => a + b, 0),
    );
    const imports = await importsOf(join(folder, 'seatkit.js'));
    expect(imports.first).toEqual([]);
    expect(imports.lazy).not.toEqual([]);
    expect(first).toBeLessThanOrEqual(CDN_BUDGET * 1000);
  });
});
