import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError } from '../../src/contract/errors.js';
import { Remote } from '../../src/ui/remote.js';
import { StandInHost, deferred } from '../helpers/call-host.js';

const settle = () => vi.advanceTimersByTimeAsync(0);

/** A remote whose every call waits for the test to answer it. */
function setup({ id = 'a', check }: SetupOptions = {}) {
  const host = new StandInHost();
  const calls: { id: string; signal: AbortSignal; answer: ReturnType<typeof deferred<string>> }[] =
    [];
  const args: { id: string | null } = { id };
  const remote = new Remote(host, {
    args: () => [args.id],
    load: ([asked], { signal }) => {
      const answer = deferred<string>();
      calls.push({ id: asked, signal, answer });
      return answer.promise;
    },
    ...(check && { check }),
  });
  host.connect();
  const call = (index: number) => calls[index]!;
  const change = (next: string | null) => {
    args.id = next;
    host.requestUpdate();
    return settle();
  };
  return { host, remote, calls, call, change };
}

interface SetupOptions {
  id?: string | null;
  check?: (value: unknown) => boolean;
}

describe('Remote', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once and is ready with the answer', async () => {
    const { remote, calls, call } = setup();
    await settle();
    expect(remote.state).toBe('loading');
    call(0).answer.resolve('one');
    await settle();
    expect(remote).toMatchObject({ state: 'ready', value: 'one', stale: false });
    expect(calls).toHaveLength(1);
  });

  it('asks for nothing while an argument is missing', async () => {
    const { remote, calls, change, call } = setup({ id: null });
    await settle();
    expect(remote.state).toBe('idle');
    expect(calls).toHaveLength(0);
    await change('b');
    call(0).answer.resolve('two');
    await settle();
    expect(remote.value).toBe('two');
    await change(null);
    expect(remote).toMatchObject({ state: 'idle', value: undefined });
  });

  it('drops an older answer that arrives after a newer one, and aborts its call', async () => {
    const { remote, call, change } = setup();
    await settle();
    await change('b');
    expect(call(0).signal.aborted).toBe(true);
    call(1).answer.resolve('new');
    await settle();
    call(0).answer.resolve('old');
    await settle();
    expect(remote.value).toBe('new');
  });

  it('forgets the value when it is about something else', async () => {
    const { remote, call, change } = setup();
    await settle();
    call(0).answer.resolve('of a');
    await settle();
    await change('b');
    expect(remote).toMatchObject({ state: 'loading', value: undefined });
  });

  it('keeps the value while refreshing, and as stale when that fails', async () => {
    const { remote, call, host } = setup();
    await settle();
    call(0).answer.resolve('one');
    await settle();
    void remote.refresh();
    await settle();
    expect(remote).toMatchObject({ state: 'ready', value: 'one' });
    call(1).answer.reject(new BackendError('network'));
    await settle();
    expect(remote).toMatchObject({ state: 'ready', value: 'one', stale: true });
    expect(remote.error?.code).toBe('network');
    expect(host.reported).toHaveLength(1);
    void remote.refresh();
    await settle();
    call(2).answer.resolve('two');
    await settle();
    expect(remote).toMatchObject({ value: 'two', stale: false, error: undefined });
  });

  it('fails without a value, and a retry can succeed', async () => {
    const { remote, call } = setup();
    await settle();
    call(0).answer.reject(new Error('no idea'));
    await settle();
    expect(remote.state).toBe('failed');
    expect(remote.error?.code).toBe('unavailable');
    void remote.refresh();
    await settle();
    expect(remote).toMatchObject({ state: 'loading', error: undefined });
    call(1).answer.resolve('one');
    await settle();
    expect(remote.state).toBe('ready');
  });

  it('ends with a timeout when the backend never answers', async () => {
    const { remote, call } = setup();
    await settle();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(remote.state).toBe('loading');
    await vi.advanceTimersByTimeAsync(1);
    expect(remote.state).toBe('failed');
    expect(remote.error).toMatchObject({ code: 'timeout', retryable: true });
    expect(call(0).signal.aborted).toBe(true);
  });

  it('says timeout even where the backend rejects with its own word for an abort', async () => {
    const { remote, call } = setup();
    await settle();
    const { signal, answer } = call(0);
    signal.addEventListener('abort', () => answer.reject(new DOMException('', 'AbortError')));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(remote.error?.code).toBe('timeout');
  });

  it.each([
    ['says no', () => false],
    [
      'throws',
      () => {
        throw new TypeError('rubbish');
      },
    ],
  ])('refuses an answer when the check %s', async (_how, check) => {
    const { remote, call } = setup({ check });
    await settle();
    call(0).answer.resolve('rubbish');
    await settle();
    expect(remote.state).toBe('failed');
    expect(remote.error?.code).toBe('invalid-response');
  });

  it('mentions a wait only after 300 ms', async () => {
    const { remote, call } = setup();
    await settle();
    await vi.advanceTimersByTimeAsync(299);
    expect(remote.busy).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(remote.busy).toBe(true);
    call(0).answer.resolve('one');
    await settle();
    expect(remote.busy).toBe(false);
  });

  it('is silent after the element has left, and asks again when it is back', async () => {
    const { remote, call, host } = setup();
    await settle();
    host.disconnect();
    expect(call(0).signal.aborted).toBe(true);
    call(0).answer.resolve('late');
    await settle();
    expect(remote.value).toBeUndefined();
    expect(host.reported).toEqual([]);
    host.connect();
    await settle();
    call(1).answer.resolve('back');
    await settle();
    expect(remote.value).toBe('back');
  });

  it('asks for nothing while the element is away, and for what holds then when it is back', async () => {
    const { remote, call, calls, change, host } = setup();
    await settle();
    call(0).answer.resolve('of a');
    await settle();
    host.disconnect();
    await change('b');
    await remote.refresh();
    expect(calls).toHaveLength(1);
    host.connect();
    await settle();
    expect(calls.map(({ id }) => id)).toEqual(['a', 'b']);
    call(1).answer.resolve('of b');
    await settle();
    expect(remote).toMatchObject({ state: 'ready', value: 'of b' });
  });

  it('takes a value from elsewhere and drops the older question', async () => {
    const { remote, call } = setup();
    await settle();
    remote.set('written');
    call(0).answer.resolve('older');
    await settle();
    expect(remote).toMatchObject({ state: 'ready', value: 'written' });
  });
});
