import { BackendError } from '../contract/index.js';
import type { Instant } from '../domain/index.js';
import { canonicalJson } from './canonical.js';
import type { StoreTransaction } from './ports.js';

/** One attempt to create something, as its key names it. */
export interface Attempt {
  installationId: string;
  /** Which call, on what. */
  scope: string;
  key: string;
  /** Everything that makes the request what it is, without the key. */
  body: unknown;
}

/**
 * The id of what the same attempt made before; null when it made nothing yet.
 *
 * @throws BackendError `conflict` (`key-reused`) when the key came with another body
 */
export async function madeBefore(
  tx: StoreTransaction,
  { installationId, scope, key, body }: Attempt,
): Promise<string | null> {
  const record = await tx.idempotencyRecord(installationId, scope, key);
  if (!record) return null;
  if (record.body !== canonicalJson(body)) {
    throw new BackendError('conflict', { reason: 'key-reused' });
  }
  return record.result;
}

/** Remembers what an attempt made. Only for what succeeds: a refused creation does not use the key up (SPEC §5). */
export async function rememberMade(
  tx: StoreTransaction,
  { installationId, scope, key, body }: Attempt,
  result: string,
  createdAt: Instant,
): Promise<void> {
  await tx.addIdempotencyRecord({
    installationId,
    scope,
    key,
    body: canonicalJson(body),
    result,
    createdAt,
  });
}
