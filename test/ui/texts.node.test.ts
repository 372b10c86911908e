import { describe, expect, it } from 'vitest';
import { BackendError } from '../../src/contract/errors.js';
import type { BackendErrorReason } from '../../src/contract/errors.js';
import { errors } from '../../src/locales/common/errors/zh-CN.js';
import { quotes as enQuotes } from '../../src/locales/common/quotes/en.js';
import { quotes as zhQuotes } from '../../src/locales/common/quotes/zh-CN.js';
import { orders } from '../../src/locales/common/orders/zh-CN.js';
import { Format } from '../../src/ui/format.js';
import { errorText, lineText, sentence, violationText } from '../../src/ui/texts.js';

const zh = { format: new Format('zh-CN', 'UTC'), currency: 'CNY', cycle: 'year' } as const;
const en = { format: new Format('en', 'UTC'), currency: 'CNY', cycle: 'year' } as const;

describe('errorText', () => {
  it('goes by the reason where there is one', () => {
    const error = new BackendError('conflict', { reason: 'order-pending' });
    expect(errorText(errors, error)).toBe(errors.reasons['order-pending']);
  });

  it('goes by the code otherwise, also for a reason it has no words for', () => {
    expect(errorText(errors, new BackendError('network'))).toBe(errors.codes.network);
    const reason = 'of a later version' as BackendErrorReason;
    expect(errorText(errors, new BackendError('conflict', { reason }))).toBe(errors.codes.conflict);
  });
});

describe('lineText', () => {
  it('explains a list price with its operands', () => {
    const line = {
      code: 'list',
      amount: 720_000,
      seats: 30,
      cycles: 2,
      parts: [{ seats: 30, unitAmount: 12_000 }],
    } as const;
    expect(lineText(zhQuotes, { ...line, parts: [...line.parts] }, zh)).toEqual({
      label: '标准价',
      operands: ['30 人 × ¥120.00 × 2 年'],
    });
    expect(lineText(enQuotes, { ...line, parts: [...line.parts] }, en).operands).toEqual([
      '30 seats × ¥120.00 × 2 years',
    ]);
  });

  it('gives one operand for each tier of a graduated price', () => {
    const line = {
      code: 'list' as const,
      amount: 590_000,
      seats: 60,
      cycles: 1,
      parts: [
        { seats: 50, flatAmount: 500_000 },
        { seats: 10, unitAmount: 9_000 },
      ],
    };
    expect(lineText(zhQuotes, line, zh).operands).toEqual([
      '50 人共 ¥5,000.00 × 1 年',
      '10 人 × ¥90.00 × 1 年',
    ]);
  });

  it('shows how a credit came about', () => {
    const line = {
      code: 'credit' as const,
      amount: -27_397,
      orderId: 'o1',
      value: 100_000,
      remainingDays: 100,
      days: 365,
    };
    expect(lineText(zhQuotes, line, zh)).toEqual({
      label: '剩余价值抵扣',
      operands: ['¥1,000.00 × 100/365 天'],
    });
  });

  it('names discounts as people say them', () => {
    const said = (payPercent: number) => zhQuotes.discount(payPercent, zh.format);
    expect([90, 85, 87.5, 70, 100].map(said)).toEqual(['9折', '85折', '8.75折', '7折', '10折']);
    expect(enQuotes.discount(87.55, en.format)).toBe('12.45% off');
  });
});

describe('violationText', () => {
  it('carries the limit', () => {
    expect(violationText(zhQuotes, { code: 'seats-below-minimum', min: 5 }, zh)).toBe(
      '最少购买 5 人。',
    );
    expect(violationText(enQuotes, { code: 'seats-above-maximum', max: 1000 }, en)).toBe(
      'The largest order is 1,000 seats.',
    );
    expect(
      violationText(zhQuotes, { code: 'already-active', endsAt: '2028-02-29T00:00:00.000Z' }, zh),
    ).toContain('2028-02-29');
  });
});

describe('sentence', () => {
  it('finds the text of a case by its code', () => {
    const reason = { code: 'too-late', until: '2026-03-01T08:00:00.000Z' } as const;
    expect(sentence(orders.refundReasons, reason, zh.format)).toContain('2026-03-01 08:00');
  });
});
