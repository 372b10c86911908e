import type { Clock } from '../../../billing/index.js';
import type { Log } from '../../log.js';
import type { AuthorizationOptions } from './authorization.js';
import {
  readMerchantKey,
  readPlatformKey,
  type PlatformKey,
  type PlatformKeyOptions,
} from './keys.js';
import type { Payers } from './payers.js';
import type { Merchant } from './signature.js';

/** A merchant of WeChat Pay (直连商户), as its merchant platform names things. */
export interface WeChatPayOptions {
  /** 商户号 */
  mchid: string;
  /** Of the official account, mini program or app that is bound to the merchant. */
  appid: string;
  /** 商户API证书私钥, in PEM (`apiclient_key.pem`). */
  merchantKey: string;
  /** 商户API证书序列号 */
  merchantSerial: string;
  /** APIv3密钥, 32 characters of ASCII. */
  apiV3Key: string;
  /** What WeChat Pay signs with, the newest first; both old and new while one is exchanged for the other. */
  platformKeys: readonly PlatformKeyOptions[];
  /** Where WeChat Pay reaches `notifications`: over https, without a query. */
  notifyUrl: string;
  clock: Clock;
  /** Payments in WeChat itself (JSAPI): who has which openid. Absent: there are none. */
  payers?: Payers;
  /** How an openid is asked for in WeChat that `payers` does not know. Absent: nobody else can pay there. */
  authorization?: AuthorizationOptions;
  /** Payments in the platform's app (企业微信), where a host turns user ids into openids itself. Absent: there are none. */
  platformApp?: Pick<Payers, 'openid'>;
  /** Payments in a phone's browser (H5): the address that the payer asks from. Absent: there are none. */
  payerAddress?: () => string | null;
  log?: Log;
  fetch?: typeof fetch;
  /** `https://api.mch.weixin.qq.com` unless told otherwise. */
  baseUrl?: string;
  /** How long to wait for an answer, in ms; 7000 when absent, so that a worker still holds all the jobs that it took. */
  timeoutMs?: number;
}

/** What the keys say once they are read. */
export interface WeChatPayKeys {
  merchant: Merchant;
  platform: readonly [PlatformKey, ...PlatformKey[]];
}

const LONGEST_NOTIFY_URL = 255;

/** @throws Error that names every fault, and quotes no secret */
export function readOptions(options: WeChatPayOptions): WeChatPayKeys {
  const faults: string[] = [];
  const attempt = <Value>(name: string, read: () => Value): Value | null => {
    try {
      return read();
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
      return null;
    }
  };
  const { mchid, appid, merchantSerial, apiV3Key, notifyUrl } = options;
  const must = (name: string, holds: boolean, expected: string): void => {
    if (!holds) faults.push(`${name}: expected ${expected}`);
  };
  must('mchid', /^\d{6,32}$/.test(mchid), 'digits');
  must('appid', /^\w{6,32}$/.test(appid), 'letters and digits');
  must('merchantSerial', /^[0-9A-F]{8,64}$/i.test(merchantSerial), 'hexadecimal digits');
  must('apiV3Key', /^[!-~]{32}$/.test(apiV3Key), '32 characters of ASCII');
  must('notifyUrl', isPlainHttps(notifyUrl), 'an https address without a query');
  const callback = options.authorization?.callbackUrl ?? null;
  must(
    'authorization.callbackUrl',
    callback === null || isPlainHttps(callback),
    'an https address without a query',
  );
  must('authorization', !options.authorization || !!options.payers, 'payers to go with it');
  const key = attempt('merchantKey', () => readMerchantKey(options.merchantKey));
  const keys = options.platformKeys.map((given, index) =>
    attempt(`platformKeys[${index}]`, () => readPlatformKey(given)),
  );
  const [newest, ...older] = keys.filter((read) => read !== null);
  must('platformKeys', keys.length > 0, 'at least one');
  if (faults.length > 0 || !key || !newest) {
    throw new Error(`WeChat Pay cannot be used so:\n${faults.join('\n')}`);
  }
  return { merchant: { mchid, key, serial: merchantSerial }, platform: [newest, ...older] };
}

function isPlainHttps(url: string): boolean {
  if (url.length > LONGEST_NOTIFY_URL || !URL.canParse(url)) return false;
  const { protocol, search, hash, username } = new URL(url);
  return protocol === 'https:' && search + hash + username === '';
}
