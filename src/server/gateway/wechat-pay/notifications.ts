import type { Billing, Clock, GatewayEvent } from '../../../billing/index.js';
import { errorFields, type Log } from '../../log.js';
import { readBounded } from '../bounded-body.js';
import { readSealed, unseal } from './cipher.js';
import { parseObject, requireText, textOf } from './fields.js';
import type { PlatformKey } from './keys.js';
import { NotBelievedError } from './not-believed.js';
import { refundOf } from './refund.js';
import { requireSigned } from './signature.js';
import { paymentOf, type Account } from './transaction.js';

/** What notifications are read with. */
export interface NotificationOptions {
  account: Account;
  keys: readonly PlatformKey[];
  apiV3Key: string;
  clock: Clock;
  log: Log;
}

const MOST_BYTES = 64 * 1024;

/** WeChat Pay gives up after 5 s and tells again later; what was begun goes on. */
const ANSWER_MS = 4000;

/**
 * Answers what WeChat Pay tells unasked: 204 once billing has taken it in, also when it knew; 4xx for what is not from WeChat Pay or for
 * another merchant; 5xx when billing could not, and then WeChat Pay tells it again.
 */
export function createNotifications(
  options: NotificationOptions,
  billing: Pick<Billing, 'handleNotification'>,
): (request: Request) => Promise<Response> {
  const { log } = options;
  return async (request) => {
    if (request.method !== 'POST') return refused(405, 'METHOD_NOT_ALLOWED', { Allow: 'POST' });
    try {
      return await inTime(take(request));
    } catch (error) {
      if (!(error instanceof NotBelievedError)) {
        log.error('notification-failed', errorFields(error));
        return refused(500, 'SYSTEM_ERROR');
      }
      log.warn('notification-refused', { code: error.code });
      return error.code === 'bad-signature'
        ? refused(401, 'SIGN_ERROR')
        : refused(400, 'PARAM_ERROR');
    }
  };

  async function take(request: Request): Promise<Response> {
    const bytes = await readBounded(request.body, MOST_BYTES);
    if (!bytes) return refused(413, 'PARAM_ERROR');
    const { keys, clock } = options;
    requireSigned(request.headers, bytes, keys, Date.parse(clock.now()));
    const event = eventOf(bytes.toString(), options);
    if (event) await billing.handleNotification(event);
    return new Response(null, { status: 204 });
  }
}

/** null for what does not concern payments. @throws NotBelievedError */
function eventOf(body: string, { account, apiV3Key }: NotificationOptions): GatewayEvent | null {
  const envelope = parseObject(body);
  const type = textOf(envelope, 'event_type');
  if (!/^(TRANSACTION|REFUND)\./.test(type)) return null;
  const told = parseObject(unseal(readSealed(envelope.resource), apiV3Key));
  if (type.startsWith('TRANSACTION.')) {
    const payment = paymentOf(told, account);
    return { type: 'payment', number: textOf(told, 'out_trade_no'), payment };
  }
  requireText(told, 'mchid', account.mchid);
  const refundNumber = textOf(told, 'out_refund_no');
  const refund = refundOf(told, refundNumber, 'refund_status');
  return { type: 'refund', number: textOf(told, 'out_trade_no'), refundNumber, refund };
}

/** What it is not worth waiting for any longer counts as failed. */
async function inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Billing did not take the notification in time'));
    }, ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const MESSAGES = {
  METHOD_NOT_ALLOWED: '只接受 POST',
  SIGN_ERROR: '签名验证失败',
  PARAM_ERROR: '通知内容有误',
  SYSTEM_ERROR: '系统繁忙，请稍后再次通知',
} as const;

function refused(status: number, code: keyof typeof MESSAGES, headers = {}): Response {
  return Response.json({ code, message: MESSAGES[code] }, { status, headers });
}
