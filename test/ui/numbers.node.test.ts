import { describe, expect, it } from 'vitest';
import { parseCount } from '../../src/ui/numbers.js';

describe('parseCount', () => {
  it.each([
    ['30', 30],
    ['0', 0],
    ['007', 7],
    [' 1,000 ', 1000],
    ['1，000', 1000],
    ['12 345 678', 12_345_678],
    ['１０', 10],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('understands %j', (text, value) => {
    expect(parseCount(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['一百', 'not-number'],
    ['1e9', 'not-number'],
    ['0x10', 'not-number'],
    ['Infinity', 'not-number'],
    ['1,00', 'not-number'],
    ['1,000 000', 'not-number'],
    ['1.5', 'not-integer'],
    ['１．５', 'not-integer'],
    ['-3', 'negative'],
    ['－3', 'negative'],
    ['-1.5', 'negative'],
    ['9007199254740992', 'too-large'],
  ])('refuses %j as %s', (text, fault) => {
    expect(parseCount(text)).toEqual({ ok: false, fault });
  });
});
