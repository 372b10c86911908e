import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendError, type InstallationEntitlement } from '../../../src/contract/index.js';
import { AnsweringBackend } from './answering-backend.js';
import { FACTS, INSTALLATION, answerOf, bought, inDays } from './answers.js';
import { remember } from '../../../src/elements/expiry-gate/known-entitlement.js';
import { GateHost, stubPage, unstubPage } from './gate-host.js';

const DAY = 86_400_000;
const KEY = `seatkit:entitlement:${INSTALLATION}`;
const settle = () => vi.advanceTimersByTimeAsync(0);
const never = () => new Promise<InstallationEntitlement>(() => undefined);

async function setup(answer: InstallationEntitlement | (() => Promise<InstallationEntitlement>)) {
  const world = new AnsweringBackend(answerOf());
  world.answer = typeof answer === 'function' ? answer : () => Promise.resolve(answer);
  const host = new GateHost(world.backend);
  await settle();
  const state = () => {
    const { access } = host.access;
    return access.kind === 'known' ? access.entitlement.state : access.kind;
  };
  return { world, host, state };
}

describe('GateAccess', () => {
  let page: ReturnType<typeof stubPage>;
  beforeEach(() => {
    page = stubPage();
  });
  afterEach(unstubPage);

  it('changes exactly at the end, to the millisecond, and asks again', async () => {
    const { world, state, host } = await setup(answerOf({ facts: bought(1) }));
    world.answer = never;
    await vi.advanceTimersByTimeAsync(DAY - 1);
    expect(state()).toBe('active');
    expect(world.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(state()).toBe('expired');
    expect(world.asked).toBe(2);
    expect(host.access.stale).toBe(false);
  });

  it('changes on time two months away, beyond what one timer takes', async () => {
    const facts = bought(60);
    const { world, state } = await setup(answerOf({ facts }));
    const begin = performance.now();
    world.answer = () =>
      Promise.resolve(answerOf({ facts, now: inDays(0, performance.now() - begin) }));
    await vi.advanceTimersByTimeAsync(60 * DAY - 1);
    expect(state()).toBe('active');
    await vi.advanceTimersByTimeAsync(1);
    expect(state()).toBe('expired');
    // Once a day.
    expect(world.asked).toBe(61);
  });

  it('asks at the end though an update came a moment before its alarm', async () => {
    const { world, state, host } = await setup(answerOf({ facts: bought(1) }));
    await vi.advanceTimersByTimeAsync(DAY - 1);
    const { asked } = world;
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1);
    host.requestUpdate();
    await host.updateComplete;
    expect(state()).toBe('expired');
    await vi.advanceTimersByTimeAsync(1);
    expect(world.asked).toBe(asked + 1);
  });

  it('asks once at the end though an update was under way', async () => {
    const { world, state, host } = await setup(answerOf({ facts: bought(1) }));
    await vi.advanceTimersByTimeAsync(DAY - 1);
    const before = performance.now();
    // The first look at the clock is just before the end, all later ones at it.
    vi.spyOn(performance, 'now')
      .mockReturnValueOnce(before)
      .mockReturnValue(before + 1);
    host.requestUpdate();
    await host.updateComplete;
    expect(state()).toBe('active');
    await vi.advanceTimersByTimeAsync(5);
    expect(world.asked).toBe(2);
  });

  it("takes no notice of the device's clock", async () => {
    const { state, host } = await setup(answerOf({ facts: bought(10) }));
    for (const year of ['1999', '2050']) {
      vi.setSystemTime(`${year}-01-01T00:00:00.000Z`);
      host.requestUpdate();
      await settle();
      expect(state()).toBe('active');
    }
  });

  it('tries again ever later, keeping what it says, until it is answered', async () => {
    const { world, state, host } = await setup(() => Promise.reject(new BackendError('network')));
    expect(state()).toBe('unknown');
    for (const [wait, asked] of [
      [2_000, 2],
      [4_000, 3],
      [8_000, 4],
      [16_000, 5],
    ] as const) {
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(world.asked).toBe(asked - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(world.asked).toBe(asked);
    }
    expect(host.seen.slice(1).map(({ kind }) => kind)).not.toContain('waiting');
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    await vi.advanceTimersByTimeAsync(32_000);
    expect(state()).toBe('active');
    const { asked } = world;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(world.asked).toBe(asked);
  });

  it('waits no longer than five minutes, and ever later though each attempt takes its time', async () => {
    const { world } = await setup(
      () =>
        new Promise((_resolve, reject) =>
          setTimeout(() => reject(new BackendError('network')), 1_000),
        ),
    );
    await vi.advanceTimersByTimeAsync(3_600_000);
    const { asked } = world;
    expect(asked).toBeLessThan(25);
    await vi.advanceTimersByTimeAsync(301_000);
    expect(world.asked).toBe(asked + 1);
  });

  it('waits as long as the backend says', async () => {
    const { world } = await setup(() =>
      Promise.reject(new BackendError('rate-limited', { retryAfter: 60 })),
    );
    await vi.advanceTimersByTimeAsync(59_999);
    expect(world.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(world.asked).toBe(2);
  });

  it('tries at once when the network returns, and not when nothing had failed', async () => {
    const { world } = await setup(() => Promise.reject(new BackendError('network')));
    world.answer = () => Promise.resolve(answerOf({ facts: FACTS.active }));
    page.online();
    await settle();
    expect(world.asked).toBe(2);
    page.online();
    await settle();
    expect(world.asked).toBe(2);
  });

  it.each(['forbidden', 'not-found', 'unauthenticated'] as const)(
    'does not repeat what was answered with %s',
    async (code) => {
      const { world } = await setup(() => Promise.reject(new BackendError(code)));
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(world.asked).toBe(1);
    },
  );

  it('lets what is known hold until its own end, and then nobody knows', async () => {
    const { world, state } = await setup(answerOf({ facts: bought(1) }));
    world.fail(new BackendError('network'));
    await vi.advanceTimersByTimeAsync(DAY - 1);
    expect(state()).toBe('active');
    await vi.advanceTimersByTimeAsync(1);
    expect(state()).toBe('unknown');
  });

  it('begins with what an earlier page knew, and asks once nevertheless', async () => {
    await setup(answerOf({ facts: FACTS.active }));
    vi.setSystemTime(Date.now() + DAY);
    const { state, world, host } = await setup(never);
    expect(host.seen[0]?.kind).toBe('known');
    expect(state()).toBe('active');
    expect(world.asked).toBe(1);
  });

  it('asks nothing while that is fresh, and asks when it no longer is', async () => {
    await setup(answerOf({ facts: FACTS.active }));
    await vi.advanceTimersByTimeAsync(60_000);
    const { state, world } = await setup(
      answerOf({ facts: FACTS.expired, now: inDays(0, 300_000) }),
    );
    await vi.advanceTimersByTimeAsync(239_999);
    expect([state(), world.asked]).toEqual(['active', 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([state(), world.asked]).toEqual(['expired', 1]);
  });

  it('does not take a fresh one for an answer of its own, which would never grow old', async () => {
    await setup(answerOf({ facts: FACTS.active }));
    for (let page = 0; page < 4; page++) {
      await vi.advanceTimersByTimeAsync(70_000);
      const { world, host } = await setup(never);
      expect(world.asked).toBe(0);
      host.disconnect();
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await setup(never)).world.asked).toBe(1);
  });

  it('asks though one is fresh when something changed, or is in doubt', async () => {
    await setup(answerOf({ facts: FACTS.active }));
    const { state, world } = await setup(never);
    world.change(answerOf({ facts: FACTS.expired }));
    await settle();
    expect([state(), world.asked]).toEqual(['expired', 1]);
  });

  it('asks first when the clock was set back meanwhile', async () => {
    await setup(answerOf({ facts: FACTS.active }));
    vi.setSystemTime(Date.now() - DAY);
    const { state, world } = await setup(never);
    expect([state(), world.asked]).toEqual(['waiting', 1]);
  });

  it('knows how late it was when a page was left', async () => {
    const { host } = await setup(answerOf({ facts: bought(10) }));
    const device = Date.now();
    await vi.advanceTimersByTimeAsync(DAY / 2);
    vi.stubGlobal('document', Object.assign(document, { visibilityState: 'hidden' }));
    document.dispatchEvent(new Event('visibilitychange'));
    host.disconnect();
    // As if no time had passed since the answer.
    vi.setSystemTime(device);
    vi.stubGlobal('document', new EventTarget());
    expect((await setup(never)).state()).toBe('waiting');
  });

  it('opens without a backend too, until the end of what was known', async () => {
    await setup(answerOf({ facts: bought(1) }));
    const host = new GateHost(null);
    await settle();
    expect(host.access.access.kind).toBe('known');
    await vi.advanceTimersByTimeAsync(DAY);
    expect(host.access.access.kind).toBe('waiting');
  });

  it('takes the answer of another tab, and gives it to no other', async () => {
    const { state, world } = await setup(answerOf({ facts: FACTS.expired }));
    const other = answerOf({ facts: FACTS.active, now: inDays(0, 1_000) });
    remember(other);
    const left = localStorage.getItem(KEY);
    page.stored(KEY, left);
    await settle();
    expect([state(), world.asked]).toEqual(['active', 1]);
    expect(localStorage.getItem(KEY)).toBe(left);
    remember(answerOf({ facts: FACTS.expired }));
    page.stored(KEY, '{}');
    await settle();
    expect(state()).toBe('active');
  });

  it('asks when another tab was told that nobody may know', async () => {
    const { world } = await setup(answerOf({ facts: FACTS.active }));
    page.stored('something else', null);
    expect(world.asked).toBe(1);
    page.stored(KEY, null);
    expect(world.asked).toBe(2);
  });

  it('asks once for all gates of a page, and for each again when something changed', async () => {
    const world = new AnsweringBackend(answerOf({ facts: FACTS.active }));
    const hosts = [new GateHost(world.backend), new GateHost(world.backend)];
    hosts[0]?.disconnect();
    await settle();
    expect(world.asked).toBe(1);
    expect(hosts[1]?.access.access.kind).toBe('known');
    world.change(answerOf({ facts: FACTS.expired }));
    await settle();
    expect(hosts[1]?.access.access).toMatchObject({ entitlement: { state: 'expired' } });
  });

  it('does not show what an earlier visit knew as over: it may have been paid for since', async () => {
    await setup(answerOf({ facts: FACTS.expired }));
    const { state } = await setup(never);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(state()).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state()).toBe('expired');
  });

  it('knows nothing of another installation', async () => {
    const { world, state, host } = await setup(answerOf({ facts: FACTS.active }));
    world.answer = never;
    host.installationId = 'i-2';
    host.requestUpdate();
    await settle();
    expect(state()).toBe('waiting');
    expect(host.access.slow).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(host.access.slow).toBe(true);
  });

  it('is silent once it has left the page', async () => {
    const { world, host } = await setup(() => Promise.reject(new BackendError('network')));
    host.disconnect();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(world.asked).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts the days by itself', async () => {
    const { host } = await setup(answerOf({ facts: bought(3), now: inDays(0, -1_000) }));
    const days = () => {
      const { access } = host.access;
      return access.kind === 'known' ? access.entitlement.daysLeft : null;
    };
    expect(days()).toBe(4);
    await vi.advanceTimersByTimeAsync(999);
    expect(days()).toBe(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(days()).toBe(3);
  });
});
