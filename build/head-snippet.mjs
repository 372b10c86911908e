/**
 * Builds the head snippet of <expiry-gate> from src/elements/expiry-gate/head.ts. Run by `npm run build`, it writes
 * dist/elements/expiry-gate/head.js and prints what a strict Content Security Policy needs to let it run inline.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const LIMIT_BYTES = 1000;

/** @returns {Promise<{ code: string, hash: string }>} the snippet, and its `sha256-…` for `script-src` */
export async function headSnippet() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/elements/expiry-gate/head.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    charset: 'ascii',
    write: false,
  });
  const code = outputFiles[0]?.text.trim() ?? '';
  if (code.length > LIMIT_BYTES) throw new Error(`The head snippet has ${code.length} bytes.`);
  return { code, hash: `sha256-${createHash('sha256').update(code).digest('base64')}` };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(root, 'dist/elements/expiry-gate/head.js');
  const { code, hash } = await headSnippet();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
  process.stdout.write(`expiry-gate/head.js: ${code.length} bytes, script-src '${hash}'\n`);
}
