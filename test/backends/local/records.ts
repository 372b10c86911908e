import type { InstallationRecord, OrderQuery, OrderRecord } from '../../../src/billing/ports.js';

export const NOON = '2026-03-01T12:00:00.000Z';

export function anInstallation(over: Partial<InstallationRecord> = {}): InstallationRecord {
  return {
    id: 'i1',
    appName: '考勤助手',
    providerName: '云服科技',
    customerName: '甲公司',
    contacts: ['王管理'],
    merchantAccountOpened: true,
    customerAuthorized: true,
    policyVersion: null,
    submittedAt: null,
    pendingOrderId: null,
    refundOrderId: null,
    subscription: { launchedAt: null, trialDays: 0, extraTrial: null, segments: [] },
    ...over,
  };
}

export function anOrder(over: Partial<OrderRecord> = {}): OrderRecord {
  const person = { role: 'administrator', userId: 'a1', userName: '王管理' } as const;
  return {
    id: 'o1',
    installationId: 'i1',
    appName: '考勤助手',
    customerName: '甲公司',
    kind: 'new',
    status: 'pending',
    currency: 'CNY',
    request: { kind: 'new', seats: 10, cycles: 1 },
    policyVersion: 1,
    quote: {
      kind: 'new',
      seats: 10,
      cycles: 1,
      purchasedDays: 365,
      giftDays: 0,
      startsAt: NOON,
      endsAt: '2027-03-01T12:00:00.000Z',
      lines: [],
      list: 120_000,
      price: 120_000,
      credit: 0,
      payable: 120_000,
      creditForfeited: 0,
      endsEarlierDays: 0,
    },
    quotedAt: NOON,
    createdAt: NOON,
    createdBy: person,
    lapsesAt: null,
    paidAt: null,
    settledByCredit: false,
    method: null,
    payments: [],
    segmentsReplaced: [],
    segmentsGranted: [],
    refund: null,
    refundNumber: null,
    invoice: null,
    complaints: [],
    timeline: [],
    replacesOrderId: null,
    replacedByOrderId: null,
    ...over,
  };
}

/** An order of a payable amount, otherwise as above. */
export function anOrderOf(payable: number, over: Partial<OrderRecord> = {}): OrderRecord {
  const order = anOrder(over);
  return { ...order, quote: { ...order.quote, payable } };
}

export function aQuery(over: Partial<OrderQuery> = {}): OrderQuery {
  return {
    installations: 'all',
    sort: { by: 'createdAt', direction: 'descending' },
    after: null,
    limit: 50,
    ...over,
  };
}
