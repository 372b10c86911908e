import type { Store } from '../../../billing/ports.js';
import type { Change } from '../../../contract/index.js';
import { storeTransaction } from './store-transaction.js';
import type { Database } from './tables.js';

/** Billing's store over a database of tables. `onCommit` hears what a transaction changed once it has happened. */
export function createLocalStore(database: Database, onCommit: (changes: Change[]) => void): Store {
  return {
    async transaction(mode, work) {
      let changes: Change[] = [];
      const result = await database.transaction(mode, (tables) => {
        changes = [];
        return work(storeTransaction(tables, (change) => changes.push(change)));
      });
      if (changes.length > 0) onCommit(changes);
      return result;
    },
  };
}
