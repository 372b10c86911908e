import { TABLE_NAMES } from './store/schema.js';
import type { Database } from './store/tables.js';

const SEEDED = 'seeded';
/** Counts on, so that what other tabs remember of the listing is known to be old. */
const KEPT_SETTING = 'listing';

/** Empties the store. */
export async function clear(database: Database): Promise<void> {
  await database.transaction('write', async (tables) => {
    for (const table of TABLE_NAMES) if (table !== 'settings') await tables[table].clear();
    for (const { name } of await tables.settings.all())
      if (name !== KEPT_SETTING) await tables.settings.delete(name);
  });
}

/** Runs `seed` in a store that no seed has filled to the end yet; what one that was broken off left behind goes first. */
export async function fillOnce(database: Database, seed: () => Promise<void>): Promise<void> {
  const seeded = await database.transaction('read', (tables) => tables.settings.get(SEEDED));
  if (seeded) return;
  await clear(database);
  await seed();
  await database.transaction('write', (tables) =>
    tables.settings.put({ name: SEEDED, value: true }),
  );
}

/** One tab after the other, where the browser can arrange it. */
export async function alone(name: string, run: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : lockManager(navigator);
  if (locks) await locks.request(name, run);
  else await run();
}

/** Missing in Node and outside secure contexts. */
function lockManager(from: { locks?: LockManager }): LockManager | undefined {
  return from.locks;
}
