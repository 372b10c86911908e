import type { Billing, GatewayPayment, PaymentGateway } from '../../../billing/index.js';
import { BackendError } from '../../../contract/index.js';
import { SILENT } from '../../log.js';
import { createAuthorization } from './authorization.js';
import { createClient, WeChatPayError, type WeChatPayClient } from './client.js';
import { requireText } from './fields.js';
import { createNotifications } from './notifications.js';
import { readOptions } from './options.js';
import type { WeChatPayOptions } from './wechat-pay-options.js';
import { placeH5, placeJsapi, placeNative, type Placing } from './prepay.js';
import { queryRefund, refund } from './refund.js';
import { paymentOf, type Account } from './transaction.js';

/** WeChat Pay as billing's gateway, and what a server mounts for it. */
export interface WeChatPay extends PaymentGateway {
  /** Answers what WeChat Pay tells unasked; mounted at `notifyUrl`. */
  notifications(
    billing: Pick<Billing, 'handleNotification'>,
  ): (request: Request) => Promise<Response>;
  /** Answers payers who come back from telling who they are; mounted at `authorization.callbackUrl`. null without one. */
  authorizations: ((request: Request) => Promise<Response>) | null;
}

const BASE = 'https://api.mch.weixin.qq.com';
const TIMEOUT_MS = 7000;

/** Refusals to close a payment after which asking tells how it stands. */
const CLOSED_OTHERWISE: readonly string[] = [
  'ORDER_CLOSED',
  'ORDERCLOSED',
  'ORDER_PAID',
  'ORDERPAID',
  'ORDER_NOT_EXIST',
  'ORDERNOTEXIST',
];

const NOT_EXISTING: readonly string[] = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST'];

/**
 * WeChat Pay v3 for a merchant of its own (直连商户): Native, JSAPI and H5, in CNY. Keeps nothing; every call may be made again.
 * An answer that is not signed by WeChat Pay, or is another's, throws and tells nothing.
 *
 * @throws Error that names every option that cannot be used
 */
export function createWeChatPay(options: WeChatPayOptions): WeChatPay {
  const { merchant, platform: keys } = readOptions(options);
  const { mchid, appid, apiV3Key, clock, payers, platformApp, payerAddress, notifyUrl } = options;
  const { log = SILENT, timeoutMs = TIMEOUT_MS, baseUrl = BASE } = options;
  const fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const account: Account = { mchid, appid };
  const base = new URL(baseUrl);
  const client = createClient({ merchant, keys, clock, fetch, base, timeoutMs, log });
  const authorization =
    options.authorization && payers
      ? createAuthorization({
          ...options.authorization,
          ...{ appid, secret: apiV3Key, payers, clock, fetch, timeoutMs, log },
        })
      : null;

  return {
    notifications: (billing) =>
      createNotifications({ account, keys, apiV3Key, clock, log }, billing),
    authorizations: authorization && ((request) => authorization.answer(request)),

    supports(method, environment) {
      if (method !== 'wechat') return false;
      switch (environment) {
        case 'desktop':
          return true;
        case 'mobile':
          return payerAddress !== undefined;
        case 'wechat':
          return payers !== undefined;
        case 'platform-app':
          return platformApp !== undefined;
      }
    },

    async create(request) {
      const placing: Placing = { client, account, merchant, notifyUrl, now: clock.now() };
      const { environment, installationId, payerId, returnUrl } = request;
      switch (environment) {
        case 'desktop':
          return placeNative(placing, request);
        case 'mobile': {
          const address = payerAddress?.() ?? null;
          if (address === null) throw new Error('Nobody said which address the payer asks from');
          return placeH5(placing, request, address);
        }
        case 'wechat':
        case 'platform-app': {
          const known = environment === 'wechat' ? payers : platformApp;
          const payer = { installationId, payerId };
          const openid = (await known?.openid(payer)) ?? null;
          if (openid !== null) return placeJsapi(placing, request, openid);
          if (environment === 'wechat' && authorization) {
            return { type: 'authorize', url: authorization.url(payer, returnUrl) };
          }
          throw new BackendError('invalid', { reason: 'method-unavailable' });
        }
      }
    },

    query: (number) => query(client, account, number),
    close: (number) => close(client, account, number),
    refund: (request) => refund(client, request, notifyUrl),
    queryRefund: (refundNumber) => queryRefund(client, refundNumber),
  };
}

async function query(
  client: WeChatPayClient,
  account: Account,
  number: string,
): Promise<GatewayPayment> {
  try {
    const answer = await client.ask('GET', `${pathOf(number)}?mchid=${account.mchid}`);
    requireText(answer, 'out_trade_no', number);
    return paymentOf(answer, account);
  } catch (error) {
    if (isRefusal(error, NOT_EXISTING)) return { state: 'unknown' };
    throw error;
  }
}

/** Closing answers the same whether a payment was open, closed or never made: only asking tells which. */
async function close(
  client: WeChatPayClient,
  account: Account,
  number: string,
): Promise<GatewayPayment> {
  try {
    await client.ask('POST', `${pathOf(number)}/close`, { mchid: account.mchid });
  } catch (error) {
    if (!isRefusal(error, CLOSED_OTHERWISE)) throw error;
  }
  const payment = await query(client, account, number);
  if (payment.state === 'open') throw new Error('The payment is still open');
  return payment;
}

function pathOf(number: string): string {
  return `/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}`;
}

function isRefusal(error: unknown, codes: readonly string[]): boolean {
  return error instanceof WeChatPayError && codes.includes(error.code);
}
