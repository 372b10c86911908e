import type {
  GatewayPayment,
  GatewayPaymentRequest,
  GatewayRefund,
  GatewayRefundRequest,
  PaymentGateway,
} from '../../src/billing/index.js';
import type { PaymentAction } from '../../src/contract/index.js';
import type { Instant } from '../../src/domain/index.js';

type Call = 'create' | 'query' | 'close' | 'refund' | 'queryRefund';

interface Script {
  /** Runs before the gateway acts: what happens elsewhere meanwhile. */
  before?: () => Promise<unknown>;
  /** `unheard`: the request never arrived; `lost`: it was done, but its answer never arrived. */
  fails?: 'unheard' | 'lost';
}

/** A gateway that does what a test tells it to. */
export class FakeGateway implements PaymentGateway {
  readonly calls: { call: Call; of: string }[] = [];
  readonly created = new Map<string, GatewayPaymentRequest>();
  readonly payments = new Map<string, GatewayPayment>();
  readonly refunds = new Map<string, GatewayRefundRequest>();
  readonly refundStates = new Map<string, GatewayRefund>();
  /** Payers whose wallet is not known yet. */
  readonly strangers = new Set<string>();
  /** How a refund stands once asked for. */
  nextRefund: GatewayRefund = { state: 'processing' };

  private readonly scripts = new Map<Call, Script[]>();

  /** The next such call goes as told; calls after it as usual. */
  script(call: Call, script: Script): void {
    this.scripts.set(call, [...(this.scripts.get(call) ?? []), script]);
  }

  countOf(call: Call): number {
    return this.calls.filter((made) => made.call === call).length;
  }

  /** The payer pays, whatever the gateway said before. */
  pay(number: string, succeededAt: Instant, more: { transaction?: string; amount?: number } = {}) {
    const amount = more.amount ?? this.created.get(number)?.amount ?? 0;
    const transactionId = more.transaction ?? `tx-${number}`;
    const payment = { state: 'succeeded', transactionId, amount, succeededAt } as const;
    this.payments.set(number, payment);
    return payment;
  }

  supports(): boolean {
    return true;
  }

  create(request: GatewayPaymentRequest): Promise<Exclude<PaymentAction, { type: 'none' }>> {
    return this.perform('create', request.number, () => {
      if (this.strangers.has(request.payerId)) {
        return { type: 'authorize', url: 'https://pay.example/who' };
      }
      if (!this.created.has(request.number)) {
        this.created.set(request.number, request);
        const transfer = request.method === 'bank-transfer';
        this.payments.set(request.number, { state: transfer ? 'created' : 'open' });
      }
      return actionFor(request);
    });
  }

  query(number: string): Promise<GatewayPayment> {
    return this.perform(
      'query',
      number,
      () => this.payments.get(number) ?? { state: 'unknown' as const },
    );
  }

  close(number: string): Promise<GatewayPayment> {
    return this.perform('close', number, () => {
      const payment = this.payments.get(number);
      if (!payment) return { state: 'unknown' as const };
      if (payment.state === 'open' || payment.state === 'created') {
        this.payments.set(number, { state: 'closed' });
        return { state: 'closed' as const };
      }
      return payment;
    });
  }

  refund(request: GatewayRefundRequest): Promise<GatewayRefund> {
    return this.perform('refund', request.refundNumber, () => {
      this.refunds.set(request.refundNumber, request);
      const known = this.refundStates.get(request.refundNumber) ?? this.nextRefund;
      this.refundStates.set(request.refundNumber, known);
      return known;
    });
  }

  queryRefund(refundNumber: string): Promise<GatewayRefund> {
    return this.perform(
      'queryRefund',
      refundNumber,
      () => this.refundStates.get(refundNumber) ?? { state: 'unknown' as const },
    );
  }

  private async perform<Answer>(call: Call, of: string, act: () => Answer): Promise<Answer> {
    this.calls.push({ call, of });
    const script = this.scripts.get(call)?.shift();
    await script?.before?.();
    if (script?.fails === 'unheard') throw new Error('connection refused');
    const answer = act();
    if (script?.fails === 'lost') throw new Error('connection reset');
    return answer;
  }
}

function actionFor(request: GatewayPaymentRequest): Exclude<PaymentAction, { type: 'none' }> {
  const { attemptId, amount, number, expiresAt } = request;
  const base = { attemptId, amount, expiresAt };
  if (request.method === 'bank-transfer') {
    const account = { accountName: 'Seller', accountNumber: '6222', bankName: 'Bank' };
    return { ...base, type: 'bank-transfer', account, reference: number };
  }
  switch (request.environment) {
    case 'desktop':
      return { ...base, type: 'qr', codeUrl: `weixin://pay/${number}` };
    case 'mobile':
      return { ...base, type: 'redirect', url: `https://pay.example/${number}` };
    case 'wechat':
    case 'platform-app': {
      const parameters = {
        appId: 'wx',
        timeStamp: '0',
        nonceStr: 'n',
        package: number,
        signType: 'RSA',
        paySign: 's',
      } as const;
      return { ...base, type: 'jsapi', parameters };
    }
  }
}
