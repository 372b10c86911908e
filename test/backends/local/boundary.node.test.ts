import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalBackend, type LocalBackend } from '../../../src/backends/local/index.js';
import { BACKEND_ERROR_CODES, type Installation } from '../../../src/contract/index.js';
import { createTestClock } from '../../../src/testing/index.js';

let backend: LocalBackend;

beforeEach(async () => {
  backend = createLocalBackend({ clock: createTestClock() });
  await backend.simulation.installations.create('i1');
});

afterEach(async () => {
  vi.useRealTimers();
  await backend.simulation.close();
});

describe('what stands between a page and the local backend', () => {
  it('answers with copies, so that a page changes nothing here', async () => {
    const mine = await backend.installation('i1');
    mine.contacts.push('nobody');
    expect((await backend.installation('i1')).contacts).toEqual(['管理员']);
  });

  it('refuses what is not plain JSON', async () => {
    const key = (() => 'a function') as unknown as string;
    await expect(backend.startExtraTrial('i1', key)).rejects.toMatchObject({
      code: 'invalid',
      data: { issues: [{ path: '', code: 'not-plain' }] },
    });
  });

  it.each(BACKEND_ERROR_CODES)('refuses with %s and does nothing', async (code) => {
    const { simulation } = backend;
    simulation.setSession('provider');
    simulation.setFaults({ submit: code });
    await expect(backend.submit('i1')).rejects.toMatchObject({ name: 'BackendError', code });
    simulation.setFaults({});
    expect((await backend.installation('i1')).submittedAt).toBeNull();
  });

  it('fails every other call with the fault for all', async () => {
    backend.simulation.setFaults({ all: 'network', session: 'timeout' });
    await expect(backend.session()).rejects.toMatchObject({ code: 'timeout' });
    await expect(backend.installation('i1')).rejects.toMatchObject({ code: 'network' });
  });

  it('spares those who prepare and check', async () => {
    backend.simulation.setFaults({ all: 'network' });
    const { id } = await backend.simulation.as('member').installation('i1');
    expect(id).toBe('i1');
  });

  it('hangs until it is aborted', async () => {
    backend.simulation.setFaults({ session: 'hang' });
    const controller = new AbortController();
    const call = backend.session({ signal: controller.signal });
    const reason = new Error('no longer needed');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it('refuses at once what was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(backend.session({ signal })).rejects.toThrow('too late');
  });

  it('answers rubbish', async () => {
    backend.simulation.setFaults({ installation: 'rubbish' });
    const answer: Partial<Installation> = await backend.installation('i1');
    expect(answer.id).toBeUndefined();
  });

  it('does a late call at once and answers after ten seconds', async () => {
    vi.useFakeTimers();
    const { simulation } = backend;
    await simulation.installations.update('i1', { seatsInUse: 3 });
    simulation.setFaults({ session: 'late' });
    let answered = false;
    const call = backend.session().then(() => (answered = true));
    await vi.advanceTimersByTimeAsync(9999);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await call;
    expect(answered).toBe(true);
  });

  it('does a repeated call twice and gives the first answer', async () => {
    const { simulation } = backend;
    simulation.setSession('provider');
    const policy = {
      currency: 'CNY',
      trial: { days: 15, extraDays: null },
      cycle: 'year',
      rule: { type: 'per-seat', unitAmount: 12_000 },
      offer: null,
      seatLimits: null,
      priceCap: null,
      expansion: 'new-term',
    } as const;
    simulation.setFaults({ publishPolicy: 'twice' });
    const published = await backend.publishPolicy('i1', { policy, baseVersion: null });
    expect(published.version).toBe(1);
    expect(await backend.policyVersions('i1')).toHaveLength(1);
  });

  it('waits as long as it is told before it answers', async () => {
    vi.useFakeTimers();
    backend.simulation.setLatency(800);
    let answered = false;
    const call = backend.session().then(() => (answered = true));
    await vi.advanceTimersByTimeAsync(799);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await call;
  });
});
