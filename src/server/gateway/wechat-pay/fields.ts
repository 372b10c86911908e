import { NotBelievedError } from './not-believed.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws NotBelievedError unless the text is one JSON object */
export function parseObject(text: string): JsonObject {
  try {
    return objectOf(JSON.parse(text), 'the answer');
  } catch (cause) {
    if (cause instanceof NotBelievedError) throw cause;
    throw new NotBelievedError('bad-content', 'Not JSON', { cause });
  }
}

/** @throws NotBelievedError */
export function objectOf(value: unknown, name: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  throw new NotBelievedError('bad-content', `${name} is no object`);
}

/** @throws NotBelievedError unless it is a text that is not empty */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new NotBelievedError('bad-content', `${key} is no text`);
}

/** @throws NotBelievedError unless it is that text */
export function requireText(object: JsonObject, key: string, expected: string): void {
  if (object[key] !== expected) {
    throw new NotBelievedError('bad-content', `${key} is not what was asked for`);
  }
}

/** Fen, above 0. @throws NotBelievedError */
export function fenOf(object: JsonObject, key: string): number {
  const value = object[key];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new NotBelievedError('bad-content', `${key} is no amount`);
}

/** An instant of WeChat Pay (RFC 3339 with an offset) as billing writes them. @throws NotBelievedError */
export function instantOf(object: JsonObject, key: string): string {
  const text = textOf(object, key);
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new NotBelievedError('bad-content', `${key} is no instant`);
  return new Date(time).toISOString();
}
