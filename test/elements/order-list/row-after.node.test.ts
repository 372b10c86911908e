import { describe, expect, it } from 'vitest';
import { rowAfter } from '../../../src/elements/order-list/row-focus.js';

describe('rowAfter', () => {
  it('goes by one, up to the head, or by ten, and never beyond', () => {
    expect(rowAfter('ArrowDown', 3, 30)).toBe(4);
    expect(rowAfter('ArrowUp', 0, 30)).toBe(-1);
    expect(rowAfter('ArrowUp', -1, 30)).toBe(-1);
    expect(rowAfter('PageDown', 3, 30)).toBe(13);
    expect(rowAfter('PageUp', 3, 30)).toBe(0);
    expect(rowAfter('PageDown', 25, 30)).toBe(29);
  });

  it('leaves other keys alone', () => {
    expect(rowAfter('a', 3, 30)).toBeNull();
    expect(rowAfter('Home', 3, 30)).toBeNull();
    expect(rowAfter('Tab', 3, 30)).toBeNull();
  });
});
