import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = 'src/elements/purchase-form';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');
const element = readFileSync(join(folder, 'purchase-form.ts'), 'utf8');

function names(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

/** What a host reads about the element, against what the element does. */
describe('the reference of <purchase-form>', () => {
  it('names every part, and no other', () => {
    expect(names(element, /@csspart (\S+)/g)).toEqual(names(sources, /\bpart="([a-z]+)"/g));
  });

  it('names every slot, and no other', () => {
    expect(names(element, /@slot (\S+)/g)).toEqual(names(sources, /<slot name="([a-z]+)"/g));
  });

  it('names every event, and no other', () => {
    const sent = names(sources, /emit\(\s*'([a-z-]+)'/g);
    expect(names(element, /@event (\S+)/g)).toEqual([...sent, 'billing-error'].sort());
  });

  it('names every token', () => {
    const tokens = readFileSync('src/ui/styles/tokens.ts', 'utf8');
    const documented = readFileSync('src/ui/seatkit-element.ts', 'utf8');
    expect(names(documented, /@cssproperty (\S+)/g)).toEqual(
      names(tokens, /var\(\s*(--seatkit-[a-z0-9-]+)/g),
    );
  });
});
