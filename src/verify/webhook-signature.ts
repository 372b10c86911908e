import { webCrypto } from './web-crypto.js';

/** What of a webhook is signed (Standard Webhooks). */
export interface WebhookMessage {
  /** The same for every try to deliver it; without a full stop. */
  id: string;
  /** When it is sent, in whole seconds since 1970. */
  timestamp: number;
  /** Exactly as it travels. */
  body: string | Uint8Array;
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** A secret that two sides share: `whsec_` and 24 to 64 bytes in base64. @throws Error for any other text, which the error does not repeat */
export function readWebhookSecret(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64(SECRET.exec(secret)?.[1] ?? '');
  if (!bytes || bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
    throw new Error('A webhook secret is "whsec_" and 24 to 64 bytes in base64.');
  }
  return bytes;
}

/**
 * The signature of a webhook, as its header `webhook-signature` has it: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.
 * While a secret is being changed for another, the header has one by each, with a space between.
 *
 * @throws Error for a secret that is none, and where there is no WebCrypto
 */
export async function signWebhook(message: WebhookMessage, secret: string): Promise<string> {
  const key = await importSecret(secret, 'sign');
  const signature = await webCrypto().sign(HMAC, key, signedBytes(message));
  return `v1,${encodeBase64(new Uint8Array(signature))}`;
}

/** Whether one of the signatures in a header is by one of the secrets. Takes as long for a wrong one as for another. */
export async function isSigned(
  message: WebhookMessage,
  header: string,
  secrets: readonly string[],
): Promise<boolean> {
  const signatures = header
    .split(' ')
    .map((text) => (text.startsWith('v1,') ? decodeBase64(text.slice(3)) : null))
    .filter((bytes) => bytes !== null)
    .slice(0, MOST_SIGNATURES);
  const bytes = signedBytes(message);
  for (const secret of secrets) {
    const key = await importSecret(secret, 'verify');
    for (const signature of signatures) {
      if (await webCrypto().verify(HMAC, key, signature, bytes)) return true;
    }
  }
  return false;
}

/** More than a sender that changes its secret needs; a header cannot make us count for long. */
const MOST_SIGNATURES = 10;

function importSecret(secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  return webCrypto().importKey('raw', readWebhookSecret(secret), HMAC, false, [usage]);
}

function signedBytes({ id, timestamp, body }: WebhookMessage): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const head = encoder.encode(`${id}.${timestamp}.`);
  const tail = typeof body === 'string' ? encoder.encode(body) : body;
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}

function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** null for what is no base64. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
