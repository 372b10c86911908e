import type { Billing, Clock } from '../billing/index.js';
import { DAY_MS, type Instant } from '../domain/index.js';
import { errorFields, type Log } from './log.js';

/** How time passes for a worker; tests bring their own. */
export interface WorkerTime {
  /** Runs `callback` after `ms` milliseconds, unless the returned function is called before. */
  schedule(callback: () => void, ms: number): () => void;
  /** From 0 up to 1; spreads the tries of many workers after a failure. */
  random(): number;
}

export interface WorkerOptions {
  billing: Pick<Billing, 'work'>;
  log: Log;
  /** The device's when absent. */
  clock?: Clock;
  /** Forgets changes from before an instant that nobody resumes from any more; called at the start and once an hour. */
  prune?: (before: Instant) => Promise<unknown>;
  time?: WorkerTime;
}

/** What does by itself what is due: notices, events, refunds, orders that lapse. */
export interface Worker {
  /** Something may have become due: looks at once, or as soon as what runs now has ended. */
  wake(): void;
  /** Begins nothing more; resolves when what runs now has ended. */
  stop(): Promise<void>;
}

/** So few that a process that is stopped need not wait long. */
const BATCH = 20;
/** What other workers hold at this moment is looked at again after this, not in a tight loop. */
const SHORTEST_MS = 50;
/** Another process may have planned something earlier without a word reaching this one. */
const LONGEST_MS = 60_000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;
const HOUR_MS = 3_600_000;
/** A page that was away for longer loads everything anew. */
const KEEP_CHANGES_MS = DAY_MS;

const deviceClock: Clock = { now: () => new Date().toISOString() };

const deviceTime: WorkerTime = {
  schedule(callback, ms) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/**
 * Runs `billing.work` when woken and when the next thing is due, one batch after the other. Any number of workers, in one process or in
 * many, may share a store: each job is one worker's. A failure is logged and tried again, later and later up to half a minute.
 */
export function startWorker({
  billing,
  log,
  clock = deviceClock,
  prune,
  time = deviceTime,
}: WorkerOptions): Worker {
  let running: Promise<void> | null = null;
  let wakened = false;
  let stopped = false;
  let failures = 0;
  let prunedAt = -Infinity;
  let cancelTimer = (): void => undefined;

  const nowMs = (): number => Date.parse(clock.now());

  /** Milliseconds until the next batch. */
  async function batch(): Promise<number> {
    try {
      await pruneHourly();
      const due = await billing.work(BATCH);
      if (failures > 0) log.info('worker-recovered', { failures });
      failures = 0;
      const wait = due === null ? LONGEST_MS : Date.parse(due) - nowMs();
      return Math.min(Math.max(wait, SHORTEST_MS), LONGEST_MS);
    } catch (error) {
      failures += 1;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
      log.error('worker-failed', { failures, ...errorFields(error) });
      return wait * (0.5 + time.random() / 2);
    }
  }

  async function pruneHourly(): Promise<void> {
    const now = nowMs();
    if (!prune || now - prunedAt < HOUR_MS) return;
    await prune(new Date(now - KEEP_CHANGES_MS).toISOString());
    prunedAt = now;
  }

  function run(): void {
    cancelTimer();
    wakened = false;
    running = batch().then((wait) => {
      running = null;
      if (stopped) return;
      const next = wakened && failures === 0 ? 0 : wait;
      cancelTimer = time.schedule(run, next);
    });
  }

  run();
  return {
    wake() {
      wakened = true;
      // While the store is down a word that something is due changes nothing.
      if (running === null && !stopped && failures === 0) run();
    },
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
}
