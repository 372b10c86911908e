import { describe, expect, it } from 'vitest';
import type { Quote, QuoteLine } from '../../../src/domain/index.js';
import {
  cycleOf,
  lineChanges,
  reasonOf,
} from '../../../src/elements/purchase-form/payment/quote-diff.js';

const list = (amount: number): QuoteLine => ({
  code: 'list',
  amount,
  seats: 10,
  cycles: 1,
  parts: [{ seats: 10, unitAmount: amount / 10 }],
});
const discount: QuoteLine = { code: 'discount', amount: -100, minCycles: 2, payPercent: 90 };
const cap: QuoteLine = { code: 'cap', amount: -50, cap: 850 };
const credit = (orderId: string, remainingDays: number): QuoteLine => ({
  code: 'credit',
  amount: -remainingDays,
  orderId,
  value: 365,
  remainingDays,
  days: 365,
});

const quote = (lines: QuoteLine[], rest: Partial<Quote> = {}) =>
  ({ lines, policyVersion: 1, cycles: 1, purchasedDays: 365, ...rest }) as Quote;

describe('what changed between two prices', () => {
  it('pairs the steps of both, in the order of the price', () => {
    const changes = lineChanges(
      [list(1000), discount, credit('o-1', 100)],
      [list(1200), cap, credit('o-1', 100)],
    );
    expect(changes.map(({ before, after, change }) => [(after ?? before)?.code, change])).toEqual([
      ['list', 'changed'],
      ['discount', 'gone'],
      ['cap', 'added'],
      ['credit', 'none'],
    ]);
  });

  it('tells the segments of one order apart, and those of another order', () => {
    const before = [credit('o-1', 100), credit('o-1', 365), credit('o-2', 50)];
    const after = [credit('o-1', 99), credit('o-1', 365)];
    expect(lineChanges(before, after).map(({ change }) => change)).toEqual([
      'changed',
      'none',
      'gone',
    ]);
  });

  it('takes the same numbers for the same line, in whatever order they are written', () => {
    const turned = Object.fromEntries(Object.entries(list(1000)).reverse()) as QuoteLine;
    expect(lineChanges([list(1000)], [turned])[0]?.change).toBe('none');
  });

  it('sees a part that is priced otherwise, though the sum is the same', () => {
    const parts = [
      { seats: 4, unitAmount: 150 },
      { seats: 6, flatAmount: 400 },
    ];
    const other: QuoteLine = { ...list(1000), parts } as QuoteLine;
    expect(lineChanges([list(1000)], [other])[0]?.change).toBe('changed');
  });

  it('knows why: another policy, fewer days left, or neither', () => {
    const before = quote([list(1000), credit('o-1', 100)]);
    expect(reasonOf(before, quote(before.lines, { policyVersion: 2 }))).toBe('published');
    expect(reasonOf(before, quote([list(1000), credit('o-1', 99)]))).toBe('time');
    expect(reasonOf(before, quote([list(1001), credit('o-1', 100)]))).toBe('other');
  });

  it('reads the unit of the length from its days', () => {
    expect(cycleOf(quote([], { cycles: 12, purchasedDays: 372 }))).toBe('month');
    expect(cycleOf(quote([], { cycles: 2, purchasedDays: 730 }))).toBe('year');
  });
});
