import type { EventEmitter } from 'node:events';

/** What a command sees of the process it runs in. */
export interface Io {
  environment: Readonly<Record<string, string | undefined>>;
  stdout: { write(text: string): unknown };
  /** Logs and faults: what a command prints can be piped on. */
  stderr: { write(text: string): unknown };
  signals: Pick<EventEmitter, 'on' | 'off'>;
}
