import { describe, expect, test } from 'vitest';
import type { BillingBackend } from '../../../src/contract/index.js';
import { BACKEND_ERROR_CODES, BackendError } from '../../../src/contract/index.js';
import { ROUTES, type CallName } from '../../../src/schemas/index.js';
import * as canned from '../../helpers/canned-shapes.js';
import { connect, failure } from './client.js';

const KEY = 'key-12345678';
const ID = '企业/一 ?#%2F';

const CONFIRMATION = {
  attemptId: 'a-1',
  transactionId: '2026030112345',
  amount: 924_500,
  receivedAt: '2026-03-01T08:00:00.000Z',
  key: KEY,
};

/** One call of each kind: how it is made, with which arguments it must arrive, and its answer. */
const CALLS: Record<CallName, [(client: BillingBackend) => Promise<unknown>, unknown[], unknown]> =
  {
    session: [(client) => client.session(), [], canned.session],
    installation: [(client) => client.installation(ID), [ID], canned.installation],
    policy: [(client) => client.policy(ID), [ID], canned.publishedPolicy],
    policyVersions: [(client) => client.policyVersions(ID), [ID], [canned.publishedPolicy]],
    publishPolicy: [
      (client) => client.publishPolicy(ID, { policy: canned.policy, baseVersion: 2 }),
      [ID, { policy: canned.policy, baseVersion: 2 }],
      canned.publishedPolicy,
    ],
    submit: [(client) => client.submit(ID), [ID], canned.installation],
    launch: [(client) => client.launch(ID), [ID], canned.installation],
    entitlement: [(client) => client.entitlement(ID), [ID], canned.entitlement],
    startExtraTrial: [(client) => client.startExtraTrial(ID, KEY), [ID, KEY], canned.entitlement],
    quote: [
      (client) => client.quote(ID, { kind: 'renew', cycles: 2 }),
      [ID, { kind: 'renew', cycles: 2 }],
      canned.quote,
    ],
    createOrder: [
      (client) =>
        client.createOrder(ID, {
          request: { kind: 'expand', seats: 80 },
          quote: canned.quote,
          acceptForfeit: true,
          key: KEY,
        }),
      [
        ID,
        {
          request: { kind: 'expand', seats: 80 },
          quote: canned.quote,
          acceptForfeit: true,
          key: KEY,
        },
      ],
      canned.order,
    ],
    cancelOrder: [(client) => client.cancelOrder(ID), [ID], canned.order],
    lowerPrice: [
      (client) => client.lowerPrice(ID, { amount: 0, key: KEY }),
      [ID, { amount: 0, key: KEY }],
      canned.order,
    ],
    startPayment: [
      (client) =>
        client.startPayment(ID, {
          method: 'wechat',
          environment: 'mobile',
          key: KEY,
          returnUrl: 'https://app.example/back?x=1',
        }),
      [
        ID,
        {
          method: 'wechat',
          environment: 'mobile',
          key: KEY,
          returnUrl: 'https://app.example/back?x=1',
        },
      ],
      canned.qrAction,
    ],
    order: [(client) => client.order(ID), [ID], canned.order],
    orders: [
      (client) =>
        client.orders(
          {
            statuses: ['paid'],
            kinds: [],
            text: '1 & 2',
            sort: { by: 'amount', direction: 'descending' },
            minAmount: 0,
          },
          'c/2 ?',
        ),
      [
        {
          statuses: ['paid'],
          kinds: [],
          text: '1 & 2',
          sort: { by: 'amount', direction: 'descending' },
          minAmount: 0,
        },
        'c/2 ?',
      ],
      canned.orderPage,
    ],
    requestRefund: [
      (client) => client.requestRefund(ID, { reason: '买多了', key: KEY }),
      [ID, { reason: '买多了', key: KEY }],
      canned.order,
    ],
    decideRefund: [
      (client) => client.decideRefund(ID, { decision: 'reject', reason: 'r' }),
      [ID, { decision: 'reject', reason: 'r' }],
      canned.order,
    ],
    requestInvoice: [
      (client) =>
        client.requestInvoice(ID, {
          details: { type: 'ordinary', title: 't', taxNumber: 'n', email: 'a@example.com' },
          key: KEY,
        }),
      [
        ID,
        {
          details: { type: 'ordinary', title: 't', taxNumber: 'n', email: 'a@example.com' },
          key: KEY,
        },
      ],
      canned.order,
    ],
    markInvoice: [(client) => client.markInvoice(ID, 'sent'), [ID, 'sent'], canned.order],
    fileComplaint: [
      (client) =>
        client.fileComplaint(ID, { category: 'price', text: 't', contact: 'c', key: KEY }),
      [ID, { category: 'price', text: 't', contact: 'c', key: KEY }],
      canned.order,
    ],
    confirmTransfer: [
      (client) => client.confirmTransfer(ID, CONFIRMATION),
      [ID, CONFIRMATION],
      canned.order,
    ],
    answerComplaint: [
      (client) => client.answerComplaint(ID, { text: 't', close: true }),
      [ID, { text: 't', close: true }],
      canned.order,
    ],
  };

