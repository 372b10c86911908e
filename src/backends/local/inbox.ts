import type { Notice, Notifier } from '../../billing/ports.js';
import type { Instant } from '../../domain/index.js';
import type { SettableClock } from './clock.js';
import type { Database } from './store/tables.js';

/** A notice, and when it was handed to the notifier. */
export type SentNotice = Notice & { sentAt: Instant };

/** Keeps the notices that a real host would send by mail or message. */
export function createInbox(
  database: Database,
  clock: SettableClock,
): Notifier & { sent(): Promise<SentNotice[]> } {
  return {
    send: (notice) =>
      database.transaction('write', (tables) =>
        tables.sentNotices.put({ ...notice, sentAt: clock.now() }),
      ),
    async sent() {
      const notices = await database.transaction('read', (tables) => tables.sentNotices.all());
      return [...notices].sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0));
    },
  };
}
