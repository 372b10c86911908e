import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createShiftedClock } from '../../../src/backends/local/clock.js';
import { createWake } from '../../../src/backends/local/wake.js';
import { DAY_MS } from '../../../src/domain/index.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-03-01T00:00:00.000Z') }));
afterEach(() => void vi.useRealTimers());

it('waits longer than one timer can', async () => {
  const clock = createShiftedClock();
  const onDue = vi.fn();
  createWake(clock, onDue).at('2026-06-01T00:00:00.000Z');
  await vi.advanceTimersByTimeAsync(91 * DAY_MS);
  expect(onDue).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect(onDue).toHaveBeenCalledTimes(1);
});

it('wakes when the clock is moved past the instant, once', async () => {
  const clock = createShiftedClock();
  const onDue = vi.fn();
  createWake(clock, onDue).at('2026-06-01T00:00:00.000Z');
  clock.advance({ days: 100 });
  clock.advance({ days: 1 });
  await vi.runAllTimersAsync();
  expect(onDue).toHaveBeenCalledTimes(1);
});

it('forgets what was planned when it is planned anew or stopped', async () => {
  const clock = createShiftedClock();
  const onDue = vi.fn();
  const wake = createWake(clock, onDue);
  wake.at('2026-03-02T00:00:00.000Z');
  wake.at(null);
  clock.advance({ days: 2 });
  expect(onDue).not.toHaveBeenCalled();
  wake.at('2026-04-01T00:00:00.000Z');
  wake.stop();
  clock.advance({ days: 100 });
  await vi.runAllTimersAsync();
  expect(onDue).not.toHaveBeenCalled();
});

it('asks a clock that stands still only now and then', async () => {
  const clock = createShiftedClock();
  clock.freeze();
  const now = vi.spyOn(clock, 'now');
  createWake(clock, () => undefined).at('2026-03-01T00:00:00.001Z');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(now.mock.calls.length).toBeLessThan(200);
});
