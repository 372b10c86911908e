import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { PlatformKeyOptions } from './wechat-pay-options.js';

/** A key that signatures of WeChat Pay are checked with. */
export interface PlatformKey {
  /** As the header `Wechatpay-Serial` names it. */
  id: string;
  key: KeyObject;
  /** ms since 1970 from which it no longer counts; null for a public key, which has no end. */
  endsAt: number | null;
}

/** @throws Error that does not quote the PEM */
export function readPlatformKey({ pem, id }: PlatformKeyOptions): PlatformKey {
  if (pem.includes('BEGIN CERTIFICATE')) {
    const { serialNumber, publicKey, validTo } = readCertificate(pem);
    return { id: serialNumber, key: requireRsa(publicKey), endsAt: Date.parse(validTo) };
  }
  if (id === undefined) throw new Error('A public key of WeChat Pay needs its id.');
  return { id, key: requireRsa(parsed(() => createPublicKey(pem))), endsAt: null };
}

/** The merchant's own key (商户API证书私钥). @throws Error that does not quote the PEM */
export function readMerchantKey(pem: string): KeyObject {
  return requireRsa(parsed(() => createPrivateKey(pem)));
}

function readCertificate(pem: string): X509Certificate {
  return parsed(() => new X509Certificate(pem));
}

/** What a parser throws may quote the key. */
function parsed<Key>(parse: () => Key): Key {
  try {
    return parse();
  } catch {
    throw new Error('Not a key or certificate in PEM.');
  }
}

function requireRsa(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new Error('WeChat Pay signs with RSA keys alone.');
  return key;
}
