import { beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import {
  createMemoryPayments,
  createSimulatedGateway,
  type SimulatedGateway,
} from '../../../src/server/gateway/index.js';
import { DAY, HOUR, refusal, World } from '../../helpers/billing-world.js';

/** A bank that tells how a transfer comes along (SPEC §5: created → processing → bank-accepted → succeeded). */
let bank: SimulatedGateway;
let world: World;
let order: Order;
let number: string;

beforeEach(async () => {
  world = new World();
  bank = createSimulatedGateway({
    payments: createMemoryPayments(),
    clock: { now: () => world.now },
    secret: 'secret',
    pagesUrl: 'https://billing.example/simulated-gateway',
  });
  Object.assign(world.gateway, bank);
  await world.launch();
  order = await world.order({ kind: 'new', seats: 5, cycles: 1 });
  number = await world.pending(order, 'bank-transfer');
});

const current = () => world.administrator.order(order.id);

/** The bank takes a step, and tells of it or not. */
async function step({ told = true } = {}): Promise<void> {
  const payment = await bank.advance(number);
  if (told) await world.notify(number, payment);
}

describe('a transfer through a bank that tells of it', () => {
  it('takes weeks once it is under way, and nothing stops it', async () => {
    await world.pass(9 * DAY);
    await step();
    expect(await current()).toMatchObject({ lapsesAt: null, payments: [{ state: 'processing' }] });
    await world.pass(14 * DAY);
    const cancelled = await refusal(world.administrator.cancelOrder(order.id));
    expect(cancelled.data.reason).toBe('transfer-under-way');
    const changed = await refusal(world.pending(order, 'wechat'));
    expect(changed.data.reason).toBe('transfer-under-way');
    await step();
    await world.pass(14 * DAY);
    expect(await current()).toMatchObject({
      status: 'pending',
      payments: [{ state: 'bank-accepted' }],
    });
    await step();
    expect(await current()).toMatchObject({ status: 'paid', paidAt: world.now });
  });

  it('is found to have moved on where no word came', async () => {
    await step({ told: false });
    await world.pass(2 * HOUR);
    expect((await current()).payments[0]?.state).toBe('processing');
    await step({ told: false });
    await step({ told: false });
    const paidAt = world.now;
    await world.pass(2 * HOUR);
    expect(await current()).toMatchObject({ status: 'paid', paidAt });
  });

  it('never moves back for a word that comes late', async () => {
    await step();
    await step();
    await world.notify(number, { state: 'processing' });
    await world.notify(number, { state: 'created' });
    expect((await current()).payments[0]?.state).toBe('bank-accepted');
  });

  it('that the bank revokes frees the order, which lapses when it would have', async () => {
    await step();
    await world.pass(5 * DAY);
    await world.notify(number, { state: 'revoked' });
    expect(await current()).toMatchObject({
      status: 'pending',
      lapsesAt: '2026-03-11T08:00:00.000Z',
      payments: [{ state: 'revoked' }],
    });
    await world.pass(5 * DAY);
    expect((await current()).status).toBe('lapsed');
  });

  it('not begun in ten days lapses, and the bank takes it no more', async () => {
    await world.pass(10 * DAY);
    expect((await current()).status).toBe('lapsed');
    expect(await bank.advance(number)).toEqual({ state: 'closed' });
  });
});
