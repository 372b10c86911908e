import type {
  Complaint,
  Installation,
  InstallationEntitlement,
  Invoice,
  Order,
  OrderPage,
  PaymentAction,
  PaymentAttempt,
  Person,
  PublishedPolicy,
  Refund,
  Session,
} from '../../src/contract/index.js';
import type { Policy, Quote, Segment } from '../../src/domain/index.js';

/** One value of every shape of the contract, each with all its members filled, so that a lost one shows. */

const START = '2026-03-01T08:00:00.000Z';
const END = '2027-03-01T08:00:00.000Z';

export const person: Person = { role: 'administrator', userId: 'u-1', userName: '王小明' };

export const session: Session = {
  role: 'administrator',
  userId: 'u-1',
  userName: '王小明',
  now: START,
};

export const policy: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: {
    type: 'tiered',
    mode: 'graduated',
    tiers: [
      { upTo: 50, flatAmount: 500_000 },
      { upTo: null, unitAmount: 9_000 },
    ],
  },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 92.5 }] },
  seatLimits: { min: 5, max: null },
  priceCap: { amount: 6_500_000, per: 'cycle' },
  expansion: 'co-term',
};

export const publishedPolicy: PublishedPolicy = {
  version: 3,
  policy,
  publishedAt: START,
  publishedBy: { role: 'provider', userId: 'p-1', userName: '李工' },
};

export const segment: Segment = {
  orderId: 'o-0',
  policyVersion: 2,
  seats: 50,
  cycle: 'year',
  cycles: 1,
  termDays: 365,
  days: 300,
  startsAt: START,
  endsAt: END,
  value: 500_000,
};

export const quote: Quote = {
  kind: 'expand',
  policyVersion: 3,
  seats: 80,
  cycles: 2,
  purchasedDays: 730,
  giftDays: 0,
  startsAt: START,
  endsAt: END,
  lines: [
    {
      code: 'list',
      amount: 1_540_000,
      seats: 80,
      cycles: 2,
      parts: [
        { seats: 50, flatAmount: 500_000 },
        { seats: 30, unitAmount: 9_000 },
      ],
    },
    {
      code: 'prorated',
      amount: 10,
      orderId: 'o-0',
      price: 365,
      remainingDays: 10,
      termDays: 365,
    },
    { code: 'discount', amount: -115_500, minCycles: 2, payPercent: 92.5 },
    { code: 'cap', amount: -10, cap: 1_424_500 },
    {
      code: 'credit',
      amount: -500_000,
      orderId: 'o-0',
      value: 500_000,
      remainingDays: 300,
      days: 300,
    },
    { code: 'credit-limit', amount: 7 },
    { code: 'adjustment', amount: -7 },
  ],
  list: 1_540_010,
  price: 1_424_500,
  credit: 499_993,
  payable: 924_500,
  creditForfeited: 7,
  endsEarlierDays: 2,
};

export const qrAction: PaymentAction = {
  type: 'qr',
  attemptId: 'pay-1',
  amount: 924_500,
  codeUrl: 'weixin://wxpay/bizpayurl?pr=abc',
  expiresAt: END,
  simulationUrl: 'https://pay.example/simulate/1',
};

/** One action of every type. */
export const paymentActions: readonly PaymentAction[] = [
  qrAction,
  {
    type: 'jsapi',
    attemptId: 'pay-2',
    amount: 1,
    parameters: {
      appId: 'wx1',
      timeStamp: '1',
      nonceStr: 'n',
      package: 'prepay_id=1',
      signType: 'RSA',
      paySign: 's',
    },
    expiresAt: END,
    simulationUrl: '/simulate/2',
  },
  { type: 'authorize', url: 'https://open.example/connect?state=1' },
  {
    type: 'redirect',
    attemptId: 'pay-3',
    amount: 1,
    url: 'https://pay.example/h5',
    expiresAt: END,
  },
  {
    type: 'bank-transfer',
    confirmedBy: 'operator',
    attemptId: 'pay-4',
    amount: 1,
    account: { accountName: '示例公司', accountNumber: '6222', bankName: '示例银行' },
    reference: 'R-1',
    expiresAt: END,
    simulationUrl: 'https://pay.example/simulate/4',
  },
  { type: 'none' },
];

