import type { Change } from '../contract/index.js';
import type { Instant } from '../domain/index.js';

/** A change with its place in the feed. */
export interface PlacedChange {
  /** Decimal text; later changes have a greater one. */
  position: string;
  change: Change;
}

/**
 * What has changed in the store, whichever process changed it. A row is written in the transaction that makes the change, one for each
 * installation or order it touches.
 */
export interface ChangeFeed {
  /** Position of the newest change, of those made before an instant of the device's clock where one is given; `0` before the first. */
  latest(before?: Instant): Promise<string>;
  /**
   * Changes after a position, oldest first, at most `limit`. A transaction that commits late is never skipped: what is newer than it
   * is held back until it has ended.
   *
   * @returns null when it cannot be known: the position was never given, or what followed it has been pruned
   */
  after(
    position: string,
    installations: 'all' | readonly string[],
    limit: number,
  ): Promise<PlacedChange[] | null>;
  /** Calls back whenever there may be news, whichever process made it. Returns how to stop that. */
  onNews(listener: () => void): () => void;
}
