import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/contract/index.js';
import { orderTable } from '../../../../src/elements/order-list/export/order-cells.js';
import { strings as en } from '../../../../src/locales/order-list/en.js';
import { strings as zh } from '../../../../src/locales/order-list/zh-CN.js';
import { Format } from '../../../../src/ui/format.js';
import { order } from '../../../helpers/canned-shapes.js';

const SHANGHAI = new Format('zh-CN', 'Asia/Shanghai');

/** What stands under a head. */
function cellOf(changed: Partial<Order>, head: string, t = zh, format = SHANGHAI) {
  const { heads, cells } = orderTable({ t, format });
  return cells({ ...order, ...changed })[heads.indexOf(head)];
}

describe('the table of an export', () => {
  it('has a cell for each head, and no head twice', () => {
    for (const t of [zh, en]) {
      const { heads, cells } = orderTable({ t, format: SHANGHAI });
      expect(new Set(heads).size).toBe(heads.length);
      expect(cells(order)).toHaveLength(heads.length);
    }
  });

  it('prints amounts in major units with the decimals of their currency', () => {
    const amount = (payable: number, currency: string) =>
      cellOf({ currency, quote: { ...order.quote, payable } }, '金额');
    expect(amount(924_500, 'CNY')).toEqual({ figure: '9245.00' });
    expect(amount(1, 'CNY')).toEqual({ figure: '0.01' });
    expect(amount(924_500, 'JPY')).toEqual({ figure: '924500' });
    expect(amount(-924_500, 'KWD')).toEqual({ figure: '-924.500' });
    expect(cellOf({ currency: 'JPY' }, '币种')).toBe('JPY');
  });

  it('prints instants by the clock of the zone its head names', () => {
    const createdAt = '2026-12-31T16:05:09.123Z';
    expect(cellOf({ createdAt }, '下单时间（Asia/Shanghai）')).toBe('2027-01-01 00:05:09');
    const newYork = new Format('en', 'America/New_York');
    expect(cellOf({ createdAt }, 'Ordered (America/New_York)', en, newYork)).toBe(
      '2026-12-31 11:05:09',
    );
    expect(cellOf({ paidAt: null }, 'Paid (America/New_York)', en, newYork)).toBe('');
  });

  it('uses the words of the language, or those of the backend it does not know', () => {
    const changed: Partial<Order> = { kind: 'expand', status: 'pending', method: 'bank-transfer' };
    expect(cellOf(changed, '类型')).toBe('扩容');
    expect(cellOf(changed, '状态')).toBe('待支付');
    expect(cellOf({ ...changed, settledByCredit: false }, '付款方式')).toBe('对公转账');
    expect(cellOf(changed, 'State', en)).toBe(en.orders.statuses.pending);
    expect(cellOf({ status: 'frozen' as never }, '状态')).toBe('frozen');
    expect(cellOf({ invoice: null }, zh.details.invoice)).toBe('未申请');
  });
});
