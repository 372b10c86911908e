import { BackendError } from '../contract/index.js';
import type { QuoteRequest } from '../domain/index.js';

/** The longest text a person may send: a reason, a complaint, an answer. */
export const MAX_TEXT = 2000;
/** The longest line: a contact, an address to come back to. */
export const MAX_LINE = 2000;

/** @throws BackendError `invalid` naming the one faulty field */
export function refuse(path: string, code: string): never {
  throw new BackendError('invalid', { issues: [{ path, code }] });
}

/** @throws BackendError `invalid` when the key is not 8–128 characters */
export function requireKey(key: unknown): string {
  if (typeof key !== 'string') return refuse('key', 'missing');
  if (key.length < 8 || key.length > 128) refuse('key', 'out-of-range');
  return key;
}

/** A text without the space around it. @throws BackendError `invalid` when it is empty or longer than {@link MAX_TEXT} */
export function requireText(path: string, text: unknown): string {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  if (trimmed === '') refuse(path, 'missing');
  if (trimmed.length > MAX_TEXT) refuse(path, 'too-long');
  return trimmed;
}

/** @throws BackendError `invalid` when the word is not among those allowed */
export function requireOneOf<Word extends string>(
  path: string,
  word: unknown,
  allowed: readonly Word[],
): Word {
  const found = allowed.find((candidate) => candidate === word);
  return found ?? refuse(path, 'out-of-range');
}

/** A request with what it needs and nothing else. Its numbers are for `quote` to judge. */
export function readRequest(request: QuoteRequest): QuoteRequest {
  const kind = requireOneOf('request.kind', (request as QuoteRequest | null)?.kind, [
    'new',
    'renew',
    'expand',
  ]);
  const { seats, cycles } = request;
  const counts = {
    ...(seats === undefined ? {} : { seats }),
    ...(cycles === undefined ? {} : { cycles }),
  };
  return { kind, ...counts } as QuoteRequest;
}
