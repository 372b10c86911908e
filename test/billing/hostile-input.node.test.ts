import { beforeEach, describe, expect, it } from 'vitest';
import type { BillingCalls, ContractCall } from '../../src/billing/index.js';
import type { Role } from '../../src/contract/index.js';
import { APP, POLICY, refusal, World } from '../helpers/billing-world.js';

const KEY = 'key-12345678';
const request = { kind: 'new', seats: 5, cycles: 1 } as const;
const details = {
  type: 'ordinary',
  title: 'T',
  taxNumber: '1'.repeat(15),
  email: 'a@b.cn',
} as const;

type Loose = Record<ContractCall, (...given: unknown[]) => Promise<unknown>>;

/** Calls as a page without types makes them. */
const loose = (calls: BillingCalls): Loose => calls as unknown as Loose;

/** What each call takes beside its id, when all is well. */
const INPUTS: Partial<Record<ContractCall, { by: Role; input: object }>> = {
  publishPolicy: { by: 'provider', input: { policy: POLICY, baseVersion: 1 } },
  quote: { by: 'administrator', input: request },
  createOrder: {
    by: 'administrator',
    input: { request, quote: {}, acceptForfeit: false, key: KEY },
  },
  lowerPrice: { by: 'provider', input: { amount: 1, key: KEY } },
  startPayment: {
    by: 'administrator',
    input: { method: 'wechat', environment: 'desktop', key: KEY },
  },
  requestRefund: { by: 'administrator', input: { reason: 'r', key: KEY } },
  decideRefund: { by: 'provider', input: { decision: 'reject', reason: 'r' } },
  requestInvoice: { by: 'administrator', input: { details, key: KEY } },
  fileComplaint: {
    by: 'administrator',
    input: { category: 'other', text: 't', contact: 'c', key: KEY },
  },
  answerComplaint: { by: 'operator', input: { text: 't', close: false } },
  confirmTransfer: {
    by: 'operator',
    input: {
      attemptId: 'a',
      transactionId: 't',
      amount: 1,
      receivedAt: '2026-03-01T08:00:00.000Z',
      key: KEY,
    },
  },
};

const CASES = Object.entries(INPUTS).map(
  ([name, { by, input }]) => [name as ContractCall, by, input] as const,
);

const circular: Record<string, unknown> = {};
circular.self = circular;
const shared = Array.from({ length: 25 }).reduce<unknown>((inner) => [inner, inner], 1);
const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], 1);

/** Nothing of this crosses a contract of plain JSON. */
const NOT_PLAIN: [string, unknown][] = [
  ['a BigInt', 1n],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a Date', new Date(0)],
  ['a Map', new Map()],
  ['a circle', circular],
  ['a bomb of shared parts', shared],
  ['a tower', deep],
  ['half a character', '\ud800'],
  ['a NUL', 'a\0b'],
];

/** What is JSON, but nothing any call wants in the place of an object. */
const WRONG: unknown[] = [undefined, null, true, 0, NaN, '', 'text', [], [1]];

let world: World;
let orderId: string;
beforeEach(async () => {
  world = new World();
  await world.launch();
  orderId = (await world.order(request)).id;
});

const idOf = (name: ContractCall): string =>
  ['publishPolicy', 'quote', 'createOrder'].includes(name) ? APP : orderId;

describe.each(CASES)('%s', (name, role, input) => {
  const call = (...given: unknown[]) => refusal(loose(world.as(role))[name](...given));

  it('refuses an input that is no object', async () => {
    for (const wrong of WRONG) {
      expect(await call(idOf(name), wrong), JSON.stringify(wrong)).toMatchObject({
        code: 'invalid',
      });
    }
  });

  it.each(NOT_PLAIN)('refuses %s, wherever it stands', async (_, value) => {
    const field = Object.keys(input)[0]!;
    for (const hostile of [value, { ...input, more: value }, { ...input, [field]: value }]) {
      expect((await call(idOf(name), hostile)).code).toBe('invalid');
    }
  });

  it('refuses every field of another type', async () => {
    for (const field of Object.keys(input)) {
      for (const wrong of [null, 7.5, [], {}, { length: 9 }, 'x'.repeat(100_000)]) {
        if (isRight(field, wrong)) continue;
        const { code } = await call(idOf(name), { ...input, [field]: wrong });
        expect(code, `${field}: ${JSON.stringify(wrong).slice(0, 20)}`).toBe('invalid');
      }
    }
  });
});

