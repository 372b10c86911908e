import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import type { EntitlementSigningKey } from '../../verify/index.js';
import type { Kind } from './kinds.js';

/** A text as a key or a certificate is printed: line ends may have been lost on the way through an environment. */
function unfolded(text: string): string {
  return text.replaceAll('\\n', '\n').trim();
}

/** The value, where making it does not throw. */
function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function isRsa({ asymmetricKeyType }: { asymmetricKeyType?: string }): boolean {
  return asymmetricKeyType === 'rsa';
}

export const rsaPrivateKey: Kind<string> = {
  expects: 'an RSA private key as PEM (-----BEGIN PRIVATE KEY----- …)',
  read(text) {
    const pem = unfolded(text);
    const key = attempt(() => createPrivateKey(pem));
    return key && isRsa(key) ? pem : undefined;
  },
};

export const rsaPublicKey: Kind<string> = {
  expects: 'an RSA public key as PEM (-----BEGIN PUBLIC KEY----- …)',
  read(text) {
    const pem = unfolded(text);
    if (pem.includes('PRIVATE')) return undefined;
    const key = attempt(() => createPublicKey(pem));
    return key && isRsa(key) ? pem : undefined;
  },
};

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** One certificate or more, one after the other; each as PEM. */
export const certificates: Kind<readonly string[]> = {
  expects: 'certificates as PEM (-----BEGIN CERTIFICATE----- …)',
  read(text) {
    const found = unfolded(text).match(CERTIFICATE) ?? [];
    const read = found.filter((pem) => attempt(() => new X509Certificate(pem)) !== undefined);
    return read.length === found.length && read.length > 0 ? found : undefined;
  },
};

/** A JSON Web Key Set, or one key, with private parts. Whether the keys are good is for the signer to say. */
export const signingKeys: Kind<readonly EntitlementSigningKey[]> = {
  expects: 'what "seatkit-server keys" prints: {"keys":[{"kty":"EC", …}]}',
  read(text) {
    const parsed = attempt(() => JSON.parse(text) as unknown);
    const keys = isRecord(parsed) && Array.isArray(parsed.keys) ? (parsed.keys as unknown[]) : [];
    return keys.length > 0 && keys.every(isSigningKey) ? keys : undefined;
  },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSigningKey(value: unknown): value is EntitlementSigningKey {
  const members = ['crv', 'x', 'y', 'd', 'kid'];
  return isRecord(value) && members.every((name) => typeof value[name] === 'string');
}
