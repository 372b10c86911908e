import { beforeEach, describe, expect, it } from 'vitest';
import { policyWith } from '../helpers/policy.js';
import { APP, DAY, POLICY, refusal, START, World } from '../helpers/billing-world.js';

let world: World;
beforeEach(() => {
  world = new World();
});

const first = { policy: POLICY, baseVersion: null };

describe('the gates', () => {
  it('publishes nothing before the merchant account is open and the customer has authorised', async () => {
    await world.create(APP, { merchantAccountOpened: false, customerAuthorized: false });
    const before = await refusal(world.provider.publishPolicy(APP, first));
    expect(before).toMatchObject({
      code: 'conflict',
      data: { reason: 'merchant-account-missing' },
    });

    await world.billing.installations.setPlatformFacts(APP, { merchantAccountOpened: true });
    const between = await refusal(world.provider.publishPolicy(APP, first));
    expect(between).toMatchObject({ code: 'conflict', data: { reason: 'not-authorized' } });

    await world.billing.installations.setPlatformFacts(APP, { customerAuthorized: true });
    await expect(world.provider.publishPolicy(APP, first)).resolves.toMatchObject({ version: 1 });
  });

  it('submits after a policy, launches after that, each once', async () => {
    await world.create();
    expect((await refusal(world.provider.submit(APP))).data.reason).toBe('no-policy');
    await world.provider.publishPolicy(APP, first);
    expect((await refusal(world.provider.launch(APP))).data.reason).toBe('not-submitted');
    await world.provider.submit(APP);
    expect((await refusal(world.provider.submit(APP))).data.reason).toBe('already-submitted');
    await world.provider.launch(APP);
    expect((await refusal(world.provider.launch(APP))).data.reason).toBe('already-launched');
  });

  it('sells nothing before the launch', async () => {
    await world.create();
    await world.provider.publishPolicy(APP, first);
    const request = { kind: 'new', seats: 5, cycles: 1 } as const;
    const priced = await refusal(world.administrator.quote(APP, request));
    expect(priced).toMatchObject({
      code: 'invalid',
      data: { violations: [{ code: 'not-launched' }] },
    });
    const quote = { ...request, lines: [] } as never;
    const input = { request, quote, acceptForfeit: false, key: world.key() };
    const refused = await refusal(world.administrator.createOrder(APP, input));
    expect(refused).toMatchObject({ code: 'conflict', data: { reason: 'not-launched' } });
  });
});

describe('versions', () => {
  it('counts up and never changes what was published', async () => {
    await world.create();
    await world.provider.publishPolicy(APP, first);
    world.advance(DAY);
    const policy = policyWith({ rule: { type: 'per-seat', unitAmount: 9000 } });
    const second = await world.provider.publishPolicy(APP, { policy, baseVersion: 1 });
    expect(second).toMatchObject({
      version: 2,
      publishedAt: world.now,
      publishedBy: { role: 'provider', userId: 'provider-1' },
    });
    const versions = await world.provider.policyVersions(APP);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[1]).toMatchObject({ policy: POLICY, publishedAt: START });
    expect(await world.administrator.policy(APP)).toEqual(second);
  });

  it('refuses a draft from a stale version, with the one in force', async () => {
    await world.create();
    const published = await world.provider.publishPolicy(APP, first);
    for (const baseVersion of [null, 0, 2]) {
      const stale = await refusal(
        world.provider.publishPolicy(APP, { policy: POLICY, baseVersion }),
      );
      expect(stale).toMatchObject({ code: 'policy-changed', data: { current: published } });
    }
    expect(await world.provider.policyVersions(APP)).toHaveLength(1);
  });

  it('lets one of two who publish from the same version through', async () => {
    await world.create();
    const outcomes = await Promise.allSettled([
      world.provider.publishPolicy(APP, first),
      world.provider.publishPolicy(APP, first),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps the currency while paid time is live or may become so', async () => {
    await world.launch();
    const dollars = policyWith({ currency: 'USD' });
    const publish = (policy = dollars, baseVersion = 1) =>
      world.provider.publishPolicy(APP, { policy, baseVersion });
    const expected = {
      code: 'invalid',
      data: { reason: 'currency-in-use', policyIssues: [{ path: 'currency' }] },
    };
    const order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
    expect(await refusal(publish())).toMatchObject(expected);
    await world.pay(order);
    expect(await refusal(publish())).toMatchObject(expected);
    await expect(publish(policyWith({ expansion: 'co-term' }))).resolves.toBeDefined();
    world.advance(365 * DAY - 1);
    expect(await refusal(publish(dollars, 2))).toMatchObject(expected);
    world.advance(1);
    await expect(publish(dollars, 2)).resolves.toMatchObject({ policy: { currency: 'USD' } });
    const renewal = await world.bought({ kind: 'renew', cycles: 1 });
    expect(renewal).toMatchObject({ status: 'paid', currency: 'USD' });
  });

  it('is free to change the currency before anything is sold', async () => {
    await world.launch();
    const policy = policyWith({ currency: 'USD' });
    const published = await world.provider.publishPolicy(APP, { policy, baseVersion: 1 });
    expect(published.version).toBe(2);
  });

  it('reports every fault of a policy and publishes none of it', async () => {
    await world.create();
    const policy = policyWith({ currency: 'XYZ', trial: { days: 0, extraDays: null } });
    const refused = await refusal(world.provider.publishPolicy(APP, { policy, baseVersion: null }));
    expect(refused.code).toBe('invalid');
    expect(refused.data.policyIssues?.map(({ path }) => path).sort()).toEqual([
      'currency',
      'trial.days',
    ]);
    expect(await world.provider.policy(APP)).toBeNull();
  });
});

describe('the trial', () => {
  it('keeps the terms of the version in force at the launch', async () => {
    await world.launch();
    const policy = policyWith({ trial: { days: 30, extraDays: null } });
    await world.provider.publishPolicy(APP, { policy, baseVersion: 1 });
    const { facts, endsAt } = await world.member.entitlement(APP);
    expect(facts).toMatchObject({ trialDays: 15, extraTrial: { days: 7, startedAt: null } });
    expect(endsAt).toBe('2026-03-16T08:00:00.000Z');
  });

  it('goes on once more, after its end and before any purchase', async () => {
    await world.launch();
    const tooEarly = await refusal(world.administrator.startExtraTrial(APP, world.key()));
    expect(tooEarly.data.reason).toBe('extra-trial-unavailable');

    world.advance(16 * DAY);
    const key = world.key();
    const started = await world.administrator.startExtraTrial(APP, key);
    expect(started).toMatchObject({ state: 'extra-trial', endsAt: '2026-03-24T08:00:00.000Z' });

    world.advance(DAY);
    const repeated = await world.administrator.startExtraTrial(APP, key);
    expect(repeated.endsAt).toBe(started.endsAt);
    world.advance(10 * DAY);
    const again = await refusal(world.administrator.startExtraTrial(APP, world.key()));
    expect(again.data.reason).toBe('extra-trial-unavailable');
  });

  it('has no extra trial after a purchase', async () => {
    await world.launch();
    await world.bought({ kind: 'new', seats: 5, cycles: 1 });
    world.advance(400 * DAY);
    const refused = await refusal(world.administrator.startExtraTrial(APP, world.key()));
    expect(refused.data.reason).toBe('extra-trial-unavailable');
  });
});
