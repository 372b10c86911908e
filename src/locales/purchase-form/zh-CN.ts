import { checkoutErrors } from '../common/checkout-errors/zh-CN.js';
import { orderStatuses, paymentMethods } from '../common/orders/zh-CN.js';
import { quotes } from '../common/quotes/zh-CN.js';
import { base } from '../common/base/zh-CN.js';
import type { PurchaseFormStrings } from './strings.js';

const KIND = { new: '购买', renew: '续期', expand: '扩容' } as const;

/** 简体中文 */
export const strings: PurchaseFormStrings = {
  common: base,
  errors: checkoutErrors,
  orders: { statuses: orderStatuses, methods: paymentMethods },
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
    cheaper: (range) => `${range}单价更低，查看阶梯价格`,
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
    same: (end) => `${end}（不变）`,
    estimate: '按现在付款估算，实际从付款成功时起算。',
    givesUpTrial: '付款成功后立即开始；如有剩余的试用时间，不再保留。',
  },
  summary: {
    show: '展开明细',
    hide: '收起明细',
    none: '填写有效的人数和时长后显示价格。',
    pay: (amount) => `支付 ${amount}`,
    settle: (amount) => `确认下单，支付 ${amount}`,
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
  changed: {
    title: '价格有变化，请再确认一次',
    text: '还没有下单，也没有扣款。这是最新的价格：',
    before: '原来',
    after: '现在',
    end: '到期',
    confirm: (amount) => `按 ${amount} 下单`,
    back: '返回修改',
  },

  payment: {
    title: '付款',
    order: '订单号',
    amount: '应付',
    what: (kind, seats, end) => `${kind} · ${seats} · 到期 ${end}`,
    payBefore: (time) => `请在 ${time} 前付款，逾期订单会自动关闭。`,
    resumed: '这个订单还没有付款，可以继续。',
    conflict: '已有一个待付款的订单。请先完成或取消它，再下新的订单；你填写的内容已保留。',
    lowered: (before, after) => `服务商已将价格从 ${before} 调整为 ${after}。`,
    start: (amount) => `支付 ${amount}`,
    starting: '正在发起付款…',
    notLoaded: {
      title: '付款页面没有加载出来',
      text: '订单已保留，还没有扣款。',
      next: '请检查网络后重试。',
    },
    waiting: '等待付款。付款后本页会自动更新。',
    checking: '正在查询付款结果…',
    check: '我已付款，立即查询',
    unknown: '暂时查不到付款结果。如果已经付款，请不要重复支付；我们会继续查询。',
    unsafeUrl: '付款链接不安全，没有打开。请换一种付款方式，或联系服务商。',
    simulate: '模拟支付',
    newWindow: '在新窗口打开',
  },
  qr: {
    name: (amount) => `微信支付二维码，金额 ${amount}`,
    how: '打开手机微信，用“扫一扫”付款',
    drawing: '正在生成二维码…',
    undrawable: '二维码没有显示出来，请重试。',
    remaining: '二维码有效时间',
    expired: '二维码已过期',
    renew: '获取新的二维码',
  },
  wallet: {
    opening: '正在打开微信支付…',
    confirming: '正在确认付款结果，请稍候…',
    cancelled: '付款窗口已关闭。订单已保留，可以再次付款。',
    failed: '微信支付没有完成。请先等待查询结果，再决定是否重新付款。',
    absent: '没有连接到微信支付。请在微信或企业微信中打开本页。',
    again: (amount) => `再次支付 ${amount}`,
  },
  leave: {
    authorize: '需要先到微信确认付款人身份，完成后会回到本页。',
    redirect: '将前往微信付款，完成后会回到本页。',
    go: '前往微信',
    returned: '如果已经付款，本页会自动更新；如果没有，可以再次前往。',
  },
  transfer: {
    how: '请用企业网银向下面的账户转账，金额和附言须完全一致。',
    accountName: '户名',
    accountNumber: '账号',
    bankName: '开户行',
    reference: '附言',
    referenceHelp: '转账时务必填写，用于匹配订单。',
    amount: (currency) => `金额（${currency}）`,
    steps: {
      created: '等待转账',
      processing: '转账处理中',
      'bank-accepted': '银行已受理',
      succeeded: '已到账',
    },
    progress: '转账进度',
    days: '到账可能需要几小时到几天。可以关闭本页，之后再回来查看。',
    barred: '转账已在处理中，期间不能取消订单或更换付款方式。',
  },
  out: {
    switchTo: { wechat: '改用微信支付', 'bank-transfer': '改用对公转账' },
    back: '返回修改',
    cancel: '取消订单',
  },
  cancel: {
    title: '取消这个订单？',
    text: '取消前会先向支付渠道查询：如果款项已经付出，订单会按已付款处理。你填写的内容会保留。',
    confirm: '取消订单',
    confirmBack: '取消订单并返回修改',
    keep: '继续付款',
  },

  done: {
    title: { new: '购买成功', renew: '续期成功', expand: '扩容成功' },
    text: (app) => `${app} 已可按新的人数和时间使用。`,
    receipt: '订单摘要',
    seats: '人数',
    until: '到期',
    paid: '实付',
    credit: '剩余价值抵扣',
    order: '订单号',
    paidAt: '付款时间',
    settled: '剩余价值已全额抵扣，无需付款。',
    again: '再下一单',
  },
  ended: {
    lapsed: {
      title: '订单已超时关闭',
      text: '在规定时间内没有收到付款。如果之后有款项到账，会自动原路退回。',
    },
    cancelled: {
      title: '订单已取消',
      text: '如果之后有款项到账，会自动原路退回。',
    },
    replaced: {
      title: '订单已由新订单替代',
      text: '服务商调整了价格，请使用新的订单付款。',
    },
    refund: (status) => ({
      title: `订单${status}`,
      text: '退款结束前不能下新的订单。进度可以在订单列表中查看。',
    }),
    again: '重新购买',
    kept: '你填写的人数和时长已保留。',
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
