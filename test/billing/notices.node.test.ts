import { beforeEach, describe, expect, it } from 'vitest';
import { policyWith } from '../helpers/policy.js';
import { APP, DAY, HOUR, POLICY, refusal, START, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(() => {
  world = new World();
});

const told = () =>
  world.sent.map((notice) =>
    'endsAt' in notice
      ? `${notice.kind} ${notice.endsAt}`
      : `${notice.kind} ${notice.seatsInUse}/${notice.seats} ${notice.blocksAt}`,
  );

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
    world.billing.installations.reportSeats(APP, seatsInUse);

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

  it('are told of when they are too few, with the day of the block, and when that has come', async () => {
    await report(6);
    await world.billing.work();
    const begun = 'over-limit 6/5 2026-03-08T08:00:00.000Z';
    expect(told()).toEqual([begun]);
    await world.pass(7 * DAY - 1);
    expect(told()).toEqual([begun]);
    await world.pass(1);
    expect(told()).toEqual([begun, 'over-limit-blocked 6/5 2026-03-08T08:00:00.000Z']);
    await world.pass(30 * DAY);
    expect(told()).toHaveLength(2);
  });

  it('are told of once for one time of being too few, and again for another', async () => {
    await report(6);
    await world.billing.work();
    world.advance(DAY);
    await report(8);
    await world.billing.work();
    expect(told()).toEqual(['over-limit 6/5 2026-03-08T08:00:00.000Z']);
    await report(5);
    await world.billing.work();
    world.advance(DAY);
    await report(7);
    await world.billing.work();
    expect(told().slice(1)).toEqual(['over-limit 7/5 2026-03-10T08:00:00.000Z']);
  });

  it('withdraw what nobody was told yet once enough are bought', async () => {
    world.notifierFailures = 1;
    await report(6);
    await world.billing.work();
    await world.bought({ kind: 'expand', seats: 6, cycles: 1 }, true);
    await world.pass(10 * DAY);
    expect(told()).toEqual([]);
  });

  it('withdraw what nobody was told yet once fewer are in use', async () => {
    world.notifierFailures = 1;
    await report(6);
    await world.billing.work();
    await report(5);
    await world.pass(10 * DAY);
    expect(told()).toEqual([]);
  });

  it('are told of with the count of the moment it is sent', async () => {
    world.notifierFailures = 1;
    await report(6);
    await world.billing.work();
    await report(9);
    await world.billing.installations.setPlatformFacts(APP, { contacts: ['Li Na'] });
    await world.pass(HOUR);
    expect(told()).toEqual(['over-limit 9/5 2026-03-08T08:00:00.000Z']);
    expect(world.sent[0]).toMatchObject({ contacts: ['Li Na'], dueAt: START });
  });

  it('block later when that is all that a purchase changes, and the new day is told', async () => {
    await report(12);
    await world.billing.work();
    world.advance(2 * DAY);
    await world.bought({ kind: 'expand', seats: 10, cycles: 1 }, true);
    await world.billing.work();
    expect(told()).toEqual([
      'over-limit 12/5 2026-03-08T08:00:00.000Z',
      'over-limit 12/10 2026-03-10T08:00:00.000Z',
    ]);
  });

  it('are nothing new when the same count is reported again', async () => {
    const audit = () => world.store.transaction('read', (tx) => tx.auditEntries(APP));
    const before = (await audit()).length;
    await world.billing.installations.reportSeats(APP, 4);
    const next = await world.billing.work();
    await world.billing.installations.reportSeats(APP, 4);
    expect(await world.store.transaction('read', (tx) => tx.nextJobDueAt())).toBe(next);
    expect(await audit()).toHaveLength(before);
    await world.billing.installations.reportSeats(APP, 6);
    await world.billing.installations.reportSeats(APP, 7);
    const by = { role: 'operator', userId: 'o', userName: 'Ops' } as const;
    await world.billing.installations.reportSeats(APP, null, by);
    expect((await audit()).slice(before)).toMatchObject([
      {
        action: 'report-seats',
        by: { role: 'system' },
        detail: { seatsInUse: 6, overLimitSince: START },
      },
      { action: 'report-seats', by, detail: { seatsInUse: null, overLimitSince: null } },
    ]);
    expect(await entitled()).toMatchObject({ state: 'active', facts: { seatsInUse: null } });
  });

  it('are reported of an installation that there is', async () => {
    const nowhere = world.billing.installations.reportSeats('nowhere', 1);
    expect((await refusal(nowhere)).code).toBe('not-found');
  });

  it.each([-1, 1.5, NaN, '7' as unknown as number])('are a count: %s', async (seats) => {
    for (const call of [report(seats), world.billing.installations.reportSeats(APP, seats)]) {
      expect((await refusal(call)).data.issues?.[0]?.path).toBe('seatsInUse');
    }
    expect((await entitled()).facts.seatsInUse).toBeNull();
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
