import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/contract/errors.js';
import { Action } from '../../src/ui/action.js';
import { StandInHost, deferred } from '../helpers/call-host.js';

function setup() {
  const host = new StandInHost();
  const writes: {
    text: string;
    signal: AbortSignal;
    answer: ReturnType<typeof deferred<string>>;
  }[] = [];
  const action = new Action(host, ({ signal }, text: string) => {
    const answer = deferred<string>();
    writes.push({ text, signal, answer });
    return answer.promise;
  });
  host.connect();
  const write = (index: number) => writes[index]!;
  return { host, action, writes, write };
}

describe('Action', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends once however often it is asked', async () => {
    const { action, writes, write } = setup();
    const first = action.run('a');
    const second = action.run('a');
    expect(second).toBe(first);
    expect(action.pending).toBe(true);
    write(0).answer.resolve('done');
    expect(await first).toBe('done');
    expect(writes).toHaveLength(1);
    expect(action.pending).toBe(false);
  });

  it('keeps the failure until the next attempt, and reports it', async () => {
    const { action, host, write } = setup();
    const failed = action.run('a');
    write(0).answer.reject(new BackendError('conflict'));
    expect(await failed).toBeUndefined();
    expect(action.error?.code).toBe('conflict');
    expect(host.reported).toEqual([action.error]);
    const again = action.run('b');
    expect(action.error).toBeUndefined();
    write(1).answer.resolve('done');
    expect(await again).toBe('done');
  });

  it('forgets the failure when told to', async () => {
    const { action, write } = setup();
    const failed = action.run('a');
    write(0).answer.reject(new BackendError('invalid'));
    await failed;
    action.clear();
    expect(action.error).toBeUndefined();
  });

  it('ends as retryable when the backend never answers', async () => {
    const { action } = setup();
    const lost = action.run('a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await lost).toBeUndefined();
    expect(action.error).toMatchObject({ code: 'timeout', retryable: true });
  });

  it('says nothing of a failure after the element has left, and works when it is back', async () => {
    const { action, host, write } = setup();
    const left = action.run('a');
    host.disconnect();
    expect(write(0).signal.aborted).toBe(true);
    expect(await left).toBeUndefined();
    expect(action.error).toBeUndefined();
    expect(host.reported).toEqual([]);
    host.connect();
    const back = action.run('b');
    write(1).answer.resolve('done');
    expect(await back).toBe('done');
  });
});
