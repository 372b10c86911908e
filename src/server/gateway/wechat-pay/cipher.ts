import { createDecipheriv } from 'node:crypto';
import { objectOf, requireText, textOf } from './fields.js';
import { NotBelievedError } from './not-believed.js';

const TAG_BYTES = 16;

/** What was encrypted for the merchant with AEAD_AES_256_GCM. */
export interface Sealed {
  /** Base64; the tag is its last 16 bytes. */
  ciphertext: string;
  nonce: string;
  associatedData: string;
}

/**
 * @param key the APIv3 key (APIv3密钥), 32 bytes
 * @throws NotBelievedError when it was encrypted with another key, or changed on its way
 */
export function unseal({ ciphertext, nonce, associatedData }: Sealed, key: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const end = bytes.length - TAG_BYTES;
  if (end < 0 || nonce === '') throw refusal();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(Buffer.from(associatedData));
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]).toString();
  } catch (cause) {
    throw refusal(cause);
  }
}

/** The resource of a notification. @throws NotBelievedError */
export function readSealed(value: unknown): Sealed {
  const resource = objectOf(value, 'resource');
  requireText(resource, 'algorithm', 'AEAD_AES_256_GCM');
  const { associated_data: associated } = resource;
  return {
    ciphertext: textOf(resource, 'ciphertext'),
    nonce: textOf(resource, 'nonce'),
    associatedData: typeof associated === 'string' ? associated : '',
  };
}

function refusal(cause?: unknown): NotBelievedError {
  return new NotBelievedError('bad-content', 'It cannot be decrypted', { cause });
}
