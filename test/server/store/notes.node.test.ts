import { afterEach, describe, expect, it } from 'vitest';
import { notesIn, openStore, type ServerStore } from '../../../src/server/store/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';

const databases = testDatabases();
const open: ServerStore[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

describe.each(DATABASE_KINDS)('notes on %s', (kind) => {
  it('are the same for every process, each room its own, the last word counting', async () => {
    const url = await databases.create(kind);
    for (let each = 0; each < 2; each++) open.push(await openStore({ url }));
    const [here, there] = open.map((store) => notesIn<{ paid: boolean }>(store, 'payments'));
    expect(await here?.get("o'1")).toBeNull();
    await here?.put("o'1", { paid: false });
    await there?.put("o'1", { paid: true });
    expect(await here?.get("o'1")).toEqual({ paid: true });
    expect(await notesIn(open[0]!, 'payers').get("o'1")).toBeNull();
  });
});
