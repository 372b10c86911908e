import { expect, it, vi } from 'vitest';
import { createTestClock } from '../../src/testing/index.js';

it('stands still until it is moved', () => {
  const clock = createTestClock('2026-03-01T00:00:00Z');
  expect(clock.now()).toBe('2026-03-01T00:00:00.000Z');
  clock.advance({ days: 1, ms: 5 });
  expect(clock.now()).toBe('2026-03-02T00:00:00.005Z');
  clock.set('2030-01-01T08:00:00+08:00');
  expect(clock.now()).toBe('2030-01-01T00:00:00.000Z');
  clock.reset();
  expect(clock.now()).toBe('2026-03-01T00:00:00.000Z');
});

it('tells of every move until asked to stop', () => {
  const clock = createTestClock();
  const listener = vi.fn();
  const stop = clock.onMove(listener);
  clock.advance({ days: 1 });
  clock.reset();
  stop();
  clock.advance({ days: 1 });
  expect(listener).toHaveBeenCalledTimes(2);
});

it('refuses what is no instant', () => {
  expect(() => createTestClock('tomorrow')).toThrow(RangeError);
  const clock = createTestClock();
  const before = clock.now();
  expect(() => clock.set('')).toThrow(RangeError);
  expect(clock.now()).toBe(before);
});
