import { DAY_MS } from '../../domain/index.js';
import { ensure, equal, present, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { authorized, buy, freshKey, launched } from '../scene.js';

/** SPEC §6 over the contract, and the trials of §2. */
export const accessChecks: Record<string, ContractCheck> = {
  'an app that is not launched is blocked': async (make) => {
    const { id, member } = await authorized(await make());
    const { state, blocked, endsAt } = await member.entitlement(id);
    equal([state, blocked, endsAt], ['not-launched', true, null], 'before launch');
  },

  'the trial runs from launch to its end, exclusive': async (make) => {
    const { id, harness, member } = await launched(await make());
    const trial = await member.entitlement(id);
    equal([trial.state, trial.blocked, trial.daysLeft], ['trial', false, 15], 'the first day');
    const launchedAt = present(trial.facts.launchedAt, 'launchedAt');
    const endsAt = new Date(Date.parse(launchedAt) + 15 * DAY_MS).toISOString();
    equal(trial.endsAt, endsAt, 'the end of the trial');
    const toEnd = Date.parse(endsAt) - Date.parse(await harness.clock.now());
    await harness.clock.advance({ ms: toEnd - 60_000 });
    equal((await member.entitlement(id)).state, 'trial', 'a minute before its end');
    await harness.clock.advance({ ms: 60_000 });
    const over = await member.entitlement(id);
    equal([over.state, over.blocked, over.daysLeft], ['trial-expired', true, 0], 'at its end');
  },

  'the page can carry the answer forward by the facts': async (make) => {
    const { id, member } = await launched(await make());
    const { facts, role, token, now } = await member.entitlement(id);
    equal(role, 'member', 'who asked');
    ensure(facts.trialDays === 15 && facts.segments.length === 0, 'the facts behind it');
    ensure(token === null || typeof token === 'string', 'a token or none');
    ensure(!Number.isNaN(Date.parse(now)), "the backend's clock");
  },

  'the extra trial starts once, after the trial, with one key however often': async (make) => {
    const { id, harness, administrator } = await launched(await make());
    const early = administrator.startExtraTrial(id, freshKey());
    await refused(early, 'conflict', 'not during the trial', 'extra-trial-unavailable');
    await harness.clock.advance({ days: 16 });
    equal((await administrator.entitlement(id)).canStartExtraTrial, true, 'after the trial');
    const key = freshKey();
    const started = await administrator.startExtraTrial(id, key);
    equal([started.state, started.daysLeft], ['extra-trial', 7], 'runs from the click');
    const again = await administrator.startExtraTrial(id, key);
    equal(again.endsAt, started.endsAt, 'the same click');
    const other = administrator.startExtraTrial(id, freshKey());
    await refused(other, 'conflict', 'only once', 'extra-trial-unavailable');
    await harness.clock.advance({ days: 7 });
    const { state, canStartExtraTrial } = await administrator.entitlement(id);
    equal([state, canStartExtraTrial], ['trial-expired', false], 'over for good');
  },

  'a purchase gives up the rest of the trial and rules out the extra one': async (make) => {
    const scene = await launched(await make());
    const { id, harness, administrator } = scene;
    const paid = await buy(scene, { kind: 'new', seats: 10, cycles: 1 });
    const paidAt = present(paid.paidAt, 'paidAt');
    const active = await administrator.entitlement(id);
    equal([active.state, active.seats, active.daysLeft], ['active', 10, 365], 'bought time');
    const endsAt = new Date(Date.parse(paidAt) + 365 * DAY_MS).toISOString();
    equal(active.endsAt, endsAt, 'bought time starts at paidAt');
    await harness.clock.advance({ days: 365 });
    const { state, blocked, canStartExtraTrial } = await administrator.entitlement(id);
    equal([state, blocked, canStartExtraTrial], ['expired', true, false], 'after it');
  },

  'a notice stands from seven days before an end': async (make) => {
    const { id, harness, member } = await launched(await make());
    equal((await member.entitlement(id)).notice, null, 'fifteen days before');
    await harness.clock.advance({ days: 8 });
    equal((await member.entitlement(id)).notice, 'trial-ending', 'seven days before');
    await harness.clock.advance({ days: 7 });
    equal((await member.entitlement(id)).notice, 'trial-ended', 'at the end');
  },

  'nextChangeAt is when the state changes': async (make) => {
    const { id, harness, member } = await launched(await make());
    const before = await member.entitlement(id);
    const next = present(before.nextChangeAt, 'nextChangeAt of a running trial');
    const wait = Date.parse(next) - Date.parse(await harness.clock.now());
    await harness.clock.advance({ ms: wait });
    const after = await member.entitlement(id);
    ensure(
      before.state !== after.state || before.notice !== after.notice,
      'something differs at nextChangeAt',
    );
  },
};
