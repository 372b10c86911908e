import { beforeEach, describe, expect, it } from 'vitest';
import { policyWith } from '../helpers/policy.js';
import { APP, DAY, HOUR, POLICY, refusal, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(() => {
  world = new World();
});

const told = () => world.sent.map(({ kind, endsAt }) => `${kind} ${endsAt}`);

it('announces the end of the trial seven days before, and at it', async () => {
  await world.launch();
  await world.pass(8 * DAY - 1);
  expect(told()).toEqual([]);
  await world.pass(1);
  expect(told()).toEqual(['trial-ending 2026-03-16T08:00:00.000Z']);
  expect(world.sent[0]).toMatchObject({
    installationId: APP,
    appName: 'Field Notes',
    customerName: 'Blue River Ltd',
    contacts: ['Wang Fang'],
  });
  await world.pass(7 * DAY);
  expect(told()).toEqual([
    'trial-ending 2026-03-16T08:00:00.000Z',
    'trial-ended 2026-03-16T08:00:00.000Z',
  ]);
});

it('announces a short trial at launch and a short extra trial at its start', async () => {
  await world.launch(policyWith({ trial: { days: 3, extraDays: 2 } }));
  await world.billing.work();
  expect(told()).toEqual(['trial-ending 2026-03-04T08:00:00.000Z']);
  await world.pass(4 * DAY);
  await world.administrator.startExtraTrial(APP, world.key());
  await world.billing.work();
  expect(told().at(-1)).toBe('trial-ending 2026-03-07T08:00:00.000Z');
});

it('tells each once, however many workers run and however often', async () => {
  await world.launch();
  world.advance(10 * DAY);
  await Promise.all([world.billing.work(), world.billing.work(), world.billing.work()]);
  await world.billing.work();
  await world.billing.installations.setPlatformFacts(APP, { seatsInUse: 3 });
  await Promise.all([world.billing.work(), world.billing.work()]);
  expect(told()).toEqual(['trial-ending 2026-03-16T08:00:00.000Z']);
});

it('tries again when a notice could not be sent, and sends it once then', async () => {
  await world.launch();
  world.notifierFailures = 2;
  await world.pass(9 * DAY);
  expect(told()).toEqual(['trial-ending 2026-03-16T08:00:00.000Z']);
});

it('withdraws a notice that a renewal has made untrue', async () => {
  await world.launch();
  await world.bought({ kind: 'new', seats: 5, cycles: 1 });
  await world.pass(358 * DAY - HOUR);
  world.notifierFailures = 1;
  await world.pass(HOUR);
  expect(told()).toEqual([]);
  await world.bought({ kind: 'renew', cycles: 1 });
  await world.pass(DAY);
  expect(told()).toEqual([]);
  await world.pass(365 * DAY);
  expect(told()).toEqual(['service-ending 2028-02-29T08:00:00.000Z']);
});

it('tells of an end that a refund brings back before anyone was told', async () => {
  await world.launch();
  await world.bought({ kind: 'new', seats: 5, cycles: 1 });
  await world.pass(358 * DAY - HOUR);
  world.notifierFailures = 1;
  await world.pass(HOUR);
  const renewal = await world.bought({ kind: 'renew', cycles: 1 });
  await world.pass(HOUR);
  expect(told()).toEqual([]);
  await world.refunded(renewal);
  await world.billing.work();
  expect(told()).toEqual(['service-ending 2027-03-01T08:00:00.000Z']);
});

it('tells of an end once, even when a refund brings it back', async () => {
  await world.launch();
  await world.bought({ kind: 'new', seats: 5, cycles: 1 });
  await world.pass(359 * DAY);
  const renewal = await world.bought({ kind: 'renew', cycles: 1 });
  await world.refunded(renewal);
  await world.pass(DAY);
  expect(told()).toEqual(['service-ending 2027-03-01T08:00:00.000Z']);
});

describe('seats in use', () => {
  const entitled = () => world.member.entitlement(APP);
  const report = (seatsInUse: number | null) =>
    world.billing.installations.setPlatformFacts(APP, { seatsInUse });

  beforeEach(async () => {
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
  });

  it('beyond what was paid for count from the first report, not from the next', async () => {
    await report(6);
    world.advance(3 * DAY);
    await report(7);
    expect(await entitled()).toMatchObject({ state: 'over-limit', blocked: false });
    world.advance(4 * DAY);
    expect(await entitled()).toMatchObject({ state: 'over-limit-blocked', blocked: true });
    await report(5);
    expect(await entitled()).toMatchObject({ state: 'active' });
    expect((await entitled()).facts.overLimitSince).toBeNull();
    await report(6);
    expect((await entitled()).facts.overLimitSince).toBe(world.now);
  });

  it('are forgotten when enough are bought, and count anew when that is refunded', async () => {
    await report(6);
    world.advance(DAY);
    const more = await world.bought({ kind: 'expand', seats: 10, cycles: 1 });
    expect((await entitled()).facts.overLimitSince).toBeNull();
    world.advance(DAY);
    await world.refunded(more);
    expect(await entitled()).toMatchObject({
      state: 'over-limit',
      facts: { overLimitSince: world.now },
    });
  });

  it('that only the next term has too few of count from its beginning', async () => {
    await world.bought({ kind: 'renew', cycles: 1, seats: 3 });
    await report(4);
    expect(await entitled()).toMatchObject({ state: 'active', facts: { overLimitSince: null } });
    await world.pass(366 * DAY);
    expect(await entitled()).toMatchObject({
      state: 'over-limit',
      facts: { overLimitSince: '2027-03-01T08:00:00.000Z' },
    });
    await world.pass(7 * DAY);
    expect((await entitled()).state).toBe('over-limit-blocked');
  });

  it.each([-1, 1.5, NaN])('are a count: %d', async (seats) => {
    expect((await refusal(report(seats))).data.issues?.[0]?.path).toBe('seatsInUse');
  });
});

describe('the host', () => {
  it('makes an installation once', async () => {
    await world.create();
    expect((await refusal(world.create())).code).toBe('conflict');
    expect(await world.billing.installations.get('nowhere')).toBeNull();
    const nowhere = world.billing.installations.setPlatformFacts('nowhere', {});
    expect((await refusal(nowhere)).code).toBe('not-found');
  });

  it('changes what it says and nothing else', async () => {
    await world.launch(POLICY);
    const before = await world.provider.installation(APP);
    await world.billing.installations.setPlatformFacts(APP, { contacts: ['Li Na', 'Wang Fang'] });
    const after = await world.provider.installation(APP);
    expect(after).toEqual({ ...before, contacts: ['Li Na', 'Wang Fang'] });
  });
});
