import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createLocalBackend,
  type LocalBackend,
  type LocalBackendOptions,
  type Simulation,
} from '../../../src/backends/local/index.js';
import type { Order, Role } from '../../../src/contract/index.js';
import { DAY_MS } from '../../../src/domain/index.js';
import { createTestClock } from '../../../src/testing/index.js';
import { POLICY } from '../../../src/testing/scene.js';

const open: LocalBackend[] = [];
let worlds = 0;

function local(options: LocalBackendOptions = {}): LocalBackend {
  const backend = createLocalBackend(options);
  open.push(backend);
  return backend;
}

const freshName = (): string => `simulation-${++worlds}`;

afterEach(async () => {
  for (const { simulation } of open.splice(0)) await simulation.close();
});

async function launch(simulation: Simulation, id = 'i1'): Promise<void> {
  const provider = simulation.as('provider');
  await simulation.installations.create(id);
  await provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
  await provider.submit(id);
  await provider.launch(id);
}

async function order(simulation: Simulation, id = 'i1'): Promise<Order> {
  const administrator = simulation.as('administrator');
  const request = { kind: 'new', seats: 10, cycles: 1 } as const;
  const quote = await administrator.quote(id, request);
  const key = `order-${Math.random()}`;
  return administrator.createOrder(id, { request, quote, acceptForfeit: false, key });
}

async function seed(simulation: Simulation): Promise<void> {
  await simulation.clock.set('2026-01-05T01:00:00.000Z');
  await launch(simulation);
  await simulation.clock.advance({ days: 3 });
  await order(simulation);
  await simulation.clock.advance({ days: 1 });
}

const ROLES: readonly Role[] = ['provider', 'administrator', 'member', 'operator'];

describe('who asks', () => {
  it.each(ROLES)('can be any %s', async (role) => {
    const backend = local({ session: role });
    expect(await backend.session()).toMatchObject({ role, userId: role });
  });

  it('can be changed, and whoever watches is told', async () => {
    const backend = local({ session: 'administrator' });
    await backend.simulation.installations.create('i1');
    const told = new Promise((resolve) => backend.watch('i1', resolve));
    backend.simulation.setSession('member');
    await told;
    expect((await backend.installation('i1')).subscription).toBeNull();
  });

  it('hears nothing of installations that are not theirs', async () => {
    const backend = local({
      session: { role: 'administrator', userId: 'a', userName: 'A', installations: ['i2'] },
    });
    await backend.simulation.installations.create('i1');
    await backend.simulation.installations.create('i2');
    const heard: string[] = [];
    backend.watch('i1', () => heard.push('i1'));
    backend.watch(null, ({ installationId }) => heard.push(`all: ${installationId}`));
    const told = new Promise<void>((resolve) =>
      backend.watch('i2', () => {
        heard.push('i2');
        resolve();
      }),
    );
    await backend.simulation.installations.update('i1', { appName: 'x' });
    await backend.simulation.installations.update('i2', { appName: 'y' });
    await told;
    expect(heard.sort()).toEqual(['all: i2', 'i2']);
    backend.simulation.setSession('operator');
    await expect.poll(() => heard).toContain('all: null');
  });
});

