import { engineOf } from './handles.js';
import { retrying } from './retrying.js';
import type { ServerStore } from './server-store.js';
import { inTransaction } from './transactions.js';

/** Small things that gateways keep for all processes alike, beside the books. */
export interface Notes<Note> {
  /** null where there is none. */
  get(name: string): Promise<Note | null>;
  /** Inserts or replaces. @param note plain JSON */
  put(name: string, note: Note): Promise<void>;
}

/** The room for what is noted of an installation's people. Erasing the customer empties it. */
export function roomOfPeople(installationId: string): string {
  return `people:${installationId}`;
}

/** The notes of one room of a store; another room's names are others. @throws TypeError for a store that `openStore` did not give */
export function notesIn<Note>(store: ServerStore, room: string): Notes<Note> {
  const engine = engineOf(store);
  return {
    async get(name) {
      const row = await retrying(engine, () =>
        inTransaction(engine, 'read', (db) =>
          db
            .selectFrom('notes')
            .select('body')
            .where('room', '=', room)
            .where('name', '=', name)
            .executeTakeFirst(),
        ),
      );
      return row ? (JSON.parse(row.body) as Note) : null;
    },
    async put(name, note) {
      const body = JSON.stringify(note);
      await retrying(engine, () =>
        inTransaction(engine, 'write', (db) =>
          db
            .insertInto('notes')
            .values({ room, name, body })
            .onConflict((conflict) => conflict.columns(['room', 'name']).doUpdateSet({ body }))
            .execute(),
        ),
      );
    },
  };
}
