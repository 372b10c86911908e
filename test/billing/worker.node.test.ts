import { beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, POLICY, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.launch();
});

it('says when the next thing is due', async () => {
  expect(await world.billing.work()).toBe('2026-03-09T08:00:00.000Z');
  await world.order({ kind: 'new', seats: 5, cycles: 1 });
  expect(await world.billing.work()).toBe('2026-03-01T10:00:00.000Z');
});

it('has nothing to do once everything is over', async () => {
  await world.pass(30 * DAY);
  expect(await world.billing.work()).toBeNull();
});

it('stops at its limit, and says that there is more at once', async () => {
  await world.launch(POLICY, 'installation-2');
  await world.launch(POLICY, 'installation-3');
  // Three looks at installations, and one event of each.
  expect(await world.billing.work(2)).toBe(world.now);
  expect(await world.billing.work(2)).toBe(world.now);
  expect(await world.billing.work(2)).toBe('2026-03-09T08:00:00.000Z');
});

it('waits longer each time something fails, and remembers why', async () => {
  const order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
  await world.pending(order);
  world.advance(2 * HOUR);
  const jobOf = () =>
    world.store.transaction('read', (tx) => tx.job(`lapse:${order.id}`)).then((job) => job!);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 4; attempt++) {
    world.gateway.script('close', { fails: 'unheard' });
    await world.billing.work();
    const job = await jobOf();
    expect(job).toMatchObject({ attempts: attempt, lastError: 'unavailable' });
    waits.push(Date.parse(job.dueAt) - Date.parse(world.now));
    world.now = job.dueAt;
  }
  expect(waits).toEqual([10_000, 20_000, 40_000, 80_000]);
});

it('does not let one failure stop the rest', async () => {
  await world.launch(POLICY, 'installation-2');
  const stuck = await world.order({ kind: 'new', seats: 5, cycles: 1 });
  await world.pending(stuck);
  const other = await world.order({ kind: 'new', seats: 5, cycles: 1 }, false, 'installation-2');
  world.advance(2 * HOUR);
  world.gateway.script('close', { fails: 'unheard' });
  await world.billing.work();
  expect((await world.administrator.order(other.id)).status).toBe('lapsed');
  expect((await world.administrator.order(stuck.id)).status).toBe('pending');
});

it('leaves a job to whoever has it, until that one has had time enough', async () => {
  const order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
  await world.billing.work();
  world.advance(2 * HOUR);
  const { now } = world;
  const until = new Date(Date.parse(now) + 5 * MINUTE).toISOString();
  await world.store.transaction('write', (tx) => tx.claimJobs({ now, until, limit: 10 }));
  await world.billing.work();
  expect((await world.administrator.order(order.id)).status).toBe('pending');
  world.advance(5 * MINUTE);
  await world.billing.work();
  expect((await world.administrator.order(order.id)).status).toBe('lapsed');
});

it('does not undo what was planned anew while it failed', async () => {
  const order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
  await world.pending(order);
  world.advance(2 * HOUR);
  const id = `lapse:${order.id}`;
  const dueAt = '2026-04-01T00:00:00.000Z';
  const planAnew = () =>
    world.store.transaction('write', async (tx) => tx.putJob({ ...(await tx.job(id))!, dueAt }));
  world.gateway.script('close', { before: planAnew, fails: 'unheard' });
  await world.billing.work();
  const job = await world.store.transaction('read', (tx) => tx.job(id));
  expect(job).toMatchObject({ dueAt, lastError: null });
});
