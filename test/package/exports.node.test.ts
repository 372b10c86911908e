import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { modules, packageJson, registering, root, TAGS } from './entries.js';

/** Runs a module in a plain Node, where no DOM is, and returns what it prints. */
async function inNode(code: string) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', code],
    { cwd: root },
  );
  return stdout.trim();
}

describe('exports', () => {
  const files = Object.values(packageJson.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );

  it.each(files)('%s is built', (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it('has the class and the registration of every element', () => {
    const expected = TAGS.flatMap((tag) => [`seatkit/${tag}`, `seatkit/${tag}/define`]);
    expect(modules).toEqual(expect.arrayContaining(expected));
  });

  const inert = modules.filter((entry) => !registering.includes(entry));

  it.each(inert)('%s can be imported without a DOM', async (entry) => {
    const count = await inNode(
      `const all = await import('${entry}'); console.log(Object.keys(all).length);`,
    );
    expect(Number(count)).toBeGreaterThan(0);
  });

  it.each(inert)('%s registers nothing', async (entry) => {
    const code = `
      const defined = [];
      globalThis.customElements = { get() {}, define: (name) => defined.push(name) };
      await import('${entry}');
      console.log(JSON.stringify(defined));`;
    expect(await inNode(code)).toBe('[]');
  });
});
