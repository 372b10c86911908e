import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROUTES, type CallName } from '../../src/schemas/index.js';
import { instant, link, webUrl } from '../../src/schemas/primitives.js';
import * as canned from '../helpers/canned-shapes.js';

const ANSWERS: readonly [CallName, unknown][] = [
  ['session', canned.session],
  ['installation', canned.installation],
  ['policy', canned.publishedPolicy],
  ['policy', null],
  ['policyVersions', [canned.publishedPolicy]],
  ['entitlement', canned.entitlement],
  ['quote', canned.quote],
  ['order', canned.order],
  ['orders', canned.orderPage],
  ...canned.paymentActions.map((action): [CallName, unknown] => ['startPayment', action]),
];

/** The value with one more key in every object of it. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withMore(inner)]);
  return { ...(Object.fromEntries(entries) as object), fromTheFuture: { seats: 1 } };
}

/** Every value with one of its members gone or of another type, at any depth, and where that was. */
function* spoilt(value: unknown, path = ''): Generator<{ path: string; value: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const put = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((old: unknown, index) => (String(index) === key ? other : old))
        : { ...value, [key]: other };
    yield { path: `${path}.${key}`, value: put(Symbol.iterator) };
    for (const deeper of spoilt(inner, `${path}.${key}`)) {
      yield { path: deeper.path, value: put(deeper.value) };
    }
  }
}

test('every shape passes whole', () => {
  for (const [name, answer] of ANSWERS) {
    expect(ROUTES[name].output.parse(answer), name).toEqual(answer);
  }
});

test('keys of a later version are dropped at every depth', () => {
  for (const [name, answer] of ANSWERS) {
    expect(ROUTES[name].output.parse(withMore(answer)), name).toEqual(answer);
  }
});

test('one member of the wrong type anywhere makes the whole answer invalid', () => {
  for (const [name, answer] of ANSWERS) {
    for (const { path, value } of spoilt(answer)) {
      expect(ROUTES[name].output.safeParse(value).success, `${name}${path}`).toBe(false);
    }
  }
});

test('any value at all is judged without an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(ROUTES)), fc.jsonValue(), ({ output }, value) => {
      const { success, data } = output.safeParse(value);
      // null is the answer of an installation without a policy; an empty list, of one without versions.
      if (success) expect([null, []]).toContainEqual(data);
    }),
    { numRuns: 1000 },
  );
});

test('instants are UTC with milliseconds and of the calendar', () => {
  expect(instant.safeParse('2028-02-29T23:59:59.999Z').success).toBe(true);
  for (const text of [
    '2026-02-29T00:00:00.000Z',
    '2026-03-01T08:00:00Z',
    '2026-03-01T08:00:00.000+08:00',
    '2026-03-01',
    '2026-03-01T24:00:00.000Z',
    'now',
    '',
  ]) {
    expect(instant.safeParse(text).success, text).toBe(false);
  }
});

test('addresses that a person is sent to are of the web', () => {
  for (const text of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:,x',
    'weixin://a',
    'x:',
  ]) {
    expect(webUrl.safeParse(text).success, text).toBe(false);
    expect(link.safeParse(text).success, text).toBe(false);
  }
  expect(webUrl.safeParse('/simulate').success).toBe(false);
  expect(link.safeParse('/simulate').success).toBe(true);
  expect(webUrl.safeParse('https://pay.example/?a=1').success).toBe(true);
});
