import { describe, expect, it } from 'vitest';
import { isolated } from '../../src/ui/isolated.js';

describe('a name among other words', () => {
  it('is as it is where it is written as they are', () => {
    for (const name of ['王敏', 'Ana María', 'a<b>&amp;', '']) expect(isolated(name)).toBe(name);
  });

  it('keeps its own direction to itself', () => {
    expect(isolated('שרה כהן')).toBe('\u2068שרה כהן\u2069');
    expect(isolated('سارة')).toBe('\u2068سارة\u2069');
  });

  it('loses the marks that would turn the words around it, also those that would end the isolation', () => {
    expect(isolated('abc\u202e00.1¥')).toBe('\u2068abc00.1¥\u2069');
    expect(isolated('a\u2069\u202eb\u2066')).toBe('\u2068ab\u2069');
  });
});
