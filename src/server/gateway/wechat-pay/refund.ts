import type { GatewayRefund, GatewayRefundRequest } from '../../../billing/index.js';
import { WeChatPayError, type WeChatPayClient } from './client.js';
import { fenOf, instantOf, objectOf, requireText, textOf, type JsonObject } from './fields.js';
import { NotBelievedError } from './not-believed.js';
import { cut } from './text.js';
import { CNY } from './transaction.js';

const PATH = '/v3/refund/domestic/refunds';

/** The longest reason the payer is shown, in bytes of UTF-8. */
const REASON_BYTES = 80;

/** Refusals after which the refund under this number does not exist and will not. */
const FINAL_REFUSALS: readonly string[] = [
  'INVALID_REQUEST',
  'NOT_ENOUGH',
  'RESOURCE_NOT_EXISTS',
  'TRADE_OVERDUE',
  'USER_ACCOUNT_ABNORMAL',
];

/** Sends money back. The same number again gives the same refund, also at WeChat Pay. */
export async function refund(
  client: WeChatPayClient,
  request: GatewayRefundRequest,
  notifyUrl: string,
): Promise<GatewayRefund> {
  try {
    const answer = await client.ask('POST', PATH, bodyOf(request, notifyUrl));
    requireText(answer, 'out_trade_no', request.number);
    requireText(answer, 'transaction_id', request.transactionId);
    const amount = objectOf(answer.amount, 'amount');
    if (fenOf(amount, 'refund') !== request.amount) {
      throw new NotBelievedError('bad-content', 'refund is not what was asked for');
    }
    return refundOf(answer, request.refundNumber, 'status');
  } catch (error) {
    if (!(error instanceof WeChatPayError) || !FINAL_REFUSALS.includes(error.code)) throw error;
    // Refused now, but an earlier request with this number may have been taken.
    const known = await queryRefund(client, request.refundNumber);
    return known.state === 'unknown' ? { state: 'failed', failure: error.code } : known;
  }
}

export async function queryRefund(
  client: WeChatPayClient,
  refundNumber: string,
): Promise<GatewayRefund> {
  try {
    const path = `${PATH}/${encodeURIComponent(refundNumber)}`;
    return refundOf(await client.ask('GET', path), refundNumber, 'status');
  } catch (error) {
    if (error instanceof WeChatPayError && error.code === 'RESOURCE_NOT_EXISTS') {
      return { state: 'unknown' };
    }
    throw error;
  }
}

/**
 * How a refund stands. `ABNORMAL` is not the end: the card it came from takes nothing, and whoever runs the merchant's account sends it
 * elsewhere by hand; then it succeeds under the same number.
 *
 * @param statusKey `status` in an answer, `refund_status` in a notification
 * @throws NotBelievedError when it is another refund, or not of the whole payment
 */
export function refundOf(
  refund: JsonObject,
  refundNumber: string,
  statusKey: 'status' | 'refund_status',
): GatewayRefund {
  requireText(refund, 'out_refund_no', refundNumber);
  const amount = objectOf(refund.amount, 'amount');
  if (fenOf(amount, 'refund') !== fenOf(amount, 'total')) {
    throw new NotBelievedError('bad-content', 'refund is not the whole');
  }
  const state = textOf(refund, statusKey);
  switch (state) {
    case 'SUCCESS':
      return { state: 'succeeded', refundedAt: instantOf(refund, 'success_time') };
    case 'PROCESSING':
    case 'ABNORMAL':
      return { state: 'processing' };
    case 'CLOSED':
      return { state: 'failed', failure: state };
    default:
      throw new NotBelievedError('bad-content', `${statusKey} is none that is known`);
  }
}

function bodyOf(request: GatewayRefundRequest, notifyUrl: string): JsonObject {
  const { transactionId, refundNumber, amount, reason } = request;
  const shown = cut(reason, (text) => Buffer.byteLength(text) <= REASON_BYTES);
  return {
    transaction_id: transactionId,
    out_refund_no: refundNumber,
    ...(shown !== '' && { reason: shown }),
    notify_url: notifyUrl,
    amount: { refund: amount, total: amount, currency: CNY },
  };
}
