import { afterEach } from 'vitest';
import { openStore, type ServerStore } from '../../../src/server/store/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { describeStore } from '../../suites/store.js';

const databases = testDatabases();
const open: ServerStore[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

for (const kind of DATABASE_KINDS) {
  describeStore(`the store in ${kind}`, async () => {
    const store = await openStore({ url: await databases.create(kind) });
    open.push(store);
    return {
      store,
      async changes() {
        const placed = await store.changes.after('0', 'all', 100);
        return (placed ?? []).map(({ change }) => change);
      },
    };
  });
}
