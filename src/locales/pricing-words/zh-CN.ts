import type { PriceContext } from '../common/quotes/strings.js';
import { base } from '../common/base/zh-CN.js';
import { quotes } from '../common/quotes/zh-CN.js';
import { pricingEditor } from '../pricing-editor/zh-CN.js';
import type { PricingWordStrings } from './strings.js';

const seats = (count: number, { format }: PriceContext) => quotes.seats(count, format);
const money = (amount: number, { format, currency }: PriceContext) =>
  format.money(amount, currency);
const time = (count: number, { format, cycle }: PriceContext) =>
  quotes.cycles(count, cycle, format);

/** 简体中文 */
export const strings: PricingWordStrings = {
  common: base,

  warnings: {
    legend: (count, format) => `有 ${format.number(count)} 处可能不是本意`,
    none: '没有发现可疑的价格。',
    show: '定位',
    showIn: (place) => `定位到${place}`,
    texts: {
      'more-seats-cheaper': (warning, context) =>
        `${seats(warning.seats, context)}比 ${seats(warning.seats - 1, context)}便宜 ${money(warning.amountBefore - warning.amount, context)}：${time(warning.cycles, context)} ${money(warning.amount, context)}，少一人要 ${money(warning.amountBefore, context)}。`,
      'longer-term-cheaper': (warning, context) =>
        `买 ${time(warning.cycles, context)}比 ${time(warning.cyclesBefore, context)}总价还低 ${money(warning.amountBefore - warning.amount, context)}（${seats(warning.seats, context)}）。`,
      'longer-term-worse-rate': (warning, context) =>
        `买 ${time(warning.cycles, context)}平均每天比 ${time(warning.cyclesBefore, context)}更贵（${seats(warning.seats, context)}）。`,
      'tier-never-applies': (warning, context) =>
        `从 ${seats(warning.seats, context)}开始的这一级没有订单会用到。`,
      'step-never-applies': (warning, context) =>
        `买满 ${time(warning.cycles, context)}的这一档优惠不会起作用。`,
      'limit-never-applies': (warning, context) =>
        `${seats(warning.seats, context)}的人数限制不会起作用，或让任何人数都不能购买。`,
      'cap-reached': (warning, context) =>
        `从 ${seats(warning.seats, context)}开始，一个周期的价格都是最高价格 ${money(warning.amount, context)}。`,
      'cap-below-smallest-price': (warning, context) =>
        `最高价格 ${money(warning.amount, context)}低于最小的订单 ${money(warning.smallest, context)}，所有订单都按最高价格收。`,
      'price-zero': (warning, context) => `${seats(warning.seats, context)}的订单是 0 元。`,
    },
  },
  changes: {
    legend: (version, count, format) => `与版本 ${version} 的差异（${format.number(count)}）`,
    same: (version) => `与版本 ${version} 相同。`,
    what: '项目',
    before: '现在',
    after: '发布后',
    nothing: '没有',
    parts: {
      currency: '币种',
      trialDays: '试用时间',
      extraDays: '额外试用',
      cycle: '定价周期',
      rule: '定价方式',
      unitAmount: '固定单价',
      mode: '阶梯算法',
      tier: (place) => `第 ${place} 级`,
      tierUpTo: (place) => `第 ${place} 级的人数`,
      tierAmount: (place) => `第 ${place} 级的价格`,
      offer: '优惠',
      step: (place) => `第 ${place} 档优惠`,
      stepFrom: (place) => `第 ${place} 档的时长`,
      stepBenefit: (place) => `第 ${place} 档的优惠`,
      minSeats: '起售人数',
      maxSeats: '最多购买',
      cap: '最高价格',
      capPer: '最高价格的计算',
      expansion: '扩容方式',
    },
    tier: (tier, context) => {
      const upTo =
        tier.upTo === null
          ? strings.changes.openEnd
          : strings.changes.upTo(seats(tier.upTo, context));
      return 'flatAmount' in tier
        ? `${upTo}，${strings.changes.flat(money(tier.flatAmount, context))}`
        : `${upTo}，${strings.changes.unit(money(tier.unitAmount, context), quotes.cycleNames[context.cycle])}`;
    },
    rule: (rule, context) =>
      rule.type === 'per-seat'
        ? `固定单价，${strings.changes.unit(money(rule.unitAmount, context), quotes.cycleNames[context.cycle])}`
        : `阶梯定价，${pricingEditor.rule.modes[rule.mode]}，${context.format.number(rule.tiers.length)} 级`,
    offer: (offer, { format, cycle }) => {
      const steps =
        offer.type === 'discount'
          ? offer.steps.map(({ minCycles, payPercent }) =>
              strings.changes.step(
                quotes.cycles(minCycles, cycle, format),
                quotes.discount(payPercent, format),
              ),
            )
          : offer.steps.map(({ minCycles, days }) =>
              strings.changes.step(
                quotes.cycles(minCycles, cycle, format),
                quotes.gift(days, format),
              ),
            );
      return steps.join('，');
    },
    step: (from, benefit) => `满 ${from} ${benefit}`,
    flat: (amount) => `共 ${amount}`,
    unit: (amount, cycle) => `${amount} / 人 / ${cycle}`,
    upTo: (count) => `到 ${count}`,
    openEnd: '不限人数',
    cap: (amount, per) => `${amount}，${per}`,
  },
};
