import { beforeEach, describe, expect, it } from 'vitest';
import { RIGHTS, type BillingCalls, type ContractCall } from '../../src/billing/index.js';
import { isBackendError, type Role } from '../../src/contract/index.js';
import { APP, POLICY, refusal, World } from '../helpers/billing-world.js';

const ROLES: readonly Role[] = ['provider', 'administrator', 'member', 'operator'];
const KEY = 'key-12345678';

/** Who may call what, as SPEC §1 and the contract say it; not taken from the code. */
const MAY: Record<ContractCall, string> = {
  session: 'provider administrator member operator',
  installation: 'provider administrator member operator',
  entitlement: 'provider administrator member operator',
  policy: 'provider administrator operator',
  quote: 'provider administrator operator',
  order: 'provider administrator operator',
  orders: 'provider administrator operator',
  policyVersions: 'provider operator',
  publishPolicy: 'provider',
  submit: 'provider',
  launch: 'provider',
  lowerPrice: 'provider',
  decideRefund: 'provider',
  markInvoice: 'provider',
  startExtraTrial: 'administrator',
  createOrder: 'administrator',
  cancelOrder: 'administrator',
  startPayment: 'administrator',
  requestRefund: 'administrator',
  requestInvoice: 'administrator',
  fileComplaint: 'administrator',
  answerComplaint: 'operator',
  confirmTransfer: 'operator',
};

const request = { kind: 'new', seats: 5, cycles: 1 } as const;
const CONFIRMATION = {
  attemptId: 'any',
  transactionId: 'B-1',
  amount: 1,
  receivedAt: '2026-03-01T08:00:00.000Z',
  key: 'key-12345678',
};
const details = {
  type: 'ordinary',
  title: 'T',
  taxNumber: '1'.repeat(15),
  email: 'a@b.cn',
} as const;

type Calls = Record<
  Exclude<ContractCall, 'session'>,
  (calls: BillingCalls, id: string, orderId: string) => Promise<unknown>
>;

/** Every call on an installation or an order of it. */
const CALLS: Calls = {
  installation: (calls, id) => calls.installation(id),
  entitlement: (calls, id) => calls.entitlement(id),
  policy: (calls, id) => calls.policy(id),
  quote: (calls, id) => calls.quote(id, request),
  order: (calls, _id, orderId) => calls.order(orderId),
  orders: (calls, installationId) => calls.orders({ installationId }, null),
  policyVersions: (calls, id) => calls.policyVersions(id),
  publishPolicy: (calls, id) => calls.publishPolicy(id, { policy: POLICY, baseVersion: 1 }),
  submit: (calls, id) => calls.submit(id),
  launch: (calls, id) => calls.launch(id),
  lowerPrice: (calls, _id, orderId) => calls.lowerPrice(orderId, { amount: 1, key: KEY }),
  decideRefund: (calls, _id, orderId) => calls.decideRefund(orderId, { decision: 'approve' }),
  markInvoice: (calls, _id, orderId) => calls.markInvoice(orderId, 'sent'),
  startExtraTrial: (calls, id) => calls.startExtraTrial(id, KEY),
  createOrder: (calls, id) =>
    calls.createOrder(id, { request, quote: {} as never, acceptForfeit: false, key: KEY }),
  cancelOrder: (calls, _id, orderId) => calls.cancelOrder(orderId),
  startPayment: (calls, _id, orderId) =>
    calls.startPayment(orderId, { method: 'wechat', environment: 'desktop', key: KEY }),
  requestRefund: (calls, _id, orderId) => calls.requestRefund(orderId, { reason: 'r', key: KEY }),
  requestInvoice: (calls, _id, orderId) => calls.requestInvoice(orderId, { details, key: KEY }),
  fileComplaint: (calls, _id, orderId) =>
    calls.fileComplaint(orderId, { category: 'other', text: 't', contact: 'c', key: KEY }),
  answerComplaint: (calls, _id, orderId) =>
    calls.answerComplaint(orderId, { text: 't', close: false }),
  confirmTransfer: (calls, _id, orderId) => calls.confirmTransfer(orderId, CONFIRMATION),
};

const NAMES = Object.keys(CALLS) as (keyof Calls)[];

let world: World;
let orderId: string;
beforeEach(async () => {
  world = new World();
  await world.launch();
  orderId = (await world.order(request)).id;
});

it('covers every call of the contract', () => {
  expect(Object.keys(RIGHTS).sort()).toEqual(['session', ...NAMES].sort());
});

describe.each(NAMES)('%s', (name) => {
  it.each(ROLES)('as %s', async (role) => {
    const outcome: unknown = await CALLS[name](world.as(role), APP, orderId).catch(
      (error: unknown) => error,
    );
    const forbidden = isBackendError(outcome) && outcome.code === 'forbidden';
    expect(forbidden).toBe(!MAY[name].split(' ').includes(role));
  });

  it('finds nothing at an installation of somebody else', async () => {
    const role = MAY[name].split(' ')[0] as Role;
    const before = await world.administrator.order(orderId);
    for (const calls of [world.as(role, []), world.as(role, ['installation-2'])]) {
      expect((await refusal(CALLS[name](calls, APP, orderId))).code).toBe('not-found');
    }
    expect(await world.administrator.order(orderId)).toEqual(before);
    await expect(world.as(role, [APP]).installation(APP)).resolves.toMatchObject({ id: APP });
  });

  it('finds nothing where nothing is', async () => {
    const role = MAY[name].split(' ')[0] as Role;
    if (name === 'orders') return;
    expect((await refusal(CALLS[name](world.as(role), 'nowhere', 'nothing'))).code).toBe(
      'not-found',
    );
  });
});

it('tells everyone who they are and what time it is', async () => {
  for (const role of ROLES) {
    expect(await world.as(role).session()).toEqual({
      role,
      userId: `${role}-1`,
      userName: `A ${role}`,
      now: world.now,
    });
  }
});

it('shows members no amounts and no orders', async () => {
  await world.pay(await world.administrator.order(orderId));
  await world.order({ kind: 'renew', cycles: 1 });
  const seen = await world.member.installation(APP);
  expect(seen).toMatchObject({ subscription: null, pendingOrderId: null, contacts: ['Wang Fang'] });
  const { facts } = await world.member.entitlement(APP);
  expect(facts.segments).toHaveLength(1);
  expect(Object.keys(facts.segments[0]!).sort()).toEqual(['endsAt', 'seats', 'startsAt']);
  expect(JSON.stringify([seen, facts])).not.toMatch(/120000|value|payable/);
});

it('shows nobody what only billing needs', async () => {
  const order = await world.administrator.order(orderId);
  const installation = await world.provider.installation(APP);
  expect(order).not.toHaveProperty('refundNumber');
  expect(installation).not.toHaveProperty('refundOrderId');
});

it('writes down who did what to whom', async () => {
  await world.provider.lowerPrice(orderId, { amount: 100, key: world.key() });
  const entries = await world.store.transaction('read', (tx) => tx.auditEntries(APP));
  expect(entries.map(({ action, by }) => `${by.role} ${action}`)).toEqual([
    'system create-installation',
    'provider publishPolicy',
    'provider submit',
    'provider launch',
    'provider lowerPrice',
  ]);
  expect(entries.at(-1)).toMatchObject({ orderId, detail: { from: 60_000, to: 100 } });
});
