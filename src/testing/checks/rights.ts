import type { BillingBackend, Role } from '../../contract/index.js';
import { equal, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { authorized, buy, freshKey, launched, order, POLICY, QR, type Scene } from '../scene.js';
import { DETAILS } from './invoice.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;

type Attempt = (backend: BillingBackend, scene: Scene, orderId: string) => Promise<unknown>;

/** What each role may not do (SPEC §1). */
const FORBIDDEN: readonly { call: string; roles: readonly Role[]; attempt: Attempt }[] = [
  {
    call: 'publishPolicy',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, { id }) => backend.publishPolicy(id, { policy: POLICY, baseVersion: 1 }),
  },
  {
    call: 'policyVersions',
    roles: ['administrator', 'member'],
    attempt: (backend, { id }) => backend.policyVersions(id),
  },
  {
    call: 'submit',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, { id }) => backend.submit(id),
  },
  {
    call: 'launch',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, { id }) => backend.launch(id),
  },
  {
    call: 'startExtraTrial',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, { id }) => backend.startExtraTrial(id, freshKey()),
  },
  { call: 'policy', roles: ['member'], attempt: (backend, { id }) => backend.policy(id) },
  { call: 'quote', roles: ['member'], attempt: (backend, { id }) => backend.quote(id, TEN) },
  {
    call: 'createOrder',
    roles: ['provider', 'member', 'operator'],
    attempt: async (backend, { id, administrator }) =>
      backend.createOrder(id, {
        request: { kind: 'renew', cycles: 1 },
        quote: await administrator.quote(id, { kind: 'renew', cycles: 1 }),
        acceptForfeit: false,
        key: freshKey(),
      }),
  },
  {
    call: 'order',
    roles: ['member'],
    attempt: (backend, _scene, orderId) => backend.order(orderId),
  },
  { call: 'orders', roles: ['member'], attempt: (backend) => backend.orders({}, null) },
  {
    call: 'cancelOrder',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, _scene, orderId) => backend.cancelOrder(orderId),
  },
  {
    call: 'lowerPrice',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, _scene, orderId) =>
      backend.lowerPrice(orderId, { amount: 0, key: freshKey() }),
  },
  {
    call: 'startPayment',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, _scene, orderId) =>
      backend.startPayment(orderId, { ...QR, key: freshKey() }),
  },
  {
    call: 'confirmTransfer',
    roles: ['administrator', 'member', 'provider'],
    attempt: async (backend, { harness }, orderId) =>
      backend.confirmTransfer(orderId, {
        attemptId: 'any',
        transactionId: '?',
        amount: 1,
        receivedAt: await harness.clock.now(),
        key: freshKey(),
      }),
  },
  {
    call: 'requestRefund',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, _scene, orderId) =>
      backend.requestRefund(orderId, { reason: '?', key: freshKey() }),
  },
  {
    call: 'decideRefund',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, _scene, orderId) => backend.decideRefund(orderId, { decision: 'approve' }),
  },
  {
    call: 'requestInvoice',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, _scene, orderId) =>
      backend.requestInvoice(orderId, { details: DETAILS, key: freshKey() }),
  },
  {
    call: 'markInvoice',
    roles: ['administrator', 'member', 'operator'],
    attempt: (backend, _scene, orderId) => backend.markInvoice(orderId, 'sent'),
  },
  {
    call: 'fileComplaint',
    roles: ['provider', 'member', 'operator'],
    attempt: (backend, _scene, orderId) =>
      backend.fileComplaint(orderId, {
        category: 'other',
        text: '?',
        contact: '?',
        key: freshKey(),
      }),
  },
  {
    call: 'answerComplaint',
    roles: ['administrator', 'member', 'provider'],
    attempt: (backend, _scene, orderId) =>
      backend.answerComplaint(orderId, { text: '?', close: true }),
  },
];

/** Who may do what, and whose things they are (SPEC §1, DESIGN §4). */
export const rightsChecks: Record<string, ContractCheck> = {
  'each role may do its own and nothing else': async (make) => {
    const scene = await launched(await make());
    const paid = await buy(scene, TEN);
    for (const { call, roles, attempt } of FORBIDDEN)
      for (const role of roles)
        await refused(attempt(scene[role], scene, paid.id), 'forbidden', `${call} as ${role}`);
    equal((await scene.administrator.order(paid.id)).status, 'paid', 'nothing has happened');
  },

  "another customer's things are not found": async (make) => {
    const harness = await make();
    const scene = await launched(harness);
    const paid = await buy(scene, TEN);
    const { administrator: stranger, id } = await authorized(harness);
    await refused(stranger.installation(scene.id), 'not-found', 'installation');
    await refused(stranger.entitlement(scene.id), 'not-found', 'entitlement');
    await refused(stranger.quote(scene.id, TEN), 'not-found', 'quote');
    await refused(stranger.order(paid.id), 'not-found', 'order');
    await refused(stranger.cancelOrder(paid.id), 'not-found', 'cancelOrder');
    const all = await stranger.orders({}, null);
    equal(all.totals.count, 0, 'a list shows none');
    const asked = await stranger
      .orders({ installationId: scene.id }, null)
      .then(({ totals }) => totals.count)
      .catch(() => 0);
    equal(asked, 0, 'not even when asked for');
    equal((await stranger.installation(id)).id, id, 'their own is there');
  },

  'a session says who is asking and what time it is': async (make) => {
    const { harness, provider, member } = await authorized(await make());
    const [one, other] = [await provider.session(), await member.session()];
    equal([one.role, other.role], ['provider', 'member'], 'roles');
    const apart = Math.abs(Date.parse(one.now) - Date.parse(await harness.clock.now()));
    equal(apart < 60_000, true, "the backend's clock");
  },

  'an order is made in the name of whoever made it': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    const { userId, userName } = await scene.administrator.session();
    equal(made.createdBy, { role: 'administrator', userId, userName }, 'createdBy');
    equal(made.timeline[0]?.by, made.createdBy, 'and in the timeline');
  },
};
