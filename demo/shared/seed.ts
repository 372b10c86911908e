import type { BillingBackend, PlatformFacts, Principal, Role } from 'seatkit/backend';
import type { Policy, QuoteRequest } from 'seatkit/domain';

/** What the history needs of the world that it is lived through in: one in the page, or one on a server. */
export interface SeedWorld {
  as(principal: Principal): Omit<BillingBackend, 'watch'>;
  clock: { now(): string; set(instant: string): Promise<void> };
  gateway: { pay(number: string): Promise<unknown> };
  installations: {
    /** Merchant account and authorisation are there unless said otherwise. */
    create(
      id: string,
      facts: Pick<PlatformFacts, 'appName' | 'providerName' | 'customerName' | 'contacts'> &
        Partial<PlatformFacts>,
    ): Promise<unknown>;
    reportSeats(id: string, seatsInUse: number | null): Promise<unknown>;
  };
}

/** The customers of the demo's provider. The first has everything before it, the others a history. */
export const CUSTOMERS: { id: string; name: { 'zh-CN': string; en: string } }[] = [
  { id: 'xinghe', name: { 'zh-CN': '星河科技（新客户）', en: 'Xinghe Tech (new)' } },
  { id: 'lanhai', name: { 'zh-CN': '蓝海咨询（试用中）', en: 'Lanhai Consulting (trial)' } },
  { id: 'yunshan', name: { 'zh-CN': '云杉物流（老客户）', en: 'Yunshan Logistics (bought)' } },
];

const DAY = 86_400_000;

const PER_SEAT: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: {
    type: 'discount',
    steps: [
      { minCycles: 2, payPercent: 90 },
      { minCycles: 3, payPercent: 85 },
    ],
  },
  seatLimits: { min: 5, max: 500 },
  priceCap: null,
  expansion: 'new-term',
};

const TIERED: Policy = {
  ...PER_SEAT,
  rule: {
    type: 'tiered',
    mode: 'volume',
    tiers: [
      { upTo: 10, flatAmount: 198_000 },
      { upTo: 50, flatAmount: 498_000 },
      { upTo: null, unitAmount: 9_000 },
    ],
  },
  offer: { type: 'gift', steps: [{ minCycles: 2, days: 60 }] },
  seatLimits: null,
  priceCap: { amount: 6_500_000, per: 'order' },
};

const PEOPLE: Record<Role, string> = {
  provider: '周敏',
  administrator: '林悦',
  member: '陈一',
  operator: '平台客服',
};

function someone(role: Role) {
  return {
    role,
    userId: `demo-${role}`,
    userName: PEOPLE[role],
    installations: 'all' as const,
  };
}

/** Makes the demo's history by living through it: every order below was quoted, made and paid at its own time. */
export async function seed(simulation: SeedWorld): Promise<void> {
  const provider = simulation.as(someone('provider'));
  const administrator = simulation.as(someone('administrator'));
  const { clock, gateway, installations } = simulation;
  const today = Date.parse(clock.now());
  const goTo = (daysAgo: number): Promise<void> =>
    clock.set(new Date(today - daysAgo * DAY).toISOString());
  let keys = 0;
  const key = (): string => `demo-seed-${++keys}`;

  const launch = async (id: string, policy: Policy): Promise<void> => {
    await provider.publishPolicy(id, { policy, baseVersion: null });
    await provider.submit(id);
    await provider.launch(id);
  };

  const order = async (id: string, request: QuoteRequest) => {
    const quote = await administrator.quote(id, request);
    return administrator.createOrder(id, { request, quote, acceptForfeit: true, key: key() });
  };

  const buy = async (id: string, request: QuoteRequest): Promise<string> => {
    const made = await order(id, request);
    await administrator.startPayment(made.id, {
      method: 'wechat',
      environment: 'desktop',
      key: key(),
    });
    const number = (await administrator.order(made.id)).payments.at(-1)?.number;
    if (number !== undefined) await gateway.pay(number);
    return made.id;
  };

  const facts = { appName: '项目助手', providerName: '智联软件', contacts: ['林悦', '赵捷'] };
  await goTo(400);
  await installations.create('yunshan', { ...facts, customerName: '云杉物流', seatsInUse: 8 });
  await launch('yunshan', PER_SEAT);
  await goTo(390);
  const first = await order('yunshan', { kind: 'new', seats: 8, cycles: 1 });
  await administrator.cancelOrder(first.id);
  const bought = await buy('yunshan', { kind: 'new', seats: 10, cycles: 1 });
  await goTo(380);
  await administrator.requestInvoice(bought, {
    details: {
      type: 'ordinary',
      title: '云杉物流有限公司',
      taxNumber: '91350211M000100Y46',
      email: 'finance@example.com',
    },
    key: key(),
  });
  await goTo(377);
  await provider.markInvoice(bought, 'sent');
  await goTo(203);
  await installations.reportSeats('yunshan', 12);
  await goTo(200);
  await buy('yunshan', { kind: 'expand', seats: 20, cycles: 1 });
  await goTo(120);
  const regretted = await buy('yunshan', { kind: 'renew', seats: 20, cycles: 1 });
  await goTo(118);
  await administrator.requestRefund(regretted, { reason: '预算调整，下季度再续', key: key() });
  await goTo(117);
  await provider.decideRefund(regretted, { decision: 'approve' });
  await goTo(60);
  await provider.publishPolicy('yunshan', { policy: TIERED, baseVersion: 1 });
  await goTo(40);
  const complained = await buy('yunshan', { kind: 'expand', seats: 30, cycles: 1 });
  await installations.reportSeats('yunshan', 27);
  await goTo(38);
  await administrator.fileComplaint(complained, {
    category: 'service',
    text: '扩容后导入成员时多次失败，服务商两天没有回复。',
    contact: '林悦 138 0000 0000',
    key: key(),
  });
  await simulation
    .as(someone('operator'))
    .answerComplaint(complained, { text: '已联系服务商，今天内会给您回电。', close: false });

  await goTo(10);
  await installations.create('lanhai', { ...facts, customerName: '蓝海咨询', contacts: ['何川'] });
  await launch('lanhai', TIERED);
  await installations.create('xinghe', {
    ...facts,
    customerName: '星河科技',
    contacts: ['林悦'],
    merchantAccountOpened: false,
  });
  await goTo(0);
}
