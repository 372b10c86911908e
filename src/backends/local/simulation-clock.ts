import { stepMs, toMs } from './clock.js';
import type { Engine } from './engine.js';
import type { SimulationClock } from './simulation.js';

/** One move after the other. */
export function createSimulationClock(
  { clock, moveTo, resetClock }: Pick<Engine, 'clock' | 'moveTo' | 'resetClock'>,
  gate: () => Promise<void>,
): SimulationClock {
  let last: Promise<unknown> = Promise.resolve();
  const next = (move: () => Promise<void>): Promise<void> => {
    const turn = last.then(gate).then(move);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    now: () => clock.now(),
    set: (instant) => next(() => moveTo(toMs(instant))),
    advance: (by) => next(() => moveTo(toMs(clock.now()) + stepMs(by))),
    reset: () => next(resetClock),
    onMove: (listener) => clock.onMove(listener),
  };
}
