import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderFilter } from '../../../../src/contract/index.js';
import { CHOICES, readFilter, SORT_KEYS } from '../../../../src/elements/order-list/filter.js';
import {
  parseFilter,
  printFilter,
} from '../../../../src/elements/order-list/settings/filter-code.js';

const instant = fc
  .date({
    min: new Date('1970-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .chain((date) =>
    fc.constantFrom(0, 3, 4, 6).map((kept) => {
      const text = date.toISOString();
      return kept === 0 ? text : `${text.slice(0, 13 + kept).padEnd(19, ':00')}.000Z`;
    }),
  )
  .filter((text) => !Number.isNaN(Date.parse(text)) && text.length === 24);

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const words = (name: keyof typeof CHOICES) => fc.subarray([...CHOICES[name]], { minLength: 1 });

const filters = fc
  .record(
    {
      statuses: words('statuses'),
      kinds: words('kinds'),
      methods: words('methods'),
      invoices: words('invoices'),
      from: instant,
      to: instant,
      minAmount: amount,
      maxAmount: amount,
      text: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom('text:a;b', 'a;status:paid', ' padded ', '%3B&=+#', '100 %', '订单,二'),
      ),
      sort: fc.record({
        by: fc.constantFrom(...SORT_KEYS),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
    },
    { requiredKeys: [] },
  )
  .map((filter) => readFilter(filter as OrderFilter));

describe('a filter in an address', () => {
  it('is short and can be read', () => {
    const filter: OrderFilter = {
      statuses: ['refunded', 'paid'],
      from: '2026-02-28T16:00:00.000Z',
      minAmount: 100_000,
      sort: { by: 'amount', direction: 'descending' },
      text: 'SK0',
    };
    expect(printFilter(filter)).toBe(
      'status:paid,refunded;from:2026-02-28T16:00Z;min:100000;sort:amount-desc;text:SK0',
    );
    expect(printFilter({})).toBe('');
  });

  it('is the same filter when it is read again', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same after a router has written it again', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const again = new URLSearchParams(
          new URLSearchParams([['orders', printFilter(filter)]]).toString(),
        );
        expect(parseFilter(again.get('orders') ?? '')).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });

  it('is what it says and nothing more, whatever somebody has written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const filter = parseFilter(text);
        expect(readFilter(filter)).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['status:paid,shipped,<b>;kind:constructor', { statuses: ['paid'] }],
    ['status:__proto__;toString:1;limit:200;installationId:other', {}],
    ['min:-5;max:1e3', {}],
    ['min:1.5;max:99999999999999', {}],
    ['min: 5;max:0x10', {}],
    ['min:007', { minAmount: 7 }],
    ['from:yesterday;to:2026-13-01T00:00Z', {}],
    ['from:2026-03-01;to:2026-03-01T00:00Z', { to: '2026-03-01T00:00:00.000Z' }],
    ['sort:colour-desc;kind:new', { kinds: ['new'] }],
    ['sort:amount-toString', {}],
    ['sort:amount', {}],
    ['kind:new;kind:renew', { kinds: ['new'] }],
    ['text:   ', {}],
    [';;:;=;status', {}],
    ['paid', {}],
  ])('leaves out what means nothing: %s', (text, filter) => {
    expect(parseFilter(text)).toEqual(filter);
  });
});
