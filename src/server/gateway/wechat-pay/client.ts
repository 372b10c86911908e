import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../billing/index.js';
import { errorFields, type Log } from '../../log.js';
import { readBounded } from '../bounded-body.js';
import { parseObject, textOf, type JsonObject } from './fields.js';
import type { PlatformKey } from './keys.js';
import { NotBelievedError } from './not-believed.js';
import { authorizationOf, requireSigned, type Merchant } from './signature.js';

/** WeChat Pay said no. Signed by it, so that it can be acted on. */
export class WeChatPayError extends Error {
  override readonly name = 'WeChatPayError';

  /** @param code WeChat Pay's own, such as `ORDER_NOT_EXIST` */
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`WeChat Pay answered ${status} ${code}`);
  }
}

/** Asks WeChat Pay, once: who calls decides whether asking again does no harm. */
export interface WeChatPayClient {
  /**
   * @param path with its query
   * @throws WeChatPayError for a signed refusal; another error when there was no answer, or none to believe
   */
  ask(method: 'GET' | 'POST', path: string, body?: JsonObject): Promise<JsonObject>;
}

/** What the client asks with. */
export interface ClientOptions {
  merchant: Merchant;
  /** The newest first: answers are asked to be signed with it. */
  keys: readonly [PlatformKey, ...PlatformKey[]];
  clock: Clock;
  fetch: typeof fetch;
  base: URL;
  timeoutMs: number;
  log: Log;
}

const MOST_BYTES = 64 * 1024;

export function createClient(options: ClientOptions): WeChatPayClient {
  const { merchant, keys, clock, fetch, base, timeoutMs, log } = options;

  const nowMs = (): number => Date.parse(clock.now());

  async function send(method: string, path: string, body: string): Promise<Response> {
    const timestamp = Math.floor(nowMs() / 1000);
    const nonce = randomBytes(16).toString('hex');
    return fetch(new URL(path, base), {
      method,
      ...(body !== '' && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        Accept: 'application/json',
        ...(body !== '' && { 'Content-Type': 'application/json' }),
        Authorization: authorizationOf(merchant, { method, path, body, timestamp, nonce }),
        'User-Agent': 'seatkit-server',
        'Wechatpay-Serial': keys[0].id,
      },
    });
  }

  async function answerTo(method: string, path: string, body: string): Promise<JsonObject> {
    const response = await send(method, path, body);
    const { status, headers } = response;
    const bytes = await readBounded(response.body, MOST_BYTES);
    if (!bytes) throw new NotBelievedError('bad-content', 'The answer is too long');
    try {
      requireSigned(headers, bytes, keys, nowMs());
    } catch (cause) {
      // Our own keys may be wrong: then the status says so, and nothing is signed.
      log.error('wechat-pay-not-believed', { status });
      throw cause;
    }
    if (status === 204) return {};
    const answer = parseObject(bytes.toString());
    if (status === 200) return answer;
    throw new WeChatPayError(status, textOf(answer, 'code'));
  }

  return {
    async ask(method, path, body) {
      try {
        return await answerTo(method, path, body ? JSON.stringify(body) : '');
      } catch (error) {
        const status = error instanceof WeChatPayError ? error.status : null;
        log.warn('wechat-pay-failed', { method, status, ...errorFields(error) });
        throw error;
      }
    },
  };
}
