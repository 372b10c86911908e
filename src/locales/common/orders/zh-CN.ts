import type { OrderStrings } from './strings.js';

// Apart, so that who needs these alone carries no more.
export const orderStatuses: OrderStrings['statuses'] = {
  pending: '待支付',
  paid: '已支付',
  cancelled: '已取消',
  lapsed: '已失效',
  replaced: '已改价',
  'refund-requested': '申请退款中',
  refunding: '退款中',
  refunded: '已退款',
  'refund-failed': '退款失败',
};

export const paymentMethods: OrderStrings['methods'] = {
  wechat: '微信支付',
  'bank-transfer': '对公转账',
};

export const orders: OrderStrings = {
  kinds: { new: '新购', renew: '续期', expand: '扩容' },
  statuses: orderStatuses,
  methods: paymentMethods,
  paymentStates: {
    creating: '正在创建',
    open: '等待付款',
    created: '等待转账',
    processing: '银行处理中',
    'bank-accepted': '银行已受理',
    succeeded: '已到账',
    closed: '已关闭',
    revoked: '已撤销',
  },
  invoiceTypes: { ordinary: '普通发票', special: '增值税专用发票' },
  invoiceStatuses: { requested: '已申请', mailed: '已寄出', sent: '已发送', cancelled: '已取消' },
  complaintCategories: {
    service: '服务问题',
    price: '价格问题',
    refund: '退款问题',
    invoice: '开票问题',
    'personal-data': '个人信息',
    other: '其他',
  },
  complaintStatuses: { filed: '已提交', answered: '已答复', closed: '已结束' },
  roles: {
    provider: '服务商',
    administrator: '企业管理员',
    member: '成员',
    operator: '平台',
    system: '系统',
  },
  events: {
    created: '创建订单',
    'payment-started': '发起付款',
    'payment-progressed': '付款有进展',
    'payment-closed': '付款已关闭',
    'transfer-confirmed': '确认转账到账',
    paid: '支付成功',
    'stray-payment': '收到多余款项',
    'stray-refunded': '多余款项已退回',
    cancelled: '取消订单',
    lapsed: '超时未支付，订单失效',
    replaced: '改价，由新订单代替',
    'refund-requested': '申请退款',
    'refund-rejected': '拒绝退款',
    'refund-approved': '同意退款',
    refunded: '退款到账',
    'refund-failed': '退款失败',
    'invoice-requested': '申请开票',
    'invoice-mailed': '发票已寄出',
    'invoice-sent': '发票已发送',
    'invoice-cancelled': '取消开票',
    'complaint-filed': '投诉服务商',
    'complaint-answered': '平台答复投诉',
    'complaint-closed': '投诉结束',
  },
  refundReasons: {
    'not-paid': () => '订单没有支付，不需要退款。',
    'too-late': ({ until }, format) =>
      `支付后 10 天内可以申请退款，已于 ${format.dateTime(until)} 截止。`,
    'invoice-requested': () => '已经申请开票，不能退款；取消开票后可以再试。',
    'not-newest': () => '之后还有已支付的订单，请先为最新一笔申请退款。',
    'order-pending': () => '有一笔待支付订单，请先支付或取消它。',
  },
};
