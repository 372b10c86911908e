import { keyIn, type KeySet, type KeySource } from './keys.js';
import { ownMembers } from './json-object.js';

/** How a key set is fetched and kept. */
export interface RemoteKeysOptions {
  fetch?: typeof fetch;
  /** How long a set is used before it is fetched again, in milliseconds; ten minutes by default. */
  cacheMs?: number;
  /** The least time between two fetches, in milliseconds; 30 s by default. Unknown keys and failures cause no more than that. */
  coolDownMs?: number;
  /** How long a fetch may take, in milliseconds; 5 s by default. */
  timeoutMs?: number;
  /** A clock that never goes back, in milliseconds. */
  now?: () => number;
}

/** How long a set is used at most when it cannot be fetched anew: long enough for an outage of the backend. */
const MAX_AGE_MS = 24 * 60 * 60_000;

/**
 * A key set that is fetched from `url` when first needed, again when it has grown old, and when a token names a key that is not in it, for
 * the backend may have changed its key. When it cannot be fetched the last one serves for a day; then, and before the first, `find` rejects.
 * Use an address with https: who can change the set can sign.
 */
export function remoteKeys(
  url: string | URL,
  {
    fetch = (...args) => globalThis.fetch(...args),
    cacheMs = 10 * 60_000,
    coolDownMs = 30_000,
    timeoutMs = 5000,
    now = () => performance.now(),
  }: RemoteKeysOptions = {},
): KeySource {
  let known: { set: KeySet; at: number } | null = null;
  let triedAt = -Infinity;
  let failure: { cause: unknown } | null = null;
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    const at = now();
    triedAt = at;
    try {
      const response = await fetch(url, {
        headers: { Accept: 'application/jwk-set+json, application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) throw new Error(`The key set answered ${response.status}.`);
      known = { set: readKeySet(await response.json()), at };
      failure = null;
    } catch (cause) {
      failure = { cause };
    } finally {
      loading = null;
    }
  }

  async function refresh(): Promise<void> {
    // A worker of Cloudflare may not wait for what another request began.
    if (loading && !isCloudflareWorker()) return loading;
    if (!loading && now() - triedAt < coolDownMs) return;
    loading = load();
    return loading;
  }

  const current = (maxAge: number): KeySet | null =>
    known && now() - known.at < maxAge ? known.set : null;
  const look = (kid: string) => {
    const set = current(Math.max(cacheMs, MAX_AGE_MS));
    return set && keyIn(set, kid);
  };

  return {
    async find(kid) {
      if (!current(cacheMs) || !look(kid)) await refresh();
      const key = look(kid);
      if (!key && failure) throw new Error('The key set cannot be had.', failure);
      return key;
    },
  };
}

function readKeySet(answer: unknown): KeySet {
  const keys = ownMembers(answer)?.keys;
  if (!Array.isArray(keys)) throw new Error('The answer is no key set.');
  return { keys: keys as object[] };
}

function isCloudflareWorker(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return navigator?.userAgent === 'Cloudflare-Workers';
}