const NAMES = Object.keys(CALLS) as CallName[];

test('every call is tried', () => {
  expect(NAMES.sort()).toEqual(Object.keys(ROUTES).sort());
});

describe('a call arrives as it was made, and its answer as it was given', () => {
  test.each(NAMES)('%s', async (name) => {
    const { client, fake, requests } = connect();
    const [call, args, answer] = CALLS[name];
    expect(await call(client)).toEqual(answer);
    expect(fake.calls).toEqual([{ name, args }]);
    expect(requests).toHaveLength(1);
  });
});

describe('a refusal of any call arrives with its code and reason', () => {
  test.each(NAMES)('%s', async (name) => {
    const { client } = connect({
      [name]: () => Promise.reject(new BackendError('forbidden', { reason: 'not-launched' })),
    });
    const error = await failure(CALLS[name][0](client));
    expect(error).toMatchObject({ code: 'forbidden', data: { reason: 'not-launched' } });
  });
});

test.each(BACKEND_ERROR_CODES)('%s arrives with what it brings', async (code) => {
  const { client } = connect({
    publishPolicy: () =>
      Promise.reject(new BackendError(code, { quote: canned.quote, order: canned.order })),
  });
  const error = await failure(
    client.publishPolicy('i-1', { policy: canned.policy, baseVersion: 1 }),
  );
  expect(error.code).toBe(code);
  expect(error.data).toEqual({ quote: canned.quote, order: canned.order });
});

test('an installation without a policy answers null', async () => {
  const { client } = connect({ policy: () => Promise.resolve(null) });
  expect(await client.policy('i-1')).toBeNull();
});

test('a first page asks without a cursor', async () => {
  const { client, fake, requests } = connect();
  await client.orders({}, null);
  expect(fake.calls).toEqual([{ name: 'orders', args: [{}, null] }]);
  expect(new URL(requests[0]!.url).search).toBe('');
});

test('the key travels in its header and not in the body', async () => {
  const { client, requests } = connect();
  await client.requestRefund('o-1', { reason: 'r', key: KEY });
  expect(requests[0]!.headers.get('Idempotency-Key')).toBe(KEY);
  expect(await requests[0]!.json()).toEqual({ reason: 'r' });
});

describe('what an address or a header cannot carry is refused without a request', () => {
  test.each(['', '.', '..', '\ud800'])('the id %j belongs to nothing', async (id) => {
    const { client, requests } = connect();
    expect((await failure(client.order(id))).code).toBe('not-found');
    expect(requests).toHaveLength(0);
  });

  test.each(['short', 'x'.repeat(129), 'line\nbreak', '钥匙钥匙钥匙钥匙'])(
    'the key %j is invalid',
    async (key) => {
      const { client, requests } = connect();
      const error = await failure(client.startExtraTrial('i-1', key));
      expect(error.code).toBe('invalid');
      expect(error.data.issues).toEqual([{ path: 'key', code: 'out-of-range' }]);
      expect(requests).toHaveLength(0);
    },
  );
});
