import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBackendError, type Order } from '../../src/contract/index.js';
import { isStandingOrder, type QuoteRequest, type Segment } from '../../src/domain/index.js';
import { policyWith } from '../helpers/policy.js';
import { APP, DAY, MINUTE, World } from '../helpers/billing-world.js';

/** One thing somebody, the gateway or time does. `pick` chooses among what is there. */
interface Step {
  kind: keyof typeof STEPS;
  pick: number;
}

/** All money that ever arrived, by transaction. */
type Received = Map<string, number>;

interface Run {
  world: World;
  received: Received;
}

const chosen = <Item>(items: readonly Item[], pick: number): Item | undefined =>
  items[pick % Math.max(items.length, 1)];

async function allOrders({ administrator }: World): Promise<Order[]> {
  return (await administrator.orders({ limit: 200 }, null)).items;
}

async function onOrder(world: World, pick: number, act: (order: Order) => Promise<unknown>) {
  // The newest few: with older ones little can be done.
  const order = chosen((await allOrders(world)).slice(0, 3), pick);
  if (order) await act(order);
}

async function payerPays({ world, received }: Run, pick: number, silently: boolean): Promise<void> {
  const number = chosen([...world.gateway.created.keys()], pick);
  if (number === undefined) return;
  const before = world.gateway.payments.get(number)!;
  const transaction = `tx-${received.size}`;
  const payment = world.gateway.pay(number, world.now, { transaction });
  received.set(transaction, payment.amount);
  // A word may be lost where the gateway can be asked. It tells of money beyond that: a second payment, or one that was closed.
  if (silently && (before.state === 'open' || before.state === 'created')) return;
  await world.notify(number, before);
  await world.notify(number, payment);
}

function startPayment(world: World, pick: number, method: 'wechat' | 'bank-transfer') {
  const input = { method, environment: 'desktop', key: world.key() } as const;
  return onOrder(world, pick, ({ id }) => world.administrator.startPayment(id, input));
}

async function sell({ world, received }: Run, request: QuoteRequest): Promise<void> {
  const { id, quote } = await world.order(request, true);
  if (quote.payable === 0) return;
  const number = await world.pending(await world.administrator.order(id));
  const transaction = `tx-${received.size}`;
  const payment = world.gateway.pay(number, world.now, { transaction });
  received.set(transaction, payment.amount);
  await world.notify(number, payment);
}

const STEPS = {
  sellMore: ({ world, received }: Run, pick: number) =>
    sell({ world, received }, { kind: 'expand', seats: 10 + (pick % 90), cycles: 1 + (pick % 2) }),
  sellLonger: ({ world, received }: Run, pick: number) =>
    sell({ world, received }, { kind: 'renew', cycles: 1 + (pick % 3) }),
  buy: ({ world }: Run, pick: number) =>
    world.order({ kind: 'new', seats: 1 + (pick % 9), cycles: 1 + (pick % 3) }, true),
  renew: ({ world }: Run, pick: number) =>
    world.order({ kind: 'renew', cycles: 1 + (pick % 3) }, true),
  expand: ({ world }: Run, pick: number) =>
    world.order({ kind: 'expand', seats: 5 + (pick % 40), cycles: 1 + (pick % 2) }, true),
  startWechat: ({ world }: Run, pick: number) => startPayment(world, pick, 'wechat'),
  startTransfer: ({ world }: Run, pick: number) => startPayment(world, pick, 'bank-transfer'),
  pays: (run: Run, pick: number) => payerPays(run, pick, false),
  paysSilently: (run: Run, pick: number) => payerPays(run, pick, true),
  toldAgain: ({ world }: Run, pick: number) => {
    const number = chosen([...world.gateway.payments.keys()], pick);
    return number === undefined ? Promise.resolve() : world.notify(number);
  },
  cancel: ({ world }: Run, pick: number) =>
    onOrder(world, pick, ({ id }) => world.administrator.cancelOrder(id)),
  lower: ({ world }: Run, pick: number) =>
    onOrder(world, pick, ({ id, quote }) =>
      world.provider.lowerPrice(id, {
        amount: Math.max(0, quote.payable - 1 - pick),
        key: world.key(),
      }),
    ),
  askRefund: ({ world }: Run, pick: number) =>
    onOrder(world, pick, ({ id }) =>
      world.administrator.requestRefund(id, { reason: 'r', key: world.key() }),
    ),
  approve: ({ world }: Run, pick: number) =>
    onOrder(world, pick, ({ id }) => world.provider.decideRefund(id, { decision: 'approve' })),
  reject: ({ world }: Run, pick: number) =>
    onOrder(world, pick, ({ id }) =>
      world.provider.decideRefund(id, { decision: 'reject', reason: 'no' }),
    ),
  minutes: ({ world }: Run, pick: number) => {
    world.advance((pick % 90) * MINUTE);
  },
  days: ({ world }: Run, pick: number) => {
    world.advance((pick % 9) * DAY);
  },
  work: ({ world }: Run) => world.billing.work(),
  gatewayLosesClose: ({ world }: Run) => {
    world.gateway.script('close', { fails: 'lost' });
  },
  gatewayMissesClose: ({ world }: Run) => {
    world.gateway.script('close', { fails: 'unheard' });
  },
  gatewayLosesCreate: ({ world }: Run) => {
    world.gateway.script('create', { fails: 'lost' });
  },
  gatewayLosesRefund: ({ world }: Run) => {
    world.gateway.script('refund', { fails: 'lost' });
  },
};

