import type { Key } from './schema.js';

/** The key of a row at a path or paths; null where any part is missing. */
export function keyOf(row: object, path: string | readonly string[]): Key | null {
  if (typeof path === 'string') {
    const value = (row as Record<string, unknown>)[path];
    return isKey(value) ? value : null;
  }
  const parts: Key[] = [];
  for (const name of path) {
    const part = keyOf(row, name);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

/** Negative when `a` sorts before `b`, as IndexedDB sorts. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'object' && typeof b === 'object') return compareParts(a, b);
  return rank(a) - rank(b);
}

/** The part of a key that narrows a look-up: the first of several. */
export function headOf(key: Key): number | string {
  if (typeof key !== 'object') return key;
  const [first] = key;
  return first === undefined ? '' : headOf(first);
}

/** A key as a text that no other key gives. */
export function keyText(key: Key): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function compareParts(a: readonly Key[], b: readonly Key[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareKeys(part, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function rank(key: Key): number {
  if (typeof key === 'number') return 0;
  return typeof key === 'string' ? 1 : 2;
}

function isKey(value: unknown): value is Key {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.every(isKey))
  );
}
