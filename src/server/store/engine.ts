import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

/** What a failure of the database means. */
export type Failure =
  /** Another transaction was in the way; nothing happened, and the same again may succeed. */
  | 'collision'
  /** The connection is gone. Before the commit nothing happened. */
  | 'lost'
  | 'full'
  /** The database does not answer, or refuses. */
  | 'unavailable';

/** One database, and where the two differ. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<Schema>;
  /** How a transaction begins. */
  readonly begin: { read: string; write: string };
  /** How long to wait for a lock, a connection or a statement. */
  readonly timeoutMs: number;
  /** null for what is no failure of the database, as a broken rule of the schema. */
  failureOf(error: unknown): Failure | null;
  /** Calls back when another process may have committed something. Returns how to stop. */
  listen(onNews: () => void): () => void;
  /** Tells the other processes that something was committed. Never rejects: they look by themselves too, only later. */
  announce(): void;
  /** Leaves nothing of what was overwritten in the database's files, as far as that is in its hands. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
