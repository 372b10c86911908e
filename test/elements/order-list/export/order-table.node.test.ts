import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../src/contract/index.js';
import { FACTS } from '../../../../src/elements/order-list/columns/built-in.js';
import { allColumns } from '../../../../src/elements/order-list/columns/host-columns.js';
import {
  orderTable,
  type FileColumns,
} from '../../../../src/elements/order-list/export/order-table.js';
import { strings as en } from '../../../../src/locales/order-list/en.js';
import { strings as zh } from '../../../../src/locales/order-list/zh-CN.js';
import { strings as enTools } from '../../../../src/locales/order-tools/en.js';
import { strings as zhTools } from '../../../../src/locales/order-tools/zh-CN.js';
import { Format } from '../../../../src/ui/format.js';
import { order } from '../../../helpers/canned-shapes.js';

const SHANGHAI = new Format('zh-CN', 'Asia/Shanghai');

const EVERYTHING: FileColumns = { columns: FACTS, everything: true, several: false };

function tableOf(wanted: FileColumns = EVERYTHING, t = zh, format = SHANGHAI) {
  return orderTable({ t, tools: t === zh ? zhTools : enTools, format }, wanted);
}

/** What stands under a head. */
function cellOf(changed: Partial<Order>, head: string, t = zh, format = SHANGHAI) {
  const { heads, cells } = tableOf(EVERYTHING, t, format);
  return cells({ ...order, ...changed })[heads.indexOf(head)];
}

describe('the table of an export', () => {
  it('has a cell for each head, and no head twice', () => {
    for (const t of [zh, en]) {
      const { heads, cells } = tableOf(EVERYTHING, t);
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

  const team = { id: 'team', label: '团队', text: ({ id }: Order) => `=${id}` };
  const rate = { id: 'paid', label: '费率', text: () => '5 %' };
  const columns = allColumns([team, rate], () => undefined).filter(({ id }) => id !== 'actions');

  it('has the columns that are shown, in their order, and a currency beside each amount', () => {
    const shown = columns.filter(({ id }) => ['number', 'amount', 'date', 'team'].includes(id));
    const { heads, cells } = tableOf({ columns: shown, everything: false, several: false });
    expect(heads).toEqual(['下单时间（Asia/Shanghai）', '订单号', '金额', '币种', '团队']);
    expect(cells(order).slice(1)).toEqual([order.id, { figure: '9245.00' }, 'CNY', `=${order.id}`]);
  });

  it('names company and app where orders of several are listed', () => {
    const shown = columns.filter(({ id }) => ['number', 'kind'].includes(id));
    const { heads } = tableOf({ columns: shown, everything: false, several: true });
    expect(heads).toEqual(['订单号', '应用', '企业', '类型']);
  });

  it('ends with the columns of the host where it has everything, whatever they are called', () => {
    const { heads, cells } = tableOf({ columns, everything: true, several: true });
    expect(heads).toHaveLength(16);
    expect(heads.slice(-2)).toEqual(['团队', '费率']);
    expect(cells(order).slice(-2)).toEqual([`=${order.id}`, '5 %']);
  });
});
