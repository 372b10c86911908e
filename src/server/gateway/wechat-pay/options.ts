import { readMerchantKey, readPlatformKey, type PlatformKey } from './keys.js';
import type { Merchant } from './signature.js';
import type { WeChatPayOptions } from './wechat-pay-options.js';

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
