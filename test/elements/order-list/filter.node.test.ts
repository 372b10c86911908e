import { describe, expect, it } from 'vitest';
import type { OrderFilter } from '../../../src/contract/index.js';
import { narrows, readFilter, sortedBy, toggled } from '../../../src/elements/order-list/filter.js';

describe('readFilter', () => {
  it('keeps what means something', () => {
    const filter: OrderFilter = {
      statuses: ['paid'],
      kinds: ['new', 'expand'],
      methods: ['wechat'],
      invoices: ['none'],
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-04-01T00:00:00.000Z',
      minAmount: 0,
      maxAmount: 10_000,
      text: 'SK0',
      sort: { by: 'amount', direction: 'ascending' },
    };
    expect(readFilter(filter)).toEqual(filter);
  });

  it('leaves out what means nothing', () => {
    const rubbish = {
      statuses: ['shipped'],
      kinds: 'new',
      methods: [],
      from: 'yesterday',
      to: 5,
      minAmount: 1.5,
      maxAmount: '3',
      text: '   ',
      sort: { by: 'colour', direction: 'ascending' },
      limit: 9,
      installationId: 'someone-else',
    };
    expect(readFilter(rubbish as unknown as OrderFilter)).toEqual({});
    expect(readFilter(null)).toEqual({});
    expect(readFilter('paid' as unknown as OrderFilter)).toEqual({});
  });

  it('puts words in one order, so that the same filter is the same question', () => {
    const filter = readFilter({ statuses: ['lapsed', 'pending'] });
    expect(filter.statuses).toEqual(['pending', 'lapsed']);
  });
});

describe('toggled', () => {
  it('ticks and unticks', () => {
    const ticked = toggled({}, 'kinds', 'renew');
    expect(ticked).toEqual({ kinds: ['renew'] });
    expect(toggled(ticked, 'kinds', 'new')).toEqual({ kinds: ['new', 'renew'] });
    expect(toggled(ticked, 'kinds', 'renew')).toEqual({});
  });
});

describe('sortedBy', () => {
  it('begins with the newest, the largest, or the first in the alphabet', () => {
    expect(sortedBy({}, 'amount').sort).toEqual({ by: 'amount', direction: 'descending' });
    expect(sortedBy({}, 'status').sort).toEqual({ by: 'status', direction: 'ascending' });
  });

  it('turns around at the second time', () => {
    const once = sortedBy({ text: 'a' }, 'seats');
    const twice = sortedBy(once, 'seats');
    expect(twice).toEqual({ text: 'a', sort: { by: 'seats', direction: 'ascending' } });
    expect(sortedBy(twice, 'seats').sort?.direction).toBe('descending');
  });

  it('turns around the order of days, which is the newest first before anybody chose', () => {
    expect(sortedBy({}, 'createdAt').sort?.direction).toBe('ascending');
  });
});

describe('narrows', () => {
  it('does not count the sort', () => {
    expect(narrows({ sort: { by: 'seats', direction: 'ascending' } })).toBe(false);
    expect(narrows({ minAmount: 0 })).toBe(true);
  });
});
