import { describe, expect, it } from 'vitest';
import { priceCurve } from '../../../../src/domain/index.js';
import { steered } from '../../../../src/elements/pricing-editor/preview/steer.js';
import { fullPolicy } from '../draft/drafts.js';

const curve = priceCurve(fullPolicy, { cycles: 1 });

describe('steered', () => {
  it.each([
    ['ArrowRight', 30, 31],
    ['ArrowUp', 30, 31],
    ['ArrowLeft', 30, 29],
    ['ArrowDown', 1, 1],
    ['ArrowRight', 1_000_000, 1_000_000],
    ['PageUp', 30, 50],
    ['PageUp', 50, 51],
    ['PageUp', 500, 500],
    ['PageDown', 51, 50],
    ['PageDown', 30, 11],
    ['PageDown', 5, 5],
    ['Home', 30, 5],
    ['End', 30, 500],
    ['Enter', 30, null],
  ])('%s from %d leads to %s', (key, seats, next) => {
    expect(steered(key, curve, seats)).toBe(next);
  });

  it('stays where it is while nothing can be ordered', () => {
    expect(['PageUp', 'Home', 'End'].map((key) => steered(key, [], 9))).toEqual([9, 9, 9]);
  });
});
