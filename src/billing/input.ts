import { BackendError } from '../contract/index.js';
import type { Instant, QuoteRequest } from '../domain/index.js';
import { normalInstant } from './instants.js';

/** The longest text a person may send: a reason, a complaint, an answer. */
export const MAX_TEXT = 2000;
/** The longest line: a contact, an address to come back to. */
export const MAX_LINE = 2000;

/** @throws BackendError `invalid` naming the one faulty field */
export function refuse(path: string, code: string): never {
  throw new BackendError('invalid', { issues: [{ path, code }] });
}

/** An input that is an object, for its fields to be looked at. @throws BackendError `invalid` when it is none */
export function requireObject<Input extends object>(path: string, input: Input): Input {
  if (isObject(input)) return input;
  return refuse(path, absentOr('wrong-type', input));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function absentOr(code: string, value: unknown): string {
  return value === undefined ? 'missing' : code;
}

/** A text of any length, as it came. @throws BackendError `invalid` */
export function requireString(path: string, text: unknown): string {
  return typeof text === 'string' ? text : refuse(path, absentOr('wrong-type', text));
}

/** A plain yes or no: nothing else that counts as one. @throws BackendError `invalid` */
export function requireFlag(path: string, flag: unknown): boolean {
  return typeof flag === 'boolean' ? flag : refuse(path, absentOr('wrong-type', flag));
}

/**
 * An idempotency key: 8–128 visible ASCII characters (`!` to `~`), because it travels in a header.
 *
 * @throws BackendError `invalid` when it is none
 */
export function requireKey(key: unknown): string {
  const text = requireString('key', key);
  return /^[!-~]{8,128}$/.test(text) ? text : refuse('key', 'out-of-range');
}

/** A text without the space around it. @throws BackendError `invalid` when it is empty or longer than {@link MAX_TEXT} */
export function requireText(path: string, text: unknown): string {
  return requireLine(path, text, MAX_TEXT);
}

/** A line of at most `max` characters without the space around it. @throws BackendError `invalid` when it is empty or longer */
export function requireLine(path: string, text: unknown, max: number): string {
  const trimmed = requireString(path, text).trim();
  if (trimmed === '') refuse(path, 'missing');
  return trimmed.length <= max ? trimmed : refuse(path, 'too-long');
}

/** An instant in the form of stored ones, which compare as texts. @throws BackendError `invalid` when it is none */
export function requireInstant(path: string, value: unknown): Instant {
  const text = requireString(path, value);
  return Number.isNaN(Date.parse(text)) ? refuse(path, 'out-of-range') : normalInstant(text);
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

/** A request with what it needs and nothing else. Its numbers are for `quote` to judge, which takes NaN for what is none. */
export function readRequest(input: QuoteRequest): QuoteRequest {
  const request = requireObject('request', input);
  const kind = requireOneOf('request.kind', request.kind, ['new', 'renew', 'expand']);
  const { seats, cycles } = request;
  const counts = {
    ...(seats === undefined ? {} : { seats: numberOf(seats) }),
    ...(cycles === undefined ? {} : { cycles: numberOf(cycles) }),
  };
  return { kind, ...counts } as QuoteRequest;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}
