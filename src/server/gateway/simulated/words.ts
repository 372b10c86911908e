import type { SimulatedPayment } from './simulated-payments.js';

type State = SimulatedPayment['state'];

/** What the pages of the simulated gateway say. Plain text that needs no escaping. */
export interface PageWords {
  lang: string;
  title: string;
  note: string;
  /** Of a link that leads to no payment. */
  unknown: string;
  back: string;
  states: Readonly<Record<State, string>>;
  /** What the button does next; null where there is nothing to do. */
  actions: Readonly<Record<State, string | null>>;
}

const OVER = { succeeded: null, closed: null, revoked: null } as const;

const ZH: PageWords = {
  lang: 'zh-CN',
  title: '模拟支付',
  note: '这是模拟支付，不会产生真实扣款。',
  unknown: '没有找到这笔付款，链接可能不完整。',
  back: '返回付款页面',
  states: {
    open: '待付款',
    created: '等待转账',
    processing: '银行处理中',
    'bank-accepted': '银行已受理',
    succeeded: '已付款',
    closed: '付款已关闭，没有扣款。',
    revoked: '转账已撤销，没有扣款。',
  },
  actions: {
    open: '模拟付款',
    created: '模拟转账',
    processing: '模拟银行受理',
    'bank-accepted': '模拟到账',
    ...OVER,
  },
};

const EN: PageWords = {
  lang: 'en',
  title: 'Simulated payment',
  note: 'This payment is simulated. No money moves.',
  unknown: 'This payment was not found. The link may be incomplete.',
  back: 'Back to where you pay',
  states: {
    open: 'Not paid yet',
    created: 'Waiting for the transfer',
    processing: 'The bank is working on it',
    'bank-accepted': 'Accepted by the bank',
    succeeded: 'Paid',
    closed: 'This payment is closed. Nothing was charged.',
    revoked: 'The transfer was revoked. Nothing was charged.',
  },
  actions: {
    open: 'Pay (simulated)',
    created: 'Transfer (simulated)',
    processing: 'Let the bank accept it',
    'bank-accepted': 'Let the money arrive',
    ...OVER,
  },
};

/** By the first language that a browser asks for; Chinese where it asks for none of the two. */
export function wordsFor(acceptLanguage: string | null): PageWords {
  const first = acceptLanguage?.split(',').find((language) => /^\s*(zh|en)\b/i.test(language));
  return first && /^\s*en\b/i.test(first) ? EN : ZH;
}
