import { cycles, days, gift, seats } from '../terms/zh-CN.js';
import type { QuoteStrings } from './strings.js';

export const quotes: QuoteStrings = {
  seats,
  cycles,
  days,
  // 85 折 is said for 85 %, 9 折 for 90 %, 8.75 折 for 87.5 %.
  discount: (payPercent, format) =>
    Number.isInteger(payPercent) && payPercent % 10 !== 0
      ? `${format.number(payPercent)}折`
      : `${format.number(payPercent / 10)}折`,
  gift,
  cycleNames: { year: '年', month: '月' },
  due: '应付',
  breakdown: '费用明细',
  lines: {
    list: () => '标准价',
    prorated: () => '剩余时间补差',
    discount: ({ minCycles, payPercent }, { cycle, format }) =>
      `${quotes.cycles(minCycles, cycle, format)} ${quotes.discount(payPercent, format)}`,
    cap: ({ cap }, { currency, format }) => `最高价格 ${format.money(cap, currency)}`,
    credit: () => '剩余价值抵扣',
    'credit-limit': () => '抵扣以价格为限',
    adjustment: () => '服务商改价',
  },
  part: (part, cycles, { cycle, currency, format }) => {
    const seats = quotes.seats(part.seats, format);
    const time = quotes.cycles(cycles, cycle, format);
    return 'unitAmount' in part
      ? `${seats} × ${format.money(part.unitAmount, currency)} × ${time}`
      : `${seats}共 ${format.money(part.flatAmount, currency)} × ${time}`;
  },
  share: (amount, days, ofDays, { currency, format }) =>
    `${format.money(amount, currency)} × ${format.number(days)}/${format.number(ofDays)} 天`,
  violations: {
    'not-integer': ({ field }) => (field === 'seats' ? '人数需要填写整数。' : '时长需要填写整数。'),
    'seats-out-of-range': ({ min, max }, { format }) =>
      `人数需要在 ${format.number(min)} 到 ${format.number(max)} 之间。`,
    'seats-below-minimum': ({ min }, { format }) => `最少购买 ${quotes.seats(min, format)}。`,
    'seats-above-maximum': ({ max }, { format }) => `最多购买 ${quotes.seats(max, format)}。`,
    'seats-outside-tiers': ({ max }, { format }) =>
      `当前定价最多到 ${quotes.seats(max, format)}，更多人数请联系服务商。`,
    'seats-not-increased': ({ min }, { format }) =>
      `扩容后的总人数需要多于现在，至少 ${quotes.seats(min, format)}。`,
    'cycles-out-of-range': ({ min, max }, { cycle, format }) =>
      `时长需要在 ${quotes.cycles(min, cycle, format)}到 ${quotes.cycles(max, cycle, format)}之间。`,
    'amount-out-of-range': ({ max }, { currency, format }) =>
      `订单金额超过 ${format.money(max, currency)}，请减少人数或时长。`,
    'already-active': ({ endsAt }, { format }) =>
      `已购买到 ${format.date(endsAt)}，可以续期或扩容。`,
    'nothing-to-expand': () => '现在没有使用中的时长，请先购买，再扩容。',
    'nothing-to-renew': () => '还没有购买过，请先购买。',
    'cycle-changed': ({ cycle }) =>
      `之前按${quotes.cycleNames[cycle]}购买，现在的定价周期不同，不能按原到期时间扩容，请联系服务商。`,
    'not-launched': () => '应用上线后才能购买。',
    'no-policy': () => '服务商发布定价策略后才能购买。',
  },
  countFaults: {
    empty: '请填写数字。',
    'not-number': '请用数字填写，例如 30。',
    'not-integer': '请填写整数，例如 30。',
    negative: '不能小于零。',
    'too-large': '数字太大了。',
  },
};
