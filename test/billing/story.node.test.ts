import { expect, it } from 'vitest';
import { APP, DAY, START, World } from '../helpers/billing-world.js';

it('walks from a price to a refund, each amount and date as the rules say', async () => {
  const world = new World();
  await world.launch();
  const launched = await world.administrator.installation(APP);
  expect(launched).toMatchObject({ policyVersion: 1, submittedAt: START, launchedAt: START });

  const trial = await world.member.entitlement(APP);
  expect(trial).toMatchObject({ state: 'trial', endsAt: '2026-03-16T08:00:00.000Z' });

  const bought = await world.bought({ kind: 'new', seats: 10, cycles: 1 });
  expect(bought).toMatchObject({ status: 'paid', paidAt: START, settledByCredit: false });
  expect(bought.quote.payable).toBe(120_000);
  expect(bought.timeline.map(({ event }) => event)).toEqual(['created', 'payment-started', 'paid']);

  // 265 days on, 100 of 365 are left: ¥1200 × 100 / 365 = ¥328.77 of credit.
  world.advance(265 * DAY);
  const expanded = await world.bought({ kind: 'expand', seats: 20, cycles: 1 });
  expect(expanded.quote).toMatchObject({ price: 240_000, credit: 32_877, payable: 207_123 });
  expect(await world.segments()).toMatchObject([
    { orderId: expanded.id, seats: 20, startsAt: world.now, value: 240_000 },
  ]);

  const refunded = await world.refunded(expanded);
  expect(refunded).toMatchObject({ status: 'refunded', refund: { amount: 207_123 } });
  expect([...world.gateway.refunds.values()]).toMatchObject([{ amount: 207_123 }]);
  expect(await world.segments()).toEqual(bought.segmentsGranted);
  expect(await world.member.entitlement(APP)).toMatchObject({ state: 'active', seats: 10 });
});
