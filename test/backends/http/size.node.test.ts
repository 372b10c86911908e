import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

/** Bytes, minified and brotli, with every dependency. */
const BUDGET = 12_000;

let bundle: Uint8Array;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/../../../src/backends/http/index.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  bundle = outputFiles[0]!.contents;
});

test(`the client weighs at most ${BUDGET} bytes`, () => {
  const bytes = brotliCompressSync(bundle).length;
  console.log(`HTTP backend, minified and brotli: ${bytes} of ${BUDGET} bytes`);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});

test('no code of it is made from text, which a strict policy would refuse', () => {
  expect(new TextDecoder().decode(bundle)).not.toMatch(/\beval\(|[^.\w]Function\(/);
});
