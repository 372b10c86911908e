import { DAY_MS, type Instant } from '../../domain/index.js';

/** A clock that can be moved. The one of `seatkit/testing` fits, which stands still between moves. */
export interface SettableClock {
  now(): Instant;
  set(instant: Instant): void;
  /** Forward by whole days of 86 400 000 ms and milliseconds, together; negative goes back. */
  advance(by: ClockStep): void;
  /** Back to where it would be had nobody moved it. */
  reset(): void;
  /** Calls `listener` after every move. Returns a function that stops it. */
  onMove(listener: () => void): () => void;
}

/** How far a clock is moved: whole days of 86 400 000 ms and milliseconds, together. */
export interface ClockStep {
  days?: number;
  ms?: number;
}

export function stepMs({ days = 0, ms = 0 }: ClockStep): number {
  return days * DAY_MS + ms;
}

/** Milliseconds since the epoch; RangeError for what is no instant. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The device's clock, shifted: it runs on, but from where it was moved to. */
export interface ShiftedClock extends SettableClock {
  /** How far it has been moved, in milliseconds. */
  offset(): number;
  setOffset(ms: number): void;
  /** Stands still but for moves, until it runs again; so that what is done meanwhile does not depend on how long it takes. */
  freeze(): void;
  run(): void;
}

export function createShiftedClock(): ShiftedClock {
  const listeners = new Set<() => void>();
  let offset = 0;
  let frozenAt: number | null = null;
  const device = (): number => frozenAt ?? Date.now();
  const setOffset = (ms: number): void => {
    if (ms === offset) return;
    offset = ms;
    for (const listener of [...listeners]) listener();
  };
  return {
    now: () => toInstant(device() + offset),
    set: (instant) => setOffset(toMs(instant) - device()),
    advance: (by) => setOffset(offset + stepMs(by)),
    reset: () => setOffset(0),
    offset: () => offset,
    setOffset,
    freeze: () => {
      frozenAt = Date.now();
    },
    run: () => {
      frozenAt = null;
    },
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
