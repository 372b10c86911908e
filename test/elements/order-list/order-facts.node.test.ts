import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import { cycleOf, periodOf, spanOf, wordOf } from '../../../src/elements/order-list/order-facts.js';
import { order as canned, segment } from '../../helpers/canned-shapes.js';

describe('periodOf', () => {
  it('is from when to when, once paid', () => {
    expect(periodOf(canned)).toMatchObject({ startsAt: segment.startsAt, endsAt: segment.endsAt });
  });

  it('is a length before that', () => {
    const quote = { ...canned.quote, cycles: 2, purchasedDays: 62, giftDays: 5 };
    const order: Order = { ...canned, status: 'pending', paidAt: null, quote };
    expect(periodOf(order)).toEqual({ cycles: 2, cycle: 'month', giftDays: 5 });
  });

  it('is an end where seats are added to the time there is', () => {
    const quote = { ...canned.quote, cycles: 0, purchasedDays: 0, giftDays: 0 };
    const order: Order = { ...canned, paidAt: null, segmentsGranted: [], quote };
    expect(periodOf(order)).toEqual({ endsAt: quote.endsAt });
  });
});

describe('cycleOf', () => {
  it('tells years of 365 days from months of 31', () => {
    const withDays = (cycles: number, purchasedDays: number): Order => ({
      ...canned,
      quote: { ...canned.quote, cycles, purchasedDays },
    });
    expect(cycleOf(withDays(12, 372))).toBe('month');
    expect(cycleOf(withDays(1, 365))).toBe('year');
    expect(cycleOf(withDays(5, 1825))).toBe('year');
  });
});

describe('spanOf', () => {
  it('reaches from the first start to the last end, with the most seats', () => {
    const later = {
      ...segment,
      seats: 60,
      startsAt: segment.endsAt,
      endsAt: '2028-01-01T00:00:00Z',
    };
    expect(spanOf([later, segment])).toMatchObject({
      seats: 60,
      startsAt: segment.startsAt,
      endsAt: later.endsAt,
    });
    expect(spanOf([])).toBeNull();
  });
});

it('a word nobody knows stands for itself', () => {
  expect(wordOf({ paid: '已支付' }, 'paid')).toBe('已支付');
  expect(wordOf({ paid: '已支付' }, 'teleported')).toBe('teleported');
});
