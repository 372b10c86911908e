import { checkoutErrors } from '../checkout-errors/zh-CN.js';
import type { ErrorStrings } from './strings.js';

export const errors: ErrorStrings = {
  codes: {
    ...checkoutErrors.codes,
    'policy-changed': {
      title: '定价策略已被更新',
      text: '有人在你编辑时发布了新版本，你的草稿没有丢失。',
      next: '请对照新版本检查后再发布。',
    },
  },
  reasons: {
    ...checkoutErrors.reasons,
    'merchant-account-missing': {
      title: '商户号还没有开通',
      text: '开通之前不能发布定价策略，草稿没有丢失。',
      next: '请先开通商户号。',
    },
    'not-authorized': {
      title: '企业还没有授权',
      text: '授权之前不能发布定价策略，草稿没有丢失。',
      next: '请先让企业授权应用。',
    },
    'not-submitted': {
      title: '应用还没有提交上线',
      text: '提交之前不能上线，没有改动任何数据。',
      next: '请先提交上线。',
    },
    'already-submitted': {
      title: '应用已经提交过',
      text: '不需要重复提交，没有改动任何数据。',
      next: '请刷新查看进度。',
    },
    'already-launched': {
      title: '应用已经上线',
      text: '不需要重复上线，没有改动任何数据。',
      next: '请刷新查看。',
    },
    'extra-trial-unavailable': {
      title: '不能开始额外试用',
      text: '额外试用只能在试用结束后、购买之前使用一次。',
      next: '可以直接购买，继续使用。',
    },
    'refund-ineligible': {
      title: '这笔订单不能退款',
      text: '它不符合退款条件，订单没有变化。',
      next: '请查看原因，或联系服务商。',
    },
    'refund-not-requested': {
      title: '没有待处理的退款',
      text: '退款可能已由别人处理，订单没有变化。',
      next: '请刷新查看订单。',
    },
    'invoice-exists': {
      title: '已经申请过开票',
      text: '每笔订单只能开票一次，没有重复申请。',
      next: '请查看开票进度。',
    },
    'invoice-not-allowed': {
      title: '这笔订单不能开票',
      text: '只有已支付且金额大于零的订单可以开票，没有改动任何数据。',
      next: '请查看订单状态。',
    },
    'complaint-open': {
      title: '已有一条未结束的投诉',
      text: '平台还在处理上一条投诉，没有重复提交。',
      next: '请等待答复。',
    },
    'no-open-complaint': {
      title: '没有待处理的投诉',
      text: '投诉可能已由别人处理，没有改动任何数据。',
      next: '请刷新查看订单。',
    },
    'no-transfer-to-confirm': {
      title: '这笔付款不需要确认到账',
      text: '银行会自动通知这笔转账的结果，没有改动任何数据。',
      next: '请刷新查看订单。',
    },
    'transaction-recorded': {
      title: '这笔交易已记在另一笔订单上',
      text: '同一笔款项只能确认一次，两笔订单都没有变化。',
      next: '请核对交易流水号。',
    },
    'currency-in-use': {
      title: '现在不能更换币种',
      text: '仍有已购时长或订单按原币种计价。没有发布，草稿已保留。',
      next: '请保留原币种，或等这些时长结束后再更换。',
    },
    'price-not-lower': {
      title: '新价格需要低于现在的价格',
      text: '待支付订单只能降价，订单没有变化。',
      next: '请填写更低的价格。',
    },
  },
};
