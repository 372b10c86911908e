import { DAY_MS, type Instant } from '../domain/index.js';

/** A clock that stands still until it is moved. `createLocalBackend({ clock })` takes it. */
export interface TestClock {
  now(): Instant;
  set(instant: Instant): void;
  /** Forward by whole days of 86 400 000 ms and milliseconds, together; negative goes back. */
  advance(by: { days?: number; ms?: number }): void;
  /** Back to where it began. */
  reset(): void;
  /** Calls `listener` after every move. Returns a function that stops it. */
  onMove(listener: () => void): () => void;
}

/** A clock for tests that stands still until it is moved. @param start where it begins; RangeError for what is no instant */
export function createTestClock(start: Instant = '2026-03-01T08:00:00.000Z'): TestClock {
  const begin = new Date(start).toISOString();
  const listeners = new Set<() => void>();
  let now = begin;
  const move = (to: Instant): void => {
    now = to;
    for (const listener of [...listeners]) listener();
  };
  return {
    now: () => now,
    set: (instant) => move(new Date(instant).toISOString()),
    advance: ({ days = 0, ms = 0 }) =>
      move(new Date(Date.parse(now) + days * DAY_MS + ms).toISOString()),
    reset: () => move(begin),
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
