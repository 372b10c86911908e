import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './entries.js';

export interface Bundle {
  /** Minified, brotli, in bytes: what must load before the entry runs. */
  readonly first: number;
  /** The same for the chunks that load on demand. */
  readonly lazy: number;
  /** Paths of every source that some code of it comes from, loaded at once or on demand. */
  readonly inputs: readonly string[];
}

/** Bundles a module that hosts could write, with every dependency, as a browser would get it. */
export async function bundle(contents: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'entry.js' },
    absWorkingDir: root,
    tsconfigRaw: {},
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  const outputs = Object.entries(metafile.outputs);
  const entry = outputs.find(([, { entryPoint }]) => entryPoint === 'entry.js');
  if (!entry) throw new Error('The bundle has no entry');
  const eager = new Set<string>();
  const visit = (path: string) => {
    if (eager.has(path)) return;
    eager.add(path);
    for (const { path: next, kind, external } of metafile.outputs[path]?.imports ?? []) {
      if (!external && kind === 'import-statement') visit(next);
    }
  };
  visit(entry[0]);
  const sizes = outputFiles.map(({ path, contents: bytes }) => ({
    eager: [...eager].some((name) => path.endsWith(`/${name}`)),
    size: brotliCompressSync(bytes).length,
  }));
  const sum = (wanted: boolean) =>
    sizes.filter(({ eager: is }) => is === wanted).reduce((total, { size }) => total + size, 0);
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  return { first: sum(true), lazy: sum(false), inputs };
}

/** What a module file imports before it runs, and what it may import later. */
export async function importsOf(file: string) {
  const { metafile } = await build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    external: ['*'],
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const paths = (kind: string) =>
    imports.filter((one) => one.kind === kind).map(({ path }) => path);
  return { first: paths('import-statement'), lazy: paths('dynamic-import') };
}
