import type { Instant } from '../../domain/index.js';
import { toMs, type SettableClock } from './clock.js';

/** The longest wait a browser's timer takes; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;
/** A clock that stands still must not be asked in a tight loop. */
const SHORTEST_MS = 250;

export interface Wake {
  /** Replaces what was planned; null plans nothing. */
  at(instant: Instant | null): void;
  stop(): void;
}

/** Calls `onDue` once the clock has reached the planned instant, however far away, and however the clock is moved. */
export function createWake(clock: SettableClock, onDue: () => void): Wake {
  let due: Instant | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (): void => {
    clearTimeout(timer);
    if (due === null) return;
    const wait = Math.min(Math.max(toMs(due) - toMs(clock.now()), SHORTEST_MS), LONGEST_MS);
    timer = setTimeout(check, wait);
    unref(timer);
  };
  const check = (): void => {
    if (due !== null && toMs(due) <= toMs(clock.now())) {
      due = null;
      onDue();
    } else {
      plan();
    }
  };
  const stopListening = clock.onMove(check);

  return {
    at(instant) {
      due = instant;
      plan();
    },
    stop() {
      due = null;
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** In Node a timer or channel would keep the process alive; a browser knows no such thing. */
export function unref(handle: unknown): void {
  if (typeof handle === 'object' && handle !== null && 'unref' in handle)
    (handle as { unref(): void }).unref();
}
