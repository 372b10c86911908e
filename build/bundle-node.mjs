/** Makes one file that Node runs of a TypeScript entry and what it imports from this project; packages stay outside. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * @param {string} entry beneath the project's folder
 * @returns {Promise<string>} the file; its packages are found from where it is
 */
export async function bundleForNode(entry) {
  const outfile = join(root, 'node_modules/.cache/seatkit', entry.replace(/\.ts$/, '.mjs'));
  // Others may be reading the one before it, or making the same.
  const made = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: {
      'seatkit/backend': './src/backend.ts',
      'seatkit/domain': './src/domain/index.ts',
      'seatkit/server': './src/server/index.ts',
      'seatkit/verify': './src/verify/index.ts',
    },
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile: made,
  });
  await rename(made, outfile);
  return outfile;
}
