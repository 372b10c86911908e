import { randomBytes } from 'node:crypto';
import type { GatewayPaymentRequest } from '../../../billing/index.js';
import { BackendError, type PaymentAction } from '../../../contract/index.js';
import type { Instant } from '../../../domain/index.js';
import { WeChatPayError, type WeChatPayClient } from './client.js';
import { textOf, type JsonObject } from './fields.js';
import { signLines, type Merchant } from './signature.js';
import { cut } from './text.js';
import { CNY, type Account } from './transaction.js';

/** What an order is placed with. */
export interface Placing {
  client: WeChatPayClient;
  account: Account;
  merchant: Merchant;
  notifyUrl: string;
  now: Instant;
}

const MINUTE_MS = 60_000;
/** How long a code or prepay id lives, and an H5 link (SPEC §5). */
const CODE_MS = 120 * MINUTE_MS;
const H5_LINK_MS = 5 * MINUTE_MS;

const LONGEST_DESCRIPTION = 127;
const NUMBER = /^[0-9A-Za-z_\-|*]{6,32}$/;

/** The code that a desk shows (Native支付). */
export async function placeNative(
  placing: Placing,
  request: GatewayPaymentRequest,
): Promise<PaymentAction & { type: 'qr' }> {
  const answer = await place(placing, request, 'native', {});
  const codeUrl = textOf(answer, 'code_url');
  return { ...baseOf(placing, request, CODE_MS), type: 'qr', codeUrl };
}

/** What the wallet around the page is called with (JSAPI支付). */
export async function placeJsapi(
  placing: Placing,
  request: GatewayPaymentRequest,
  openid: string,
): Promise<PaymentAction & { type: 'jsapi' }> {
  const answer = await place(placing, request, 'jsapi', { payer: { openid } });
  const packed = `prepay_id=${textOf(answer, 'prepay_id')}`;
  const { account, merchant, now } = placing;
  const timeStamp = String(Math.floor(Date.parse(now) / 1000));
  const nonceStr = randomBytes(16).toString('hex');
  return {
    ...baseOf(placing, request, CODE_MS),
    type: 'jsapi',
    parameters: {
      appId: account.appid,
      timeStamp,
      nonceStr,
      package: packed,
      signType: 'RSA',
      paySign: signLines([account.appid, timeStamp, nonceStr, packed], merchant.key),
    },
  };
}

/** The page that opens the wallet of a phone (H5支付), and leads back to where the payer came from. */
export async function placeH5(
  placing: Placing,
  request: GatewayPaymentRequest,
  payerAddress: string,
): Promise<PaymentAction & { type: 'redirect' }> {
  const scene = { payer_client_ip: payerAddress, h5_info: { type: 'Wap' } };
  const answer = await place(placing, request, 'h5', { scene_info: scene });
  const url = new URL(textOf(answer, 'h5_url'));
  if (request.returnUrl !== null) url.searchParams.set('redirect_url', request.returnUrl);
  return { ...baseOf(placing, request, H5_LINK_MS), type: 'redirect', url: url.href };
}

/** Refusals to place an order that was closed before: another attempt took the place of this one while it was being made. */
const CLOSED: readonly string[] = ['ORDER_CLOSED', 'ORDERCLOSED'];

/**
 * Places the order. The same number with the same order is the same payment, with a fresh code.
 *
 * @throws BackendError `conflict` with `key-reused` when it was closed meanwhile
 */
async function place(
  { client, account, notifyUrl }: Placing,
  { number, amount, currency, description, expiresAt }: GatewayPaymentRequest,
  way: 'native' | 'jsapi' | 'h5',
  more: JsonObject,
): Promise<JsonObject> {
  if (currency !== CNY) throw new BackendError('invalid', { reason: 'method-unavailable' });
  if (!NUMBER.test(number)) throw new Error('Not a number that WeChat Pay takes');
  const order = {
    ...account,
    description: cut(description, (text) => Array.from(text).length <= LONGEST_DESCRIPTION),
    out_trade_no: number,
    time_expire: chineseTime(expiresAt),
    notify_url: notifyUrl,
    amount: { total: amount, currency },
    ...more,
  };
  try {
    return await client.ask('POST', `/v3/pay/transactions/${way}`, order);
  } catch (cause) {
    const closed = cause instanceof WeChatPayError && CLOSED.includes(cause.code);
    throw closed ? new BackendError('conflict', { reason: 'key-reused', cause }) : cause;
  }
}

function baseOf(
  { now }: Placing,
  { attemptId, amount, expiresAt }: GatewayPaymentRequest,
  lifeMs: number,
): { attemptId: string; amount: number; expiresAt: Instant } {
  const ends = Math.min(Date.parse(now) + lifeMs, Date.parse(expiresAt));
  return { attemptId, amount, expiresAt: new Date(ends).toISOString() };
}

/** An instant to the second by the clocks of China, as RFC 3339 writes it. */
function chineseTime(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 60 * MINUTE_MS).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}
