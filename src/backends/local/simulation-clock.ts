import { stepMs, toMs, type SettableClock } from './clock.js';
import type { Engine } from './engine.js';
import type { SimulationClock } from './simulation.js';

/** One move after the other. */
export function createSimulationClock(
  clock: SettableClock,
  gate: () => Promise<Engine>,
): SimulationClock {
  let last: Promise<unknown> = Promise.resolve();
  const next = (move: (engine: Engine) => Promise<void>): Promise<void> => {
    const turn = last.then(gate).then(move);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    now: () => clock.now(),
    set: (instant) => next((engine) => engine.moveTo(toMs(instant))),
    advance: (by) => next((engine) => engine.moveTo(toMs(clock.now()) + stepMs(by))),
    reset: () => next((engine) => engine.resetClock()),
    onMove: (listener) => clock.onMove(listener),
  };
}
