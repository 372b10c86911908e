/** Bundles a bench as a host's page would have it, and runs it with plain Node: `node test/bench/run.mjs quote`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const name = process.argv[2] ?? 'quote';
const outDir = await mkdtemp(join(tmpdir(), 'seatkit-bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: `test/bench/${name}.bench.ts`,
      outDir,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  });
  await import(pathToFileURL(join(outDir, 'bench.mjs')).href);
} finally {
  await rm(outDir, { recursive: true });
}
