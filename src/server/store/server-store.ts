import type { Store } from '../../billing/index.js';
import type { Instant } from '../../domain/index.js';
import type { ChangeFeed } from '../changes.js';

/** A feed whose old part can be given up. */
export interface PrunableFeed extends ChangeFeed {
  /** Forgets changes made before an instant. Whoever asks for what followed them is told that it cannot be known. */
  prune(before: Instant): Promise<void>;
}

/** A Store with what a server needs beside it. */
export interface ServerStore extends Store {
  readonly changes: PrunableFeed;
  /** @throws BackendError `unavailable` when the database cannot be reached or is not migrated */
  ready(): Promise<void>;
  /** Lets transactions under way end, then closes every connection. */
  close(): Promise<void>;
}

/** Where a database is, and how long to wait for it. */
export interface StoreOptions {
  /** `file:/path/seatkit.db`, a bare path, `:memory:` or `postgres://…`. */
  url: string;
  /** Connections to PostgreSQL at most; 10 when absent. SQLite has one. */
  connections?: number;
  /** How long to wait for a connection, a lock or a statement before the call is `unavailable`; 10 000 ms when absent. */
  timeoutMs?: number;
}
