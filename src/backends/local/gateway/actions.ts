import type { GatewayPaymentRequest } from '../../../billing/ports.js';
import type { PaymentAction } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import { toInstant, toMs } from '../clock.js';
import { authorizeLink } from './links.js';
import type { SimulatedPayment } from './records.js';

const MINUTE_MS = 60_000;
/** How long a WeChat code or prepay id lives, and an H5 link (SPEC §5). */
const CODE_MS = 120 * MINUTE_MS;
const H5_LINK_MS = 5 * MINUTE_MS;

/** The link that pays a number when it is opened; `returnUrl` is where an H5 payer wants to come back to. */
export type PayUrl = (number: string, returnUrl: string | null) => string;

/** Where nobody's money goes. */
const ACCOUNT = {
  accountName: 'Seatkit 模拟收款户',
  accountNumber: '6222 0000 0000 0000 000',
  bankName: '模拟银行',
};

/** First of all the payer must be known. */
export function authorizeAction({
  payerId,
  returnUrl,
}: GatewayPaymentRequest): Extract<PaymentAction, { type: 'authorize' }> {
  return { type: 'authorize', url: authorizeLink(payerId, returnUrl) };
}

/** What the payer gets to pay with, by method and environment (SPEC §5). */
export function payAction(
  request: GatewayPaymentRequest,
  now: Instant,
  payUrl: PayUrl,
  token: () => string,
  { leftToOperator = false } = {},
): SimulatedPayment['action'] {
  const { attemptId, amount, number } = request;
  const simulationUrl = payUrl(number, null);
  const base = { attemptId, amount };
  const until = (ms: number): Instant => {
    const own = toInstant(toMs(now) + ms);
    return own < request.expiresAt ? own : request.expiresAt;
  };

  if (request.method === 'bank-transfer')
    return {
      ...base,
      type: 'bank-transfer',
      account: ACCOUNT,
      reference: number,
      expiresAt: request.expiresAt,
      // A link pays at the gateway, which sees nothing of a transfer left to the operator.
      ...(leftToOperator ? { confirmedBy: 'operator' as const } : { simulationUrl }),
    };
  switch (request.environment) {
    case 'desktop':
      return {
        ...base,
        type: 'qr',
        codeUrl: `weixin://wxpay/bizpayurl?pr=${number}`,
        expiresAt: until(CODE_MS),
        simulationUrl,
      };
    case 'mobile':
      return {
        ...base,
        type: 'redirect',
        url: payUrl(number, request.returnUrl),
        expiresAt: until(H5_LINK_MS),
      };
    case 'wechat':
    case 'platform-app':
      return {
        ...base,
        type: 'jsapi',
        parameters: {
          appId: 'wx0000000000000000',
          timeStamp: String(Math.floor(toMs(now) / 1000)),
          nonceStr: token(),
          package: `prepay_id=simulated-${number}`,
          signType: 'RSA',
          paySign: 'simulated',
        },
        expiresAt: until(CODE_MS),
        simulationUrl,
      };
  }
}
