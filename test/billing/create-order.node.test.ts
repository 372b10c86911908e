import { beforeEach, describe, expect, it } from 'vitest';
import type { Quote } from '../../src/domain/index.js';
import { policyWith } from '../helpers/policy.js';
import { APP, DAY, HOUR, POLICY, refusal, World } from '../helpers/billing-world.js';

const request = { kind: 'new', seats: 10, cycles: 1 } as const;

let world: World;
let shown: Quote;
beforeEach(async () => {
  world = new World();
  await world.launch();
  shown = await world.administrator.quote(APP, request);
});

const create = (more: Partial<Parameters<World['administrator']['createOrder']>[1]> = {}) =>
  world.administrator.createOrder(APP, {
    request,
    quote: shown,
    acceptForfeit: false,
    key: world.key(),
    ...more,
  });

it('pins version, quote and instant, and waits two hours', async () => {
  const order = await create();
  expect(order).toMatchObject({
    status: 'pending',
    kind: 'new',
    currency: 'CNY',
    policyVersion: 1,
    quote: { payable: 120_000, policyVersion: 1 },
    quotedAt: world.now,
    lapsesAt: '2026-03-01T10:00:00.000Z',
    createdBy: { role: 'administrator', userId: 'administrator-1' },
    refundEligibility: { ok: false, reasons: [{ code: 'not-paid' }] },
  });
  expect(await world.administrator.installation(APP)).toMatchObject({ pendingOrderId: order.id });
});

describe('the quote that was shown', () => {
  it('is refused when the policy has changed, with the fresh one and its policy', async () => {
    const policy = policyWith({ rule: { type: 'per-seat', unitAmount: 13_000 } });
    const published = await world.provider.publishPolicy(APP, { policy, baseVersion: 1 });
    const refused = await refusal(create());
    expect(refused).toMatchObject({
      code: 'quote-changed',
      data: { policy: published, quote: { policyVersion: 2, payable: 130_000 } },
    });
    await expect(create({ quote: refused.data.quote! })).resolves.toMatchObject({
      policyVersion: 2,
    });
  });

  it('is refused when only the version has changed', async () => {
    await world.provider.publishPolicy(APP, { policy: POLICY, baseVersion: 1 });
    expect((await refusal(create())).code).toBe('quote-changed');
  });

  it('is refused when a day has passed that changes the credit', async () => {
    await world.bought(request);
    const more = { kind: 'expand', seats: 20, cycles: 1 } as const;
    const quote = await world.administrator.quote(APP, more);
    world.advance(2 * DAY);
    expect((await refusal(create({ request: more, quote }))).code).toBe('quote-changed');
  });

  it('may be a little old: estimated times are not compared', async () => {
    world.advance(HOUR);
    const order = await create();
    expect(order.quote.startsAt).toBe(world.now);
  });

  it.each<[string, (quote: Quote) => Quote]>([
    ['payable', (quote) => ({ ...quote, payable: 1 })],
    ['seats', (quote) => ({ ...quote, seats: 100 })],
    ['cycles', (quote) => ({ ...quote, cycles: 2 })],
    ['kind', (quote) => ({ ...quote, kind: 'renew' })],
    ['days', (quote) => ({ ...quote, purchasedDays: 730 })],
    ['gift days', (quote) => ({ ...quote, giftDays: 30 })],
    ['lines', (quote) => ({ ...quote, lines: [] })],
    ['the version left out', ({ policyVersion: _, ...quote }) => quote],
    ['everything', () => ({}) as never],
  ])('is refused when tampered with: %s', async (_what, tamper) => {
    const refused = await refusal(create({ quote: tamper(shown) }));
    expect(refused).toMatchObject({ code: 'quote-changed', data: { quote: shown } });
  });
});

