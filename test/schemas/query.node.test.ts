import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallInputs } from '../../src/schemas/index.js';
import { INPUTS, QUERY_TYPES } from '../../src/schemas/index.js';
import { fromQuery, toQuery } from '../../src/schemas/query.js';

const instant = fc
  .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const some = <Word extends string>(...words: Word[]) => fc.subarray(words);

const filters: fc.Arbitrary<CallInputs['orders']> = fc.record(
  {
    installationId: fc.string({ minLength: 1, unit: 'binary' }),
    kinds: some('new', 'renew', 'expand'),
    statuses: some('pending', 'paid', 'refund-requested'),
    methods: some('wechat', 'bank-transfer'),
    invoices: some('none', 'requested', 'sent'),
    from: instant,
    to: instant,
    minAmount: fc.maxSafeInteger(),
    maxAmount: fc.maxSafeInteger(),
    text: fc.string({ unit: 'grapheme' }),
    sort: fc.record({
      by: fc.constantFrom('createdAt', 'amount', 'seats', 'status', 'kind'),
      direction: fc.constantFrom('ascending', 'descending'),
    }),
    limit: fc.integer({ min: 1, max: 200 }),
    cursor: fc.string(),
  },
  { requiredKeys: [] },
);

test('any filter survives the address, an empty list and a text of digits too', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = new URLSearchParams(toQuery(filter).toString());
      const input = INPUTS.orders.parse(fromQuery(address, QUERY_TYPES));
      // A minus zero is no amount; the address has but one zero.
      expect(input).toEqual(JSON.parse(JSON.stringify(filter)));
    }),
  );
  const read = fromQuery(toQuery({ text: '12', kinds: [], limit: 5 }), QUERY_TYPES);
  expect(read).toEqual({ text: '12', kinds: [], limit: 5 });
});

test('any address is read without an exception', () => {
  const names = fc.oneof(
    fc.constantFrom('kinds', 'limit', 'sort.by', 'sort', '__proto__', '__proto__.x', '.', 'sort.'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
      const input = fromQuery(new URLSearchParams(pairs), QUERY_TYPES);
      INPUTS.orders.safeParse(input);
      expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    }),
  );
});

test('numbers are read as numbers only when they are written as such', () => {
  const read = (text: string) => fromQuery(new URLSearchParams({ seats: text }), QUERY_TYPES);
  expect(read('1.5')).toEqual({ seats: 1.5 });
  expect(read('-3')).toEqual({ seats: -3 });
  expect(read('1e+21')).toEqual({ seats: 1e21 });
  for (const text of ['', ' 5', '0x10', '1,000', 'NaN', 'Infinity', '一百']) {
    expect(read(text)).toEqual({ seats: text });
  }
});

test('absent and null members are not written', () => {
  expect(toQuery({ from: undefined, to: null, limit: 1 }).toString()).toBe('limit=1');
});
