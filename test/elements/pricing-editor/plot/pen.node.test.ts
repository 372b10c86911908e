import { describe, expect, it } from 'vitest';
import { drawn } from '../../../../src/elements/pricing-editor/plot/pen.js';

const line = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 });

describe('drawn', () => {
  it('goes on from where the last line ended, and lifts the pen where it did not', () => {
    expect(drawn([line(0, 0, 10, 5), line(10, 5, 20, 5), line(30, 1, 40, 2)])).toBe(
      'M0 0L10 5L20 5M30 1L40 2',
    );
  });

  it('keeps two lines within one column of pixels, and makes one of three', () => {
    const two = [line(5.1, 0, 5.2, 9), line(5.2, 9, 5.3, 2)];
    expect(drawn(two)).toBe('M5.1 0L5.2 9L5.3 2');
    expect(drawn([...two, line(5.3, 2, 5.4, 30)])).toBe('M5.1 30L5.1 0');
  });

  it('makes nothing of nothing', () => expect(drawn([])).toBe(''));
});
