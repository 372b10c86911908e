import type { OrderStrings } from '../orders/strings.js';

// A file of their own, so that who needs these alone carries no more.
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

export const orderKinds: OrderStrings['kinds'] = { new: '新购', renew: '续期', expand: '扩容' };

export const invoiceStatuses: OrderStrings['invoiceStatuses'] = {
  requested: '已申请',
  mailed: '已寄出',
  sent: '已发送',
  cancelled: '已取消',
};
