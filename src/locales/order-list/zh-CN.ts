import { base } from '../common/base/zh-CN.js';
import { checkoutErrors } from '../common/checkout-errors/zh-CN.js';
import {
  invoiceStatuses,
  orderKinds,
  orderStatuses,
  paymentMethods,
} from '../common/order-words/zh-CN.js';
import { cycles, gift, seats } from '../common/terms/zh-CN.js';
import type { OrderListStrings } from './strings.js';

const BY = {
  createdAt: '下单时间',
  amount: '金额',
  seats: '人数',
  status: '状态',
  kind: '类型',
} as const;

const DIRECTION = { ascending: '升序', descending: '降序' } as const;

/** 简体中文 */
export const strings: OrderListStrings = {
  common: base,
  errors: checkoutErrors,
  orders: { kinds: orderKinds, statuses: orderStatuses, methods: paymentMethods, invoiceStatuses },
  quotes: { seats, cycles, gift },

  label: '订单',
  columns: {
    date: '日期',
    number: '订单号',
    kind: '类型',
    seats: '人数',
    period: '时长',
    amount: '金额',
    method: '付款方式',
    status: '状态',
    actions: '操作',
  },
  sort: {
    label: '排序',
    option: (by, direction) => `${BY[by]}${DIRECTION[direction]}`,
    sorted: (by, direction) => `已按${BY[by]}${DIRECTION[direction]}排列`,
  },
  filters: {
    label: '筛选订单',
    search: '搜索订单号、应用、企业或下单人',
    statuses: '状态',
    kinds: '类型',
    methods: '付款方式',
    invoices: '开票',
    time: '下单时间',
    amount: '金额',
    noInvoice: '未申请',
    from: '开始日期',
    to: '结束日期',
    lastDays: (days, format) => `近 ${format.number(days)} 天`,
    since: (day) => `${day} 起`,
    until: (day) => `至 ${day}`,
    least: '最低金额',
    most: '最高金额',
    atLeast: (amount) => `${amount} 以上`,
    atMost: (amount) => `${amount} 以下`,
    active: (name, value) => `${name}：${value}`,
    clear: '清除',
    clearAll: '清除筛选',
    badAmount: '请填写金额，例如 1200.00。',
  },
  count: (count, format) => `共 ${format.number(count)} 笔订单`,
  shown: (shown, count, format) =>
    `已显示 ${format.number(shown)} 笔，共 ${format.number(count)} 笔`,
  totals: {
    label: '合计',
    payable: '应付合计',
    received: '已收合计',
    missing: '合计没有算出来，订单都在，可以照常处理。',
  },
  more: '加载更多',
  moreFailed: '后面的订单没有加载出来，上面的内容不受影响。',
  empty: {
    title: '还没有订单',
    text: '购买、续期或扩容后，订单会显示在这里。',
  },
  noMatch: {
    title: '没有符合条件的订单',
    text: '换个关键词，或放宽筛选条件再试。',
  },
  member: {
    title: '订单仅管理员可见',
    text: '订单包含价格和发票信息，只有企业管理员可以查看和处理。',
    next: '需要购买、续期或开票时，请联系企业管理员。',
  },
  whomToAsk: (names) => `可以联系：${names}`,
  filterFailed: {
    title: '没有筛选成功',
    text: '订单没有受到影响，筛选条件也还在。',
    next: '请检查网络后重试。',
  },

  tools: { columns: '列设置', print: '打印', export: '导出' },

  open: (orderId) => `查看详情：订单 ${orderId}`,
  menu: (orderId) => `订单 ${orderId} 的操作`,
  period: (from, to) => `${from} 至 ${to}`,
  until: (day) => `至 ${day}`,
  withGift: (term, gift) => `${term}，${gift}`,
  unchosen: '未选择',

  actions: {
    pay: '去支付',
    cancel: '取消订单',
    'request-invoice': '申请开票',
    'request-refund': '申请退款',
    'file-complaint': '投诉服务商',
    'decide-refund': '处理退款',
    'retry-refund': '重新退款',
    'mark-invoice': '处理开票',
    'lower-price': '改价',
    'answer-complaint': '答复投诉',
    'confirm-transfer': '确认到账',
    renew: '再次续期',
  },
  payHint: '这个页面没有付款入口，请到应用的购买页面完成支付，订单会为你保留到失效时间。',
  renewHint: '这个页面没有续期入口，请到应用的购买页面续期。',

  details: {
    open: '查看详情',
    app: '应用',
    customer: '企业',
    createdAt: '下单时间',
    createdBy: '下单人',
    paidAt: '支付时间',
    invoice: '发票',
    settledByCredit: '剩余价值全额抵扣',
    person: (name, role) => (name === '' ? role : `${name}（${role}）`),
  },
};
