import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src/locales');

/** Every folder with the files of a language, for example `common/base` or `order-list`. */
const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('zh-CN.ts'))
  .map((path) => path.slice(0, -'/zh-CN.ts'.length));

type Tree = Record<string, unknown>;

const load = async (folder: string, tag: string) =>
  (await import(join(root, folder, `${tag}.ts`))) as Tree;

/** What stands at each path: a text, or a function with its number of arguments. */
function leaves(value: unknown, path = ''): [path: string, kind: string][] {
  if (typeof value === 'function') return [[path, 'function']];
  if (typeof value !== 'object' || value === null) return [[path, typeof value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe.each(folders)('locales/%s', (folder) => {
  it('says the same things in every language', async () => {
    const [zh, en] = [await load(folder, 'zh-CN'), await load(folder, 'en')];
    expect(new Map(leaves(Object.values(en)).sort())).toEqual(
      new Map(leaves(Object.values(zh)).sort()),
    );
  });

  it('leaves no text empty and no language in another', async () => {
    const [zh, en] = [await load(folder, 'zh-CN'), await load(folder, 'en')];
    for (const text of [...texts(zh), ...texts(en)]) expect(text.trim()).not.toBe('');
    for (const text of texts(en)) expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
