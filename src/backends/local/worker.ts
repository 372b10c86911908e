import type { Instant } from '../../domain/index.js';
import { toInstant, toMs, type SettableClock } from './clock.js';
import { createWake } from './wake.js';

/** More things falling due on the way of one move than this are done at its end. */
const STEPS = 1000;
/** Rounds of work that makes more work due at once. */
const ROUNDS = 100;
/** How long after a failure the background work is tried again. */
const RETRY_MS = 30_000;

/** Does what falls due, one round after the other. */
export interface LocalWorker {
  /** Does all that is due now. When the next thing is due; null for nothing. */
  work(): Promise<Instant | null>;
  /** Something may have become due: does it soon, whatever comes of it. */
  soon(): void;
  /** Moves the clock on from one due thing to the next, as far as `until`, so that each is done at its own instant. */
  stepTo(until: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param round does what is due, and says when the next thing is */
export function createWorker(
  clock: SettableClock,
  round: () => Promise<Instant | null>,
): LocalWorker {
  let last: Promise<unknown> = Promise.resolve();
  const wake = createWake(clock, () => {
    work().catch(() => {
      // The next call of the page meets the same storage and says so.
      wake.at(toInstant(toMs(clock.now()) + RETRY_MS));
    });
  });

  function work(): Promise<Instant | null> {
    const turn = last.then(async () => {
      let next: Instant | null = null;
      for (let rounds = 0; rounds < ROUNDS; rounds++) {
        next = await round();
        if (next === null || next > clock.now()) break;
      }
      wake.at(next);
      return next;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    work,
    soon: () => wake.at(clock.now()),
    async stepTo(until) {
      for (let steps = 0; steps < STEPS; steps++) {
        const due = await work();
        if (due === null || toMs(due) > until || due <= clock.now()) return;
        clock.set(due);
      }
    },
    async stop() {
      wake.stop();
      await last;
    },
  };
}
