import { describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../../src/domain/index.js';
import { SILENT, type LogFields } from '../../../src/server/log.js';
import { startWorker, type WorkerOptions } from '../../../src/server/worker.js';
import { createTestClock } from '../../../src/testing/index.js';
import { createManualTimer } from '../../helpers/manual-timer.js';

/** A batch of work that ends when the test says so. */
interface Batch {
  end(nextDueAt: Instant | null): void;
  fail(error: Error): void;
}

function setUp(options: Partial<WorkerOptions> = {}) {
  const clock = createTestClock();
  const timer = createManualTimer();
  const batches: Batch[] = [];
  let running = 0;
  let most = 0;
  const work = vi.fn(
    () =>
      new Promise<Instant | null>((resolve, reject) => {
        running += 1;
        most = Math.max(most, running);
        batches.push({
          end(due) {
            running -= 1;
            resolve(due);
          },
          fail(error) {
            running -= 1;
            reject(error);
          },
        });
      }),
  );
  const worker = startWorker({ billing: { work }, log: SILENT, clock, time: timer, ...options });
  /** The batch that runs; waits until there is one. */
  const batch = (count: number): Promise<Batch> =>
    vi.waitUntil(() => batches[count - 1], { interval: 1, timeout: 5000 });
  const idle = (): Promise<unknown> =>
    vi.waitUntil(() => timer.pending().length > 0, { interval: 1, timeout: 5000 });
  return { clock, timer, work, worker, batch, idle, mostAtOnce: () => most };
}

const inMs = (clock: { now(): Instant }, ms: number): Instant =>
  new Date(Date.parse(clock.now()) + ms).toISOString();

describe('a worker', () => {
  it('looks at its start, and again when the next thing is due', async () => {
    const { clock, timer, work, worker, batch, idle } = setUp();
    (await batch(1)).end(inMs(clock, 7000));
    await idle();
    expect(timer.pending()).toEqual([7000]);
    expect(work).toHaveBeenCalledTimes(1);
    await timer.fire(7000);
    (await batch(2)).end(null);
    await worker.stop();
  });

  it('looks once a minute at least, since another process may have planned something earlier', async () => {
    const { clock, timer, worker, batch, idle } = setUp();
    (await batch(1)).end(inMs(clock, 400 * 86_400_000));
    await idle();
    expect(timer.pending()).toEqual([60_000]);
    await timer.fire(60_000);
    (await batch(2)).end(null);
    await idle();
    expect(timer.pending()).toEqual([60_000]);
    await worker.stop();
  });

  it('goes on at once, but not in a tight loop, while there is more due', async () => {
    const { clock, timer, worker, batch, idle } = setUp();
    (await batch(1)).end(clock.now());
    await idle();
    expect(timer.pending()).toEqual([50]);
    await worker.stop();
  });

  it('looks at once when woken, and never twice at a time', async () => {
    const { timer, work, worker, batch, idle, mostAtOnce } = setUp();
    (await batch(1)).end(null);
    await idle();
    worker.wake();
    const second = await batch(2);
    expect(timer.pending()).toEqual([]);
    worker.wake();
    worker.wake();
    expect(work).toHaveBeenCalledTimes(2);
    second.end(null);
    await timer.fire(0);
    (await batch(3)).end(null);
    await idle();
    expect(timer.pending()).toEqual([60_000]);
    expect(work).toHaveBeenCalledTimes(3);
    expect(mostAtOnce()).toBe(1);
    await worker.stop();
  });

  it('tries again less and less often while the store is down, whoever wakes it, and then as before', async () => {
    const said: [string, LogFields | undefined][] = [];
    const log = {
      ...SILENT,
      info: (event: string, fields?: LogFields) => said.push([event, fields]),
      error: (event: string, fields?: LogFields) => said.push([event, fields]),
    };
    const { timer, work, worker, batch, idle } = setUp({ log });
    const waits: number[] = [];
    for (let failures = 1; failures <= 7; failures++) {
      (await batch(failures)).fail(new Error('password=secret'));
      await idle();
      worker.wake();
      expect(work).toHaveBeenCalledTimes(failures);
      const [wait = 0] = timer.pending();
      waits.push(wait);
      await timer.fire(wait);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    (await batch(8)).end(null);
    await idle();
    expect(timer.pending()).toEqual([60_000]);
    expect(said.map(([event]) => event)).toEqual([
      ...Array<string>(7).fill('worker-failed'),
      'worker-recovered',
    ]);
    expect(JSON.stringify(said)).not.toContain('secret');
    worker.wake();
    (await batch(9)).fail(new Error());
    await idle();
    expect(timer.pending()).toEqual([500]);
    await worker.stop();
  });

  it('spreads the tries of many workers over half the wait', async () => {
    const timer = createManualTimer();
    const { worker, batch } = setUp({ time: { ...timer, random: () => 0.5 } });
    (await batch(1)).fail(new Error());
    await vi.waitUntil(() => timer.pending().length > 0);
    expect(timer.pending()).toEqual([750]);
    await worker.stop();
  });

  it('lets what runs end when it is stopped, and begins nothing more', async () => {
    const { timer, work, worker, batch } = setUp();
    const running = await batch(1);
    let stopped = false;
    const stop = worker.stop().then(() => (stopped = true));
    worker.wake();
    await Promise.resolve();
    expect(stopped).toBe(false);
    running.end(null);
    await stop;
    worker.wake();
    expect(timer.pending()).toEqual([]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('forgets changes of more than a day ago at its start and once an hour', async () => {
    const prune = vi.fn<(before: Instant) => Promise<void>>().mockResolvedValue();
    const { clock, timer, worker, batch, idle } = setUp({ prune });
    for (const round of [1, 2, 3]) {
      (await batch(round)).end(null);
      await idle();
      clock.advance({ ms: 1_800_000 });
      await timer.fire(60_000);
    }
    (await batch(4)).end(null);
    expect(prune.mock.calls).toEqual([['2026-02-28T08:00:00.000Z'], ['2026-02-28T09:00:00.000Z']]);
    await worker.stop();
  });
});
