/** Timers of some lengths that go off when a test says so, and not by the clock. */
export interface HeldTimers {
  /** Lets all go off that are set and no longer than this. */
  fire(longest?: number): void;
  /** Timers are as before. */
  restore(): void;
}

/** Holds every timer of one of these milliseconds that is set from now on; all others run as ever. */
export function holdTimers(...lengths: number[]): HeldTimers {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<number, { delay: number; callback: () => void }>();
  let next = -1;
  globalThis.setTimeout = ((callback: () => void, delay?: number, ...rest: unknown[]) => {
    if (delay === undefined || !lengths.includes(delay)) return set(callback, delay, ...rest);
    held.set(next, { delay, callback });
    return next--;
  }) as typeof setTimeout;
  globalThis.clearTimeout = ((id?: number) => {
    if (id === undefined || !held.delete(id)) clear(id);
  }) as typeof clearTimeout;
  return {
    fire(longest = Infinity) {
      for (const [id, { delay, callback }] of [...held]) {
        if (delay > longest) continue;
        held.delete(id);
        callback();
      }
    },
    restore() {
      globalThis.setTimeout = set;
      globalThis.clearTimeout = clear;
    },
  };
}
