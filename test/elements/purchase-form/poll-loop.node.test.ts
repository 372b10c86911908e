import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  PollLoop,
  transferPace,
  walletPace,
} from '../../../src/elements/purchase-form/payment/poll-loop.js';
import { BackendError } from '../../../src/contract/index.js';
import { deferred } from '../../helpers/call-host.js';

/** A loop whose every question waits for the test to answer it. */
function setup() {
  const questions: ReturnType<typeof deferred<undefined>>[] = [];
  const loop = new PollLoop({
    ask: () => {
      const question = deferred<undefined>();
      questions.push(question);
      return question.promise;
    },
    pace: () => 1000,
  });
  const answer = async () => {
    questions.at(-1)!.resolve(undefined);
    await vi.advanceTimersByTimeAsync(0);
  };
  const fail = async (error: Error = new Error('network')) => {
    questions.at(-1)!.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { loop, questions, answer, fail };
}

describe('PollLoop', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('asks at once and then again at its pace', async () => {
    const { loop, questions, answer } = setup();
    loop.start();
    expect(questions).toHaveLength(1);
    await answer();
    await vi.advanceTimersByTimeAsync(999);
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions).toHaveLength(2);
  });

  it('never has two questions open, however slow the answer', async () => {
    const { loop, questions, answer } = setup();
    loop.start();
    await vi.advanceTimersByTimeAsync(60_000);
    loop.askNow();
    loop.askNow();
    expect(questions).toHaveLength(1);
    await answer();
    expect(questions).toHaveLength(2);
    await answer();
    expect(questions).toHaveLength(2);
  });

  it('waits as long as it is told to, even where somebody wants to know now', async () => {
    const { loop, questions, answer, fail } = setup();
    loop.start();
    await fail(new BackendError('rate-limited', { retryAfter: 90 }));
    loop.askNow();
    await vi.advanceTimersByTimeAsync(89_999);
    loop.pause();
    loop.resume();
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions).toHaveLength(2);
    await answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(questions).toHaveLength(3);
  });

  it('asks nothing while paused, and at once when it goes on', async () => {
    const { loop, questions, answer } = setup();
    loop.start();
    await answer();
    loop.pause();
    loop.askNow();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(questions).toHaveLength(1);
    loop.resume();
    expect(questions).toHaveLength(2);
  });

  it('grows slower with each failure, and quick again after an answer', async () => {
    const { loop, questions, answer, fail } = setup();
    loop.start();
    await fail();
    await vi.advanceTimersByTimeAsync(1999);
    expect(questions).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await fail();
    await vi.advanceTimersByTimeAsync(4000);
    expect(questions).toHaveLength(3);
    await answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(questions).toHaveLength(4);
  });

  it('is silent once stopped, also by an answer that comes later', async () => {
    const { loop, questions, answer } = setup();
    loop.start();
    loop.stop();
    await answer();
    loop.askNow();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(questions).toHaveLength(1);
  });
});

describe('paces', () => {
  const minutes = (count: number) => count * 60_000;

  it('never grow quicker with time', () => {
    for (const pace of [walletPace, transferPace]) {
      const waits = [0, 1, 4, 6, 29, 31, 61, 6000].map((count) => pace(minutes(count)));
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
    }
  });

  it('ask about a transfer less often than about a code', () => {
    expect(transferPace(0)).toBeGreaterThan(walletPace(0));
  });
});
