import {
  createLocalBackend,
  type LocalBackend,
  type LocalBackendOptions,
} from '../../../src/backends/local/index.js';
import type { BillingBackend, Order } from '../../../src/contract/index.js';
import type {
  InvoiceDetails,
  PaymentMethod,
  Policy,
  QuoteRequest,
} from '../../../src/domain/index.js';

export const INSTALLATION = 'yuanshan';

const POLICY: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: 7 },
  cycle: 'year',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
  seatLimits: { min: 5, max: 500 },
  priceCap: null,
  expansion: 'new-term',
};

export const INVOICE: InvoiceDetails = {
  type: 'ordinary',
  title: '远山科技有限公司',
  taxNumber: '91350100M000100Y43',
  email: 'finance@example.com',
};

/** Hands on the history: each step is really done, by who does it, at its own time. */
export class History {
  readonly administrator: BillingBackend;
  readonly provider: BillingBackend;
  readonly operator: BillingBackend;
  #keys = 0;

  constructor(readonly simulation: LocalBackend['simulation']) {
    this.administrator = simulation.as(someone('administrator', '王敏'));
    this.provider = simulation.as(someone('provider', '周岚'));
    this.operator = simulation.as(someone('operator', '平台客服'));
  }

  key(): string {
    return `story-key-${++this.#keys}`;
  }

  async order(request: QuoteRequest): Promise<Order> {
    const quote = await this.administrator.quote(INSTALLATION, request);
    const key = this.key();
    const input = { request, quote, acceptForfeit: true, key };
    return this.administrator.createOrder(INSTALLATION, input);
  }

  async start(order: Order, method: PaymentMethod = 'wechat'): Promise<string> {
    const input = { method, environment: 'desktop', key: this.key() } as const;
    await this.administrator.startPayment(order.id, input);
    const { payments } = await this.administrator.order(order.id);
    return payments.at(-1)?.number ?? '';
  }

  async buy(request: QuoteRequest, method: PaymentMethod = 'wechat'): Promise<Order> {
    const order = await this.order(request);
    if (order.status === 'pending') {
      await this.simulation.gateway.pay(await this.start(order, method));
      await this.simulation.work();
    }
    return this.administrator.order(order.id);
  }

  async later(days: number): Promise<void> {
    await this.simulation.clock.advance({ days });
  }
}

export type Chapter = (history: History) => Promise<void>;

/** Bought, grown, invoiced, refunded and complained about over more than a year; the last order waits for payment. */
export const eventful: Chapter = async (history) => {
  const { administrator, provider, operator } = history;
  const first = await history.buy({ kind: 'new', seats: 20, cycles: 1 });
  await history.later(1);
  await administrator.requestInvoice(first.id, { details: INVOICE, key: history.key() });
  await history.later(1);
  await provider.markInvoice(first.id, 'sent');
  await history.later(90);
  await administrator.cancelOrder(
    (await history.order({ kind: 'expand', seats: 200, cycles: 1 })).id,
  );
  await history.later(1);
  const grown = await history.buy({ kind: 'expand', seats: 30, cycles: 1 }, 'bank-transfer');
  await administrator.fileComplaint(grown.id, {
    category: 'service',
    text: '扩容后有两名同事登录不了，联系服务商三天没有回复。',
    contact: '138 0000 0000',
    key: history.key(),
  });
  await history.later(2);
  await operator.answerComplaint(grown.id, {
    text: '已联系服务商，问题已修复，请再试一次。',
    close: false,
  });
  await history.later(150);
  await history.order({ kind: 'renew', cycles: 1 });
  await history.later(1);
  const extra = await history.buy({ kind: 'expand', seats: 40, cycles: 1 });
  await history.later(1);
  await administrator.requestRefund(extra.id, { reason: '人数算错了', key: history.key() });
  await provider.decideRefund(extra.id, { decision: 'approve' });
  await history.simulation.work();
  await history.later(20);
  await history.buy({ kind: 'renew', cycles: 2 });
  await history.later(2);
  await history.start(await history.order({ kind: 'expand', seats: 60, cycles: 2 }));
};

/** The newest order waits for the provider to decide about a refund. */
export const refundAsked: Chapter = async (history) => {
  await history.buy({ kind: 'new', seats: 20, cycles: 1 });
  await history.later(100);
  const order = await history.buy({ kind: 'expand', seats: 35, cycles: 1 });
  await history.later(3);
  await history.administrator.requestRefund(order.id, {
    reason: '有十位同事调岗，暂时用不上这么多。',
    key: history.key(),
  });
};

/** Many orders: some were cancelled, the others lapsed. */
export function many(count: number): Chapter {
  return async (history) => {
    for (let made = 0; made < count; made++) {
      const order = await history.order({
        kind: 'new',
        seats: 5 + (made % 40),
        cycles: 1 + (made % 3),
      });
      if (made % 3 === 0) await history.administrator.cancelOrder(order.id);
      await history.later(1);
    }
  };
}

export interface WorldOptions extends Omit<LocalBackendOptions, 'seed'> {
  chapter?: Chapter;
}

/** Billing in the page: an app launched long ago at one customer, and what came of it. */
export function createWorld({ chapter, ...options }: WorldOptions = {}): LocalBackend {
  return createLocalBackend({
    ...options,
    seed: async (simulation) => {
      await simulation.clock.set('2026-03-01T08:00:00.000Z');
      await simulation.installations.create(INSTALLATION, {
        appName: '项目助手',
        providerName: '云杉软件',
        customerName: '远山科技',
        contacts: ['王敏', '李强'],
      });
      const history = new History(simulation);
      await history.provider.publishPolicy(INSTALLATION, { policy: POLICY, baseVersion: null });
      await history.provider.submit(INSTALLATION);
      await history.provider.launch(INSTALLATION);
      await chapter?.(history);
    },
  });
}

function someone(role: 'administrator' | 'provider' | 'operator', userName: string) {
  return { role, userId: role, userName, installations: 'all' as const };
}