const payment: PaymentAttempt = {
  id: 'pay-1',
  number: 'N-1',
  method: 'wechat',
  environment: 'desktop',
  state: 'succeeded',
  amount: 924_500,
  action: qrAction,
  createdAt: START,
  expiresAt: END,
  succeededAt: START,
  transactionId: 't-1',
  notifications: [{ at: START, state: 'succeeded', transactionId: 't-1', outcome: 'applied' }],
  stray: [
    {
      transactionId: 't-2',
      amount: 924_500,
      receivedAt: START,
      reason: 'duplicate',
      refundedAt: null,
    },
  ],
};

const refund: Refund = {
  status: 'rejected',
  amount: 924_500,
  reason: '买多了',
  requestedAt: START,
  requestedBy: person,
  decisionDueAt: END,
  decidedAt: START,
  decidedBy: person,
  decisionReason: '已开发票',
  refundedAt: null,
  failure: null,
};

const invoice: Invoice = {
  status: 'mailed',
  details: {
    type: 'special',
    title: '示例公司',
    taxNumber: '91350100M000100Y43',
    address: 'a',
    phone: 'p',
    bank: 'b',
    account: 'c',
    email: 'x@example.com',
    postalAddress: 'd',
  },
  amount: 924_500,
  requestedAt: START,
  requestedBy: person,
  updatedAt: START,
};

const complaint: Complaint = {
  id: 'c-1',
  status: 'answered',
  category: 'service',
  contact: '13800000000',
  filedAt: START,
  messages: [{ at: START, by: person, text: '无人回应' }],
  closedAt: null,
};

export const order: Order = {
  id: 'o-1',
  installationId: 'i-1',
  appName: '考勤助手',
  customerName: '示例公司',
  kind: 'expand',
  status: 'paid',
  currency: 'CNY',
  request: { kind: 'expand', seats: 80, cycles: 2 },
  policyVersion: 3,
  quote,
  quotedAt: START,
  createdAt: START,
  createdBy: person,
  lapsesAt: null,
  paidAt: START,
  settledByCredit: false,
  method: 'wechat',
  payments: [payment],
  segmentsReplaced: [segment],
  segmentsGranted: [{ ...segment, orderId: 'o-1' }],
  refund,
  refundEligibility: {
    ok: false,
    reasons: [
      { code: 'too-late', until: END },
      { code: 'invoice-requested' },
      { code: 'not-newest', orderId: 'o-2' },
    ],
  },
  invoice,
  complaints: [complaint],
  timeline: [{ at: START, by: person, event: 'paid', status: 'paid' }],
  replacesOrderId: 'o-0',
  replacedByOrderId: null,
};

export const orderPage: OrderPage = {
  items: [order],
  nextCursor: 'c/2 ?',
  totals: { count: 1, amounts: [{ currency: 'CNY', payable: 924_500, received: 0 }] },
};

export const installation: Installation = {
  id: 'i-1',
  appName: '考勤助手',
  providerName: '示例服务商',
  customerName: '示例公司',
  contacts: ['王小明'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  policyVersion: 3,
  submittedAt: START,
  launchedAt: START,
  subscription: {
    launchedAt: START,
    trialDays: 15,
    extraTrial: { days: 7, startedAt: START },
    segments: [segment],
    seatsInUse: 12,
    overLimitSince: null,
  },
  pendingOrderId: 'o-1',
};

export const entitlement: InstallationEntitlement = {
  state: 'active',
  blocked: false,
  seats: 50,
  notice: 'service-ending',
  canStartExtraTrial: false,
  endsAt: END,
  daysLeft: 3,
  nextChangeAt: END,
  installationId: 'i-1',
  appName: '考勤助手',
  providerName: '示例服务商',
  contacts: ['王小明'],
  role: 'member',
  facts: {
    launchedAt: START,
    trialDays: 15,
    extraTrial: null,
    segments: [{ seats: 50, startsAt: START, endsAt: END }],
    seatsInUse: 12,
    overLimitSince: START,
  },
  now: START,
  token: 'a.b.c',
};
