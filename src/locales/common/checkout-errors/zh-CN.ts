import type { CheckoutErrorStrings } from './strings.js';

export const checkoutErrors: CheckoutErrorStrings = {
  codes: {
    'quote-changed': {
      title: '价格有变化',
      text: '你看到的价格之后有更新，订单还没有创建，填写的内容都在。',
      next: '请核对新价格后再提交。',
    },
    'forfeit-not-accepted': {
      title: '需要先确认',
      text: '这次下单会失去一部分剩余价值或时长，订单还没有创建。',
      next: '请阅读说明并勾选确认后再提交。',
    },
    'not-found': {
      title: '没有找到',
      text: '内容可能已被移除，或当前账号无权查看，没有改动任何数据。',
      next: '请返回列表刷新，或换一个账号登录。',
    },
    forbidden: {
      title: '没有权限',
      text: '当前账号不能做这个操作，没有改动任何数据。',
      next: '请联系企业管理员处理。',
    },
    unauthenticated: {
      title: '登录已失效',
      text: '为了安全需要重新登录，已填写的内容会保留。',
      next: '请重新登录后再试。',
    },
    conflict: {
      title: '和刚才的操作有冲突',
      text: '别处已经有相关操作，这一次没有生效。',
      next: '请刷新查看最新情况后再试。',
    },
    invalid: {
      title: '填写的内容需要修改',
      text: '提交没有生效，填写的内容都在。',
      next: '请按提示修改后再提交。',
    },
    'rate-limited': {
      title: '操作太频繁',
      text: '这一次没有生效，填写的内容都在。',
      next: '请稍等片刻再试。',
    },
    network: {
      title: '网络连接不上',
      text: '填写的内容都在，重试不会重复下单或付款。',
      next: '请检查网络后重试。',
    },
    timeout: {
      title: '等待时间过长',
      text: '服务没有及时回应，填写的内容都在，重试不会重复下单或付款。',
      next: '请重试。',
    },
    'invalid-response': {
      title: '收到的数据有误',
      text: '服务的回应无法识别，已有的数据没有受到影响。',
      next: '请重试；如果一直这样，请联系网站管理员。',
    },
    unavailable: {
      title: '服务暂时不可用',
      text: '已有的数据没有受到影响，重试不会重复下单或付款。',
      next: '请稍后重试。',
    },
  },
  reasons: {
    'no-policy': {
      title: '还没有定价策略',
      text: '没有定价策略就不能继续，没有改动任何数据。',
      next: '请先由服务商发布定价策略。',
    },
    'not-launched': {
      title: '应用还没有上线',
      text: '上线之后才能购买，没有产生任何费用。',
      next: '请等服务商上线应用后再来。',
    },
    'order-pending': {
      title: '已有一笔待支付订单',
      text: '同一时间只能有一笔待支付订单，没有重复创建。',
      next: '请先支付或取消那一笔。',
    },
    'order-not-pending': {
      title: '订单已不是待支付',
      text: '订单状态已经变化，这一次操作没有生效。',
      next: '请刷新查看订单。',
    },
    'key-reused': {
      title: '这次提交和上一次不一致',
      text: '没有重复创建，填写的内容都在。',
      next: '请刷新页面后重新提交。',
    },
    'payment-succeeded': {
      title: '款项已经到账',
      text: '订单已支付，因此这一次操作没有生效。',
      next: '请刷新查看订单。',
    },
    'transfer-under-way': {
      title: '对公转账正在处理',
      text: '银行处理完成之前，不能取消订单或更换付款方式，款项是安全的。',
      next: '请等待银行处理结果。',
    },
    'method-unavailable': {
      title: '这种付款方式不能用',
      text: '当前环境不支持这种付款方式，订单仍然保留。',
      next: '请换一种付款方式。',
    },
    'refund-under-way': {
      title: '退款正在处理',
      text: '退款结束之前不能下单、付款或开票，没有改动任何数据。',
      next: '请等待退款结束。',
    },
    'storage-full': {
      title: '浏览器存储空间已满',
      text: '新的内容没有保存，以前的数据都在。',
      next: '请清理浏览器空间后重试。',
    },
    'storage-blocked': {
      title: '浏览器不允许保存数据',
      text: '新的内容没有保存，以前的数据没有受到影响。',
      next: '请关闭其他标签页，或允许本网站保存数据后重试。',
    },
    'storage-too-new': {
      title: '数据来自更新的版本',
      text: '为了不损坏数据，这里没有打开它，数据都在。',
      next: '请刷新页面，使用最新版本。',
    },
  },
};
