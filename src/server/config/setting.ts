import type { Kind } from './kinds.js';

/** Something an operator can set. */
export interface Setting<Value = unknown, Fallback extends string | null = string | null> {
  kind: Kind<Value>;
  /** One line for `--help`. */
  help: string;
  /** The text that counts where none is given; null where the setting may be absent. */
  fallback: Fallback;
  /** What it is set to is never printed. */
  secret: boolean;
}

/** What a setting comes to. */
export type ValueOf<One> =
  One extends Setting<infer Value, infer Fallback>
    ? Fallback extends null
      ? Value | null
      : Value
    : never;

/** A setting that may be absent. */
export function optional<Value>(kind: Kind<Value>, help: string): Setting<Value, null> {
  return { kind, help, fallback: null, secret: false };
}

export function defaulted<Value>(
  kind: Kind<Value>,
  fallback: string,
  help: string,
): Setting<Value, string> {
  return { kind, help, fallback, secret: false };
}

/** One that may be absent, and that nobody but the server must know. */
export function secret<Value>(kind: Kind<Value>, help: string): Setting<Value, null> {
  return { kind, help, fallback: null, secret: true };
}