/** A first publication has no base, and any object may be a quote: it is compared, not read. */
function isRight(field: string, value: unknown): boolean {
  if (field === 'baseVersion') return value === null;
  return field === 'quote' && typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('an id', () => {
  const NAMES = [...CASES.map(([name, role, input]) => [name, role, input] as const)];

  it.each(NAMES)('of %s that is no text is refused', async (name, role, input) => {
    for (const id of [undefined, null, 5, NaN, [], {}, [APP]]) {
      expect((await refusal(loose(world.as(role))[name](id, input))).code).toBe('invalid');
    }
  });

  it.each(['', '__proto__', 'constructor', 'x'.repeat(100_000)])(
    '%.20s names nothing',
    async (id) => {
      const calls = loose(world.administrator);
      for (const name of [
        'installation',
        'entitlement',
        'policy',
        'order',
        'cancelOrder',
      ] as const) {
        expect((await refusal(calls[name](id))).code).toBe('not-found');
      }
    },
  );
});

it.each([
  'short',
  'x'.repeat(129),
  'has a space',
  'schlüssel-1',
  'line\nbreak-1',
  12_345_678,
  null,
  {},
])('a key like %j is refused everywhere', async (key) => {
  const calls = loose(world.administrator);
  const expected = { code: 'invalid', data: { issues: [{ path: 'key' }] } };
  expect(await refusal(calls.startExtraTrial(APP, key))).toMatchObject(expected);
  for (const [name, role, input] of CASES.filter(([, , given]) => 'key' in given)) {
    const refused = await refusal(loose(world.as(role))[name](idOf(name), { ...input, key }));
    expect(refused, name).toMatchObject(expected);
  }
});

describe('an order', () => {
  it('is not made where the acceptance is no plain yes', async () => {
    await world.administrator.cancelOrder(orderId);
    const quote = await world.administrator.quote(APP, request);
    for (const acceptForfeit of ['yes', 1, {}, null, undefined]) {
      const input = { request, quote, acceptForfeit, key: KEY };
      expect(await refusal(loose(world.administrator).createOrder(APP, input))).toMatchObject({
        code: 'invalid',
        data: { issues: [{ path: 'acceptForfeit' }] },
      });
    }
  });

  it('keeps of a request only what was ordered', async () => {
    const coTerm = { ...POLICY, expansion: 'co-term' } as const;
    await world.launch(coTerm, 'installation-2');
    const first = await world.order(request, false, 'installation-2');
    await world.pay(first);
    for (const cycles of [NaN, 'x', { a: 1 }]) {
      const wish = { kind: 'expand', seats: 6, cycles };
      const calls = loose(world.administrator);
      const quote = await calls.quote('installation-2', wish);
      const input = { request: wish, quote, acceptForfeit: false, key: world.key() };
      const order = (await calls.createOrder('installation-2', input)) as { id: string };
      expect(order).toMatchObject({ request: { kind: 'expand', seats: 6 } });
      expect(order).not.toHaveProperty('request.cycles');
      await world.administrator.cancelOrder(order.id);
    }
  });

  it('has violations, not faults, for numbers that are none', async () => {
    const calls = loose(world.administrator);
    for (const seats of ['5', null, {}, NaN, Infinity]) {
      expect(await refusal(calls.quote(APP, { ...request, seats }))).toMatchObject({
        code: 'invalid',
        data: { violations: [{ code: 'not-integer', field: 'seats' }] },
      });
    }
  });
});

describe('an invoice', () => {
  it.each([
    ['type', 'other'],
    ['type', undefined],
    ['title', 5],
    ['taxNumber', null],
    ['email', {}],
    ['account', 62_220_000],
  ])('with %s %j is refused', async (field, value) => {
    const calls = loose(world.administrator);
    await world.pay(await world.administrator.order(orderId));
    const input = { details: { ...details, [field]: value }, key: KEY };
    expect(await refusal(calls.requestInvoice(orderId, input))).toMatchObject({
      code: 'invalid',
      data: { issues: [{ path: `details.${field}` }] },
    });
  });
});

describe('a list of orders', () => {
  it.each<[string, unknown]>([
    ['installationId', null],
    ['installationId', 5],
    ['kinds', 'new'],
    ['kinds', ['bogus']],
    ['statuses', [null]],
    ['methods', {}],
    ['invoices', ['constructor']],
    ['from', 'yesterday'],
    ['to', 5],
    ['minAmount', '5'],
    ['minAmount', NaN],
    ['maxAmount', 1.5],
    ['text', 5],
    ['text', {}],
    ['sort', null],
    ['sort', 'createdAt'],
    ['sort', { by: 'constructor', direction: 'ascending' }],
    ['sort', { by: 'amount', direction: 'up' }],
    ['limit', '5'],
    ['limit', null],
    ['limit', 0],
    ['limit', 201],
    ['installations', 'all'],
    ['after', { value: '', id: '' }],
  ])('refuses %s %j', async (field, value) => {
    const calls = loose(world.administrator);
    const refused = await refusal(calls.orders({ [field]: value }, null));
    expect(refused.code).toBe('invalid');
    expect(refused.data.issues?.[0]?.path.split(/[.[]/)[0]).toBe(field);
  });

  it.each([null, 5, 'new', [], undefined])('refuses %j for a filter', async (filter) => {
    expect((await refusal(loose(world.administrator).orders(filter, null))).code).toBe('invalid');
  });

  it.each([
    undefined,
    5,
    {},
    '',
    'null',
    '["createdAt","descending",5,"id"]',
    '["createdAt","descending","2026",5]',
    '["amount","descending",1,"id"]',
  ])('refuses %j for a cursor', async (cursor) => {
    expect(await refusal(loose(world.administrator).orders({}, cursor))).toMatchObject({
      code: 'invalid',
      data: { issues: [{ path: 'cursor' }] },
    });
  });

  it('reads an instant in any form of the standard', async () => {
    const found = async (from: string) =>
      (await world.administrator.orders({ from }, null)).items.length;
    expect(await found('2026-03-01T16:00:00+08:00')).toBe(1);
    expect(await found('2026-03-01T16:00:00.001+08:00')).toBe(0);
  });
});
