import type { Policy } from '../../domain/index.js';
import { ensure, equal, present, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { authorized, buy, launched, order, POLICY } from '../scene.js';

/** SPEC §1 gates and §2 publications. */
export const installationChecks: Record<string, ContractCheck> = {
  'a policy needs the merchant account': async (make) => {
    const { id, provider } = await authorized(await make(), { merchantAccountOpened: false });
    const call = provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    await refused(call, 'conflict', 'no account, no policy', 'merchant-account-missing');
    equal(await provider.policy(id), null, 'a refused policy is not published');
  },

  'a policy needs the authorisation of the customer': async (make) => {
    const { id, provider } = await authorized(await make(), { customerAuthorized: false });
    const call = provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    await refused(call, 'conflict', 'no authorisation, no policy', 'not-authorized');
  },

  'submitting needs a policy, launching a submission, each once': async (make) => {
    const { id, provider } = await authorized(await make());
    await refused(provider.submit(id), 'conflict', 'policy before submitting', 'no-policy');
    await provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    await refused(provider.launch(id), 'conflict', 'submit before launch', 'not-submitted');
    const submitted = await provider.submit(id);
    ensure(submitted.submittedAt !== null, 'a submitted installation says since when');
    await refused(provider.submit(id), 'conflict', 'submitted once', 'already-submitted');
    const launch = await provider.launch(id);
    ensure(launch.launchedAt !== null, 'a launched installation says since when');
    await refused(provider.launch(id), 'conflict', 'launched once', 'already-launched');
  },

  'nothing can be bought before the launch': async (make) => {
    const { id, provider, administrator } = await authorized(await make());
    await provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    const call = administrator.quote(id, { kind: 'new', seats: 10, cycles: 1 });
    const { data } = await refused(call, 'invalid', 'no quote before launch');
    const codes = (data.violations ?? []).map(({ code }) => code);
    equal(codes, ['not-launched'], 'the violation names the gate');
  },

  'versions count from 1, newest first, and never change': async (make) => {
    const { id, provider } = await authorized(await make());
    const dearer: Policy = { ...POLICY, rule: { type: 'per-seat', unitAmount: 15_000 } };
    const first = await provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    const second = await provider.publishPolicy(id, { policy: dearer, baseVersion: 1 });
    equal([first.version, second.version], [1, 2], 'versions count up');
    equal((await provider.policy(id))?.version, 2, 'the newest is in force');
    const versions = await provider.policyVersions(id);
    equal(
      versions.map(({ version, policy }) => [version, policy.rule]),
      [
        [2, dearer.rule],
        [1, POLICY.rule],
      ],
      'all versions stay as published',
    );
  },

  'publishing from a stale version is refused with the current one': async (make) => {
    const { id, provider } = await authorized(await make());
    await provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    const late = provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    const { data } = await refused(late, 'policy-changed', 'the draft began from nothing');
    equal(data.current?.version, 1, 'the version in force comes along');
    equal((await provider.policyVersions(id)).length, 1, 'nothing was published');
  },

  'of two publications from the same version one wins': async (make) => {
    const { id, provider } = await authorized(await make());
    const publish = () => provider.publishPolicy(id, { policy: POLICY, baseVersion: null });
    const outcomes = await Promise.allSettled([publish(), publish()]);
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    equal(won.length, 1, 'one of two at the same time');
  },

  'every fault of a policy is reported with its path': async (make) => {
    const { id, provider } = await authorized(await make());
    const policy: Policy = {
      ...POLICY,
      trial: { days: 0, extraDays: null },
      rule: { type: 'per-seat', unitAmount: -1 },
      seatLimits: { min: 10, max: 5 },
    };
    const call = provider.publishPolicy(id, { policy, baseVersion: null });
    const { data } = await refused(call, 'invalid', 'a faulty policy');
    const paths = (data.policyIssues ?? []).map(({ path }) => path).sort();
    equal(paths.slice(0, 1), ['rule.unitAmount'], 'the faulty amount');
    ensure(paths.includes('trial.days'), 'the faulty trial');
    ensure(
      paths.some((path) => path.startsWith('seatLimits')),
      'the crossed limits',
    );
  },

  'the currency stays while paid time is live or may become so': async (make) => {
    const scene = await launched(await make());
    const { id, provider } = scene;
    const policy: Policy = { ...POLICY, currency: 'USD' };
    const publish = () => provider.publishPolicy(id, { policy, baseVersion: 1 });
    const made = await order(scene, { kind: 'new', seats: 10, cycles: 1 });
    const { data } = await refused(publish(), 'invalid', 'an order pending', 'currency-in-use');
    equal(data.policyIssues?.[0]?.path, 'currency', 'where the fault is');
    await scene.administrator.cancelOrder(made.id);
    await buy(scene, { kind: 'new', seats: 10, cycles: 1 });
    await refused(publish(), 'invalid', 'paid time live', 'currency-in-use');
    await scene.harness.clock.advance({ days: 365 });
    equal((await publish()).version, 2, 'once it has ended');
  },

  'the trial keeps the terms of the version in force at launch': async (make) => {
    const { id, provider, administrator } = await launched(await make());
    const policy: Policy = { ...POLICY, trial: { days: 30, extraDays: null } };
    const before = await administrator.entitlement(id);
    await provider.publishPolicy(id, { policy, baseVersion: 1 });
    const after = await administrator.entitlement(id);
    equal(after.endsAt, before.endsAt, 'a later policy moves no trial');
  },

  'an installation names its parties and hides amounts from members': async (make) => {
    const { id, administrator, member } = await launched(await make());
    const full = await administrator.installation(id);
    const seen = await member.installation(id);
    equal([full.id, seen.id], [id, id], 'the same installation');
    ensure(full.appName !== '' && full.providerName !== '', 'names are there to be shown');
    equal(seen.contacts, full.contacts, 'a member can see whom to ask');
    ensure(present(full.subscription, 'subscription').launchedAt !== null, 'launched');
    equal(seen.subscription, null, 'no amounts for members');
  },

  'an unknown installation is not found': async (make) => {
    const { administrator } = await authorized(await make());
    const unknown = 'no-such-installation';
    await refused(administrator.installation(unknown), 'not-found', 'installation');
    await refused(administrator.entitlement(unknown), 'not-found', 'entitlement');
    await refused(administrator.policy(unknown), 'not-found', 'policy');
    await refused(administrator.order(unknown), 'not-found', 'order');
  },
};