describe('the clock', () => {
  it('does on its way what falls due, each at its own instant', async () => {
    const { simulation } = local({ clock: createTestClock() });
    await launch(simulation);
    const { id, createdAt } = await order(simulation);
    await simulation.clock.advance({ days: 40 });
    const { status, timeline } = await simulation.as('administrator').order(id);
    expect(status).toBe('lapsed');
    const lapsed = timeline.find(({ event }) => event === 'lapsed');
    expect(Date.parse(lapsed?.at ?? '') - Date.parse(createdAt)).toBe(2 * 3_600_000);
    const notices = await simulation.notices();
    expect(notices).toMatchObject([
      { kind: 'trial-ending', endsAt: '2026-03-16T08:00:00.000Z' },
      { kind: 'trial-ended', endsAt: '2026-03-16T08:00:00.000Z' },
    ]);
  });

  it('keeps the notices of every installation, also of two with the same end', async () => {
    const { simulation } = local({ clock: createTestClock() });
    await launch(simulation);
    await launch(simulation, 'i2');
    await simulation.clock.advance({ days: 8 });
    const notices = await simulation.notices();
    expect(notices.map(({ installationId, kind }) => [installationId, kind]).sort()).toEqual([
      ['i1', 'trial-ending'],
      ['i2', 'trial-ending'],
    ]);
  });

  it('brings a report of seats in use what follows from it', async () => {
    const { simulation } = local({ clock: createTestClock() });
    await launch(simulation);
    const { id } = await order(simulation);
    const administrator = simulation.as('administrator');
    const how = { method: 'wechat', environment: 'desktop', key: 'pay-for-ten' } as const;
    await administrator.startPayment(id, how);
    await simulation.gateway.pay((await administrator.order(id)).payments[0]!.number);
    await simulation.installations.reportSeats('i1', 1_000);
    await simulation.clock.advance({ days: 7 });
    expect(await simulation.as('member').entitlement('i1')).toMatchObject({
      state: 'over-limit-blocked',
    });
    expect((await simulation.notices()).map(({ kind }) => kind)).toEqual([
      'over-limit',
      'over-limit-blocked',
    ]);
  });

  it('goes back when told to', async () => {
    const { simulation } = local({ clock: createTestClock('2026-03-01T00:00:00.000Z') });
    await simulation.clock.advance({ days: 2, ms: 1 });
    expect(simulation.clock.now()).toBe('2026-03-03T00:00:00.001Z');
    await simulation.clock.reset();
    expect(simulation.clock.now()).toBe('2026-03-01T00:00:00.000Z');
  });

  it('refuses what is no instant and stays where it is', async () => {
    const { simulation } = local({ clock: createTestClock('2026-03-01T00:00:00.000Z') });
    await expect(simulation.clock.set('tomorrow')).rejects.toThrow(RangeError);
    expect(simulation.clock.now()).toBe('2026-03-01T00:00:00.000Z');
  });

  it('tells whoever watches that the time has moved', async () => {
    const backend = local();
    await backend.simulation.installations.create('i1');
    const told = new Promise((resolve) => backend.watch('i1', resolve));
    await backend.simulation.clock.advance({ days: 1 });
    expect(await told).toEqual({ installationId: 'i1' });
  });

  it('does by itself what falls due, without a call', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-01T00:00:00.000Z') });
    try {
      const { simulation } = local();
      await launch(simulation);
      const { id } = await order(simulation);
      await vi.advanceTimersByTimeAsync(3 * 3_600_000);
      expect((await simulation.as('administrator').order(id)).status).toBe('lapsed');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the tabs of one browser', () => {
  it('see what the other did, and are told', async () => {
    const name = freshName();
    const [one, other] = [1, 2].map(() => local({ storage: 'indexeddb', name }));
    await launch(one!.simulation);
    expect((await other!.installation('i1')).launchedAt).not.toBeNull();
    const told = new Promise((resolve) => other!.watch('i1', resolve));
    const { id } = await order(one!.simulation);
    await told;
    expect((await other!.order(id)).status).toBe('pending');
    const page = await other!.orders({ installationId: 'i1' }, null);
    expect(page.totals.count).toBe(1);
  });

  it('move through time together, and a reload stays there', async () => {
    const name = freshName();
    const [one, other] = [1, 2].map(() => local({ storage: 'indexeddb', name }));
    await one!.simulation.ready();
    await other!.simulation.ready();
    const moved = new Promise<void>((resolve) => other!.simulation.clock.onMove(resolve));
    await one!.simulation.clock.advance({ days: 30 });
    await moved;
    const ahead = Date.now() + 30 * DAY_MS;
    expect(Math.abs(Date.parse(other!.simulation.clock.now()) - ahead)).toBeLessThan(60_000);
    const reloaded = local({ storage: 'indexeddb', name });
    const { now } = await reloaded.session();
    expect(Math.abs(Date.parse(now) - ahead)).toBeLessThan(60_000);
  });

  it('make one order of the same attempt', async () => {
    const name = freshName();
    const [one, other] = [1, 2].map(() => local({ storage: 'indexeddb', name }));
    await launch(one!.simulation);
    const request = { kind: 'new', seats: 10, cycles: 1 } as const;
    const quote = await one!.quote('i1', request);
    const input = { request, quote, acceptForfeit: false, key: 'the-same-attempt' };
    const orders = await Promise.all(
      [one!, other!].map((backend) => backend.createOrder('i1', input)),
    );
    expect(orders[0]?.id).toBe(orders[1]?.id);
  });

  it('in memory are worlds of their own', async () => {
    const [one, other] = [local(), local()];
    await one.simulation.installations.create('i1');
    await expect(other.installation('i1')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a seed', () => {
  it('makes the same world every time, with a real history', async () => {
    const worlds = [local({ seed }), local({ seed })];
    const lists = await Promise.all(worlds.map((backend) => backend.orders({}, null)));
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]?.items[0]).toMatchObject({
      status: 'lapsed',
      createdAt: '2026-01-08T01:00:00.000Z',
    });
  });

  it('fills an empty store once, whichever tab comes first', async () => {
    const name = freshName();
    const seeding = vi.fn(seed);
    const options = { storage: 'indexeddb', name, seed: seeding } as const;
    await local(options).session();
    const again = local(options);
    expect((await again.orders({}, null)).totals.count).toBe(1);
    expect(seeding).toHaveBeenCalledTimes(1);
  });

  it('that fails is said, and tried again by the next call', async () => {
    const seeding = vi
      .fn<(simulation: Simulation) => Promise<void>>()
      .mockImplementationOnce(async (simulation) => {
        await simulation.installations.create('half');
        throw new Error('broken off');
      })
      .mockImplementation(seed);
    const backend = local({ seed: seeding });
    await expect(backend.session()).rejects.toMatchObject({ code: 'unavailable' });
    expect((await backend.installation('i1')).id).toBe('i1');
    await expect(backend.installation('half')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('runs anew after a reset, which forgets all else', async () => {
    const backend = local({ seed, storage: 'indexeddb', name: freshName() });
    const { simulation } = backend;
    await launch(simulation, 'i2');
    await simulation.clock.advance({ days: 400 });
    await simulation.reset();
    await expect(backend.installation('i2')).rejects.toMatchObject({ code: 'not-found' });
    const page = await backend.orders({}, null);
    expect(page.totals.count).toBe(1);
    expect(simulation.clock.now() < '2026-02-01').toBe(true);
  });
});

describe('installations', () => {
  it('are told what the host knows, and a grace begins when seats run over', async () => {
    const backend = local({ clock: createTestClock() });
    const { simulation } = backend;
    await launch(simulation);
    const { id } = await order(simulation);
    await backend.startPayment(id, {
      method: 'wechat',
      environment: 'desktop',
      key: 'pay-this-order',
    });
    const { payments } = await backend.order(id);
    await simulation.gateway.pay(payments[0]?.number ?? '');
    await simulation.installations.update('i1', { seatsInUse: 11 });
    expect((await simulation.installations.facts('i1'))?.seatsInUse).toBe(11);
    expect((await backend.entitlement('i1')).state).toBe('over-limit');
    await simulation.clock.advance({ days: 7 });
    expect((await backend.entitlement('i1')).state).toBe('over-limit-blocked');
  });

  it('that are unknown have no facts', async () => {
    const { simulation } = local();
    expect(await simulation.installations.facts('nobody')).toBeNull();
  });
});
