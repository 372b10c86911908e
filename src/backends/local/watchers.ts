import type { Change } from '../../contract/index.js';

type Listener = (change: Change) => void;

interface Watching {
  /** null: every one. */
  installationId: string | null;
  listener: Listener;
}

/** Who wants to hear of changes to which installation, or to any with null. */
export interface Watchers {
  add(installationId: string | null, listener: Listener): () => void;
  tell(changes: readonly Change[]): void;
  /** Anything may have changed: the time, or who asks. */
  tellAll(): void;
  clear(): void;
}

export function createWatchers(): Watchers {
  const watching = new Set<Watching>();

  /** Later, so that a listener that throws breaks nothing here. */
  const call = (entry: Watching, change: Change): void =>
    queueMicrotask(() => {
      if (watching.has(entry)) entry.listener(change);
    });

  return {
    add(installationId, listener) {
      const entry = { installationId, listener };
      watching.add(entry);
      return () => void watching.delete(entry);
    },
    tell(changes) {
      for (const entry of watching)
        for (const change of changes)
          if (entry.installationId === null || change.installationId === entry.installationId)
            call(entry, { ...change });
    },
    tellAll() {
      for (const entry of watching) call(entry, { installationId: entry.installationId });
    },
    clear: () => watching.clear(),
  };
}