const KINDS = Object.keys(STEPS) as Step['kind'][];
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS, 'sellMore', 'sellLonger', 'startWechat', 'pays', 'work'),
  pick: fc.nat(999),
});
/** Steps that happen at the same time. */
const moment = fc.array(step, { minLength: 1, maxLength: 3 });

/** Every refusal is a BackendError; anything else is a fault of ours. */
async function attempt(run: Run, { kind, pick }: Step): Promise<void> {
  try {
    await STEPS[kind](run, pick);
  } catch (error) {
    if (!isBackendError(error)) throw error;
  }
}

async function expectSound({ world, received }: Run): Promise<void> {
  const orders = await allOrders(world);
  const installation = await world.administrator.installation(APP);
  const pending = orders.filter(({ status }) => status === 'pending');
  expect(pending.map(({ id }) => id)).toEqual(
    installation.pendingOrderId === null ? [] : [installation.pendingOrderId],
  );
  const standing = orders.filter(({ status }) => isStandingOrder(status));
  expect(new Set(installation.subscription!.segments.map(({ orderId }) => orderId))).toEqual(
    new Set(replayed(standing).map(({ orderId }) => orderId)),
  );
  for (const { payments } of orders) {
    const open = payments.filter(({ number }) => {
      const state = world.gateway.payments.get(number)?.state;
      return state === 'open' || state === 'created';
    });
    expect(open.length).toBeLessThanOrEqual(1);
  }
  const kept = standing.reduce((sum, { quote }) => sum + quote.payable, 0);
  const arrived = [...received.values()].reduce((sum, amount) => sum + amount, 0);
  const returned = [...world.gateway.refunds.values()].reduce((sum, { amount }) => sum + amount, 0);
  expect(arrived - returned).toBe(kept);
}

/** The segments that the orders which stand have granted and no later one has replaced. */
function replayed(standing: readonly Order[]): Segment[] {
  const replaced = standing.flatMap(({ segmentsReplaced }) => segmentsReplaced);
  const gone = new Set(replaced.map(({ orderId, startsAt }) => `${orderId} ${startsAt}`));
  return standing
    .flatMap(({ segmentsGranted }) => segmentsGranted)
    .filter(({ orderId, startsAt }) => !gone.has(`${orderId} ${startsAt}`));
}

it('loses no money and keeps none that it does not owe a service for, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(moment, { minLength: 5, maxLength: 25 }),
      fc.boolean(),
      async (moments, coTerm) => {
        const world = new World();
        const run: Run = { world, received: new Map() };
        await world.launch(policyWith({ expansion: coTerm ? 'co-term' : 'new-term' }));
        await sell(run, { kind: 'new', seats: 5, cycles: 2 });
        world.gateway.nextRefund = { state: 'succeeded', refundedAt: world.now };
        for (const steps of moments) await Promise.all(steps.map((one) => attempt(run, one)));
        await world.pass(25 * DAY);
        await expectSound(run);
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);
