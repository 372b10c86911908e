import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Quote } from '../../../src/domain/index.js';
import { OrderAttempt } from '../../../src/elements/purchase-form/order-attempt.js';
import { quote } from '../../helpers/canned-shapes.js';

const draftWith = (parts: Partial<Quote> = {}) => ({
  request: { kind: 'new', seats: 80, cycles: 2 } as const,
  quote: { ...quote, ...parts },
  acceptForfeit: false,
});

function stubStorage() {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => stored.set(name, text),
    removeItem: (name: string) => stored.delete(name),
  });
  return stored;
}

describe('OrderAttempt', () => {
  beforeEach(() => {
    stubStorage();
  });

  it('sends the very same again, estimated times included, also after a reload and from another tab', () => {
    const first = new OrderAttempt().inputFor('i-1', draftWith());
    const later = draftWith({ startsAt: '2026-03-01T09:00:00.000Z' });
    expect(new OrderAttempt().inputFor('i-1', later)).toEqual(first);
  });

  it('has another key for another price, wish, acceptance or installation', () => {
    const attempt = new OrderAttempt();
    const keys = [
      attempt.inputFor('i-1', draftWith()),
      attempt.inputFor('i-1', draftWith({ payable: 1 })),
      attempt.inputFor('i-1', { ...draftWith(), acceptForfeit: true }),
      attempt.inputFor('i-2', draftWith()),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
  });

  it('begins anew once there is an order', () => {
    const attempt = new OrderAttempt();
    const { key } = attempt.inputFor('i-1', draftWith());
    attempt.clear('i-1');
    expect(attempt.inputFor('i-1', draftWith()).key).not.toBe(key);
  });

  it('does not take up what was tried long ago', () => {
    vi.useFakeTimers();
    const { key } = new OrderAttempt().inputFor('i-1', draftWith());
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    expect(new OrderAttempt().inputFor('i-1', draftWith()).key).not.toBe(key);
    vi.useRealTimers();
  });

  it('lives in memory where storage is blocked, and ignores what it cannot read', () => {
    const blocked = () => {
      throw new Error('blocked');
    };
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked });
    const attempt = new OrderAttempt();
    const { key } = attempt.inputFor('i-1', draftWith());
    expect(attempt.inputFor('i-1', draftWith()).key).toBe(key);

    stubStorage().set('seatkit:order:i-1', '{"essence":1}');
    expect(new OrderAttempt().inputFor('i-1', draftWith()).key).toHaveLength(32);
  });
});
