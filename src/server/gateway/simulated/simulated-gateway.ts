import { createHmac, timingSafeEqual } from 'node:crypto';
import type {
  Billing,
  Clock,
  GatewayPayment,
  GatewayPaymentRequest,
  PaymentGateway,
} from '../../../billing/index.js';
import type { PaymentAction } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import { createPages } from './pages.js';
import type { SimulatedPayment, SimulatedPayments } from './simulated-payments.js';

/** What the simulation stands on. */
export interface SimulatedGatewayOptions {
  payments: SimulatedPayments;
  clock: Clock;
  /** Signs the links that pay, so that a number alone pays nothing; the same in every process. */
  secret: string;
  /** Where `pages` is mounted, as the payer's browser reaches it: `https://…/simulated-gateway`. */
  pagesUrl: string;
  /** Whether it may run where NODE_ENV says `production`: nobody's money moves, and everybody's orders count as paid. */
  inProduction?: boolean;
}

/** A gateway without money, for demos and trials. */
export interface SimulatedGateway extends PaymentGateway {
  /** Answers the little pages that pay, mounted at `pagesUrl` and below. */
  pages(billing: Pick<Billing, 'handleNotification'>): (request: Request) => Promise<Response>;
  /**
   * A payment succeeds, a transfer takes its next state. One that has ended stays as it is.
   *
   * @returns how it stands then; `unknown` for a number that was never given
   */
  advance(number: string): Promise<GatewayPayment>;
}

const MINUTE_MS = 60_000;
const CODE_MS = 120 * MINUTE_MS;
const H5_LINK_MS = 5 * MINUTE_MS;

const NEXT = {
  open: 'succeeded',
  created: 'processing',
  processing: 'bank-accepted',
  'bank-accepted': 'succeeded',
} as const;

const ACCOUNT = {
  accountName: 'Seatkit 模拟收款户',
  accountNumber: '6222 0000 0000 0000 000',
  bankName: '模拟银行',
};

/**
 * Pays when the payer presses a button on its own page. What it knows is in `payments`, so several processes agree.
 *
 * @throws Error in production, unless it is asked to run there
 */
export function createSimulatedGateway(options: SimulatedGatewayOptions): SimulatedGateway {
  const { payments, clock, secret, pagesUrl, inProduction = false } = options;
  if (process.env.NODE_ENV === 'production' && !inProduction) {
    throw new Error('The simulated gateway takes no money: not in production unless asked for.');
  }

  const sign = (number: string): string =>
    createHmac('sha256', secret).update(number).digest('hex');
  const link = (number: string): string =>
    `${pagesUrl}/${encodeURIComponent(number)}?key=${sign(number)}`;

  /** As it is now: what was not begun in time is over. */
  async function current(number: string): Promise<SimulatedPayment | null> {
    const payment = await payments.get(number);
    if (!payment || (payment.state !== 'open' && payment.state !== 'created')) return payment;
    return payment.expiresAt <= clock.now() ? { ...payment, state: 'closed' } : payment;
  }

  async function advance(number: string): Promise<GatewayPayment> {
    const payment = await current(number);
    if (!payment || !(payment.state in NEXT)) return answerFor(payment);
    const state = NEXT[payment.state as keyof typeof NEXT];
    const succeededAt = state === 'succeeded' ? clock.now() : null;
    const after = { ...payment, state, succeededAt };
    await payments.put(after);
    return answerFor(after);
  }

  return {
    advance,
    pages: (billing) =>
      createPages({
        find: async (number, key) => (isSigned(key, sign(number)) ? current(number) : null),
        async advance(number) {
          const payment = await advance(number);
          await billing.handleNotification({ type: 'payment', number, payment });
        },
      }),

    supports: (method, environment) => method === 'wechat' || environment === 'desktop',

    async create(request) {
      const { number, method, description, amount, currency, returnUrl, expiresAt } = request;
      if (!(await payments.get(number))) {
        await payments.put({
          ...{ number, method, description, amount, currency, returnUrl, expiresAt },
          state: method === 'wechat' ? 'open' : 'created',
          succeededAt: null,
        });
      }
      return actionFor(request, clock.now(), link(number));
    },

    query: async (number) => answerFor(await current(number)),

    async close(number) {
      const payment = await current(number);
      if (payment?.state !== 'open' && payment?.state !== 'created') return answerFor(payment);
      await payments.put({ ...payment, state: 'closed' });
      return { state: 'closed' };
    },

    refund: () => Promise.resolve({ state: 'succeeded', refundedAt: clock.now() }),
    // It keeps no refunds: asked for again it gives the same nothing back.
    queryRefund: () => Promise.resolve({ state: 'unknown' }),
  };
}

function isSigned(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}

function answerFor(payment: SimulatedPayment | null): GatewayPayment {
  if (!payment) return { state: 'unknown' };
  const { state, number, amount, succeededAt } = payment;
  if (state !== 'succeeded') return { state };
  // The same for whoever paid it, and however often: a second press is the same money.
  const transactionId = `simulated-${number}`;
  return { state, transactionId, amount, succeededAt: succeededAt ?? payment.expiresAt };
}

function actionFor(
  request: GatewayPaymentRequest,
  now: Instant,
  simulationUrl: string,
): Exclude<PaymentAction, { type: 'none' }> {
  const { attemptId, amount, number, method, environment, expiresAt } = request;
  const base = { attemptId, amount };
  const until = (ms: number): Instant => {
    const ends = Math.min(Date.parse(now) + ms, Date.parse(expiresAt));
    return new Date(ends).toISOString();
  };
  if (method === 'bank-transfer') {
    const reference = number;
    return {
      ...base,
      type: 'bank-transfer',
      account: ACCOUNT,
      reference,
      expiresAt,
      simulationUrl,
    };
  }
  switch (environment) {
    case 'desktop':
      return {
        ...base,
        type: 'qr',
        codeUrl: simulationUrl,
        expiresAt: until(CODE_MS),
        simulationUrl,
      };
    case 'mobile':
      return { ...base, type: 'redirect', url: simulationUrl, expiresAt: until(H5_LINK_MS) };
    case 'wechat':
    case 'platform-app': {
      const parameters = {
        appId: 'wx0000000000000000',
        timeStamp: String(Math.floor(Date.parse(now) / 1000)),
        nonceStr: number,
        package: `prepay_id=simulated-${number}`,
        signType: 'RSA',
        paySign: 'simulated',
      } as const;
      return { ...base, type: 'jsapi', parameters, expiresAt: until(CODE_MS), simulationUrl };
    }
  }
}
