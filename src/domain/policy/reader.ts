import type { PolicyIssue, PolicyIssueCode } from './types.js';

/** An object among the input, and where it stands. */
export interface ObjectNode {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Of the keys of one object that mean nothing, only so many are reported: a file of 10 MB must not become 10 MB of issues. */
export const MOST_UNKNOWN_KEYS = 20;

/** An unknown key stands in a path with no more characters than that. */
const LONGEST_KEY = 100;

/** Inclusive bounds of a number. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Takes unknown JSON apart and keeps every fault it meets. A method gives undefined where the value cannot be used, and has then
 * reported why; a field has at most one fault, the first of: absent, wrong type, not whole, out of range, too many decimals.
 * Only own properties count, and `undefined` counts as absent, as it does in JSON.
 */
export class PolicyReader {
  readonly issues: PolicyIssue[] = [];

  report(code: PolicyIssueCode, path: string, limits: Bounds = {}): void {
    this.issues.push({ code, path, ...limits });
  }

  object(value: unknown, path: string): ObjectNode | undefined {
    if (value === undefined && path !== '') this.report('missing', path);
    else if (!isObject(value)) this.report('wrong-type', path);
    else return { path, fields: value };
    return undefined;
  }

  /** Reports the keys of the object that are not among `known`, the first {@link MOST_UNKNOWN_KEYS} of them. */
  onlyKeys({ fields, path }: ObjectNode, known: readonly string[]): void {
    let unknown = 0;
    for (const key in fields) {
      if (known.includes(key) || !Object.hasOwn(fields, key)) continue;
      this.report('unknown-key', join(path, key.slice(0, LONGEST_KEY)));
      if (++unknown === MOST_UNKNOWN_KEYS) return;
    }
  }

  integer(node: ObjectNode, key: string, bounds: Bounds): number | undefined {
    const path = join(node.path, key);
    const value = this.#number(node, key);
    if (value === undefined) return undefined;
    if (Math.floor(value) !== value) this.report('not-integer', path);
    else if (this.#inRange(value, path, bounds)) return withoutSign(value);
    return undefined;
  }

  /** A number with at most two decimals. */
  hundredths(node: ObjectNode, key: string, bounds: Bounds): number | undefined {
    const path = join(node.path, key);
    const value = this.#number(node, key);
    if (value === undefined || !this.#inRange(value, path, bounds)) return undefined;
    if (Number(value.toFixed(2)) === value) return value;
    this.report('too-many-decimals', path);
    return undefined;
  }

  text(node: ObjectNode, key: string): string | undefined {
    const value = own(node, key);
    if (typeof value === 'string') return value;
    this.report(value === undefined ? 'missing' : 'wrong-type', join(node.path, key));
    return undefined;
  }

  /** One of a few words; `fallback` is what an absent one means. */
  word<T extends string>(
    node: ObjectNode,
    key: string,
    words: readonly T[],
    fallback?: T,
  ): T | undefined {
    if (fallback !== undefined && own(node, key) === undefined) return fallback;
    const text = this.text(node, key);
    if (text === undefined) return undefined;
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) this.report('out-of-range', join(node.path, key));
    return word;
  }

  /**
   * Reads a list, entry by entry. No entry beyond the highest allowed number is looked at, so that a huge list costs nothing.
   * Undefined when any entry cannot be used.
   */
  list<T>(
    node: ObjectNode,
    key: string,
    bounds: { readonly min: number; readonly max: number },
    readEntry: (value: unknown, path: string, index: number, length: number) => T | undefined,
  ): T[] | undefined {
    const path = join(node.path, key);
    const value = own(node, key);
    if (!Array.isArray(value)) {
      this.report(value === undefined ? 'missing' : 'wrong-type', path);
      return undefined;
    }
    const { length } = value;
    const inRange = this.#inRange(length, path, bounds);
    const entries: T[] = [];
    for (let index = 0; index < Math.min(length, bounds.max); index++) {
      const entry = readEntry(value[index], `${path}[${index}]`, index, length);
      if (entry !== undefined) entries.push(entry);
    }
    return inRange && entries.length === length ? entries : undefined;
  }

  /** What may be absent or null, which mean the same. */
  nullable<T>(node: ObjectNode, key: string, read: () => T): T | null {
    return own(node, key) == null ? null : read();
  }

  #number(node: ObjectNode, key: string): number | undefined {
    const value = own(node, key);
    if (typeof value === 'number') return value;
    this.report(value === undefined ? 'missing' : 'wrong-type', join(node.path, key));
    return undefined;
  }

  #inRange(value: number, path: string, { min, max }: Bounds): boolean {
    if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return true;
    this.report('out-of-range', path, {
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    });
    return false;
  }
}

/** The object's own value of `key`: an inherited one never counts. */
export function own({ fields }: ObjectNode, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Minus zero is JSON too, and would print as `-0`. */
function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}
