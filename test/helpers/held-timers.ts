/** Timers of some lengths that go off when a test says so, and not by the clock. */
export interface HeldTimers {
  /** How many are set. */
  readonly waiting: number;
  /** Lets all that are set go off now. */
  fire(): void;
  /** Timers are as before. */
  restore(): void;
}

/** Holds every timer of one of these milliseconds that is set from now on; all others run as ever. */
export function holdTimers(...lengths: number[]): HeldTimers {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<number, () => void>();
  let next = -1;
  globalThis.setTimeout = ((callback: () => void, delay?: number, ...rest: unknown[]) => {
    if (delay === undefined || !lengths.includes(delay)) return set(callback, delay, ...rest);
    held.set(next, callback);
    return next--;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id?: number) => {
    if (id === undefined || !held.delete(id)) clear(id);
  }) as typeof clearTimeout;
  return {
    get waiting() {
      return held.size;
    },
    fire() {
      const due = [...held.values()];
      held.clear();
      for (const callback of due) callback();
    },
    restore() {
      globalThis.setTimeout = set;
      globalThis.clearTimeout = clear;
    },
  };
}
