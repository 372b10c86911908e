import type { Clock } from '../../../billing/index.js';
import type { Log } from '../../log.js';
import type { AuthorizationOptions } from './authorization.js';
import type { Payers } from './payers.js';

/** A key WeChat Pay signs with: a platform certificate (微信支付平台证书), or the public key (微信支付公钥) with its id. */
export interface PlatformKeyOptions {
  /** PEM: `BEGIN CERTIFICATE` or `BEGIN PUBLIC KEY`. */
  pem: string;
  /** `PUB_KEY_ID_…`. A certificate needs none: its serial number names it. */
  id?: string;
}

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
