import {
  DeliveryRefusedError,
  type Clock,
  type EventSink,
  type Notice,
  type Notifier,
} from '../../billing/index.js';
import type { BillingEvent, BillingEventData } from '../../contract/index.js';
import { webCrypto } from '../../verify/web-crypto.js';
import { readWebhookSecret, signWebhook } from '../../verify/webhook-signature.js';

/** Where webhooks go, and how they are signed. */
export interface WebhookOptions {
  /** The host's receiver, over https. */
  url: string | URL;
  /** `whsec_…`, the newest first; more than one while receivers change from one to the other. */
  secrets: readonly string[];
  clock: Clock;
  fetch?: typeof fetch;
  /** Whether a receiver on this machine may be reached over http; never elsewhere. */
  allowLocalHttp?: boolean;
}

/** A worker claims 20 jobs for five minutes: all of them may take this long, and it still has them. */
const TIMEOUT_MS = 10_000;

const GONE = 410;

/**
 * Tells the host's own server of events and notices by the Standard Webhooks scheme. One call makes one try: the outbox tries again, less and
 * less often, and keeps as a dead letter what nobody took in three days. Any answer of 2xx counts as taken. A redirection is not followed:
 * it would carry what is told elsewhere. After 410 (gone) the same message is not tried again; those that come after it are, once each, until
 * whoever runs this takes the address away.
 *
 * @throws Error for an address or a secret that cannot be used
 */
export function createWebhookNotifier({
  url,
  secrets,
  clock,
  fetch = (...args) => globalThis.fetch(...args),
  allowLocalHttp = false,
}: WebhookOptions): Notifier & EventSink {
  const address = readAddress(url, allowLocalHttp);
  if (secrets.length === 0) throw new Error('A webhook needs a secret to be signed with.');
  secrets.forEach(readWebhookSecret);

  async function deliver(id: string, event: BillingEvent): Promise<void> {
    const body = JSON.stringify(event);
    const timestamp = Math.floor(Date.parse(clock.now()) / 1000);
    const message = { id: await messageId(id), timestamp, body };
    const signatures = await Promise.all(secrets.map((secret) => signWebhook(message, secret)));
    const status = await post(fetch, address, body, {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
    });
    if (status >= 200 && status < 300) return;
    const text = `The webhook answered ${status}.`;
    throw status === GONE ? new DeliveryRefusedError(text) : new Error(text);
  }

  return {
    deliver,
    send(notice) {
      const { installationId, key, dueAt } = notice;
      const event = { type: 'notice.due', timestamp: dueAt, data: dataOf(notice) } as const;
      return deliver(`notice.due:${installationId}:${key}`, event);
    },
  };
}

function readAddress(url: string | URL, allowLocalHttp: boolean): URL {
  const address = new URL(url);
  const { protocol, hostname, username, password } = address;
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const secure = protocol === 'https:' || (protocol === 'http:' && local && allowLocalHttp);
  if (!secure) throw new Error('A webhook goes to an https address.');
  if (username || password) throw new Error('A webhook address has no user name or password.');
  return address;
}

/** What is said is whitelisted: a notice names the people to tell, and the host knows them itself. */
function dataOf(notice: Notice): BillingEventData['notice.due'] {
  const { installationId, appName } = notice;
  if ('endsAt' in notice) {
    const { kind, endsAt } = notice;
    return { installationId, appName, kind, endsAt };
  }
  const { kind, seats, seatsInUse, blocksAt } = notice;
  return { installationId, appName, kind, seats, seatsInUse, blocksAt };
}

/** The same for the same thing that is told, of characters that fit a header and no full stop. */
async function messageId(id: string): Promise<string> {
  const digest = await webCrypto().digest('SHA-256', new TextEncoder().encode(id));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return `evt_${hex.join('').slice(0, 32)}`;
}

async function post(
  fetch: typeof globalThis.fetch,
  url: URL,
  body: string,
  headers: Record<string, string>,
): Promise<number> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers,
      signal,
    });
    // What it says beyond its status is of no use, and may be long.
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    const text = signal.aborted
      ? 'The webhook did not answer in time.'
      : 'The webhook cannot be reached.';
    throw new Error(text, { cause });
  }
}
