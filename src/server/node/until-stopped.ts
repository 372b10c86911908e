import type { EventEmitter } from 'node:events';
import { errorFields, type Log } from '../log.js';

export interface StopOptions {
  /** Where signals arrive: the process. */
  signals: Pick<EventEmitter, 'on' | 'off'>;
  /** Ends what runs, in good order. */
  stop: () => Promise<void>;
  /** Longest time that may take, in milliseconds. */
  limitMs: number;
  log: Log;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Waits for a signal to stop, and for the end of what runs. A second signal waits for nothing.
 *
 * @returns the exit code: 0 when everything ended in good order and in time
 */
export function untilStopped({ signals, stop, limitMs, log }: StopOptions): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    const end = (code: number): void => {
      for (const signal of SIGNALS) signals.off(signal, onSignal);
      resolve(code);
    };
    const onSignal = (signal: string): void => {
      if (stopping) {
        log.warn('killed', { signal });
        end(1);
        return;
      }
      stopping = true;
      log.info('stopping', { signal });
      const timer = setTimeout(() => {
        log.error('stop-timed-out', { ms: limitMs });
        end(1);
      }, limitMs);
      stop()
        .then(
          () => {
            log.info('stopped');
            end(0);
          },
          (error: unknown) => {
            log.error('stop-failed', errorFields(error));
            end(1);
          },
        )
        .finally(() => clearTimeout(timer));
    };
    for (const signal of SIGNALS) signals.on(signal, onSignal);
  });
}
