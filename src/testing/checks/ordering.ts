import { quote as domainQuote, type Policy } from '../../domain/index.js';
import { ensure, equal, present, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { buy, freshKey, launched, order, POLICY, startPaying } from '../scene.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;

/** SPEC §3–§5: quotes and the making of orders. */
export const orderingChecks: Record<string, ContractCheck> = {
  'a quote explains its price line by line, as the domain computes it': async (make) => {
    const { id, administrator } = await launched(await make());
    const request = { kind: 'new', seats: 20, cycles: 2 } as const;
    const shown = await administrator.quote(id, request);
    const sum = shown.lines.reduce((total, { amount }) => total + amount, 0);
    equal([shown.list, shown.price, shown.payable], [480_000, 432_000, 432_000], 'amounts');
    equal(sum, shown.payable, 'the lines add up to what is payable');
    const own = domainQuote(POLICY, request, {
      segments: [],
      now: shown.startsAt,
      policyVersion: 1,
    });
    ensure(own.ok, 'the domain can quote it');
    equal(shown, own.quote, "the backend's quote is the domain's");
  },

  'everything wrong with a request is reported together': async (make) => {
    const { id, administrator } = await launched(await make());
    const call = administrator.quote(id, { kind: 'new', seats: 3, cycles: 0 });
    const { data } = await refused(call, 'invalid', 'three seats, no cycle');
    const codes = (data.violations ?? []).map(({ code }) => code).sort();
    equal(codes, ['cycles-out-of-range', 'seats-below-minimum'], 'both violations');
  },

  'an order pins its policy, quote and instant': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    equal([made.status, made.kind, made.policyVersion], ['pending', 'new', 1], 'a fresh order');
    const dearer: Policy = { ...POLICY, rule: { type: 'per-seat', unitAmount: 15_000 } };
    await scene.provider.publishPolicy(scene.id, { policy: dearer, baseVersion: 1 });
    const later = await scene.administrator.order(made.id);
    equal(later.quote, made.quote, 'a later policy changes no order');
    const { pendingOrderId } = await scene.administrator.installation(scene.id);
    equal(pendingOrderId, made.id, 'the installation names its pending order');
  },

  'a price tampered with is refused with the fresh quote': async (make) => {
    const { id, administrator } = await launched(await make());
    const quote = await administrator.quote(id, TEN);
    const cheap = { ...quote, payable: 1 };
    const call = administrator.createOrder(id, {
      request: TEN,
      quote: cheap,
      acceptForfeit: false,
      key: freshKey(),
    });
    const { data } = await refused(call, 'quote-changed', 'one fen instead');
    equal(data.quote?.payable, quote.payable, 'the fresh quote comes along');
    equal((await administrator.installation(id)).pendingOrderId, null, 'nothing was made');
  },

  'a quote of an older policy is refused with the new quote and policy': async (make) => {
    const { id, provider, administrator } = await launched(await make());
    const quote = await administrator.quote(id, TEN);
    const dearer: Policy = { ...POLICY, rule: { type: 'per-seat', unitAmount: 15_000 } };
    await provider.publishPolicy(id, { policy: dearer, baseVersion: 1 });
    const key = freshKey();
    const input = { request: TEN, quote, acceptForfeit: false, key };
    const { data } = await refused(
      administrator.createOrder(id, input),
      'quote-changed',
      'the policy moved on',
    );
    equal(data.policy?.version, 2, 'the policy comes along');
    const fresh = present(data.quote, 'the fresh quote');
    equal(fresh.payable, 150_000, 'at the new price');
    const made = await administrator.createOrder(id, { ...input, quote: fresh });
    equal(made.status, 'pending', 'a refused creation does not use its key up');
  },

  'a quote whose credit has shrunk since is refused': async (make) => {
    const scene = await launched(await make());
    const { id, harness, administrator } = scene;
    await buy(scene, TEN);
    const request = { kind: 'expand', seats: 40, cycles: 1 } as const;
    const quote = await administrator.quote(id, request);
    await harness.clock.advance({ days: 1, ms: 1 });
    const input = { request, quote, acceptForfeit: true, key: freshKey() };
    const { data } = await refused(
      administrator.createOrder(id, input),
      'quote-changed',
      'a day has passed',
    );
    ensure(present(data.quote, 'fresh quote').credit < quote.credit, 'less is credited');
  },

  'the estimated times of a quote may differ': async (make) => {
    const { id, harness, administrator } = await launched(await make());
    const quote = await administrator.quote(id, TEN);
    await harness.clock.advance({ ms: 90_000 });
    const input = { request: TEN, quote, acceptForfeit: false, key: freshKey() };
    equal((await administrator.createOrder(id, input)).status, 'pending', 'the same promise');
  },

  'one key makes one order, however often and at the same time': async (make) => {
    const scene = await launched(await make());
    const { id, administrator } = scene;
    const quote = await administrator.quote(id, TEN);
    const input = { request: TEN, quote, acceptForfeit: false, key: freshKey() };
    const make3 = [1, 2, 3].map(() => administrator.createOrder(id, input));
    const ids = (await Promise.all(make3)).map((made) => made.id);
    equal(new Set(ids).size, 1, 'the same order');
    const page = await administrator.orders({ installationId: id }, null);
    equal(page.totals.count, 1, 'and no other');
  },

  'a key with another body is refused': async (make) => {
    const scene = await launched(await make());
    const { id, administrator } = scene;
    const key = freshKey();
    await order(scene, TEN, { key });
    const request = { ...TEN, seats: 11 };
    const quote = await administrator.quote(id, request);
    const call = administrator.createOrder(id, { request, quote, acceptForfeit: false, key });
    await refused(call, 'conflict', 'another body', 'key-reused');
  },

  'a second order is refused with the pending one': async (make) => {
    const scene = await launched(await make());
    const first = await order(scene, TEN);
    const call = order(scene, { ...TEN, seats: 12 });
    const { data } = await refused(call, 'conflict', 'one pending', 'order-pending');
    equal(data.order?.id, first.id, 'the order in the way');
  },

  'what is lost must be accepted': async (make) => {
    const scene = await launched(await make());
    await buy(scene, { kind: 'new', seats: 10, cycles: 3 });
    const request = { kind: 'expand', seats: 11, cycles: 1 } as const;
    const call = order(scene, request);
    const { data } = await refused(call, 'forfeit-not-accepted', 'two years would be lost');
    ensure(present(data.quote, 'quote').creditForfeited > 0, 'the quote says what is lost');
    const made = await order(scene, request, { acceptForfeit: true });
    equal([made.status, made.settledByCredit], ['paid', true], 'credit covers it');
    const action = await scene.administrator.startPayment(made.id, {
      method: 'wechat',
      environment: 'desktop',
      key: freshKey(),
    });
    equal(action.type, 'none', 'nothing to pay');
  },

  'an expansion by a new term replaces what lives, less its credit': async (make) => {
    const scene = await launched(await make());
    const { id, harness, administrator } = scene;
    const first = await buy(scene, TEN);
    await harness.clock.advance({ days: 265 });
    const quote = await administrator.quote(id, { kind: 'expand', seats: 20, cycles: 1 });
    equal([quote.price, quote.credit], [240_000, 32_877], '100 of 365 days credited');
    const paid = await buy(scene, { kind: 'expand', seats: 20, cycles: 1 });
    equal(
      paid.segmentsReplaced.map(({ orderId }) => orderId),
      [first.id],
      'what it replaced',
    );
    const { seats, daysLeft } = await administrator.entitlement(id);
    equal([seats, daysLeft], [20, 365], 'a fresh term for all seats');
  },

  'a co-term expansion keeps the end': async (make) => {
    const scene = await launched(await make(), { ...POLICY, expansion: 'co-term' });
    const { id, harness, administrator } = scene;
    await buy(scene, TEN);
    const before = await administrator.entitlement(id);
    await harness.clock.advance({ days: 265 });
    const paid = await buy(scene, { kind: 'expand', seats: 20 });
    equal([paid.quote.price, paid.quote.credit], [65_753, 32_877], '100 of 365 days');
    const after = await administrator.entitlement(id);
    equal([after.seats, after.endsAt], [20, before.endsAt], 'more seats, the same end');
  },

  'a renewal follows the current end with the seats that are there': async (make) => {
    const scene = await launched(await make());
    const { id, administrator } = scene;
    await buy(scene, TEN);
    const paid = await buy(scene, { kind: 'renew', cycles: 1 });
    equal(paid.quote.seats, 10, 'seats default to those there are');
    const { daysLeft, facts } = await administrator.entitlement(id);
    equal(daysLeft, 730, 'stacked time');
    equal(facts.segments[1]?.startsAt, facts.segments[0]?.endsAt, 'one after the other');
  },

  'a cancelled order stays cancelled and makes room': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    const cancelled = await scene.administrator.cancelOrder(made.id);
    equal(cancelled.status, 'cancelled', 'cancelled');
    const again = scene.administrator.cancelOrder(made.id);
    await refused(again, 'conflict', 'cancelled once', 'order-not-pending');
    equal((await order(scene, TEN)).status, 'pending', 'room for another');
  },

  'a lowered price makes a new order in place of the old': async (make) => {
    const scene = await launched(await make());
    const { provider, administrator, id } = scene;
    const made = await order(scene, TEN);
    const tooMuch = provider.lowerPrice(made.id, { amount: 120_000, key: freshKey() });
    await refused(tooMuch, 'invalid', 'not lower', 'price-not-lower');
    const key = freshKey();
    const lowered = await provider.lowerPrice(made.id, { amount: 100_000, key });
    const again = await provider.lowerPrice(made.id, { amount: 100_000, key });
    equal(again.id, lowered.id, 'one key, one order');
    equal([lowered.quote.payable, lowered.replacesOrderId], [100_000, made.id], 'the new one');
    const adjustment = lowered.quote.lines.find(({ code }) => code === 'adjustment');
    equal(adjustment?.amount, -20_000, 'a line explains it');
    const old = await administrator.order(made.id);
    equal([old.status, old.replacedByOrderId], ['replaced', lowered.id], 'the old one');
    const { attempt } = await startPaying(scene, lowered.id);
    await scene.harness.gateway.pay(attempt.number);
    const paid = await administrator.order(lowered.id);
    equal(paid.segmentsGranted[0]?.value, 100_000, 'worth what was paid');
    equal((await administrator.entitlement(id)).state, 'active', 'and in force');
  },
};
