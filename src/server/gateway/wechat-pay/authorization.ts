import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../billing/index.js';
import { errorFields, type Log } from '../../log.js';
import { readBounded } from '../bounded-body.js';
import { parseObject, textOf } from './fields.js';
import type { Payer, Payers } from './payers.js';

/** How a payer's wallet becomes known (网页授权, scope `snsapi_base`: the payer sees nothing of it). */
export interface AuthorizationOptions {
  /** Of the official account (公众号 AppSecret). */
  appSecret: string;
  /** Where this server hears who it is: over https, on a domain that the official account names. */
  callbackUrl: string;
  /** Origins of the pages that payers may come back to; an address elsewhere is not followed. */
  returnOrigins: readonly string[];
}

/** What the way to the wallet and back is made with. */
export interface AuthorizationWay extends AuthorizationOptions {
  appid: string;
  /** Any secret of the merchant; a key of its own is drawn from it. */
  secret: string;
  payers: Payers;
  clock: Clock;
  fetch: typeof fetch;
  timeoutMs: number;
  log: Log;
}

export interface Authorization {
  /** Where the payer is sent to. */
  url(payer: Payer, returnUrl: string | null): string;
  /** Answers the way back, mounted at `callbackUrl`. */
  answer(request: Request): Promise<Response>;
}

/** Who was sent on the way, as a signed note that comes back. */
interface Traveller extends Payer {
  returnUrl: string | null;
  /** ms since 1970. */
  until: number;
}

const TRIP_MS = 10 * 60_000;
const MOST_BYTES = 16 * 1024;

const AUTHORIZE = 'https://open.weixin.qq.com/connect/oauth2/authorize';
const TOKEN = 'https://api.weixin.qq.com/sns/oauth2/access_token';

const BACK_TO_PAGE = '请回到付款页面继续。\nPlease go back to the page where you pay.\n';
const NOT_VALID =
  '此链接已失效，没有付款。请回到付款页面重试。\n' +
  'This link is no longer valid. Nothing was paid. Please go back and try again.\n';

export function createAuthorization(way: AuthorizationWay): Authorization {
  const { appid, appSecret, callbackUrl, payers, clock, log } = way;
  const origins = way.returnOrigins.map((origin) => new URL(origin).origin);
  const key = Buffer.from(hkdfSync('sha256', way.secret, '', 'seatkit payer authorization', 32));

  const sign = (note: string): string => createHmac('sha256', key).update(note).digest('hex');
  const now = (): number => Date.parse(clock.now());

  function read(note: string, signature: string): Traveller | null {
    const given = Buffer.from(signature);
    const right = Buffer.from(sign(note));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const traveller = JSON.parse(Buffer.from(note, 'base64url').toString()) as Traveller;
    return traveller.until > now() ? traveller : null;
  }

  async function openidOf(code: string): Promise<string> {
    const url = new URL(TOKEN);
    const query = { appid, secret: appSecret, code, grant_type: 'authorization_code' };
    url.search = new URLSearchParams(query).toString();
    const signal = AbortSignal.timeout(way.timeoutMs);
    const response = await way.fetch(url, { redirect: 'manual', signal });
    const bytes = await readBounded(response.body, MOST_BYTES);
    return textOf(parseObject(bytes?.toString() ?? ''), 'openid');
  }

  return {
    url({ installationId, payerId }, returnUrl) {
      const allowed = returnUrl !== null && origins.includes(new URL(returnUrl).origin);
      const traveller: Traveller = {
        installationId,
        payerId,
        returnUrl: allowed ? returnUrl : null,
        until: now() + TRIP_MS,
      };
      const note = Buffer.from(JSON.stringify(traveller)).toString('base64url');
      const callback = new URL(callbackUrl);
      callback.searchParams.set('payer', note);
      const query = {
        appid,
        redirect_uri: callback.href,
        response_type: 'code',
        scope: 'snsapi_base',
        // At most 128 letters and digits may go here, so the note itself travels in the address.
        state: sign(note),
      };
      return `${AUTHORIZE}?${new URLSearchParams(query).toString()}#wechat_redirect`;
    },

    async answer(request) {
      const { searchParams } = new URL(request.url);
      const { payer = '', state = '', code = '' } = Object.fromEntries(searchParams);
      const traveller = read(payer, state);
      if (!traveller || code === '') return said(400, NOT_VALID);
      try {
        const { installationId, payerId } = traveller;
        await payers.put({ installationId, payerId }, await openidOf(code));
      } catch (error) {
        // The page asks again, and offers another try.
        log.warn('payer-authorization-failed', errorFields(error));
      }
      const { returnUrl } = traveller;
      return returnUrl === null
        ? said(200, BACK_TO_PAGE)
        : new Response(null, { status: 303, headers: { ...HEADERS, Location: returnUrl } });
    },
  };
}

const HEADERS = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

function said(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
