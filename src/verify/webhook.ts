import type { BillingEvent } from '../contract/index.js';
import { ownMembers, readJsonObject } from './json-object.js';
import { isSigned, readWebhookSecret } from './webhook-signature.js';

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  /** Of a Fetch request, or of one of Node's. */
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
  /** The raw body, before anything has parsed it: another spacing has another signature. */
  body: string | Uint8Array;
}

/** When a webhook is accepted. */
export interface VerifyWebhookOptions {
  /** How far its time may differ from the receiver's, in milliseconds; five minutes by default. */
  clockToleranceMs?: number;
  /** The receiver's clock, in milliseconds since 1970. */
  now?: () => number;
}

/** Why a webhook is not accepted. */
export type WebhookFault =
  /** A header of Standard Webhooks is missing or none. */
  | 'missing-headers'
  /** Sent longer ago than is borne: perhaps somebody sends it again. */
  | 'too-old'
  /** Sent later than now. */
  | 'too-new'
  /** Changed on the way, or by another's secret. */
  | 'bad-signature'
  /** Rightly signed, but no event of billing. */
  | 'malformed';

/** An event to act on, or why there is none. */
export type WebhookVerification =
  { ok: true; id: string; event: BillingEvent } | { ok: false; reason: WebhookFault };

const TOLERANCE_MS = 5 * 60_000;

/**
 * Checks a webhook of billing by the Standard Webhooks scheme, and reads it. Answer 2xx soon, and remember the `id` of what was done: after a
 * lost answer the same event comes again. Events come in any order, and a newer backend may send types that are not known here: pass them over.
 *
 * @param secrets `whsec_…`; several while one is being changed for another
 * @throws Error for a secret that is none, and where there is no WebCrypto
 */
export async function verifyWebhook(
  { headers, body }: ReceivedWebhook,
  secrets: string | readonly string[],
  { clockToleranceMs = TOLERANCE_MS, now = Date.now }: VerifyWebhookOptions = {},
): Promise<WebhookVerification> {
  const known = typeof secrets === 'string' ? [secrets] : secrets;
  known.forEach(readWebhookSecret);
  const header = headerReader(headers);
  const [id, time, signature] = [
    header('webhook-id'),
    header('webhook-timestamp'),
    header('webhook-signature'),
  ];
  // An id with a full stop could shift what is signed.
  if (!id || id.includes('.') || !signature || !time || !/^\d{1,12}$/.test(time)) {
    return { ok: false, reason: 'missing-headers' };
  }
  const timestamp = Number(time);
  const age = now() - timestamp * 1000;
  if (age > clockToleranceMs) return { ok: false, reason: 'too-old' };
  if (age < -clockToleranceMs) return { ok: false, reason: 'too-new' };
  if (!(await isSigned({ id, timestamp, body }, signature, known))) {
    return { ok: false, reason: 'bad-signature' };
  }
  const event = readEvent(body);
  return event ? { ok: true, id, event } : { ok: false, reason: 'malformed' };
}

function headerReader(headers: ReceivedWebhook['headers']): (name: string) => string | null {
  const { get } = headers;
  if (typeof get === 'function') return (name) => get.call(headers, name);
  const record = headers as Readonly<Record<string, string | string[] | undefined>>;
  return (name) => (Object.hasOwn(record, name) ? (record[name]?.toString() ?? null) : null);
}

/** Who signed it made it: what it is made of is looked at no closer than to tell an event from something else. */
function readEvent(body: string | Uint8Array): BillingEvent | null {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const members = readJsonObject(bytes);
  const data = ownMembers(members?.data);
  const { type, timestamp } = members ?? {};
  const fits =
    typeof type === 'string' &&
    typeof timestamp === 'string' &&
    !Number.isNaN(Date.parse(timestamp)) &&
    typeof data?.installationId === 'string';
  return fits ? ({ type, timestamp, data } as unknown as BillingEvent) : null;
}
