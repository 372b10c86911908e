import { vi } from 'vitest';
import type { HttpEnvironment } from '../../src/backends/http/index.js';

interface Task {
  ms: number;
  callback: () => void;
}

export interface ManualTimer extends HttpEnvironment {
  /** Waits until something is scheduled in `ms` milliseconds, and runs it. */
  fire: (ms: number) => Promise<void>;
  /** What is scheduled now, in milliseconds. */
  pending: () => number[];
  /** Everything ever scheduled, in milliseconds. */
  scheduled: number[];
}

/** Time that passes when a test says so, and retries that are spread by nothing. */
export function createManualTimer(): ManualTimer {
  const tasks = new Set<Task>();
  const scheduled: number[] = [];
  return {
    random: () => 0,
    schedule: (callback, ms) => {
      const task = { ms, callback };
      tasks.add(task);
      scheduled.push(ms);
      return () => {
        tasks.delete(task);
      };
    },
    fire: async (ms) => {
      const task = await vi.waitUntil(() => [...tasks].find((task) => task.ms === ms), {
        interval: 1,
        timeout: 5_000,
      });
      tasks.delete(task);
      task.callback();
    },
    pending: () => [...tasks].map(({ ms }) => ms),
    scheduled,
  };
}