it('reports every reason why something cannot be ordered', async () => {
  const wrong = { kind: 'new', seats: 1.5, cycles: 99 } as const;
  const refused = await refusal(create({ request: wrong }));
  expect(refused.code).toBe('invalid');
  expect(refused.data.violations?.map(({ code }) => code).sort()).toEqual([
    'cycles-out-of-range',
    'not-integer',
  ]);
  const unknown = await refusal(create({ request: { ...request, kind: 'gift' } as never }));
  expect(unknown.data.issues).toEqual([{ path: 'request.kind', code: 'out-of-range' }]);
  const nothing = await refusal(create({ request: null as never }));
  expect(nothing.code).toBe('invalid');
});

it('needs the acceptance of what is forfeited or ends earlier', async () => {
  await world.bought({ kind: 'new', seats: 10, cycles: 3 });
  const shorter = { kind: 'expand', seats: 11, cycles: 1 } as const;
  const quote = await world.administrator.quote(APP, shorter);
  expect(quote.creditForfeited).toBeGreaterThan(0);
  expect(quote.endsEarlierDays).toBe(730);
  const refused = await refusal(create({ request: shorter, quote }));
  expect(refused).toMatchObject({ code: 'forfeit-not-accepted', data: { quote } });

  const order = await create({ request: shorter, quote, acceptForfeit: true });
  expect(order).toMatchObject({
    status: 'paid',
    settledByCredit: true,
    method: null,
    payments: [],
    quote: { payable: 0 },
  });
  expect((await world.segments())[0]).toMatchObject({ seats: 11, orderId: order.id });
});

it('needs the acceptance of an earlier end, though no credit is forfeited', async () => {
  await world.bought({ kind: 'new', seats: 10, cycles: 3 });
  const larger = { kind: 'expand', seats: 50, cycles: 1 } as const;
  const quote = await world.administrator.quote(APP, larger);
  expect(quote).toMatchObject({ creditForfeited: 0, endsEarlierDays: 730 });
  const refused = await refusal(create({ request: larger, quote }));
  expect(refused.code).toBe('forfeit-not-accepted');
});

describe('one pending order', () => {
  it('is in the way of the next one, and is handed over', async () => {
    const order = await create();
    const refused = await refusal(create());
    expect(refused).toMatchObject({ code: 'conflict', data: { reason: 'order-pending', order } });
  });

  it('is what two tabs get at the same time', async () => {
    const outcomes = await Promise.allSettled([create(), create()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const { totals } = await world.administrator.orders({}, null);
    expect(totals.count).toBe(1);
  });

  it('is not in the way once its time is over, though no worker came by', async () => {
    const order = await create();
    world.advance(2 * HOUR);
    const next = await create();
    expect(next.status).toBe('pending');
    expect((await world.administrator.order(order.id)).status).toBe('lapsed');
  });

  it('is per installation', async () => {
    await world.launch(POLICY, 'installation-2');
    await create();
    await expect(world.order(request, false, 'installation-2')).resolves.toMatchObject({
      status: 'pending',
    });
  });
});

describe('the key', () => {
  it('gives the same order however often and from however many tabs', async () => {
    const key = world.key();
    const orders = await Promise.all([create({ key }), create({ key }), create({ key })]);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
    await world.pay(orders[0]);
    expect(await create({ key })).toMatchObject({ id: orders[0].id, status: 'paid' });
  });

  it('serves the same promise asked for again later, whose times are estimated anew', async () => {
    const key = world.key();
    const order = await create({ key });
    const later = { ...shown, startsAt: shown.endsAt, endsAt: shown.endsAt };
    expect(await create({ key, quote: later })).toMatchObject({ id: order.id });
  });

  it('does not serve another body', async () => {
    const key = world.key();
    await create({ key });
    const refused = await refusal(create({ key, acceptForfeit: true }));
    expect(refused).toMatchObject({ code: 'conflict', data: { reason: 'key-reused' } });
  });

  it('is not used up by a refusal', async () => {
    const key = world.key();
    await refusal(create({ key, quote: { ...shown, payable: 1 } }));
    await expect(create({ key })).resolves.toMatchObject({ status: 'pending' });
  });

  it.each(['', 'short', 'x'.repeat(129), undefined as never])(
    'must be 8–128 long: %j',
    async (key) => {
      expect((await refusal(create({ key }))).data.issues?.[0]?.path).toBe('key');
    },
  );
});
