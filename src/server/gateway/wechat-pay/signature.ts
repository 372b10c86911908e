import { createSign, createVerify, type KeyObject } from 'node:crypto';
import type { PlatformKey } from './keys.js';
import { NotBelievedError } from './not-believed.js';

/** How far the clocks may differ, and how old something may be that is heard again. */
const WINDOW_SECONDS = 300;

/** RSA with SHA-256 over lines that each end in a line feed, in Base64. */
export function signLines(lines: readonly string[], key: KeyObject): string {
  return createSign('RSA-SHA256').update(joined(lines), 'utf8').sign(key, 'base64');
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Who asks, and with what. */
export interface Merchant {
  mchid: string;
  key: KeyObject;
  /** Of the merchant's own certificate (商户API证书序列号). */
  serial: string;
}

/** The header `Authorization` of a request, by WECHATPAY2-SHA256-RSA2048. */
export function authorizationOf(
  { mchid, key, serial }: Merchant,
  request: {
    method: string;
    /** With its query. */
    path: string;
    /** Empty without one. */
    body: string;
    /** Seconds since 1970. */
    timestamp: number;
    nonce: string;
  },
): string {
  const { method, path, body, timestamp, nonce } = request;
  const signature = signLines([method, path, String(timestamp), nonce, body], key);
  const parts = { mchid, nonce_str: nonce, signature, timestamp, serial_no: serial };
  const quoted = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${quoted.join(',')}`;
}

/**
 * Whether WeChat Pay said this, not long ago.
 *
 * @param body as it arrived, byte for byte
 * @param nowMs ms since 1970
 * @throws NotBelievedError
 */
export function requireSigned(
  headers: Headers,
  body: Uint8Array,
  keys: readonly PlatformKey[],
  nowMs: number,
): void {
  const serial = headers.get('Wechatpay-Serial');
  const timestamp = headers.get('Wechatpay-Timestamp');
  const nonce = headers.get('Wechatpay-Nonce');
  const signature = headers.get('Wechatpay-Signature');
  if (serial === null || timestamp === null || nonce === null || signature === null) {
    throw refusal('not signed');
  }
  const age = /^\d{1,12}$/.test(timestamp) ? nowMs / 1000 - Number(timestamp) : NaN;
  if (!(Math.abs(age) <= WINDOW_SECONDS)) throw refusal('signed too long ago, or not yet');
  const platform = keys.find(({ id }) => id === serial);
  if (!platform) throw refusal('signed with a key that is not known');
  if (platform.endsAt !== null && platform.endsAt <= nowMs) {
    throw refusal('signed with a certificate that has ended');
  }
  const verify = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(body);
  if (!verify.update('\n').verify(platform.key, signature, 'base64')) {
    throw refusal('not signed by the key that it names');
  }
}

function refusal(why: string): NotBelievedError {
  return new NotBelievedError('bad-signature', `It is ${why}.`);
}
