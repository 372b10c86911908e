import { checkoutErrors } from '../common/checkout-errors/zh-CN.js';
import { paymentMethods } from '../common/order-words/zh-CN.js';
import { quotes } from '../common/quotes/zh-CN.js';
import { base } from '../common/base/zh-CN.js';
import type { PurchaseFormStrings } from './strings.js';

const KIND = { new: '购买', renew: '续期', expand: '扩容' } as const;

/** 简体中文 */
export const strings: PurchaseFormStrings = {
  common: base,
  errors: checkoutErrors,
  methods: paymentMethods,
  quotes,

  title: (kind, app) => `${KIND[kind]} · ${app}`,
  heading: KIND,
  kindLegend: '订单类型',

  seats: {
    label: '人数',
    unit: '人',
    decrease: '减少人数',
    increase: '增加人数',
    presets: '常用人数',
    between: (min, max) => `可购 ${min}–${max} 人`,
    atLeast: (min) => `${min} 人起`,
    change: (now, after) => `现在 ${now} → ${after}`,
  },
  tiers: {
    summary: '查看阶梯价格',
    cheaper: (range, price) => `${range}，人均更低：${price}，查看阶梯价格`,
    next: {
      volume: (from, price) => `满 ${from} 人：${price}，查看阶梯价格`,
      graduated: (from, price) => `第 ${from} 人起：${price}，查看阶梯价格`,
    },
    seats: '人数',
    price: { year: '每年价格', month: '每月价格' },
    between: (from, to) => `${from}–${to} 人`,
    from: (from) => `${from} 人及以上`,
    unit: (price) => `${price} / 人`,
    flat: (price) => `${price}（整档固定）`,
    volume: '按总人数所在的档位计价。',
    graduated: '各档内的人数分别计价，再相加。',
    current: '当前档位',
  },
  term: {
    label: '时长',
    other: '其他时长',
    otherHelp: (most) => `最长 ${most}`,
    unit: { year: '年', month: '个月' },
    saves: (amount) => `省 ${amount}`,
    perSeatDay: (price) => `${price}/人/天`,
    until: (end) => `至 ${end}`,
  },
  advice: {
    cheaper: (seats, amount) => `买 ${seats}反而更便宜，价格低 ${amount}。`,
    same: (seats) => `同样的价格最多可以买 ${seats}。`,
    longer: (term, perSeatDay) => `买 ${term}更划算，每人每天 ${perSeatDay}。`,
    take: (to) => `改为 ${to}`,
    renew: '改为续期',
  },
  end: {
    label: '到期',
    change: (now, after) => `${now} → ${after}`,
    now: '现在',
    after: '下单后',
    left: (days) => `还有 ${days}`,
    later: (now, from, after) => `${now}，${from} 起 ${after}`,
    paid: {
      renew: (days, from) => `已付款的时间不变，新的 ${days}从 ${from} 接着计算。`,
      newTerm: (worth) => `从付款起重新计时；已付款的剩余时间价值 ${worth}，用来抵扣本次价格。`,
      coTerm: (worth) =>
        `到期时间不变，只补剩余时间的差价；已付款的剩余时间价值 ${worth}，用来抵扣。`,
      ended: (date) => `之前购买的时间已于 ${date} 结束，新的时间从付款成功起算。`,
    },
    estimate: '按现在付款估算，实际从付款成功时起算。',
    givesUpTrial: '付款成功后立即开始；如有剩余的试用时间，不再保留。',
  },
  summary: {
    show: '展开明细',
    hide: '收起明细',
    none: '填写有效的人数和时长后显示价格。',
    pay: (amount) => `支付 ${amount}`,
    settle: (amount) => `确认下单，支付 ${amount}`,
    segment: (seats, end) => `${seats}，至 ${end}`,
    announce: (amount, end) => `应付 ${amount}，到期 ${end}`,
    announceNone: '当前填写的内容无法下单，请查看提示。',
  },
  forfeit: {
    credit: (amount) => `我知道：${amount} 的剩余价值超出本次价格，将作废且不退还。`,
    earlier: (days, end, format) =>
      `我知道：服务将于 ${end} 到期，比原来提前 ${format.number(days)} 天。`,
    both: (amount, days, end, format) =>
      `我知道：${amount} 的剩余价值超出本次价格，将作废且不退还；服务将于 ${end} 到期，比原来提前 ${format.number(days)} 天。`,
    required: '请勾选确认后再付款。',
  },
  method: {
    legend: '付款',
    hint: {
      wechat: '用手机微信扫码付款，即时到账',
      'bank-transfer': '网银转账，通常需要几小时到几天',
    },
    phoneHint: {
      wallet: '在当前应用内用微信支付付款',
      redirect: '将跳转到微信付款，完成后返回本页',
    },
  },
  repriced: {
    title: '服务商更新了定价',
    text: '价格已按新的定价重新计算，你填写的内容没有变化。',
    dismiss: '知道了',
  },

  payment: {
    title: '付款',
    starting: '正在发起付款…',
    notLoaded: {
      title: '付款页面没有加载出来',
      text: '订单已保留，还没有扣款。',
      next: '请检查网络后重试。',
    },
  },

  obstacle: {
    member: {
      title: '需要管理员来购买',
      text: '成员账号不能下单。',
      ask: (people) => `请联系企业管理员：${people}`,
    },
    notBuyer: {
      title: '当前账号不能购买',
      text: '只有客户企业的管理员可以下单。请用管理员账号登录后再试。',
    },
    noPolicy: (provider) => ({
      title: '还没有定价',
      text: `${provider} 还没有发布这个应用的价格。请联系服务商，发布后即可购买。`,
    }),
    notLaunched: (provider) => ({
      title: '应用还没有上线',
      text: `上线后才能购买。请联系 ${provider} 了解上线时间。`,
    }),
    refundUnderWay: (order) => ({
      title: '有订单正在退款',
      text: `订单 ${order} 的退款结束前，不能下新的订单。进度可以在订单列表中查看。`,
    }),
    check: '重新检查',
  },
};
