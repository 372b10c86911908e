import { base } from '../common/base/zh-CN.js';
import { errors } from '../common/errors/zh-CN.js';
import { quotes } from '../common/quotes/zh-CN.js';
import type { IssueLimits, PricingEditorStrings } from './strings.js';

export const pricingEditor: PricingEditorStrings = {
  common: base,
  errors,
  quotes,

  title: '定价策略',
  empty: {
    provider: {
      title: '还没有定价策略',
      text: '填写下面的内容并发布后，客户才能试用和购买。',
      next: '先定试用时间和价格，其余都可以留空。',
    },
    others: {
      title: '还没有定价策略',
      text: '服务商还没有为这个应用定价。',
      next: '发布后会显示在这里。',
    },
  },
  readOnly: {
    title: '仅可查看',
    text: '定价策略只有服务商可以修改，当前账号没有权限。',
    next: '需要调整时请联系服务商。',
  },

  checklist: {
    label: '上线准备',
    merchantAccount: '商户号',
    authorization: '企业授权',
    policy: '定价策略',
    submission: '提交上线',
    launch: '上线',
    done: '已完成',
    open: '待完成',
    waiting: '尚未开始',
    version: (version) => `版本 ${version}`,
    submit: '提交上线',
    launchNow: '上线…',
    submitted: '已提交上线。',
    launched: (trialEnd) => `已上线，试用到 ${trialEnd}。`,
  },

  trial: {
    legend: '试用',
    days: { label: '试用时间', help: '从上线开始，1–60 天。' },
    extra: '允许额外试用',
    extraDays: { label: '额外试用', help: '试用结束后由管理员申请一次，两段合计不超过 60 天。' },
    unit: '天',
    launched: '应用已上线，试用按上线时的版本执行，这里的修改不影响它。',
  },
  cycle: {
    legend: '定价周期',
    options: { year: '按年', month: '按月' },
    hints: { year: '365 天', month: '31 天' },
  },
  rule: {
    legend: '定价',
    perSeat: '固定单价',
    tiered: '阶梯定价',
    unitAmount: (cycle) => `每人每${cycle}`,
    modeLegend: '阶梯算法',
    modes: { volume: '按总人数', graduated: '分段累计' },
    modeHelp: {
      volume: '总人数落在哪一级，全部人数都按那一级计价。',
      graduated: '每一级只给本级的人数计价，再相加。',
    },
  },
  tiers: {
    seats: '人数',
    kind: '方式',
    price: '价格',
    flat: '固定价格',
    unit: '每人单价',
    add: '添加一级',
    row: (place) => `第 ${place} 级`,
    upTo: (place) => `第 ${place} 级到多少人，留空为不限`,
    priced: (place) => `第 ${place} 级的计价方式`,
    amount: (place) => `第 ${place} 级的价格`,
    remove: (place) => `删除第 ${place} 级`,
    open: '不限',
    added: (place) => `已添加第 ${place} 级。`,
    removed: (place) => `已删除第 ${place} 级。`,
  },
  offer: {
    legend: '优惠',
    none: '没有优惠',
    discount: '价格折扣',
    gift: '赠送时长',
    from: '买满',
    pay: '实付',
    give: '赠送',
    limitDiscount: '填实付的百分比：90 表示付 90%，即 9 折，最低 70（7 折）。也可以直接填 9折。',
    limitGift: '赠送不超过所买时长的 35%。',
    most: (days) => `最多 ${days}`,
    add: '添加一档',
    row: (place) => `第 ${place} 档`,
    minCycles: (place) => `第 ${place} 档买满多久`,
    percent: (place) => `第 ${place} 档实付百分比`,
    days: (place) => `第 ${place} 档赠送天数`,
    remove: (place) => `删除第 ${place} 档`,
    added: (place) => `已添加第 ${place} 档。`,
    removed: (place) => `已删除第 ${place} 档。`,
  },
  limits: {
    legend: '购买人数',
    min: '起售人数',
    max: '最多购买',
    help: '超出范围不能下单，留空为不限。',
  },
  cap: {
    legend: '最高价格',
    amount: { label: '最高价格', help: '优惠之后仍高于它时，按它收。留空为不限。' },
    perLegend: '最高价格的计算',
    per: { order: '每笔订单', cycle: '每个周期' },
  },
  expansion: {
    legend: '扩容方式',
    options: { 'new-term': '重新计时', 'co-term': '到期时间不变' },
    help: {
      'new-term': '全部人数重新购买一段时长，剩余价值抵扣价格。',
      'co-term': '按剩余天数补差价，原来的到期时间不变。',
    },
  },
  currency: { label: '币种', help: '例如 CNY、HKD、USD。' },

  sample: {
    unitSeats: '人',
  },
  place: (index, format) => format.number(index + 1),

  issues: {
    count: (count, format) => `有 ${format.number(count)} 处需要修改`,
    go: '去修改',
    text: issueText,
    percent: (min, max) => `填实付百分比，${min} 到 ${max}。9 折填 90，最低 7 折填 70。`,
    gift: (max) => `赠送不能超过所买时长的 35%，这一档最多 ${max} 天。`,
    tiers: (max) => `阶梯最多 ${max} 级。`,
    steps: (max) => `优惠最多 ${max} 档。`,
    stepsEmpty: '还没有任何一档优惠，请添加，或选择没有优惠。',
    tiersEmpty: '还没有任何一级，请添加，或改用固定单价。',
  },

  footer: {
    saved: '草稿已保存在本机',
    unsaved: '浏览器不允许保存，离开页面会丢失草稿',
    found: '已找回上次的草稿',
    clean: (version) => `与已发布的版本 ${version} 相同`,
    unchanged: '还没有修改',
    invalid: (count, format) => `${format.number(count)} 处需要修改`,
    undo: '撤销修改',
    recover: '找回修改',
    undone: '已撤销修改，可以找回。',
    recovered: '已找回修改。',
    publish: (version) => `检查并发布 v${version}`,
  },
  review: {
    published: (version) => `已发布版本 ${version}。`,
    nothing: (version) => `与版本 ${version} 相同，没有可发布的修改。`,
  },
};

function issueText(
  code: Parameters<PricingEditorStrings['issues']['text']>[0],
  limits: IssueLimits,
): string {
  const { min, max, digits } = limits;
  switch (code) {
    case 'empty':
    case 'missing':
      return '请填写。';
    case 'not-amount':
      return '请用数字填写金额，例如 1,200 或 1200.50。';
    case 'too-many-decimals':
      return digits === 0 ? '这个币种没有小数。' : `最多 ${digits} 位小数。`;
    case 'out-of-range':
      if (min !== null && max !== null) return `需要在 ${min} 到 ${max} 之间。`;
      if (min !== null) return `不能小于 ${min}。`;
      return max === null ? '不在允许的范围内。' : `不能大于 ${max}。`;
    case 'not-rising':
      return min === null ? '需要大于上一行。' : `需要大于上一行，至少 ${min}。`;
    case 'both-amounts':
      return '固定价格和每人单价只能选一种。';
    case 'no-amount':
      return '请填写价格。';
    case 'open-tier-not-last':
      return '只有最后一级可以不限人数。';
    case 'trial-too-long':
      return `试用和额外试用合计不能超过 ${max ?? '60'} 天。`;
    case 'min-above-max':
      return '起售人数不能大于最多购买。';
    case 'unknown-currency':
      return '没有这个币种，请填写三个字母的代码，例如 CNY。';
    case 'unknown-key':
    case 'wrong-type':
      return '这一项无法识别，请重新填写。';
    default:
      return quotes.countFaults[code];
  }
}
