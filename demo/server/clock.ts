import type { Clock } from 'seatkit/server';
import type { Keeper } from './kept.js';

/** The device's clock, moved as far as was kept; or one that stands still but for moves. */
export interface DemoClock extends Clock {
  nowMs(): number;
  set(ms: number): void;
  /** Where it would be had nobody moved it, in milliseconds. */
  unmovedMs(): number;
  /** Stands still, but for moves, while something is done; so that it does not depend on how long that takes. */
  still<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** @param stillAt an instant at which it stands still; it runs when absent */
export function createDemoClock(kept: Keeper, stillAt: string | undefined): DemoClock {
  let stillMs = stillAt === undefined ? null : Date.parse(stillAt);
  const unmovedMs = (): number => stillMs ?? Date.now();
  const nowMs = (): number => unmovedMs() + kept.read().offset;
  return {
    nowMs,
    unmovedMs,
    now: () => new Date(nowMs()).toISOString(),
    set: (ms) => kept.change({ offset: ms - unmovedMs() }),
    async still(run) {
      const before = stillMs;
      stillMs = unmovedMs();
      try {
        return await run();
      } finally {
        stillMs = before;
      }
    },
  };
}
