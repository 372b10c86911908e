import type { CallName, HostCallName } from '../../schemas/index.js';

const QUOTE = {
  kind: 'new',
  policyVersion: 1,
  seats: 20,
  cycles: 1,
  purchasedDays: 365,
  giftDays: 0,
  startsAt: '2026-03-01T08:00:00.000Z',
  endsAt: '2027-03-01T08:00:00.000Z',
  lines: [
    {
      code: 'list',
      amount: 240_000,
      seats: 20,
      cycles: 1,
      parts: [{ seats: 20, unitAmount: 12_000 }],
    },
  ],
  list: 240_000,
  price: 240_000,
  credit: 0,
  payable: 240_000,
  creditForfeited: 0,
  endsEarlierDays: 0,
} as const;

const FACTS = {
  appName: 'Field Notes',
  providerName: 'Acme Software',
  customerName: 'Blue River Ltd',
  contacts: ['Wang Fang'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  seatsInUse: null,
};

/** What callers send, where they send something. */
export const INPUT_EXAMPLES: Readonly<Partial<Record<CallName | HostCallName, object>>> = {
  publishPolicy: {
    policy: {
      currency: 'CNY',
      trial: { days: 15, extraDays: 7 },
      cycle: 'year',
      rule: { type: 'per-seat', unitAmount: 12_000 },
      offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
      seatLimits: { min: 5, max: 500 },
    },
    baseVersion: null,
  },
  quote: { kind: 'new', seats: 20, cycles: 1 },
  createOrder: {
    request: { kind: 'new', seats: 20, cycles: 1 },
    quote: QUOTE,
    acceptForfeit: false,
  },
  lowerPrice: { amount: 200_000 },
  startPayment: { method: 'wechat', environment: 'desktop' },
  confirmTransfer: {
    attemptId: 'A0MK2V1X8J000Q7RZ3N5H1W',
    transactionId: '2026030100001234',
    amount: 240_000,
    receivedAt: '2026-03-03T00:00:00.000Z',
  },
  orders: { statuses: ['paid'], limit: 20 },
  requestRefund: { reason: 'We chose another plan.' },
  decideRefund: { decision: 'reject', reason: 'The app has been used for a month.' },
  requestInvoice: {
    details: {
      type: 'ordinary',
      title: 'Blue River Ltd',
      taxNumber: '91350100M000100Y43',
      email: 'books@blue-river.example',
    },
  },
  markInvoice: { status: 'sent' },
  fileComplaint: {
    category: 'service',
    text: 'Nobody answers our questions.',
    contact: 'office@blue-river.example',
  },
  answerComplaint: { text: 'We have asked the provider.', close: false },
  createInstallation: { id: 'blue-river.field-notes', ...FACTS },
  setPlatformFacts: { contacts: ['Wang Fang', 'Li Na'] },
  reportSeats: { seatsInUse: 18 },
  confirmReturn: { transactionId: '2026030100001234', returnedAt: '2026-03-09T00:00:00.000Z' },
  deadLetters: { limit: 20 },
};

/** What the server answers. */
export const OUTPUT_EXAMPLES: Readonly<Partial<Record<CallName | HostCallName, object>>> = {
  session: {
    role: 'administrator',
    userId: 'wang-fang',
    userName: 'Wang Fang',
    now: '2026-03-01T08:00:00.000Z',
  },
  quote: QUOTE,
};

/** A refusal that brings what is needed to go on. */
export const PROBLEM_EXAMPLE = {
  type: 'urn:seatkit:problem:quote-changed',
  title: 'The quote has changed',
  status: 409,
  code: 'quote-changed',
  quote: QUOTE,
} as const;
