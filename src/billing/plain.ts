import { refuse } from './input.js';

/** More than any call needs: a policy has some hundred values, a quote a few for each live segment. */
const MOST_VALUES = 50_000;
const DEEPEST = 32;

/**
 * Refuses what is no plain JSON before anything looks at it: functions, `BigInt`s, dates and other instances, circles, towers, and text
 * no database keeps. `undefined` is what is absent, and a number may be `NaN`: each call says what it thinks of it.
 *
 * @throws BackendError `invalid` (`not-plain`) with the path
 */
export function requirePlain(value: unknown): void {
  const left = { values: MOST_VALUES };
  look(value, '', 0, left);
}

function look(value: unknown, path: string, depth: number, left: { values: number }): void {
  left.values -= 1;
  if (left.values < 0 || depth > DEEPEST) refuse(path, 'not-plain');
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
    case 'number':
      return;
    case 'string':
      if (!isText(value)) refuse(path, 'not-plain');
      return;
    case 'object':
      if (value !== null) lookInto(value, path, depth, left);
      return;
    default:
      refuse(path, 'not-plain');
  }
}

function lookInto(value: object, path: string, depth: number, left: { values: number }): void {
  if (Array.isArray(value)) {
    // Its length alone may be a lie: an empty list can claim any.
    if (value.length > left.values) refuse(path, 'not-plain');
    for (const [index, entry] of value.entries()) look(entry, `${path}[${index}]`, depth + 1, left);
    return;
  }
  if (!isRecord(value)) refuse(path, 'not-plain');
  for (const [key, inner] of Object.entries(value)) {
    if (!isText(key)) refuse(path, 'not-plain');
    look(inner, path === '' ? key : `${path}.${key}`, depth + 1, left);
  }
}

/** Whether an object is a bare one, of this page or of another frame. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Neither NUL nor half of a surrogate pair. */
function isText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
