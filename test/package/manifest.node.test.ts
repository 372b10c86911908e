import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, TAGS } from './entries.js';

interface Documented {
  readonly name?: string;
  readonly description?: string;
  readonly summary?: string;
}

interface Declaration extends Documented {
  readonly tagName?: string;
  readonly attributes?: readonly Documented[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: Declaration[] }[];
}

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);

describe('custom-elements.json', () => {
  it('names only modules that are published', () => {
    expect(
      manifest.modules.map(({ path }) => path).filter((path) => !/^dist\/.*\.js$/.test(path)),
    ).toEqual([]);
  });

  it.each(TAGS)('documents <%s>', (tag) => {
    const element = declarations.find(({ tagName }) => tagName === tag);
    expect(element?.summary ?? '').not.toBe('');
    const { attributes = [], events = [], slots = [], cssParts = [] } = element ?? {};
    const silent = [...attributes, ...events, ...slots, ...cssParts]
      .filter(({ description, summary }) => !(description ?? summary))
      .map(({ name }) => name);
    expect(silent).toEqual([]);
  });
});
