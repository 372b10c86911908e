import { describe, expect, it } from 'vitest';
import {
  lapsesAt,
  refundableUntil,
  refundDecisionDueAt,
} from '../../../src/domain/orders/deadlines.js';

const createdAt = '2026-03-01T08:00:00.000Z';
const pending = { kind: 'new', createdAt, quotedAt: createdAt, method: 'wechat' } as const;

describe('lapsesAt', () => {
  it('gives a wallet two hours, a bank transfer ten days', () => {
    expect(lapsesAt(pending, [])).toBe('2026-03-01T10:00:00.000Z');
    expect(lapsesAt({ ...pending, method: null }, [])).toBe('2026-03-01T10:00:00.000Z');
    expect(lapsesAt({ ...pending, method: 'bank-transfer' }, [])).toBe('2026-03-11T08:00:00.000Z');
  });

  it('ends an expansion with the first segment it credits', () => {
    const segments = [
      { endsAt: '2026-03-09T00:00:00.000Z' },
      { endsAt: '2026-03-05T00:00:00.000Z' },
      { endsAt: '2026-02-01T00:00:00.000Z' },
    ];
    const expansion = { ...pending, kind: 'expand', method: 'bank-transfer' } as const;
    expect(lapsesAt(expansion, segments)).toBe('2026-03-05T00:00:00.000Z');
    expect(lapsesAt({ ...expansion, method: 'wechat' }, segments)).toBe('2026-03-01T10:00:00.000Z');
    expect(lapsesAt({ ...expansion, kind: 'renew' }, segments)).toBe('2026-03-11T08:00:00.000Z');
  });

  it('knows what is credited by the instant of the quote', () => {
    const endsAt = '2026-03-01T07:59:59.999Z';
    const expansion = { ...pending, kind: 'expand', quotedAt: '2026-03-01T07:59:00.000Z' } as const;
    expect(lapsesAt(expansion, [{ endsAt }])).toBe(endsAt);
    expect(lapsesAt({ ...expansion, quotedAt: endsAt }, [{ endsAt }])).toBe(
      '2026-03-01T10:00:00.000Z',
    );
  });
});

describe('refund deadlines', () => {
  it('are ten days to ask and seven to answer', () => {
    expect(refundableUntil(createdAt)).toBe('2026-03-11T08:00:00.000Z');
    expect(refundDecisionDueAt(createdAt)).toBe('2026-03-08T08:00:00.000Z');
  });
});
