import type { Change } from '../../../src/contract/index.js';
import type { ChangeFeed, PlacedChange } from '../../../src/server/changes.js';

/** A change feed in memory, which can be pruned and fail. */
export class MemoryFeed implements ChangeFeed {
  /** What every read throws, while it is not null. */
  failure: Error | null = null;
  listeners = new Set<() => void>();
  private readonly rows: (PlacedChange & { madeAt: number })[] = [];
  private kept = 0;
  private position = 0;

  add(changes: readonly Change[]): void {
    const madeAt = Date.now();
    for (const change of changes)
      this.rows.push({ position: String(++this.position), change, madeAt });
    for (const listener of this.listeners) listener();
  }

  /** Forgets everything up to now. */
  prune(): Promise<void> {
    this.kept = this.position;
    this.rows.length = 0;
    return Promise.resolve();
  }

  /** Makes everything up to now long ago. */
  age(): void {
    for (const row of this.rows) row.madeAt = 0;
  }

  latest(before?: string): Promise<string> {
    return this.answer(() => {
      if (before === undefined) return String(this.position);
      const made = this.rows.filter(({ madeAt }) => madeAt < Date.parse(before));
      return made.at(-1)?.position ?? String(this.kept);
    });
  }

  after(
    position: string,
    installations: 'all' | readonly string[],
    limit: number,
  ): Promise<PlacedChange[] | null> {
    return this.answer(() => {
      const from = Number(position);
      if (from < this.kept || from > this.position) return null;
      return this.rows
        .filter((row) => Number(row.position) > from)
        .filter(
          ({ change }) =>
            installations === 'all' || installations.includes(change.installationId ?? ''),
        )
        .slice(0, limit);
    });
  }

  onNews(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private answer<Value>(read: () => Value): Promise<Value> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(read());
  }
}
